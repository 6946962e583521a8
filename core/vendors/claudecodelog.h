// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/locallog.h"

namespace Costglass {

/// Claude Code's transcripts: one JSON object per line; lines of type "assistant" carry message.usage. A response is
/// noted once per content block with growing output_tokens; resumed and forked sessions copy it, and side questions
/// replay it under a new requestId with isSidechain. Synthetic and failed messages cost nothing.
class ClaudeCodeLog : public LocalLog
{
public:
    ClaudeCodeLog();
    std::unique_ptr<LogParser> parser(const QString &path, const QByteArray &state) const override;
};

} // namespace Costglass
