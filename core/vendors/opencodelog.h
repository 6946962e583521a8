// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/locallog.h"

namespace Costglass {

/// OpenCode's messages, a JSON text each, in its database and before that in files. Input excludes the cache; reasoning comes on top of output. Where OpenCode
/// reckoned a cost in dollars, that is taken; models under its own subscription have 0 there and the price book's value.
class OpenCodeLog : public LocalLog
{
public:
    OpenCodeLog();
    bool isDocument(const QString &path) const override;
    const char *rowsOf(const QString &path) const override;
    std::unique_ptr<LogParser> parser(const QString &path, const QByteArray &state) const override;
};

} // namespace Costglass
