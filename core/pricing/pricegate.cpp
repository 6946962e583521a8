// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricegate.h"

#include "pricing/listcomparison.h"
#include "pricing/meters.h"

#include <QHash>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// One feed's word on a price.
struct Proposal
{
    PriceRow row;
    QString feed;
};

/// All words on one price, and what holds.
struct Question
{
    QList<Proposal> proposals;
    const PriceRow *before = nullptr;
};

QStringList keyOf(const PriceRow &row)
{
    return {row.vendor,
            row.model,
            row.meter,
            tierName(row.tier),
            QString::number(row.threshold),
            QString::number(row.atThreshold ? 1 : 0),
            row.schedule,
            QString::number(*row.from)};
}

class Gate
{
public:
    Gate(const PriceBook &book, qint64 from, const QSet<QString> &rejected)
        : m_book(book), m_from(from), m_rejected(rejected)
    {
    }

    void hear(const FeedList &feed);
    GateResult answer();

private:
    void judge(const Question &question);
    void hold(const Proposal &proposal, HeldPrice::Reason reason, const PriceRow *before);
    bool isNew(const QString &vendor, const QString &model) const
    {
        return m_book.rowsOf(vendor, model).isEmpty();
    }

    const PriceBook &m_book;
    qint64 m_from;
    const QSet<QString> &m_rejected;
    QHash<QStringList, qsizetype> m_places;
    QList<Question> m_questions; ///< in the order of the lists
    QSet<std::pair<QString, QString>> m_factored; ///< models whose factors one feed has told
    GateResult m_result;
};

void Gate::hear(const FeedList &feed)
{
    for (PriceRow row : feed.list.rows) {
        if (row.until && *row.until <= m_from) {
            ++m_result.past;
            continue;
        }
        row.from = row.from ? qMax(*row.from, m_from) : m_from;
        const QStringList key = keyOf(row);
        if (!m_places.contains(key)) {
            m_places.insert(key, m_questions.size());
            m_questions.append(Question{{}, m_book.sameRow(row, *row.from)});
        }
        m_questions[m_places.value(key)].proposals.append({row, feed.feed});
    }
    // Factors and names have no date: of what had a price they would change the past too.
    QSet<std::pair<QString, QString>> own;
    for (const PriceFactor &factor : feed.list.factors) {
        const std::pair model(factor.vendor, factor.model);
        if (factor.vendor.isEmpty() || factor.model.isEmpty() || m_factored.contains(model)
            || !isNew(factor.vendor, factor.model))
            continue;
        own.insert(model);
        m_result.factors.append(factor);
    }
    m_factored.unite(own);
    for (const PriceAlias &alias : feed.list.aliases) {
        const auto sameName = [&alias](const PriceAlias &other) {
            return other.vendor == alias.vendor && other.name == alias.name && other.region == alias.region;
        };
        if (m_book.rowsOf(alias.vendor, alias.name, alias.region).isEmpty()
            && std::none_of(m_result.aliases.cbegin(), m_result.aliases.cend(), sameName))
            m_result.aliases.append(alias);
    }
}

void Gate::hold(const Proposal &proposal, HeldPrice::Reason reason, const PriceRow *before)
{
    const HeldPrice held{proposal.row, proposal.feed, reason,
                         before ? std::optional(*before) : std::optional<PriceRow>()};
    if (m_rejected.contains(held.id()))
        ++m_result.rejected;
    else
        m_result.held.append(held);
}

void Gate::judge(const Question &question)
{
    const Proposal &first = question.proposals.first();
    const bool agreed = std::all_of(question.proposals.cbegin(), question.proposals.cend(),
                                    [&first](const Proposal &one) { return samePrice(one.row, first.row); });
    const PriceRow *before = question.before;
    if (agreed && before && samePrice(first.row, *before)) {
        ++m_result.unchanged;
    } else if (agreed && before && isImplausible(first.row, *before)) {
        hold(first, HeldPrice::Reason::Jump, before);
    } else if (agreed) {
        m_result.taken.append(first.row);
    } else {
        for (const Proposal &proposal : question.proposals) {
            if (!before || !samePrice(proposal.row, *before))
                hold(proposal, HeldPrice::Reason::Clash, before);
        }
    }
}

GateResult Gate::answer()
{
    for (const Question &question : std::as_const(m_questions))
        judge(question);
    return m_result;
}

} // namespace

QString HeldPrice::id() const
{
    PriceRow lasting = row;
    lasting.from.reset();
    lasting.provenance = {feed};
    return lasting.id();
}

QString holdReasonName(HeldPrice::Reason reason)
{
    switch (reason) {
    case HeldPrice::Reason::Jump:
        return u"jump"_s;
    case HeldPrice::Reason::Clash:
        return u"clash"_s;
    }
    Q_UNREACHABLE();
}

GateResult passGate(const QList<FeedList> &feeds, const PriceBook &book, qint64 from,
                    const QSet<QString> &rejected)
{
    Gate gate(book, from, rejected);
    for (const FeedList &feed : feeds)
        gate.hear(feed);
    return gate.answer();
}

} // namespace Costglass
