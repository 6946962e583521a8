// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/mistraladapter.h"

#include "pricing/decimal.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Mistral)
};

QString usageReply()
{
    return Texts::tr("The usage report");
}

HttpRequest usageRequest(const FetchJob &job, QDate day)
{
    QList<QPair<QString, QString>> query{{u"month"_s, QString::number(day.month())},
                                         {u"year"_s, QString::number(day.year())}};
    const QString workspace = job.account.settings.value(u"workspace_id"_s);
    if (!workspace.isEmpty())
        query.append({u"workspace_id"_s, workspace});
    HttpRequest request;
    request.url = urlUnder(job.baseUrl, u"/usage"_s, query);
    request.auth.scheme = Auth::Scheme::Header;
    request.auth.header = "x-api-key";
    return request;
}

Error explained(const HttpReply &reply, qint64 now)
{
    Error error = replyError(reply, now);
    if (error.kind == Error::Kind::Auth || error.kind == Error::Kind::Permission)
        error.remedy
            = Texts::tr("Only a key of the Admin API is taken: an admin of the organization makes it at "
                        "admin.mistral.ai → API keys. A key for models is refused. Your history stays.");
    return error;
}

/// The names that an entry and its price have in common.
QStringList priceKey(const QJsonObject &object)
{
    return {object.value(u"event_type"_s).toString(), object.value(u"billing_metric"_s).toString(),
            object.value(u"billing_group"_s).toString()};
}

/// Reads one reply's entries into records.
class Reader
{
public:
    Reader(const FetchJob &job, Currency currency) : m_job(job), m_currency(currency) { }

    Result<void> readPrices(const QJsonArray &prices)
    {
        for (const QJsonValue &value : prices) {
            const auto price = Decimal::fromJson(value[u"price"_s]);
            if (!price || price->isNegative())
                return failure(Error::Kind::Format,
                               Texts::tr("%1 has a price that cannot be read.").arg(usageReply()));
            m_prices.insert(priceKey(value.toObject()), *price);
        }
        return {};
    }

    /// Looks for lists of entries in \a object, however deep; what holds such a list is called like a model.
    Result<void> readPart(const QString &category, const QString &model, const QJsonObject &object)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            Result<void> read;
            if (it.value().isArray())
                read = readEntries(category, model, it.key(), it.value().toArray());
            else if (it.value().isObject())
                read = readPart(category, it.key(), it.value().toObject());
            if (!read)
                return read;
        }
        return {};
    }

    Page page;

private:
    Result<void> readEntries(const QString &category, const QString &model, const QString &group,
                             const QJsonArray &entries)
    {
        for (const QJsonValue &value : entries) {
            const auto read = readEntry(category, model, group, value.toObject());
            if (!read)
                return read;
        }
        return {};
    }

    Result<void> readEntry(const QString &category, const QString &model, const QString &group,
                           const QJsonObject &entry)
    {
        const QDate day = QDate::fromString(entry.value(u"timestamp"_s).toString().left(10), Qt::ISODate);
        const auto used = useFromJson(entry.value(u"value"_s));
        // What is free of charge is not paid; where that is not told, all is.
        const QString paid = entry.contains(u"value_paid"_s) ? u"value_paid"_s : u"value"_s;
        const auto charged = useFromJson(entry.value(paid));
        if (!day.isValid() || !used || !*used || !charged || !*charged)
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has an entry whose day or count cannot be read (%2).")
                               .arg(usageReply(), category));
        if (!m_job.days.contains(day))
            return {};
        Dimensions at;
        at.service = category;
        const QString shown = idText(entry.value(u"billing_display_name"_s));
        at.model = shown.isEmpty() ? model : shown;
        const QString workspace = m_job.account.settings.value(u"workspace_id"_s);
        at.project = workspace.isEmpty() ? QString() : workspace;
        addUsage(day, at, group, **used);
        return addCharge(day, at, group, **charged, priceKey(entry));
    }

    void addUsage(QDate day, const Dimensions &at, const QString &group, qint64 count)
    {
        Usage usage = usageOn(day);
        usage.at = at;
        const bool tokens = at.service == u"chat" || at.service == u"completion";
        if (tokens && group == u"input") {
            usage.input = count;
        } else if (tokens && group == u"cached") {
            usage.cacheRead = count;
        } else if (tokens && group == u"output") {
            usage.output = count;
        } else {
            usage.quantity = count;
            usage.unit = group;
        }
        page.records.usage.append(usage);
    }

    Result<void> addCharge(QDate day, const Dimensions &at, const QString &group, qint64 paid,
                           const QStringList &key)
    {
        if (paid == 0)
            return {};
        const auto price = m_prices.constFind(key);
        if (price == m_prices.cend()) {
            const QString warning
                = Texts::tr("Mistral tells no price for %1: its use is counted without money.").arg(at.model);
            if (!page.warnings.contains(warning))
                page.warnings.append(warning);
            return {};
        }
        const auto cost = (*price * Decimal(paid)).toMoney(m_currency);
        if (!cost)
            return std::unexpected(cost.error());
        Charge charge = chargeOn(day);
        charge.at = at;
        charge.kind = ChargeKind::Estimated;
        charge.meter = group;
        charge.cost = *cost;
        charge.quantity = QString::number(paid);
        if (!cost->isZero())
            page.records.charges.append(charge);
        return {};
    }

    const FetchJob &m_job;
    Currency m_currency;
    QMap<QStringList, Decimal> m_prices;
};

Result<Page> readUsage(const FetchJob &job, const HttpReply &reply)
{
    if (reply.status != 200)
        return std::unexpected(explained(reply, job.now));
    const auto object = readReply(reply, usageReply(), job.now);
    if (!object)
        return std::unexpected(object.error());
    const auto currency = Currency::fromCode(object->value(u"currency"_s).toString());
    if (!currency)
        return std::unexpected(currency.error());
    Reader reader(job, *currency);
    const auto prices = reader.readPrices(object->value(u"prices"_s).toArray());
    if (!prices)
        return std::unexpected(prices.error());
    for (auto it = object->begin(); it != object->end(); ++it) {
        if (!it.value().isObject())
            continue;
        const auto read = reader.readPart(it.key(), {}, it.value().toObject());
        if (!read)
            return std::unexpected(read.error());
    }
    // A bare number, of which it is not said whether it is money.
    if (object->value(u"vibe_usage"_s).toDouble() != 0)
        reader.page.warnings.append(
            Texts::tr("The use of Vibe is told as a number without a day; it is not counted."));
    return std::move(reader.page);
}

} // namespace

const VendorInfo &MistralAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"mistral"_s;
        vendor.name = u"Mistral AI"_s;
        vendor.colour = u"#FA520F"_s;
        vendor.baseUrl = QUrl(u"https://console.mistral.ai/api/admin"_s);
        vendor.secretLabel = Texts::tr("Admin API key");
        vendor.secretHint = u"…"_s;
        vendor.keySteps = Texts::tr("An admin of the organization makes a key of the Admin API at "
                                    "admin.mistral.ai. It tells use by day and model with Mistral's prices; "
                                    "cost is use × price, before taxes and credits. Mistral documents the "
                                    "reply in part only: compare the first month with the bill.");
        vendor.keyPage = QUrl(u"https://docs.mistral.ai/admin/admin-api/usage-metrics"_s);
        vendor.leastScope = Texts::tr("A key of the Admin API; it may also set the spending limit. Keys for "
                                      "models cannot read use.");
        vendor.fields = {{u"workspace_id"_s, Texts::tr("Only this workspace (id)"), false, {}}};
        vendor.feeds = {Feed::Costs};
        vendor.trailingDays = 3;
        return vendor;
    }();
    return info;
}

HttpRequest MistralAdapter::firstRequest(const FetchJob &job) const
{
    return usageRequest(job, job.days.from);
}

Result<Page> MistralAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return readUsage(job, reply);
}

HttpRequest MistralAdapter::checkRequest(const FetchJob &job) const
{
    return usageRequest(job, dayOf(job.now, QTimeZone::utc()));
}

Result<KeyCheck> MistralAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const auto page = readUsage(job, reply);
    if (!page)
        return std::unexpected(page.error());
    return KeyCheck{Texts::tr("The key works: it reads the organization's use."),
                    {Texts::tr("A key of the Admin API may also set the spending limit.")},
                    {}};
}

} // namespace Costglass
