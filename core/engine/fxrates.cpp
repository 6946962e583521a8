// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/fxrates.h"

#include "engine/datafile.h"

#include <QDir>
#include <QFile>
#include <QUrlQuery>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::FxRates)
};

constexpr auto FileName = "fx.csv";
constexpr int UsualGapDays = 5; // Easter: Good Friday to Easter Monday, and a weekend

/// A group of a summary and its kind; a null key is another than an empty one.
using RowId = std::pair<QStringList, ChargeKind>;

RowId idOf(const SummaryRow &row, qsizetype keys)
{
    QStringList marked;
    for (const QString &key : row.keys.first(keys))
        marked.append(key.isNull() ? QString() : u'=' + key);
    return {marked, *row.kind};
}

/// Converts the sums of days, and notes the rates that it used.
class Converter
{
public:
    Converter(Currency currency, const FxTable &rates) : m_currency(currency), m_rates(rates) { }

    Result<void> add(const SummaryRow &row, qsizetype dayAt, qsizetype keys);
    Result<ConvertedSummary> finish(const QList<SummaryRow> &rows);

private:
    Result<Money> convert(Money amount, QDate day);

    Currency m_currency;
    const FxTable &m_rates;
    std::map<RowId, Money> m_sums;
    std::map<std::pair<QDate, Currency>, FxRate> m_used; // by the charge's day
    ConvertedSummary m_result;
};

Result<Money> Converter::convert(Money amount, QDate day)
{
    if (amount.currency() == m_currency)
        return amount;
    const std::pair key{day, amount.currency()};
    if (!m_used.contains(key)) {
        const auto rate = m_rates.rate(amount.currency(), m_currency, day);
        if (!rate)
            return std::unexpected(rate.error());
        m_used.emplace(key, *rate);
        const QDate date = QDate::fromString(rate->date(), Qt::ISODate);
        if (date.daysTo(day) > UsualGapDays)
            m_result.stale = std::max(m_result.stale.value_or(date), date);
        const bool listed
            = std::any_of(m_result.rates.cbegin(), m_result.rates.cend(), [&rate](const FxRate &one) {
                  return one.from() == rate->from() && one.date() == rate->date();
              });
        if (!listed)
            m_result.rates.append(*rate);
    }
    return m_used.at(key).convert(amount);
}

Result<void> Converter::add(const SummaryRow &row, qsizetype dayAt, qsizetype keys)
{
    const auto cost = convert(*row.cost, QDate::fromString(row.keys[dayAt], Qt::ISODate));
    if (!cost)
        return std::unexpected(cost.error());
    Money &sum = m_sums.try_emplace(idOf(row, keys), Money::zero(m_currency)).first->second;
    const auto more = sum.plus(*cost);
    if (!more)
        return std::unexpected(more.error());
    sum = *more;
    return {};
}

void addCount(std::optional<qint64> &sum, const std::optional<qint64> &more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

/// Rows of one group and kind that differed in currency alone become one.
Result<ConvertedSummary> Converter::finish(const QList<SummaryRow> &rows)
{
    std::map<ChargeKind, Money> totals;
    std::map<RowId, qsizetype> places;
    QList<SummaryRow> &merged = m_result.summary.rows;
    for (const SummaryRow &row : rows) {
        if (!row.cost) {
            merged.append(row);
            continue;
        }
        const RowId id = idOf(row, row.keys.size());
        const auto [place, isNew] = places.try_emplace(id, merged.size());
        if (!isNew) {
            for (const auto member : {&SummaryRow::input, &SummaryRow::cacheRead, &SummaryRow::cacheWrite,
                                      &SummaryRow::output, &SummaryRow::requests})
                addCount(merged[place->second].*member, row.*member);
            continue;
        }
        merged.append(row);
        merged.last().cost = m_sums.at(id);
        Money &total = totals.try_emplace(*row.kind, Money::zero(m_currency)).first->second;
        const auto more = total.plus(m_sums.at(id));
        if (!more)
            return std::unexpected(more.error());
        total = *more;
    }
    for (const auto &[kind, cost] : totals)
        m_result.summary.totals.append({cost, kind});
    std::stable_sort(m_result.rates.begin(), m_result.rates.end(),
                     [](const FxRate &a, const FxRate &b) { return a.date() < b.date(); });
    return m_result;
}

/// What the data folder keeps; empty when there is nothing yet.
Result<FxTable> keptRates(const QString &dataFolder)
{
    QFile file(QDir(dataFolder).filePath(QString::fromLatin1(FileName)));
    if (!file.exists())
        return FxTable();
    if (!file.open(QFile::ReadOnly))
        return failure(Error::Kind::Storage, Texts::tr("%1 cannot be read.").arg(file.fileName()));
    auto rates = FxTable::read(file.readAll(), {});
    if (!rates)
        return failure(
            Error::Kind::Storage, rates.error().detail,
            Texts::tr("%1 is damaged: put it aside and import your rates again.").arg(file.fileName()));
    return rates;
}

} // namespace

Result<FxTable> readFxRates(const QString &dataFolder)
{
    QFile bundled(u":/rates/ecb.csv"_s);
    FxTable table;
    if (bundled.open(QFile::ReadOnly))
        table = FxTable::read(bundled.readAll(), u"European Central Bank"_s).value_or(FxTable());
    const auto kept = keptRates(dataFolder);
    if (!kept)
        return std::unexpected(kept.error());
    table.add(*kept);
    return table;
}

Result<void> keepFxRates(const QString &dataFolder, const FxTable &rates)
{
    const auto kept = keptRates(dataFolder);
    if (!kept)
        return std::unexpected(kept.error());
    FxTable table = *kept;
    table.add(rates);
    return writeDataFile(dataFolder, QString::fromLatin1(FileName), table.toCsv());
}

HttpRequest fxRequest(const QUrl &base, QDate from, QDate to)
{
    HttpRequest request;
    request.url = base;
    request.url.setPath(
        u"%1/%2..%3"_s.arg(base.path(), from.toString(Qt::ISODate), to.toString(Qt::ISODate)));
    request.url.setQuery(QUrlQuery{{u"base"_s, u"EUR"_s}});
    return request;
}

Result<ConvertedSummary> summaryIn(Store &store, const Query &query, Currency currency, const FxTable &rates)
{
    const auto whole = store.summary(query);
    if (!whole)
        return std::unexpected(whole.error());
    Query daily = query;
    daily.moneyOnly = true;
    qsizetype dayAt = query.by.indexOf(Dim::Day);
    if (dayAt < 0) {
        dayAt = query.by.size();
        daily.by.append(Dim::Day);
    }
    const auto days = store.summary(daily);
    if (!days)
        return std::unexpected(days.error());
    Converter converter(currency, rates);
    for (const SummaryRow &row : days->rows) {
        if (!row.cost)
            continue;
        if (const auto added = converter.add(row, dayAt, query.by.size()); !added)
            return std::unexpected(added.error());
    }
    return converter.finish(whole->rows);
}

} // namespace Costglass
