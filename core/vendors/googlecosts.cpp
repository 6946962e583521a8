// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/googleadapter.h"

#include "pricing/decimal.h"
#include "vendors/googlebigquery.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Google)
};

const QTimeZone &pacific()
{
    static const QTimeZone zone = zoneById("America/Los_Angeles").value_or(QTimeZone::utc());
    return zone;
}

/// Vertex AI and Gemini API by Google's documentation, the others as the public price catalogue lists them: Gemini for
/// Google Cloud, Natural Language, Document AI, Vision, Text-to-Speech, Vertex AI Search, Speech-to-Text, AutoML,
/// Dialogflow, Translation, Video Intelligence, Vertex AI Vision, Recommendations AI, Agentic Applications.
const QStringList &aiServices()
{
    static const QStringList ids{
        u"C7E2-9256-1C43"_s, u"AEFD-7695-64FA"_s, u"719A-983F-202D"_s, u"04C4-B046-D8B2"_s,
        u"D870-408D-92A6"_s, u"C08E-37B9-80D3"_s, u"02DA-B362-D983"_s, u"74B1-77CF-C302"_s,
        u"63DE-82AB-F564"_s, u"EDA4-10BF-88A3"_s, u"FBC0-AA4A-C89A"_s, u"1DB1-3CD3-35A3"_s,
        u"8CD0-2A17-0B05"_s, u"E5FE-878F-FECE"_s, u"AF9A-5F4C-31E5"_s, u"E4EE-DF31-DCDA"_s};
    return ids;
}

bool wantsAll(const Account &account)
{
    return account.settings.value(u"services"_s) == u"all";
}

/// One pass over the table. Credits stay records, so that each type is a charge of its own; joining them would count
/// a cost once for each of its credits.
QString costsSql(const Account &account, GoogleDetail detail)
{
    const BigQueryTable table = bigQueryTable(account);
    const bool all = detail == GoogleDetail::All;
    QStringList groups{u"d"_s,   u"sid"_s,      u"sname"_s, u"skuid"_s, u"skuname"_s,
                       u"pid"_s, u"currency"_s, u"im"_s,    u"ct"_s};
    QStringList columns{u"DATE(usage_start_time, 'America/Los_Angeles') AS d"_s,
                        u"service.id AS sid"_s,
                        u"service.description AS sname"_s,
                        u"sku.id AS skuid"_s,
                        u"sku.description AS skuname"_s,
                        u"project.id AS pid"_s,
                        u"currency"_s,
                        u"invoice.month AS im"_s,
                        u"cost_type AS ct"_s};
    if (all) {
        groups.append(u"region"_s);
        columns.append(u"location.region AS region"_s);
    }
    if (all && table.detailed) {
        groups.append(u"resource"_s);
        columns.append(u"resource.name AS resource"_s);
    }
    columns += {
        u"SUM(cost) AS cost"_s,
        all ? u"ARRAY_CONCAT_AGG(ARRAY(SELECT AS STRUCT c.type, c.name, c.amount FROM UNNEST(credits) AS c)) AS credits"_s
            : u"SUM(IFNULL((SELECT SUM(c.amount) FROM UNNEST(credits) AS c), 0)) AS credits"_s,
        u"SUM(usage.amount_in_pricing_units) AS qty"_s, u"ANY_VALUE(usage.pricing_unit) AS unit"_s};
    if (all)
        columns += {u"SUM(cost_at_list) AS list"_s, u"ANY_VALUE(project.name) AS pname"_s};
    const QString services = wantsAll(account) ? QString() : u" AND service.id IN UNNEST(@svc)"_s;
    return u"SELECT "_s + columns.join(u", "_s) + u" FROM `"_s + table.name
        + u"` WHERE _PARTITIONDATE >= @pstart AND usage_start_time >= @t0 AND usage_start_time < @t1"_s
        + services + u" GROUP BY "_s + groups.join(u", "_s);
}

QString rowName(qsizetype row)
{
    return Texts::tr("%1 (row %2)").arg(Texts::tr("The billing export")).arg(row + 1);
}

std::unexpected<Error> unreadable(qsizetype row, const Error &error)
{
    return failure(error.kind, Texts::tr("%1 cannot be read: %2").arg(rowName(row), error.detail));
}

ChargeCategory categoryOf(const QString &costType, Money cost)
{
    if (costType == u"tax")
        return ChargeCategory::Tax;
    const bool adjusts = costType == u"adjustment" || costType == u"rounding_error" || cost.isNegative();
    return adjusts ? ChargeCategory::Adjustment : ChargeCategory::Usage;
}

/// The line's text; with its resource (detailed table) and, where it goes to another month's invoice than the day's,
/// that month.
QString descriptionOf(const BigQueryRows &rows, qsizetype row, QDate day)
{
    QString text = rows.text(row, u"skuname"_s);
    const QString resource = rows.text(row, u"resource"_s);
    if (!resource.isEmpty())
        text += u" ("_s + resource + u')';
    const QString month = rows.text(row, u"im"_s);
    if (!month.isEmpty() && month != day.toString(u"yyyyMM"_s))
        text += u" [invoice.month "_s + month + u']';
    return text;
}

/// The charge of a row before its credits.
Result<Charge> readCharge(const BigQueryRows &rows, qsizetype row, Currency currency)
{
    Charge charge;
    charge.day = QDate::fromString(rows.text(row, u"d"_s), Qt::ISODate);
    if (!charge.day.isValid())
        return failure(Error::Kind::Format, Texts::tr("A row has no day."));
    charge.periodStart = dayStart(charge.day, pacific());
    charge.periodEnd = dayStart(charge.day.addDays(1), pacific());
    const auto cost = moneyFromJson(rows.at(row, u"cost"_s), currency);
    if (!cost)
        return std::unexpected(cost.error());
    const GoogleSku sku = readGoogleSku(rows.text(row, u"skuname"_s));
    charge.cost = *cost;
    charge.category = categoryOf(rows.text(row, u"ct"_s), *cost);
    charge.at.service = rows.text(row, u"sname"_s);
    charge.at.model = sku.model;
    charge.at.project = rows.text(row, u"pid"_s);
    charge.at.region = rows.text(row, u"region"_s);
    charge.at.tier = sku.tier;
    charge.meter = sku.meter;
    charge.description = descriptionOf(rows, row, charge.day);
    const auto quantity = Decimal::parse(rows.text(row, u"qty"_s));
    if (quantity && !quantity->isZero()) {
        charge.quantity = quantity->toString();
        charge.unit = rows.text(row, u"unit"_s);
    }
    const QJsonValue list = rows.at(row, u"list"_s);
    if (!list.isNull()) {
        const auto money = moneyFromJson(list, currency);
        if (!money)
            return std::unexpected(money.error());
        charge.list = *money;
    }
    return charge;
}

/// A credit of the charge's row.
Result<Charge> creditOf(const Charge &charge, const QString &type, const QString &name, const Decimal &amount)
{
    const auto cost = amount.toMoney(charge.cost.currency());
    if (!cost)
        return std::unexpected(cost.error());
    Charge credit;
    credit.day = charge.day;
    credit.periodStart = charge.periodStart;
    credit.periodEnd = charge.periodEnd;
    credit.at = charge.at;
    credit.category = ChargeCategory::Credit;
    credit.description = name;
    credit.meter = type;
    credit.cost = *cost;
    return credit;
}

/// The credits of a row, one charge for each type and name. Hourly amounts are added exactly and rounded once.
Result<QList<Charge>> readCredits(const BigQueryRows &rows, qsizetype row, const Charge &charge)
{
    constexpr int Finest = 18; // digits beyond are the noise of binary fractions
    QMap<QPair<QString, QString>, Decimal> sums;
    const auto add = [&sums](const QJsonValue &value, const QString &type, const QString &name) -> bool {
        const auto amount = Decimal::fromJson(value);
        if (amount)
            sums[{type, name}] += amount->rounded(Finest, Rounding::HalfEven);
        return amount.has_value();
    };
    const QJsonValue cell = rows.at(row, u"credits"_s);
    if (cell.isArray()) {
        const auto records = rows.records(row, u"credits"_s);
        if (!records)
            return std::unexpected(records.error());
        for (const QJsonObject &record : *records) {
            if (!add(record.value(u"amount"_s), idText(record.value(u"type"_s)),
                     idText(record.value(u"name"_s))))
                return failure(Error::Kind::Format, Texts::tr("A credit has no amount."));
        }
    } else if (!(cell.isNull() && rows.hasRecords(u"credits"_s)) && !add(cell, QString(), QString())) {
        return failure(Error::Kind::Format, Texts::tr("A credit has no amount."));
    }
    QList<Charge> credits;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        if (it.value().isZero())
            continue;
        const auto credit = creditOf(charge, it.key().first, it.key().second, it.value());
        if (!credit)
            return std::unexpected(credit.error());
        credits.append(*credit);
    }
    return credits;
}

/// The tokens of a charge whose SKU counts them; nothing for other meters.
std::optional<Usage> tokensOf(const Charge &charge)
{
    Usage usage;
    usage.day = charge.day;
    usage.periodStart = charge.periodStart;
    usage.periodEnd = charge.periodEnd;
    usage.at = charge.at;
    const QMap<QString, std::optional<qint64> Usage::*> fields{
        {u"input"_s, &Usage::input}, {u"cached_input"_s, &Usage::cacheRead}, {u"output"_s, &Usage::output}};
    const auto field = fields.constFind(charge.meter);
    const auto count = useFromJson(charge.quantity);
    if (charge.category != ChargeCategory::Usage || charge.unit != u"count" || field == fields.cend()
        || !count)
        return std::nullopt;
    usage.*field.value() = *count;
    return usage;
}

Result<void> readRow(const BigQueryRows &rows, qsizetype row, Records &records)
{
    const auto currency = Currency::fromCode(rows.text(row, u"currency"_s));
    if (!currency)
        return unreadable(row, currency.error());
    const auto charge = readCharge(rows, row, *currency);
    if (!charge)
        return unreadable(row, charge.error());
    const auto credits = readCredits(rows, row, *charge);
    if (!credits)
        return unreadable(row, credits.error());
    records.charges.append(*charge);
    records.charges += *credits;
    if (const auto usage = tokensOf(*charge))
        records.usage.append(*usage);
    const QString name = rows.text(row, u"pname"_s);
    const Name project{Name::Of::Project, charge->at.project, name};
    if (!name.isEmpty() && !project.id.isEmpty() && !records.names.contains(project))
        records.names.append(project);
    return {};
}

} // namespace

QDate googleToday(qint64 now)
{
    return dayOf(now, pacific());
}

HttpRequest googleCostsRequest(const FetchJob &job, GoogleDetail detail, bool dryRun)
{
    const auto instant = [](QDate day) { return toRfc3339(dayStart(day, pacific())); };
    // Rows are loaded after their use: no partition before the first day can hold one. Late rows and corrections come
    // for months, so there is no last partition.
    QList<BigQueryParameter> parameters{{u"pstart"_s, u"DATE"_s, job.days.from.toString(Qt::ISODate)},
                                        {u"t0"_s, u"TIMESTAMP"_s, instant(job.days.from)},
                                        {u"t1"_s, u"TIMESTAMP"_s, instant(job.days.to)}};
    if (!wantsAll(job.account))
        parameters.append({u"svc"_s, u"STRING"_s, {}, aiServices()});
    HttpRequest request = bigQueryRequest(job, costsSql(job.account, detail), parameters, dryRun);
    request.context.insert(u"plain"_s, detail == GoogleDetail::Plain);
    return request;
}

Result<Page> parseGoogleCosts(const FetchJob &job, const HttpReply &reply)
{
    Page page;
    const bool plain = reply.request.context.value(u"plain"_s).toBool();
    if (reply.status == 400 && !plain && isFirstPage(reply) && bigQueryReason(reply) == u"invalidQuery") {
        // Columns were added over the years, and views leave some out.
        page.next = googleCostsRequest(job, GoogleDetail::Plain);
        page.warnings.append(Texts::tr(
            "The export lacks newer columns: list prices, regions and the kinds of credits are not told."));
        return page;
    }
    if (reply.status != 200)
        return std::unexpected(bigQueryError(job, reply));
    const auto object = readReply(reply, Texts::tr("The query's result"), job.now);
    if (!object)
        return std::unexpected(object.error());
    const auto next = bigQueryNext(job, reply, *object);
    if (!next)
        return std::unexpected(next.error());
    page.next = *next;
    if (!object->value(u"jobComplete"_s).toBool())
        return page;
    const auto rows = BigQueryRows::read(*object);
    if (!rows)
        return std::unexpected(rows.error());
    for (const QString &column : {u"d"_s, u"currency"_s, u"cost"_s, u"credits"_s}) {
        if (!rows->has(column))
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has no column “%2”.").arg(Texts::tr("The query's result"), column));
    }
    for (qsizetype row = 0; row < rows->size(); ++row) {
        const auto read = readRow(*rows, row, page.records);
        if (!read)
            return std::unexpected(read.error());
    }
    return page;
}

} // namespace Costglass
