// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/googlebigquery.h"

#include "vendors/reply.h"

#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Google)
};

// Shorter than the Fetcher's patience with a silent server.
const QString &waitMs()
{
    static const QString text = u"20000"_s;
    return text;
}

constexpr int MostPolls = 60; // twenty minutes

QString resultName()
{
    return Texts::tr("The query's result");
}

QString queriesPath(const QString &project)
{
    return u"/projects/"_s + project + u"/queries"_s;
}

Auth googleAuth()
{
    Auth auth;
    auth.scheme = Auth::Scheme::GoogleServiceAccount;
    auth.scope = "https://www.googleapis.com/auth/bigquery";
    return auth;
}

QJsonObject parameterJson(const BigQueryParameter &parameter)
{
    QJsonObject type{{u"type"_s, parameter.type}};
    QJsonObject value{{u"value"_s, parameter.value}};
    if (!parameter.values.isEmpty()) {
        QJsonArray values;
        for (const QString &one : parameter.values)
            values.append(QJsonObject{{u"value"_s, one}});
        type = {{u"type"_s, u"ARRAY"_s}, {u"arrayType"_s, type}};
        value = {{u"arrayValues"_s, values}};
    }
    return {{u"name"_s, parameter.name}, {u"parameterType"_s, type}, {u"parameterValue"_s, value}};
}

} // namespace

BigQueryTable bigQueryTable(const Account &account)
{
    static const QRegularExpression foreign(u"[^A-Za-z0-9_.:-]"_s);
    const QString detailed = account.settings.value(u"detailed_table"_s).remove(foreign);
    BigQueryTable table;
    table.detailed = !detailed.isEmpty();
    table.name = table.detailed ? detailed : account.settings.value(u"table"_s).remove(foreign);
    table.project = table.name.section(u'.', 0, -3); // a project of a domain has dots: "example.com:billing"
    return table;
}

qint64 bigQueryCap(const Account &account)
{
    constexpr qint64 TenGibibytes = qint64(10) << 30;
    const qint64 cap = account.settings.value(u"max_bytes_billed"_s).toLongLong();
    return cap > 0 ? cap : TenGibibytes;
}

HttpRequest bigQueryRequest(const FetchJob &job, const QString &sql,
                            const QList<BigQueryParameter> &parameters, bool dryRun)
{
    QJsonArray values;
    for (const BigQueryParameter &parameter : parameters)
        values.append(parameterJson(parameter));
    QJsonObject body{{u"query"_s, sql},
                     {u"useLegacySql"_s, false},
                     {u"parameterMode"_s, u"NAMED"_s},
                     {u"queryParameters"_s, values},
                     {u"maximumBytesBilled"_s, QString::number(bigQueryCap(job.account))},
                     {u"timeoutMs"_s, waitMs().toInt()}};
    const QString location = job.account.settings.value(u"location"_s);
    if (!location.isEmpty())
        body.insert(u"location"_s, location);
    if (dryRun)
        body.insert(u"dryRun"_s, true);
    HttpRequest request;
    request.method = "POST";
    request.url = job.baseUrl;
    request.url.setPath(job.baseUrl.path() + queriesPath(bigQueryTable(job.account).project));
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.auth = googleAuth();
    return request;
}

Result<BigQueryRows> BigQueryRows::read(const QJsonObject &reply)
{
    BigQueryRows result;
    const QJsonArray fields = reply.value(u"schema"_s).toObject().value(u"fields"_s).toArray();
    for (const QJsonValue &field : fields) {
        const QString name = field[u"name"_s].toString();
        result.m_columns.append(name);
        for (const QJsonValue &member : field[u"fields"_s].toArray())
            result.m_members[name].append(member[u"name"_s].toString());
    }
    if (fields.isEmpty())
        return failure(Error::Kind::Format, Texts::tr("%1 has no columns.").arg(resultName()));
    // A result without rows leaves the list out.
    if (!reply.contains(u"rows"_s) && reply.value(u"totalRows"_s).toString() == u"0")
        return result;
    const auto rows = arrayOf(reply, u"rows"_s, resultName());
    if (!rows)
        return std::unexpected(rows.error());
    for (const QJsonValue &row : *rows) {
        const QJsonArray cells = row[u"f"_s].toArray();
        if (cells.size() != fields.size()) {
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has a row of another width than its columns (row %2).")
                               .arg(resultName())
                               .arg(result.m_rows.size() + 1));
        }
        result.m_rows.append(cells);
    }
    return result;
}

QJsonValue BigQueryRows::at(qsizetype row, const QString &column) const
{
    const qsizetype place = m_columns.indexOf(column);
    return place < 0 ? QJsonValue() : m_rows[row].at(place)[u"v"_s];
}

QString BigQueryRows::text(qsizetype row, const QString &column) const
{
    return idText(at(row, column));
}

Result<QList<QJsonObject>> BigQueryRows::records(qsizetype row, const QString &column) const
{
    QList<QJsonObject> all;
    const QStringList members = m_members.value(column);
    for (const QJsonValue &record : at(row, column).toArray()) {
        const QJsonArray cells = record[u"v"_s][u"f"_s].toArray();
        if (cells.size() != members.size() || members.isEmpty())
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has a record that its columns do not describe.").arg(resultName()));
        QJsonObject object;
        for (qsizetype i = 0; i < members.size(); ++i)
            object.insert(members[i], cells.at(i)[u"v"_s]);
        all.append(object);
    }
    return all;
}

Result<std::optional<HttpRequest>> bigQueryNext(const FetchJob &job, const HttpReply &reply,
                                                const QJsonObject &object)
{
    static const QRegularExpression idShape(u"^[A-Za-z0-9_-]+$"_s);
    const QJsonValue complete = object.value(u"jobComplete"_s);
    const QString token = idText(object.value(u"pageToken"_s));
    if (!complete.isBool())
        return failure(Error::Kind::Format,
                       Texts::tr("%1 does not say whether it is whole.").arg(resultName()));
    if (complete.toBool() && token.isEmpty())
        return std::nullopt;
    const QJsonObject reference = object.value(u"jobReference"_s).toObject();
    const QString id = idText(reference.value(u"jobId"_s));
    if (!idShape.match(id).hasMatch())
        return failure(Error::Kind::Format, Texts::tr("%1 does not name its job.").arg(resultName()));
    HttpRequest next;
    QList<QPair<QString, QString>> query{{u"timeoutMs"_s, waitMs()}};
    // Outside the multi-regions a job is only found with its location.
    const QString location
        = reference.value(u"location"_s).toString(job.account.settings.value(u"location"_s));
    if (!location.isEmpty())
        query.append({u"location"_s, location});
    next.url = urlUnder(job.baseUrl, queriesPath(bigQueryTable(job.account).project) + u'/' + id, query);
    next.auth = googleAuth();
    next.context = reply.request.context;
    if (complete.toBool()) {
        const auto page = nextPage(next, u"pageToken"_s, token);
        return page ? Result<std::optional<HttpRequest>>(*page) : std::unexpected(page.error());
    }
    const int polls = next.context.value(u"polls"_s).toInt() + 1;
    if (polls > MostPolls)
        return failure(Error::Kind::Timeout, Texts::tr("BigQuery did not finish the query."));
    next.context.insert(u"polls"_s, polls);
    return next;
}

} // namespace Costglass
