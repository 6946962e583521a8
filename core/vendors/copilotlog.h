// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/locallog.h"

namespace Costglass {

/// Copilot CLI's OpenTelemetry spans, a record per line, written with COPILOT_OTEL_ENABLED=true. Input holds the cached
/// tokens, as GenAI's conventions want it; invoke_agent spans sum up the chat spans below them and count nothing.
class CopilotLog : public LocalLog
{
public:
    CopilotLog();
    std::unique_ptr<LogParser> parser(const QString &path, const QByteArray &state) const override;
};

} // namespace Costglass
