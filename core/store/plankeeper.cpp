// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/plankeeper.h"

#include "store/bookkeeping.h"
#include "store/snapshotwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

/// What stands for a vendor's reply: the charges as they follow from the plans.
QByteArray noteOf(const QList<Charge> &charges)
{
    QJsonArray lines;
    for (const Charge &charge : charges)
        lines.append(QJsonObject{{u"day"_s, charge.day.toString(Qt::ISODate)},
                                 {u"plan"_s, charge.at.service},
                                 {u"category"_s, chargeCategoryName(charge.category)},
                                 {u"amount"_s, charge.cost.toDecimal()},
                                 {u"currency"_s, charge.cost.currency().code()}});
    return QJsonDocument(QJsonObject{{u"entered"_s, lines}}).toJson(QJsonDocument::Compact);
}

/// The days on which the account has charges.
DateRange chargedDays(Database &database, qint64 account)
{
    Statement read(database, "SELECT min(day), max(day) + 1 FROM charge WHERE account = ?1");
    const bool any = read.with(account).step() && !read.isNull(0);
    return any ? DateRange{QDate::fromJulianDay(read.integer(0)), QDate::fromJulianDay(read.integer(1))}
               : DateRange();
}

} // namespace

PlanKeeper::PlanKeeper(Database &database, DimensionIds &ids, qint64 now)
    : m_database(database), m_ids(ids), m_now(now), m_end(dayOf(now, QTimeZone::utc()).addDays(1))
{
}

QList<Account> PlanKeeper::accounts()
{
    QList<Account> accounts = readAccounts(m_database);
    accounts.removeIf([](const Account &account) { return !account.isPlans(); });
    return accounts;
}

/// The account that has the plan; 0 = there is no such plan.
qint64 PlanKeeper::accountOf(qint64 plan)
{
    Statement read(m_database, "SELECT account FROM plan WHERE id = ?1");
    return read.with(plan).step() ? read.integer(0) : 0;
}

qint64 PlanKeeper::accountFor(const QString &vendor)
{
    for (const Account &account : accounts()) {
        if (account.vendor == vendor)
            return account.id;
    }
    Account account;
    account.vendor = vendor;
    account.label = u"plans (%1)"_s.arg(vendor);
    account.settings.insert(u"plans"_s, u"by hand"_s);
    account.secretPlace = SecretPlace::Environment; // where nothing is stored
    return addAccount(m_database, account).id;
}

Plan PlanKeeper::save(Plan plan)
{
    if (const auto problem = planProblem(plan))
        throw StoreProblem{*problem};
    const qint64 before = accountOf(plan.id);
    const qint64 account = accountFor(plan.vendor);
    writePlan(m_database, plan, account);
    if (before != 0 && before != account)
        charge(before);
    charge(account);
    return plan;
}

void PlanKeeper::remove(qint64 id)
{
    const qint64 account = accountOf(id);
    if (account == 0)
        throw StoreProblem{Error{Error::Kind::Config, Texts::tr("There is no such plan any more."),
                                 Texts::tr("The list of plans shows which there are.")}};
    Statement(m_database, "DELETE FROM plan WHERE id = ?1").with(id).run();
    charge(account);
}

bool PlanKeeper::isDue(qint64 account)
{
    // Up to where its plans are charged is what their newest snapshot says.
    Statement read(m_database,
                   "SELECT complete_to FROM snapshot WHERE account = ?1 ORDER BY id DESC LIMIT 1");
    const bool any = read.with(account).step() && !read.isNull(0);
    const QDate charged = any ? dayOf(read.integer(0), QTimeZone::utc()) : QDate::fromJulianDay(0);
    const QList<Plan> plans = readPlans(m_database, account);
    return std::any_of(plans.begin(), plans.end(), [&](const Plan &plan) {
        return charged < m_end && !valueOf(chargesOf(plan, {charged, m_end})).isEmpty();
    });
}

bool PlanKeeper::isDue()
{
    const QList<Account> all = accounts();
    return std::any_of(all.begin(), all.end(), [this](const Account &account) { return isDue(account.id); });
}

bool PlanKeeper::chargeDue()
{
    bool any = false;
    for (const Account &account : accounts()) {
        if (!isDue(account.id))
            continue;
        charge(account.id);
        any = true;
    }
    return any;
}

/// Makes the account's charges those of its plans, from the first one's start to today.
void PlanKeeper::charge(qint64 account)
{
    const QList<Plan> plans = readPlans(m_database, account);
    if (plans.isEmpty())
        return removeAccount(m_database, account, false);
    Snapshot snapshot;
    snapshot.account = account;
    snapshot.takenAt = m_now;
    snapshot.completeTo = dayStart(m_end, QTimeZone::utc());
    snapshot.days = {m_end.addDays(-1), m_end};
    for (const Plan &plan : plans) {
        snapshot.records.charges += valueOf(chargesOf(plan, {plan.start, m_end}));
        snapshot.days.from = std::min(snapshot.days.from, plan.start);
    }
    const DateRange before = chargedDays(m_database, account);
    if (!before.isEmpty())
        snapshot.days = {std::min(before.from, snapshot.days.from), std::max(before.to, snapshot.days.to)};
    snapshot.replies = {noteOf(snapshot.records.charges)};
    SnapshotWriter(m_database, m_ids).write(snapshot);
}

} // namespace Costglass
