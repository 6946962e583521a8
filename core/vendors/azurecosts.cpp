// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/azureadapter.h"
#include "vendors/reply.h"

#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Azure)
};

QString costReport()
{
    return Texts::tr("The cost report");
}

/// As the bill has named Azure's AI services over the years. Models of the Marketplace are no service of their own there.
const QStringList &aiServices()
{
    static const QStringList names{
        u"Azure OpenAI"_s,           u"Azure OpenAI Service"_s, u"Foundry Models"_s,
        u"Foundry Tools"_s,          u"Cognitive Services"_s,   u"Azure AI services"_s,
        u"Azure AI Foundry"_s,       u"Microsoft Foundry"_s,    u"Azure AI Search"_s,
        u"Azure Cognitive Search"_s, u"Azure Bot Service"_s,    u"Azure Machine Learning"_s};
    return names;
}

bool countsEverything(const FetchJob &job)
{
    return job.account.settings.value(u"services"_s) == u"all";
}

AzureDetail detailOf(const HttpRequest &request)
{
    return static_cast<AzureDetail>(request.context.value(u"detail"_s).toInt());
}

QString groupOf(AzureDetail detail)
{
    return detail == AzureDetail::Meter ? u"Meter"_s : u"MeterSubCategory"_s;
}

/// Rows by the names of their columns: the order of columns is Azure's own.
class Table
{
public:
    explicit Table(const QJsonArray &columns)
    {
        for (const QJsonValue &column : columns)
            m_names.append(column[u"name"_s].toString());
    }
    qsizetype width() const { return m_names.size(); }
    bool has(const QString &name) const { return m_names.contains(name); }
    QJsonValue at(const QJsonArray &row, const QString &name) const
    {
        const qsizetype column = m_names.indexOf(name);
        return column < 0 ? QJsonValue() : row.at(static_cast<int>(column));
    }
    /// The column of the cost: named by what is added up, or by the query's own name of the sum.
    QString cost() const
    {
        for (const QString &name : {u"Cost"_s, u"PreTaxCost"_s, u"totalCost"_s}) {
            if (has(name))
                return name;
        }
        return {};
    }

private:
    QStringList m_names;
};

Result<Charge> readRow(const Table &table, const QJsonArray &row, AzureDetail detail)
{
    if (row.size() != table.width())
        return failure(Error::Kind::Format, Texts::tr("A row has not a cell for each column."));
    Charge charge;
    const QString date = decimalText(table.at(row, u"UsageDate"_s)).value_or(QString());
    charge.day = QDate::fromString(QString(date).remove(u'-').left(8), u"yyyyMMdd"_s);
    if (!charge.day.isValid())
        return failure(Error::Kind::Format, Texts::tr("A row has no day."));
    charge.periodStart = dayStart(charge.day, QTimeZone::utc());
    charge.periodEnd = dayStart(charge.day.addDays(1), QTimeZone::utc());
    const auto currency = Currency::fromCode(table.at(row, u"Currency"_s).toString());
    if (!currency)
        return std::unexpected(currency.error());
    const auto cost = moneyFromJson(table.at(row, table.cost()), *currency);
    if (!cost)
        return std::unexpected(cost.error());
    charge.cost = *cost;
    // The two groups leave no room for ChargeType: a negative sum can only take back what was charged.
    charge.category = cost->isNegative() ? ChargeCategory::Adjustment : ChargeCategory::Usage;
    charge.at.service = idText(table.at(row, u"ServiceName"_s));
    charge.description = idText(table.at(row, groupOf(detail)));
    if (detail == AzureDetail::Meter) {
        const AzureMeter meter = readAzureMeter(charge.description);
        charge.at.model = meter.model;
        charge.at.tier = meter.tier;
        charge.meter = meter.meter;
        charge.quantity = decimalText(table.at(row, u"UsageQuantity"_s)).value_or(QString());
    }
    return charge;
}

bool isUsed(const QString &quantity)
{
    return std::any_of(quantity.begin(), quantity.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
}

Result<QList<Charge>> readRows(const FetchJob &job, const QJsonObject &properties, AzureDetail detail)
{
    const auto columns = arrayOf(properties, u"columns"_s, costReport());
    if (!columns)
        return std::unexpected(columns.error());
    const auto rows = arrayOf(properties, u"rows"_s, costReport());
    if (!rows)
        return std::unexpected(rows.error());
    const Table table(*columns);
    for (const QString &column : {u"UsageDate"_s, u"Currency"_s, u"ServiceName"_s}) {
        if (!table.has(column))
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has no column “%2”.").arg(costReport(), column));
    }
    if (table.cost().isEmpty())
        return failure(Error::Kind::Format, Texts::tr("%1 has no column “%2”.").arg(costReport(), u"Cost"_s));
    QList<Charge> charges;
    for (const QJsonValue &row : *rows) {
        const auto charge = readRow(table, row.toArray(), detail);
        if (!charge)
            return failure(
                charge.error().kind,
                Texts::tr("%1 has a row that cannot be read: %2").arg(costReport(), charge.error().detail));
        // The filter is asked for as well; a server that takes no notice of it must not bring in the rest of the bill.
        const bool counts
            = countsEverything(job) || aiServices().contains(charge->at.service, Qt::CaseInsensitive);
        if (counts && (!charge->cost.isZero() || isUsed(charge->quantity)))
            charges.append(*charge);
    }
    return charges;
}

/// The same request for the page behind \a link. The link is followed as it stands, but never to another server: the
/// token goes with it.
Result<HttpRequest> nextPageAt(const FetchJob &job, const HttpRequest &request, const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    const QUrl &base = job.baseUrl;
    if (!url.isValid() || url.scheme() != base.scheme() || url.host() != base.host()
        || url.port() != base.port())
        return failure(
            Error::Kind::Format,
            Texts::tr("The next page of the cost report lies on another server than the account's; "
                      "the key was not sent there."));
    auto next = followed(request, link);
    if (next)
        next->url = url;
    return next;
}

/// The longest wait of all that Azure's throttle names; nothing when it names none.
std::optional<int> throttleSeconds(const HttpReply &reply)
{
    constexpr int Least = 45; // hints of a few seconds were seen to be too short
    constexpr int Most = 24 * 3600;
    std::optional<int> longest;
    for (const auto &[name, value] : reply.headers) {
        const QByteArray lower = name.toLower();
        bool valid = false;
        const int seconds = value.trimmed().toInt(&valid);
        if (lower.startsWith("x-ms-ratelimit-") && lower.endsWith("-retry-after") && valid)
            longest = qBound(Least, qMax(seconds, longest.value_or(0)), Most);
    }
    return longest;
}

QString remedyOf(const FetchJob &job, const Error &error, const QString &code)
{
    if (code.startsWith(u"InvalidAuthenticationTokenTenant"_s))
        return Texts::tr("The scope belongs to another directory: check tenant_id.");
    if (error.kind == Error::Kind::Auth)
        return Texts::tr("Check tenant_id, client_id and the client secret; your history stays.");
    if (error.kind == Error::Kind::Permission)
        return Texts::tr(
                   "Give the app the role Cost Management Reader on %1 (Access control (IAM) → Add role "
                   "assignment). A new role takes some minutes to work; your history stays.")
            .arg(azureScope(job.account));
    if (error.kind == Error::Kind::Config)
        return Texts::tr("Check the account's scope, now %1: subscriptions/ID, "
                         "subscriptions/ID/resourceGroups/NAME, "
                         "providers/Microsoft.Management/managementGroups/ID or "
                         "providers/Microsoft.Billing/billingAccounts/ID.")
            .arg(azureScope(job.account));
    return {};
}

} // namespace

HttpRequest azureCostsRequest(const FetchJob &job, AzureDetail detail)
{
    const auto sum = [](const QString &name) {
        return QJsonObject{{u"name"_s, name}, {u"function"_s, u"Sum"_s}};
    };
    const auto dimension = [](const QString &name) {
        return QJsonObject{{u"type"_s, u"Dimension"_s}, {u"name"_s, name}};
    };
    QJsonObject aggregation{{u"totalCost"_s, sum(u"Cost"_s)}};
    if (detail == AzureDetail::Meter)
        aggregation.insert(u"totalQuantity"_s, sum(u"UsageQuantity"_s));
    QJsonObject dataset{{u"granularity"_s, u"Daily"_s},
                        {u"aggregation"_s, aggregation},
                        {u"grouping"_s, QJsonArray{dimension(u"ServiceName"_s), dimension(groupOf(detail))}}};
    if (!countsEverything(job)) {
        const QJsonObject services{{u"name"_s, u"ServiceName"_s},
                                   {u"operator"_s, u"In"_s},
                                   {u"values"_s, QJsonArray::fromStringList(aiServices())}};
        dataset.insert(u"filter"_s, QJsonObject{{u"dimensions"_s, services}});
    }
    const QJsonObject period{{u"from"_s, job.days.from.toString(Qt::ISODate) + u"T00:00:00Z"_s},
                             {u"to"_s, job.days.to.addDays(-1).toString(Qt::ISODate) + u"T23:59:59Z"_s}};
    HttpRequest request;
    request.method = "POST";
    request.url = urlUnder(job.baseUrl,
                           u'/' + azureScope(job.account) + u"/providers/Microsoft.CostManagement/query"_s,
                           {{u"api-version"_s, u"2025-03-01"_s}});
    // Without a name of its own an app shares the quota of all nameless ones of the tenant.
    request.headers = {{"Content-Type", "application/json"}, {"ClientType", "Costglass"}};
    request.body = QJsonDocument(QJsonObject{{u"type"_s, u"ActualCost"_s},
                                             {u"timeframe"_s, u"Custom"_s},
                                             {u"timePeriod"_s, period},
                                             {u"dataset"_s, dataset}})
                       .toJson(QJsonDocument::Compact);
    request.auth = azureAuth(job);
    request.context.insert(u"detail"_s, static_cast<int>(detail));
    return request;
}

bool azureWantsCoarser(const HttpReply &reply)
{
    return reply.status == 400 && detailOf(reply.request) == AzureDetail::Meter && isFirstPage(reply);
}

Result<Page> parseAzureCosts(const FetchJob &job, const HttpReply &reply)
{
    Page page;
    if (azureWantsCoarser(reply)) {
        page.next = azureCostsRequest(job, AzureDetail::Category);
        page.warnings.append(Texts::tr("This agreement does not split costs by meter: models and quantities "
                                       "are not told."));
        return page;
    }
    if (reply.status == 204) // no content: nothing was used
        return page;
    if (reply.status != 200)
        return std::unexpected(azureError(job, reply));
    const auto report = parseJsonObject(reply.body, costReport());
    if (!report)
        return std::unexpected(report.error());
    const QJsonObject properties = report->value(u"properties"_s).toObject();
    auto charges = readRows(job, properties, detailOf(reply.request));
    if (!charges)
        return std::unexpected(charges.error());
    page.records.charges = std::move(*charges);
    const QString link = idText(properties.value(u"nextLink"_s));
    if (!link.isEmpty()) {
        const auto next = nextPageAt(job, reply.request, link);
        if (!next)
            return std::unexpected(next.error());
        page.next = *next;
    }
    return page;
}

Error azureError(const FetchJob &job, const HttpReply &reply)
{
    Error error = replyError(reply, job.now);
    const QString code = errorText(reply, {u"code"_s});
    if (code == u"ExpiredAuthenticationToken") {
        error.kind = Error::Kind::Server; // the next try comes with a new one
        return error;
    }
    if (reply.status == 400)
        error.kind = Error::Kind::Config;
    const QString remedy = remedyOf(job, error, code);
    if (!remedy.isEmpty())
        error.remedy = remedy;
    if (error.kind == Error::Kind::RateLimited) {
        const auto wait = throttleSeconds(reply);
        if (wait)
            error.retryAfter = qMax(*wait, error.retryAfter.value_or(0));
    }
    return error;
}

AzureMeter readAzureMeter(const QString &name)
{
    static const QRegularExpression word(
        u"[ _-](inp(?:ut|t)?|in|out(?:p|pt|put)?|opt|cache?d|cchd|cd|batch|bt|glbl|gl|global|dz(?:n|one)?|"
        u"data ?zone|regnl|rgnl|regional|pp|prty|priority|ptu|provisioned|tokens?|hosting|ft)(?![A-Za-z0-9])"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList words;
    qsizetype first = name.size();
    for (auto it = word.globalMatch(name); it.hasNext();) {
        const auto match = it.next();
        first = qMin(first, match.capturedStart());
        words.append(match.captured(1).toLower());
    }
    const auto has = [&words](const QString &start) {
        return std::any_of(words.begin(), words.end(),
                           [&start](const QString &found) { return found.startsWith(start); });
    };
    AzureMeter meter;
    const bool cached = has(u"cach"_s) || has(u"cchd"_s) || has(u"cd"_s);
    if (has(u"out"_s) || has(u"opt"_s))
        meter.meter = u"output_tokens"_s;
    else if (has(u"in"_s) || cached)
        meter.meter = cached ? u"cache_read_tokens"_s : u"input_tokens"_s;
    const bool tokens
        = !meter.meter.isNull() || has(u"token"_s) || name.contains(u"embedding"_s, Qt::CaseInsensitive);
    if (tokens && first > 0)
        meter.model = name.left(first).trimmed();
    if (has(u"batch"_s) || has(u"bt"_s))
        meter.tier = u"batch"_s;
    else if (has(u"pp"_s) || has(u"prty"_s) || has(u"priority"_s))
        meter.tier = u"priority"_s;
    return meter;
}

} // namespace Costglass
