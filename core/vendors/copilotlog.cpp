// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/copilotlog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<size_t>(text.size())};
}

/// A span's instant: OpenTelemetry's [seconds, nanoseconds], or text.
std::optional<qint64> instantOf(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray().at(0).toInteger();
    return logInstant(view(value.toString().toUtf8()));
}

class CopilotParser : public LogParser
{
public:
    bool read(std::string_view text, const Take &take) override
    {
        const QJsonObject span
            = QJsonDocument::fromJson(
                  QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())))
                  .object();
        if (span.isEmpty())
            return false;
        const QJsonObject attributes = span.value(u"attributes"_s).toObject();
        const auto count = [&attributes](const QString &key) {
            return qMax<qint64>(0, attributes.value(u"gen_ai.usage."_s + key).toInteger());
        };
        const QString operation = attributes.value(u"gen_ai.operation.name"_s).toString();
        const bool chat = operation == u"chat" || span.value(u"name"_s).toString().startsWith(u"chat ");
        if (!chat)
            return true;
        const auto at = instantOf(span.value(u"startTime"_s));
        if (!at)
            return false;
        const QByteArray id
            = (span.value(u"traceId"_s).toString() + u':' + span.value(u"spanId"_s).toString()).toUtf8();
        const QByteArray model = attributes.value(u"gen_ai.response.model"_s)
                                     .toString(attributes.value(u"gen_ai.request.model"_s).toString())
                                     .toUtf8();
        LoggedRequest request;
        request.id = view(id);
        request.model = view(model);
        request.at = *at;
        const qint64 input = count(u"input_tokens"_s);
        request.cacheRead = qMin(input, count(u"cache_read.input_tokens"_s));
        request.cacheWrite5m = qMin(input - request.cacheRead, count(u"cache_creation.input_tokens"_s));
        request.input = input - request.cacheRead - request.cacheWrite5m;
        request.output = count(u"output_tokens"_s);
        request.rank = request.output;
        if (input + request.output > 0)
            take(request);
        return true;
    }
};

} // namespace

CopilotLog::CopilotLog()
    : LocalLog(
        u"copilot-cli"_s, u"Copilot CLI"_s, u"#4B3F72"_s,
        {"COPILOT_OTEL_FILE_EXPORTER_PATH", {u".copilot/otel"_s}, {}, QRegularExpression(u"\\.jsonl$"_s)}, {},
        "gen_ai.usage.")
{
}

std::unique_ptr<LogParser> CopilotLog::parser(const QString &, const QByteArray &) const
{
    return std::make_unique<CopilotParser>();
}

} // namespace Costglass
