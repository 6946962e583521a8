// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/usagescenario.h"

#include "pricing/decimal.h"
#include "pricing/pricerow.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::UsageScenario)
};

constexpr int Days = 30;

/// The use of one vendor's model.
struct ModelUse
{
    Decimal input = 0; ///< all prompt tokens
    Decimal read = 0; ///< of them from a cache
    Decimal output = 0;
    Decimal batch = 0; ///< tokens sent in batches
    Decimal requests = 0;
    bool requestsTold = true;

    void add(const Usage &usage)
    {
        const auto count = [](std::optional<qint64> amount) { return Decimal(amount.value_or(0)); };
        const Decimal prompt = count(usage.input) + count(usage.cacheRead) + count(usage.cacheWrite5m)
            + count(usage.cacheWrite30m) + count(usage.cacheWrite1h) + count(usage.cacheWrite12h);
        input += prompt;
        read += count(usage.cacheRead);
        output += count(usage.output);
        if (tierFromName(usage.at.tier) == Tier::Batch)
            batch += prompt + count(usage.output);
        requests += count(usage.requests);
        requestsTold = requestsTold && usage.requests;
    }
};

bool hasTokens(const Usage &usage)
{
    return usage.input || usage.cacheRead || usage.cacheWrite5m || usage.cacheWrite30m || usage.cacheWrite1h
        || usage.cacheWrite12h || usage.output;
}

using Uses = std::map<std::pair<QString, QString>, ModelUse>; ///< by vendor and model

struct Gathered
{
    Uses uses;
    QStringList leftOut; ///< use without tokens, by its model or service
};

Result<Gathered> gather(Store &store, const DateRange &days)
{
    const auto accounts = store.accounts();
    if (!accounts)
        return std::unexpected(accounts.error());
    Gathered gathered;
    for (const Account &account : *accounts) {
        const auto used = store.usageSums(account.id, days);
        if (!used)
            return std::unexpected(used.error());
        for (const Usage &usage : *used) {
            const QString name = usage.at.model.isNull() ? usage.at.service : usage.at.model;
            if (hasTokens(usage) && !usage.at.model.isNull())
                gathered.uses[{account.vendor, usage.at.model}].add(usage);
            else if (!name.isNull() && !gathered.leftOut.contains(name))
                gathered.leftOut.append(name);
        }
    }
    return gathered;
}

/// 0 of nothing.
QString shareOf(const Decimal &part, const Decimal &whole, int decimals)
{
    return whole.isZero() ? u"0"_s : part.dividedBy(whole, decimals).toString();
}

QJsonObject workloadOf(const QString &name, const ModelUse &use)
{
    constexpr int Thousand = 1000;
    const Decimal requests = use.requestsTold && !use.requests.isZero()
        ? use.requests
        : larger(use.input, use.output).dividedBy(Thousand, 6);
    // As many decimals as an estimate's products of all of them leave room for.
    return {{u"name"_s, name},
            {u"per_day"_s, requests.dividedBy(Days, 6).toString()},
            {u"tokens_in"_s, use.input.dividedBy(requests, 3).toString()},
            {u"tokens_out"_s, use.output.dividedBy(requests, 3).toString()},
            {u"hit"_s, shareOf(use.read, use.input, 4)},
            {u"batchable"_s, shareOf(use.batch, use.input + use.output, 3)}};
}

} // namespace

Result<QJsonObject> lastThirtyDays(Store &store, QDate today)
{
    const DateRange days{today.addDays(-Days), today};
    const auto gathered = gather(store, days);
    if (!gathered)
        return std::unexpected(gathered.error());
    QJsonArray workloads;
    for (const auto &[of, use] : gathered->uses) {
        if (use.input.isZero() && use.output.isZero())
            continue;
        const auto sameModel
            = std::count_if(gathered->uses.begin(), gathered->uses.end(),
                            [&of](const auto &one) { return one.first.second == of.second; });
        workloads.append(workloadOf(sameModel > 1 ? of.first + u'/' + of.second : of.second, use));
    }
    if (workloads.isEmpty())
        return failure(Error::Kind::Config, Texts::tr("The ledger knows of no tokens in the last 30 days."),
                       Texts::tr("“costglass-cli sync” asks the vendors."));
    QJsonArray reasons{Texts::tr("Metered from %1 to %2.")
                           .arg(days.from.toString(Qt::ISODate), days.to.addDays(-1).toString(Qt::ISODate))};
    if (!gathered->leftOut.isEmpty())
        reasons.append(
            Texts::tr("Left out, as it is not counted in tokens: %1.").arg(gathered->leftOut.join(u", "_s)));
    return QJsonObject{{u"schema"_s, u"costglass-scenario/1"_s},
                       {u"id"_s, u"last-30-days"_s},
                       {u"days_per_month"_s, QString::number(Days)},
                       {u"workloads"_s, workloads},
                       {u"reasons"_s, reasons}};
}

} // namespace Costglass
