// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/locallog.h"

namespace Costglass {

/// Chats of Gemini CLI (one JSON text, or a record per line of which the later replaces the earlier with its id) and of Qwen
/// Code (a record per line). Whether "input" holds the cached tokens shows in the total; thoughts are billed as output.
class GeminiLog : public LocalLog
{
public:
    GeminiLog();
    bool isDocument(const QString &path) const override;
    std::unique_ptr<LogParser> parser(const QString &path, const QByteArray &state) const override;
};

} // namespace Costglass
