// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/bookkeeping.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

ChargeCategory categoryOf(const QString &name)
{
    if (const auto category = chargeCategoryFromName(name))
        return *category;
    throw StoreProblem{Error{Error::Kind::Storage,
                             Texts::tr("The ledger holds an unknown kind of charge, “%1”.").arg(name)}};
}

} // namespace

QList<BilledSum> readBilledSums(Database &database, qint64 account, const DateRange &days)
{
    // The last figure is how many decimals the charge with most of them has.
    Statement read(
        database,
        "SELECT c.day, service.value, model.value, category.value, c.billing_currency,"
        " sum(c.billed_cost), count(*),"
        " max(CASE WHEN c.billed_cost % 10000000 = 0 THEN 2 WHEN c.billed_cost % 1000000 = 0 THEN 3"
        " WHEN c.billed_cost % 100000 = 0 THEN 4 WHEN c.billed_cost % 10000 = 0 THEN 5"
        " WHEN c.billed_cost % 1000 = 0 THEN 6 WHEN c.billed_cost % 100 = 0 THEN 7"
        " WHEN c.billed_cost % 10 = 0 THEN 8 ELSE 9 END)"
        " FROM charge c LEFT JOIN dimension_value service ON service.id = c.service"
        " LEFT JOIN dimension_value model ON model.id = c.model"
        " LEFT JOIN dimension_value category ON category.id = c.charge_category"
        " WHERE c.account = ?1 AND c.day >= ?2 AND c.day < ?3 AND c.kind = ?4"
        " GROUP BY c.day, c.service, c.model, c.charge_category, c.billing_currency"
        " ORDER BY c.day, service.value, model.value, category.value, c.billing_currency");
    read.with(account, days.from.toJulianDay(), days.to.toJulianDay(), static_cast<int>(ChargeKind::Billed));
    QList<BilledSum> sums;
    while (read.step()) {
        sums.append({.day = QDate::fromJulianDay(read.integer(0)),
                     .service = read.text(1),
                     .model = read.text(2),
                     .category = categoryOf(read.text(3)),
                     .cost = Money::fromNanos(read.integer(5), valueOf(Currency::fromCode(read.text(4)))),
                     .lines = static_cast<int>(read.integer(6)),
                     .decimals = static_cast<int>(read.integer(7))});
    }
    return sums;
}

QList<Usage> readUsageSums(Database &database, qint64 account, const DateRange &days)
{
    Statement read(
        database,
        "SELECT u.day, u.charge_period_start, max(u.charge_period_end), service.value, model.value,"
        " region.value, tier.value, unit.value, sum(u.input), sum(u.cache_read), sum(u.cache_write_5m),"
        " sum(u.cache_write_30m), sum(u.cache_write_1h), sum(u.cache_write_12h), sum(u.output),"
        " sum(u.requests), sum(u.quantity)"
        " FROM usage u LEFT JOIN dimension_value service ON service.id = u.service"
        " LEFT JOIN dimension_value model ON model.id = u.model"
        " LEFT JOIN dimension_value region ON region.id = u.region"
        " LEFT JOIN dimension_value tier ON tier.id = u.tier"
        " LEFT JOIN dimension_value unit ON unit.id = u.consumed_unit"
        " WHERE u.account = ?1 AND u.day >= ?2 AND u.day < ?3"
        " GROUP BY u.day, u.charge_period_start, u.service, u.model, u.region, u.tier, u.consumed_unit"
        " ORDER BY u.day, u.charge_period_start, service.value, model.value, region.value, tier.value");
    read.with(account, days.from.toJulianDay(), days.to.toJulianDay());
    QList<Usage> sums;
    while (read.step()) {
        Usage usage;
        usage.day = QDate::fromJulianDay(read.integer(0));
        usage.periodStart = read.integer(1);
        usage.periodEnd = read.integer(2);
        usage.at.service = read.text(3);
        usage.at.model = read.text(4);
        usage.at.region = read.text(5);
        usage.at.tier = read.text(6);
        usage.unit = read.text(7);
        int column = 7;
        for (std::optional<qint64> *count :
             {&usage.input, &usage.cacheRead, &usage.cacheWrite5m, &usage.cacheWrite30m, &usage.cacheWrite1h,
              &usage.cacheWrite12h, &usage.output, &usage.requests, &usage.quantity})
            *count = read.maybeInteger(++column);
        sums.append(usage);
    }
    return sums;
}

} // namespace Costglass
