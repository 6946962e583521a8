// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/opencodelog.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

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

class OpenCodeParser : public LogParser
{
public:
    bool read(std::string_view text, const Take &take) override
    {
        const QJsonObject message
            = QJsonDocument::fromJson(
                  QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())))
                  .object();
        if (message.isEmpty())
            return false;
        const QJsonObject tokens = message.value(u"tokens"_s).toObject();
        const qint64 created = countOf(message.value(u"time"_s).toObject(), u"created"_s);
        if (message.value(u"role"_s) != u"assistant"_s || tokens.isEmpty() || created == 0)
            return true;
        const QByteArray id = message.value(u"id"_s).toString().toUtf8();
        const QByteArray vendor = message.value(u"providerID"_s).toString().toUtf8();
        const QByteArray model = message.value(u"modelID"_s).toString().toUtf8();
        const QByteArray project = message.value(u"path"_s).toObject().value(u"cwd"_s).toString().toUtf8();
        const QJsonObject cache = tokens.value(u"cache"_s).toObject();
        constexpr qint64 MsPerSecond = 1000;
        LoggedRequest request;
        request.id = view(id);
        request.vendor = view(vendor);
        request.model = view(model);
        request.project = view(project);
        request.at = created / MsPerSecond;
        request.input = countOf(tokens, u"input"_s);
        request.cacheRead = countOf(cache, u"read"_s);
        request.cacheWrite5m = countOf(cache, u"write"_s);
        request.output = countOf(tokens, u"output"_s) + countOf(tokens, u"reasoning"_s);
        request.rank = request.output;
        const QByteArray told
            = QByteArray::number(message.value(u"cost"_s).toDouble(), 'g', QLocale::FloatingPointShortest);
        const auto cost = Money::parseRounded(QString::fromLatin1(told), Currency::usd());
        if (cost && cost->nanos() > 0)
            request.cost = *cost;
        if (request.input + request.cacheRead + request.cacheWrite5m + request.output > 0)
            take(request);
        return true;
    }
};

} // namespace

OpenCodeLog::OpenCodeLog()
    : LocalLog(u"opencode"_s, u"OpenCode"_s, u"#7A6F5D"_s,
               {"OPENCODE_DATA_DIR",
                {u".local/share/opencode"_s},
                {},
                QRegularExpression(u"/(storage/message/.+\\.json|opencode(-[^/]+)?\\.db)$"_s)},
               {}, {})
{
}

bool OpenCodeLog::isDocument(const QString &path) const
{
    return !rowsOf(path);
}

const char *OpenCodeLog::rowsOf(const QString &path) const
{
    return path.endsWith(u".db") ? "SELECT json_set(data, '$.id', id) FROM message" : nullptr;
}

std::unique_ptr<LogParser> OpenCodeLog::parser(const QString &, const QByteArray &) const
{
    return std::make_unique<OpenCodeParser>();
}

} // namespace Costglass
