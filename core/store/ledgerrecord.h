// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/records.h"

#include <functional>

namespace Costglass {

/// Whose a record of the ledger is, and the names that its vendor gives to its ids; null where none is known.
struct RecordOwner
{
    QString vendor;
    QString account; ///< its label; a removed account's too
    bool isFile = false;
    QString project;
    QString key;
    QString user;
};

/// What is done with each record; an error ends the reading and is handed on.
template<typename Record>
using EachRecord = std::function<Result<void>(const Record &, const RecordOwner &)>;

} // namespace Costglass
