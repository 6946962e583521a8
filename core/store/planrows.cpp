// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/bookkeeping.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

QString kept(const QString &text)
{
    return text.isNull() ? u""_s : text; // a null text would be NULL
}

QString includedText(const QList<PlanQuota> &quotas)
{
    QStringList lines;
    for (const PlanQuota &quota : quotas)
        lines.append(quotaText(quota));
    return kept(lines.join(u'\n'));
}

QList<PlanQuota> readIncluded(const QString &text)
{
    QList<PlanQuota> quotas;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        quotas.append(valueOf(parseQuota(line)));
    return quotas;
}

void refuseTakenName(Database &database, const Plan &plan)
{
    Statement taken(database, "SELECT 1 FROM plan WHERE name = ?1 AND id <> ?2");
    if (taken.with(plan.name, plan.id).step())
        throw StoreProblem{Error{Error::Kind::Config,
                                 Texts::tr("There is already a plan “%1”.").arg(plan.name),
                                 Texts::tr("Choose another name, or edit that plan.")}};
}

QList<PlanTerms> readTerms(Database &database, qint64 plan)
{
    QList<PlanTerms> terms;
    Statement read(database,
                   "SELECT from_day, currency, price_nanos, seats, tax_nanos FROM plan_terms WHERE plan = ?1"
                   " ORDER BY from_day");
    read.with(plan);
    while (read.step()) {
        const Currency currency = valueOf(Currency::fromCode(read.text(1)));
        terms.append({.from = QDate::fromJulianDay(read.integer(0)),
                      .price = Money::fromNanos(read.integer(2), currency),
                      .seats = read.integer(3),
                      .tax = Money::fromNanos(read.integer(4), currency)});
    }
    return terms;
}

} // namespace

void writePlan(Database &database, Plan &plan, qint64 account)
{
    refuseTakenName(database, plan);
    const auto id = plan.id == 0 ? std::nullopt : std::optional(plan.id);
    const auto end = plan.end ? std::optional(plan.end->toJulianDay()) : std::nullopt;
    Statement(database,
              "INSERT INTO plan (id, account, name, period, category, start_day, end_day, included, invoice,"
              " document, charged) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11) ON CONFLICT (id) DO UPDATE SET"
              " account = excluded.account, name = excluded.name, period = excluded.period,"
              " category = excluded.category, start_day = excluded.start_day, end_day = excluded.end_day,"
              " included = excluded.included, invoice = excluded.invoice, document = excluded.document,"
              " charged = excluded.charged")
        .with(id, account, plan.name, planPeriodName(plan.per), chargeCategoryName(plan.category),
              plan.start.toJulianDay(), end, includedText(plan.included), kept(plan.invoice),
              kept(plan.document), plan.charged)
        .run();
    if (plan.id == 0)
        plan.id = database.lastId();
    Statement(database, "DELETE FROM plan_terms WHERE plan = ?1").with(plan.id).run();
    Statement insert(database,
                     "INSERT INTO plan_terms (plan, from_day, currency, price_nanos, seats, tax_nanos)"
                     " VALUES (?1,?2,?3,?4,?5,?6)");
    for (const PlanTerms &terms : plan.terms)
        insert
            .with(plan.id, terms.from.toJulianDay(), terms.price.currency().code(), terms.price.nanos(),
                  terms.seats, terms.tax.nanos())
            .run();
}

QList<Plan> readPlans(Database &database, std::optional<qint64> account)
{
    QList<Plan> plans;
    Statement read(
        database,
        "SELECT p.id, a.vendor, p.name, period, category, start_day, end_day, included, invoice, document,"
        " charged FROM plan p JOIN account a ON a.id = p.account WHERE ?1 IS NULL OR p.account = ?1"
        " ORDER BY p.name");
    read.with(account);
    while (read.step()) {
        Plan plan;
        plan.id = read.integer(0);
        plan.vendor = read.text(1);
        plan.name = read.text(2);
        plan.per = planPeriodFromName(read.text(3)).value_or(PlanPeriod::Once);
        plan.category = chargeCategoryFromName(read.text(4)).value_or(ChargeCategory::Purchase);
        plan.start = QDate::fromJulianDay(read.integer(5));
        if (!read.isNull(6))
            plan.end = QDate::fromJulianDay(read.integer(6));
        plan.included = readIncluded(read.text(7));
        plan.invoice = read.text(8);
        plan.document = read.text(9);
        plan.charged = read.integer(10) != 0;
        plan.terms = readTerms(database, plan.id);
        plans.append(plan);
    }
    return plans;
}

} // namespace Costglass
