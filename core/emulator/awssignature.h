// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/http.h"

namespace Costglass {

/// What a server holds a Signature Version 4 against.
struct AwsLogin
{
    QByteArrayList keyIds; ///< all with the same secret
    QByteArray secret;
    QByteArray region;
    QByteArray service;
    QByteArray
        prefix; ///< a path under which the server stands and which it no longer sees ("/aws"); it was signed too
    qint64 now = 0; ///< Unix seconds of the server's own clock
};

/// A refused log-in in AWS's words.
struct AwsRefusal
{
    QString code; ///< of the JSON protocol, "InvalidSignatureException"
    QString message;
};

/// Checks a signature as AWS describes it; nothing when it is right. \a keyId is the key that signed.
std::optional<AwsRefusal> checkAwsSignature(const HttpRequest &request, const AwsLogin &login,
                                            QByteArray &keyId);

} // namespace Costglass
