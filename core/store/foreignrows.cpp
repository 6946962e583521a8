// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/foreignrows.h"

#include "store/sqlite.h"

namespace Costglass {

Result<void> eachForeignRow(const QString &file, const char *sql,
                            const std::function<void(const QByteArray &)> &take)
{
    return guarded([&] {
        Database database(file, Database::Mode::Read);
        Statement rows(database, sql);
        while (rows.step())
            take(rows.text(0).toUtf8());
    });
}

} // namespace Costglass
