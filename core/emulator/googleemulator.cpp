// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/googleemulator.h"

#include <QJsonDocument>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BytesPerDay = 2'000'000; ///< of a partition
constexpr qint64 LeastBytes = qint64(10) << 20; ///< billed for a query
constexpr qint64 SlowBytes = 300'000'000; ///< a query of more is not done at once
constexpr qint64 PageRows = 400;

const QString &location()
{
    static const QString name = u"US"_s;
    return name;
}

QString tableName(bool detailed)
{
    return detailed ? u"sandbox-billing.billing_export.gcp_billing_export_resource_v1_0123AB_4567CD_89EF01"_s
                    : u"sandbox-billing.billing_export.gcp_billing_export_v1_0123AB_4567CD_89EF01"_s;
}

QString statusName(int status)
{
    static const QMap<int, QString> names{{400, u"INVALID_ARGUMENT"_s},
                                          {401, u"UNAUTHENTICATED"_s},
                                          {403, u"PERMISSION_DENIED"_s},
                                          {404, u"NOT_FOUND"_s}};
    return names.value(status);
}

QMap<QString, QStringList> parametersOf(const QJsonObject &query)
{
    QMap<QString, QStringList> parameters;
    for (const QJsonValue &parameter : query.value(u"queryParameters"_s).toArray()) {
        const QJsonObject value = parameter[u"parameterValue"_s].toObject();
        QStringList values;
        for (const QJsonValue &one : value.value(u"arrayValues"_s).toArray())
            values.append(one[u"value"_s].toString());
        if (value.contains(u"value"_s))
            values.append(value.value(u"value"_s).toString());
        parameters.insert(parameter[u"name"_s].toString(), values);
    }
    return parameters;
}

/// A job's id is its request, packed.
QString jobIdOf(const QJsonObject &query)
{
    const QByteArray packed = qCompress(QJsonDocument(query).toJson(QJsonDocument::Compact));
    return u"job_"_s
        + QString::fromLatin1(
               packed.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<QJsonObject> jobOf(const QString &id)
{
    const QByteArray packed = QByteArray::fromBase64(id.mid(4).toLatin1(), QByteArray::Base64UrlEncoding);
    const QJsonObject query = QJsonDocument::fromJson(qUncompress(packed)).object();
    return query.isEmpty() || id != jobIdOf(query) ? std::nullopt : std::optional(query);
}

/// The days that the lower bounds of a query leave of all: its partitions, or the days of its use.
QDate firstDayOf(const SqlQuery &query, const QMap<QString, QStringList> &parameters, const QString &column,
                 QDate first)
{
    for (const SqlCondition &condition : query.conditions) {
        if (condition.left.column != column || !condition.operation.startsWith(u'>'))
            continue;
        const QString bound = condition.parameter.isNull() ? condition.literals.value(0)
                                                           : parameters.value(condition.parameter).value(0);
        const QDate day = QDate::fromString(bound.left(10), Qt::ISODate);
        first = day.isValid() ? qMax(first, day) : first;
    }
    return first;
}

QJsonObject referenceOf(const QJsonObject &query)
{
    return {{u"projectId"_s, QLatin1StringView(googleProject)},
            {u"jobId"_s, jobIdOf(query)},
            {u"location"_s, location()}};
}

} // namespace

QByteArray GoogleEmulator::secret() const
{
    return googleKey(QUrl(u"https://oauth2.googleapis.com/token"_s));
}

QByteArray GoogleEmulator::secretAt(const QUrl &base) const
{
    QUrl token = base;
    token.setPath(base.path() + u"/token"_s);
    return googleKey(token);
}

QMap<QString, QString> GoogleEmulator::settings() const
{
    return {{u"table"_s, tableName(false)}, {u"location"_s, location()}, {u"services"_s, u"all"_s}};
}

HttpReply GoogleEmulator::refuse(const HttpRequest &request, const Refusal &refusal) const
{
    const QJsonObject detail{
        {u"message"_s, refusal.message}, {u"domain"_s, u"global"_s}, {u"reason"_s, refusal.reason}};
    HttpReply reply = jsonReply(request, refusal.status,
                                {{u"error"_s,
                                  QJsonObject{{u"code"_s, refusal.status},
                                              {u"message"_s, refusal.message},
                                              {u"errors"_s, QJsonArray{detail}},
                                              {u"status"_s, statusName(refusal.status)}}}},
                                "x-request-id");
    if (refusal.status == 401)
        reply.headers.append(QPair<QByteArray, QByteArray>("WWW-Authenticate",
                                                           R"(Bearer realm="https://accounts.google.com/")"));
    return reply;
}

HttpReply GoogleEmulator::handle(const HttpRequest &request) const
{
    QString path = request.url.path();
    if (path == u"/token")
        return googleToken(request);
    const GoogleLogin login = checkGoogleLogin(request);
    if (login == GoogleLogin::Missing || login == GoogleLogin::Bad)
        return refuse(
            request,
            {401, login == GoogleLogin::Missing ? u"required"_s : u"authError"_s,
             u"Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential."_s});
    if (login == GoogleLogin::LacksScope)
        return refuse(
            request,
            {403, u"insufficientPermissions"_s, u"Request had insufficient authentication scopes."_s});
    // The contract's base ends in it; the official clients add it themselves.
    if (path.startsWith(u"/bigquery/v2/"_s))
        path = path.mid(12);
    const QStringList parts = path.split(u'/');
    const QString project = parts.value(2);
    if (parts.value(1) != u"projects" || parts.size() < 4)
        return refuse(request, {404, u"notFound"_s, u"Not Found"_s});
    if (project != QLatin1StringView(googleProject))
        return refuse(
            request,
            {403, u"accessDenied"_s,
             u"Access Denied: Project %1: User does not have bigquery.jobs.create permission in project %1."_s
                 .arg(project)});
    if (request.method == "POST" && parts.size() == 4 && parts[3] == u"queries")
        return query(request);
    if (request.method == "GET" && parts.size() == 5 && parts[3] == u"queries")
        return results(request, parts[4]);
    if (request.method == "GET" && parts.size() == 5 && parts[3] == u"jobs")
        return job(request, parts[4]);
    return refuse(request, {404, u"notFound"_s, u"Not Found"_s});
}

std::expected<GoogleEmulator::Answer, GoogleEmulator::Refusal>
GoogleEmulator::compute(const QJsonObject &query) const
{
    if (query.value(u"useLegacySql"_s).toBool(true))
        return std::unexpected(Refusal{400, u"invalidQuery"_s, u"The sandbox speaks GoogleSQL only."_s});
    const auto sql = readGoogleSql(query.value(u"query"_s).toString());
    if (!sql)
        return std::unexpected(Refusal{400, u"invalidQuery"_s, sql.error()});
    const bool detailed = sql->table == tableName(true);
    const QString place = query.value(u"location"_s).toString(location());
    if ((!detailed && sql->table != tableName(false)) || place != location())
        return std::unexpected(
            Refusal{404, u"notFound"_s,
                    u"Not found: Table %1 was not found in location %2"_s.arg(sql->table, place)});
    const auto parameters = parametersOf(query);
    Answer answer;
    const QDate end = m_world.today().addDays(1);
    const QDate partition = firstDayOf(*sql, parameters, u"_PARTITIONDATE"_s, m_world.firstDay());
    answer.bytes = BytesPerDay * DateRange{partition, end}.days();
    const QString cap = query.value(u"maximumBytesBilled"_s).toString();
    if (!cap.isEmpty() && cap.toLongLong() < qMax(answer.bytes, LeastBytes))
        return std::unexpected(
            Refusal{400, u"bytesBilledLimitExceeded"_s,
                    u"Query exceeded limit for bytes billed: %1. %2 or higher required."_s.arg(cap).arg(
                        qMax(answer.bytes, LeastBytes))});
    const QDate first = firstDayOf(*sql, parameters, u"usage_start_time"_s, partition).addDays(-1);
    const auto result = runGoogleSql(*sql, parameters,
                                     googleRows(m_world, {qMax(first, m_world.firstDay()), end}, detailed),
                                     query.value(u"formatOptions"_s)[u"useInt64Timestamp"_s].toBool());
    if (!result)
        return std::unexpected(Refusal{400, u"invalidQuery"_s, result.error()});
    answer.fields = result->first;
    answer.rows = result->second;
    return answer;
}

std::expected<GoogleEmulator::Answer, GoogleEmulator::Refusal>
GoogleEmulator::run(const QJsonObject &query) const
{
    if (query == m_lastQuery)
        return m_lastAnswer;
    const auto answer = compute(query);
    if (answer) {
        m_lastQuery = query;
        m_lastAnswer = *answer;
    }
    return answer;
}

HttpReply GoogleEmulator::page(const HttpRequest &request, const QJsonObject &query, const Answer &answer,
                               qint64 offset, qint64 most) const
{
    const qint64 size = most > 0 ? qMin(most, PageRows) : PageRows;
    QJsonArray rows;
    for (qint64 i = offset; i < qMin<qint64>(offset + size, answer.rows.size()); ++i)
        rows.append(answer.rows.at(i));
    const bool first = request.method == "POST";
    QJsonObject body{{u"kind"_s, first ? u"bigquery#queryResponse"_s : u"bigquery#getQueryResultsResponse"_s},
                     {u"jobComplete"_s, true},
                     {u"jobReference"_s, referenceOf(query)},
                     {u"schema"_s, QJsonObject{{u"fields"_s, answer.fields}}},
                     {u"totalRows"_s, QString::number(answer.rows.size())},
                     {u"totalBytesProcessed"_s, QString::number(answer.bytes)},
                     {u"totalBytesBilled"_s, QString::number(qMax(answer.bytes, LeastBytes))},
                     {u"cacheHit"_s, false}};
    if (!rows.isEmpty())
        body.insert(u"rows"_s, rows);
    if (offset + size < answer.rows.size())
        body.insert(u"pageToken"_s, pageToken(offset + size));
    return jsonReply(request, 200, body, "x-request-id");
}

HttpReply GoogleEmulator::query(const HttpRequest &request) const
{
    QJsonObject query = QJsonDocument::fromJson(request.body).object();
    if (query.value(u"query"_s).toString().isEmpty())
        return refuse(request, {400, u"required"_s, u"Required parameter is missing: query"_s});
    query.remove(u"requestId"_s); // it names the try, not the job
    const auto answer = run(query);
    if (!answer)
        return refuse(request, answer.error());
    if (query.value(u"dryRun"_s).toBool()) {
        const QJsonObject body{
            {u"kind"_s, u"bigquery#queryResponse"_s},
            {u"jobComplete"_s, true},
            {u"jobReference"_s,
             QJsonObject{{u"projectId"_s, QLatin1StringView(googleProject)}, {u"location"_s, location()}}},
            {u"schema"_s, QJsonObject{{u"fields"_s, answer->fields}}},
            {u"totalBytesProcessed"_s, QString::number(answer->bytes)},
            {u"cacheHit"_s, false}};
        return jsonReply(request, 200, body, "x-request-id");
    }
    const qint64 most = query.value(u"maxResults"_s).toInteger();
    if (answer->bytes <= SlowBytes)
        return page(request, query, *answer, 0, most);
    return jsonReply(request, 200,
                     {{u"kind"_s, u"bigquery#queryResponse"_s},
                      {u"jobComplete"_s, false},
                      {u"jobReference"_s, referenceOf(query)}},
                     "x-request-id");
}

HttpReply GoogleEmulator::results(const HttpRequest &request, const QString &id) const
{
    const Params params(request.url);
    const auto query = jobOf(id);
    const QString place = params.has(u"location"_s) ? params.value(u"location"_s) : location();
    if (!query || place != location())
        return refuse(
            request,
            {404, u"notFound"_s,
             u"Not found: Job %1:%2.%3"_s.arg(QLatin1StringView(googleProject), place, id.left(40))});
    qint64 offset = params.value(u"startIndex"_s).toLongLong();
    if (params.has(u"pageToken"_s)) {
        const auto position = pagePosition(params.value(u"pageToken"_s));
        if (!position)
            return refuse(request, {400, u"invalid"_s, u"Invalid page token"_s});
        offset = *position;
    }
    QJsonObject formatted = *query;
    if (params.has(u"formatOptions.useInt64Timestamp"_s))
        formatted.insert(u"formatOptions"_s,
                         QJsonObject{{u"useInt64Timestamp"_s,
                                      params.value(u"formatOptions.useInt64Timestamp"_s) == u"true"}});
    const auto answer = run(formatted);
    if (!answer)
        return refuse(request, answer.error());
    return page(request, *query, *answer, offset, params.value(u"maxResults"_s).toLongLong());
}

HttpReply GoogleEmulator::job(const HttpRequest &request, const QString &id) const
{
    const auto query = jobOf(id);
    if (!query)
        return refuse(request, {404, u"notFound"_s, u"Not found: Job %1"_s.arg(id.left(40))});
    const QJsonObject configuration{
        {u"jobType"_s, u"QUERY"_s},
        {u"query"_s, QJsonObject{{u"query"_s, query->value(u"query"_s)}, {u"useLegacySql"_s, false}}}};
    return jsonReply(request, 200,
                     {{u"kind"_s, u"bigquery#job"_s},
                      {u"id"_s, QLatin1StringView(googleProject) + u":US."_s + id},
                      {u"jobReference"_s, referenceOf(*query)},
                      {u"configuration"_s, configuration},
                      {u"status"_s, QJsonObject{{u"state"_s, u"DONE"_s}}}},
                     "x-request-id");
}

QJsonObject GoogleEmulator::truth(const BillLine &line) const
{
    // The bill names a model only in the texts of token SKUs.
    const bool model = line.stream && line.stream->meter.isNull();
    return {{u"service"_s, line.stream ? line.stream->endpoint : u"Invoice"_s},
            {u"model"_s, model ? jsonText(line.stream->model) : QJsonValue()},
            {u"project"_s, line.stream ? jsonText(line.stream->project) : QJsonValue()},
            {u"key"_s, QJsonValue()}};
}

QJsonObject GoogleEmulator::truth(const UseDay &use) const
{
    const bool model = use.stream->meter.isNull();
    return {{u"service"_s, use.stream->endpoint},
            {u"model"_s, model ? jsonText(use.stream->model) : QJsonValue()},
            {u"project"_s, jsonText(use.stream->project)},
            {u"key"_s, QJsonValue()},
            {u"user"_s, QJsonValue()},
            {u"requests"_s, QJsonValue()}}; // bills count tokens, not requests
}

} // namespace Costglass
