// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/monthmovers.h"

#include "engine/spendforecast.h"
#include "engine/viewproblem.h"

#include <algorithm>
#include <map>

namespace Costglass {

namespace {

constexpr int MoversShown = 3;

using ModelId = QPair<QString, QString>; ///< vendor, model

/// One (key or project) of a mover.
struct Part
{
    QString name;
    Money change;
};

class Finder
{
public:
    Finder(Store &store, const DateRange &now, const DateRange &before, Currency currency)
        : m_store(store), m_now(now), m_before(before), m_none(Money::zero(currency))
    {
    }

    QList<Mover> find() const;

private:
    QList<SummaryRow> ask(const DateRange &days, const QList<Dim> &by,
                          const QList<QPair<Dim, QString>> &where = {}) const;
    std::map<ModelId, Money> modelSums(const DateRange &days) const;
    QList<Mover> largestChanges() const;
    void explain(Mover &mover, const QList<SummaryRow> &details) const;
    QString mainPart(const std::map<QString, Part> &parts, Money change) const;
    std::optional<QDate> mainDay(const std::map<QDate, Money> &days, Money change) const;

    Store &m_store;
    DateRange m_now;
    DateRange m_before;
    Money m_none;
};

QList<SummaryRow> Finder::ask(const DateRange &days, const QList<Dim> &by,
                              const QList<QPair<Dim, QString>> &where) const
{
    auto rows
        = valueOf(m_store.summary({.days = days, .by = by, .where = where, .kind = {}, .moneyOnly = true}))
              .rows;
    rows.removeIf([this](const SummaryRow &row) {
        return !row.cost || !isSpend(*row.kind) || row.cost->currency() != m_none.currency();
    });
    return rows;
}

std::map<ModelId, Money> Finder::modelSums(const DateRange &days) const
{
    std::map<ModelId, Money> sums;
    for (const SummaryRow &row : ask(days, {Dim::Vendor, Dim::Model})) {
        if (!row.keys[1].isNull())
            addTo(sums.try_emplace({row.keys[0], row.keys[1]}, m_none).first->second, *row.cost);
    }
    return sums;
}

QList<Mover> Finder::largestChanges() const
{
    std::map<ModelId, Money> changes = modelSums(m_now);
    const std::map<ModelId, Money> before = modelSums(m_before);
    for (const auto &[model, sum] : before)
        addTo(changes.try_emplace(model, m_none).first->second, valueOf(sum.negated()));
    QList<Mover> movers;
    for (const auto &[model, change] : changes) {
        if (change.isZero())
            continue;
        Mover mover;
        mover.vendor = model.first;
        mover.model = model.second;
        mover.change = change;
        movers.append(mover);
    }
    std::stable_sort(movers.begin(), movers.end(), [](const Mover &a, const Mover &b) {
        return std::abs(a.change.nanos()) > std::abs(b.change.nanos());
    });
    movers.resize(std::min<qsizetype>(movers.size(), MoversShown));
    return movers;
}

/// The part that holds at least three quarters of the change; null when it is spread.
QString Finder::mainPart(const std::map<QString, Part> &parts, Money change) const
{
    constexpr double Most = 0.75;
    for (const auto &[id, part] : parts) {
        if (double(part.change.nanos()) / double(change.nanos()) >= Most)
            return part.name;
    }
    return {};
}

/// The day whose spend above the usual day's (the median) is more than half of a rise.
std::optional<QDate> Finder::mainDay(const std::map<QDate, Money> &days, Money change) const
{
    QList<qint64> sums;
    for (QDate day = m_now.from; day < m_now.to; day = day.addDays(1))
        sums.append(days.contains(day) ? days.at(day).nanos() : 0);
    std::sort(sums.begin(), sums.end());
    const qint64 usual = sums[sums.size() / 2];
    for (const auto &[day, sum] : days) {
        if (!change.isNegative() && double(sum.nanos() - usual) > double(change.nanos()) / 2)
            return day;
    }
    return std::nullopt;
}

void Finder::explain(Mover &mover, const QList<SummaryRow> &details) const
{
    std::map<QString, Part> projects;
    std::map<QString, Part> keys;
    std::map<QDate, Money> days;
    for (const SummaryRow &row : details) {
        const QDate day = QDate::fromString(row.keys[4], Qt::ISODate);
        const bool now = m_now.contains(day);
        if (row.keys[0] != mover.vendor || row.keys[1] != mover.model || !(now || m_before.contains(day)))
            continue;
        const Money change = now ? *row.cost : valueOf(row.cost->negated());
        for (const auto &[parts, at] : {std::pair{&projects, 2}, std::pair{&keys, 3}}) {
            const QString name = row.names[at].isNull() ? row.keys[at] : row.names[at];
            addTo(parts->try_emplace(row.keys[at], Part{name, m_none}).first->second.change, change);
        }
        if (now)
            addTo(days.try_emplace(day, m_none).first->second, *row.cost);
    }
    mover.key = mainPart(keys, mover.change);
    mover.project = mainPart(projects, mover.change);
    mover.day = mainDay(days, mover.change);
}

QList<Mover> Finder::find() const
{
    QList<Mover> movers = largestChanges();
    if (movers.isEmpty())
        return movers;
    QList<QPair<Dim, QString>> where;
    for (const Mover &mover : std::as_const(movers))
        where.append({Dim::Model, mover.model});
    const QList<SummaryRow> details
        = ask({m_before.from, m_now.to}, {Dim::Vendor, Dim::Model, Dim::Project, Dim::Key, Dim::Day}, where);
    for (Mover &mover : movers)
        explain(mover, details);
    return movers;
}

} // namespace

QList<Mover> findMovers(Store &store, const DateRange &now, const DateRange &before, Currency currency)
{
    return Finder(store, now, before, currency).find();
}

} // namespace Costglass
