// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/sqlite.h"

namespace Costglass {

/// Puts what the backup \a file holds in the ledger's place, in one transaction. A ledger that holds anything is
/// copied beside itself first; the copy's path is returned, empty when there was nothing to keep. A file that is no
/// whole ledger (Format) or has a newer schema (Storage) is refused and nothing changes. The schema may be an older
/// one afterwards: migrate() follows.
QString restoreLedger(Database &database, const QString &file);

} // namespace Costglass
