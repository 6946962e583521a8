// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/geminilog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

qint64 countOf(const QJsonObject &object, const QString &key)
{
    return qMax<qint64>(0, object.value(key).toInteger());
}

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<size_t>(text.size())};
}

/// A message of Gemini's; false = it tells of no use.
bool readGemini(const QJsonObject &message, LoggedRequest &request)
{
    const QJsonObject tokens = message.value(u"tokens"_s).toObject();
    if (message.value(u"type"_s) != u"gemini"_s || tokens.isEmpty())
        return false;
    const qint64 input = countOf(tokens, u"input"_s);
    const qint64 tool = countOf(tokens, u"tool"_s);
    request.output = countOf(tokens, u"output"_s) + countOf(tokens, u"thoughts"_s);
    request.cacheRead = countOf(tokens, u"cached"_s);
    const bool inclusive = countOf(tokens, u"total"_s) == input + request.output + tool;
    request.input = (inclusive ? input - qMin(input, request.cacheRead) : input) + tool;
    return true;
}

/// A record of Qwen Code's, with the usage as Gemini's API has it.
bool readQwen(const QJsonObject &record, LoggedRequest &request)
{
    const QJsonObject usage = record.value(u"usageMetadata"_s).toObject();
    if (record.value(u"type"_s) != u"assistant"_s || usage.isEmpty())
        return false;
    const qint64 prompt = countOf(usage, u"promptTokenCount"_s);
    const qint64 candidates = countOf(usage, u"candidatesTokenCount"_s);
    const bool thoughtsWithin = countOf(usage, u"totalTokenCount"_s) == prompt + candidates;
    request.output = candidates + (thoughtsWithin ? 0 : countOf(usage, u"thoughtsTokenCount"_s));
    request.cacheRead = qMin(prompt, countOf(usage, u"cachedContentTokenCount"_s));
    request.input = prompt - request.cacheRead;
    return true;
}

class GeminiParser : public LogParser
{
public:
    explicit GeminiParser(const QByteArray &state) : m_read(state.toLongLong()) { }

    bool read(std::string_view text, const Take &take) override
    {
        const QJsonObject object
            = QJsonDocument::fromJson(
                  QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())))
                  .object();
        if (object.isEmpty())
            return false;
        if (!object.contains(u"messages"_s)) {
            ++m_read;
            takeMessage(object, object.value(u"cwd"_s).toString(), m_read, take);
            return true;
        }
        // The whole chat is written anew each time: its last change tells which of two copies is later.
        const auto updated = logInstant(view(object.value(u"lastUpdated"_s).toString().toUtf8()));
        for (const QJsonValue &message : object.value(u"messages"_s).toArray())
            takeMessage(message.toObject(), object.value(u"projectHash"_s).toString(), updated.value_or(0),
                        take);
        return true;
    }

    QByteArray state() const override { return QByteArray::number(m_read); }

private:
    static void takeMessage(const QJsonObject &message, const QString &place, qint64 rank, const Take &take)
    {
        LoggedRequest request;
        const auto at = logInstant(view(message.value(u"timestamp"_s).toString().toUtf8()));
        if ((!readGemini(message, request) && !readQwen(message, request)) || !at)
            return;
        const QString key = message.value(u"id"_s).toString(message.value(u"uuid"_s).toString());
        const QByteArray id = (key.isEmpty() ? message.value(u"timestamp"_s).toString() : key).toUtf8();
        const QByteArray model = message.value(u"model"_s).toString().toUtf8();
        const QByteArray project = place.toUtf8();
        request.id = view(id);
        request.model = view(model);
        request.project = view(project);
        request.at = *at;
        request.rank = rank;
        take(request);
    }

    qint64 m_read = 0; ///< records so far: later ones replace earlier ones
};

} // namespace

GeminiLog::GeminiLog()
    : LocalLog(u"gemini-cli"_s, u"Gemini CLI, Qwen Code"_s, u"#3C5FA8"_s,
               {"GEMINI_DATA_DIR",
                {u".gemini/tmp"_s, u".qwen"_s},
                {},
                QRegularExpression(u"/chats/[^/]+\\.jsonl?$"_s)},
               u"google"_s, {})
{
}

bool GeminiLog::isDocument(const QString &path) const
{
    return path.endsWith(u".json");
}

std::unique_ptr<LogParser> GeminiLog::parser(const QString &, const QByteArray &state) const
{
    return std::make_unique<GeminiParser>(state);
}

} // namespace Costglass
