// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/claudecodelog.h"

#include "vendors/jsonscanner.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// What a line says, as far as it matters.
struct Line
{
    LoggedRequest request;
    std::string_view type;
    std::string_view timestamp;
    qint64 cacheWrite = 0; ///< of both times to live
    bool failed = false;
    bool hasUsage = false;
};

bool readCacheCreation(JsonScanner &json, Line &line)
{
    return json.object([&](std::string_view key) {
        if (key == "ephemeral_5m_input_tokens")
            return json.count(line.request.cacheWrite5m);
        if (key == "ephemeral_1h_input_tokens")
            return json.count(line.request.cacheWrite1h);
        return json.skip();
    });
}

bool readServerTools(JsonScanner &json, Line &line)
{
    return json.object([&](std::string_view key) {
        return key == "web_search_requests" ? json.count(line.request.webSearches) : json.skip();
    });
}

bool readUsage(JsonScanner &json, Line &line)
{
    LoggedRequest &request = line.request;
    return json.object([&](std::string_view key) {
        line.hasUsage = true;
        if (key == "input_tokens")
            return json.count(request.input);
        if (key == "output_tokens")
            return json.count(request.output);
        if (key == "cache_read_input_tokens")
            return json.count(request.cacheRead);
        if (key == "cache_creation_input_tokens")
            return json.count(line.cacheWrite);
        if (key == "cache_creation")
            return readCacheCreation(json, line);
        if (key == "server_tool_use")
            return readServerTools(json, line);
        if (key == "speed") {
            std::string_view speed;
            const bool read = json.text(speed);
            request.fast = speed == "fast";
            return read;
        }
        return json.skip();
    });
}

bool readMessage(JsonScanner &json, Line &line)
{
    return json.object([&](std::string_view key) {
        if (key == "id")
            return json.text(line.request.id);
        if (key == "model")
            return json.text(line.request.model);
        if (key == "usage")
            return readUsage(json, line);
        return json.skip();
    });
}

bool readLine(JsonScanner &json, Line &line)
{
    const bool read = json.object([&](std::string_view key) {
        if (key == "type")
            return json.text(line.type);
        if (key == "message")
            return readMessage(json, line);
        if (key == "timestamp")
            return json.text(line.timestamp);
        if (key == "requestId")
            return json.text(line.request.request);
        if (key == "cwd")
            return json.text(line.request.project);
        if (key == "isSidechain")
            return json.flag(line.request.replay);
        if (key == "isApiErrorMessage")
            return json.flag(line.failed);
        return json.skip();
    });
    return read && json.atEnd();
}

class ClaudeCodeParser : public LogParser
{
public:
    bool read(std::string_view text, const Take &take) override
    {
        JsonScanner json(text);
        Line line;
        if (!readLine(json, line))
            return false;
        LoggedRequest &request = line.request;
        if (line.type != "assistant" || !line.hasUsage || line.failed || request.model.empty()
            || request.model == "<synthetic>")
            return true;
        const auto at = logInstant(line.timestamp);
        if (!at)
            return false;
        request.at = *at;
        request.rank = request.output;
        // Older versions do not tell the time to live: five minutes is what a write has without asking.
        request.cacheWrite5m
            += qMax<qint64>(0, line.cacheWrite - request.cacheWrite5m - request.cacheWrite1h);
        take(request);
        return true;
    }
};

} // namespace

ClaudeCodeLog::ClaudeCodeLog()
    : LocalLog(u"claude-code"_s, u"Claude Code"_s, u"#B65C38"_s,
               {"CLAUDE_CONFIG_DIR",
                {u".config/claude"_s, u".claude"_s},
                {u"projects"_s},
                QRegularExpression(u"\\.jsonl$"_s)},
               u"anthropic"_s, "\"usage\"")
{
}

std::unique_ptr<LogParser> ClaudeCodeLog::parser(const QString &, const QByteArray &) const
{
    return std::make_unique<ClaudeCodeParser>();
}

} // namespace Costglass
