// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/locallog.h"

namespace Costglass {

/// Codex CLI's rollouts. Use stands in "token_count" events, as running totals and as the last request's share; the
/// model in the turn_context before them. Events have no id and are copied, with new times, into forks, so a request is
/// known by its session's oldest ancestor and all figures up to it. Cached tokens lie within input, reasoning within output.
class CodexLog : public LocalLog
{
public:
    CodexLog();
    std::unique_ptr<LogParser> parser(const QString &path, const QByteArray &state) const override;
};

} // namespace Costglass
