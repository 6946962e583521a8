// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

// Clouds that sign requests name their refusals by codes with dots ("AuthFailure.SignatureExpire"), under whatever HTTP
// status. A vendor's list says what they mean; the remedies are its own.

/// What a refusal is about.
enum class Refused
{
    Key, ///< unknown, switched off, or its secret is another
    Clock, ///< the signature's time
    Right, ///< the key may not read this
    Pace, ///< too many requests
    Trouble, ///< the vendor's own
    Request ///< what was asked for
};

/// Which codes mean it: those that begin so.
struct RefusalCode
{
    QString start;
    Refused refused;
};

/// A vendor's codes, the more special before the more general, and what to do.
struct RefusalBook
{
    QList<RefusalCode> codes;
    QString keyRemedy;
    QString rightRemedy;
};

/// The Error that a reply with \a code stands for; one whose code is unknown goes by its HTTP status.
Error cloudError(const HttpReply &reply, const QString &code, const RefusalBook &book, qint64 now);

} // namespace Costglass
