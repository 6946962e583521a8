// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/fxtable.h"

#include "base/json.h"

#include <QLocale>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::FxTable)
};

constexpr auto LongHeader = "Date,Currency,Rate,Source";

Currency euro()
{
    static const Currency currency = *Currency::fromCode(u"EUR");
    return currency;
}

std::unexpected<Error> notRates(const QString &what)
{
    return failure(
        Error::Kind::Format, what,
        Texts::tr("Give the European Central Bank's CSV (eurofxref-hist.csv) or a reply of Frankfurter."));
}

std::unexpected<Error> noRate(const QString &what)
{
    return failure(Error::Kind::Config, what,
                   Texts::tr("“costglass-cli fx import FILE” takes in the European Central Bank's history."));
}

std::unexpected<Error> tooEarly(QDate day)
{
    return noRate(Texts::tr("There is no exchange rate as early as %1.").arg(day.toString(Qt::ISODate)));
}

std::unexpected<Error> notRates(qsizetype line)
{
    return notRates(Texts::tr("Line %1 holds no exchange rates.").arg(line + 1));
}

} // namespace

Result<void> FxTable::put(QDate day, QStringView code, QStringView rate, const QString &source)
{
    const auto currency = Currency::fromCode(code);
    if (!currency)
        return std::unexpected(currency.error());
    const auto read = FxRate::parse(euro(), *currency, rate, day.toString(Qt::ISODate), source);
    if (!read)
        return std::unexpected(read.error());
    m_days[day].insert_or_assign(*currency, *read);
    return {};
}

Result<FxTable> FxTable::readWide(const QList<QByteArray> &lines, const QString &source)
{
    const QList<QByteArray> codes = lines.first().trimmed().split(',');
    FxTable table;
    for (qsizetype at = 1; at < lines.size(); ++at) {
        const QList<QByteArray> cells = lines[at].trimmed().split(',');
        if (cells == QList<QByteArray>{QByteArray()})
            continue;
        const QString date = QString::fromLatin1(cells.first().trimmed());
        QDate day = QDate::fromString(date, Qt::ISODate);
        if (!day.isValid()) // as the bank's file of one day has it
            day = QLocale::c().toDate(date, u"d MMMM yyyy"_s);
        if (!day.isValid() || cells.size() > codes.size())
            return notRates(at);
        for (qsizetype i = 1; i < cells.size(); ++i) {
            const QString cell = QString::fromLatin1(cells[i].trimmed());
            if (cell.isEmpty() || cell == u"N/A"_s)
                continue;
            if (!table.put(day, QString::fromLatin1(codes[i].trimmed()), cell, source))
                return notRates(at);
        }
    }
    return table;
}

Result<FxTable> FxTable::readLong(const QList<QByteArray> &lines)
{
    FxTable table;
    for (qsizetype at = 1; at < lines.size(); ++at) {
        const QList<QString> cells = QString::fromUtf8(lines[at]).trimmed().split(u',');
        if (cells == QList<QString>{QString()})
            continue;
        const QDate day = QDate::fromString(cells.first(), Qt::ISODate);
        if (cells.size() < 4 || !day.isValid()
            || !table.put(day, cells[1], cells[2], cells.mid(3).join(u',')))
            return notRates(at);
    }
    return table;
}

Result<FxTable> FxTable::readJson(const QByteArray &text, const QString &source)
{
    const auto reply = parseJsonObject(text, Texts::tr("the exchange rates"));
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->value(u"base"_s).toString() != u"EUR")
        return notRates(Texts::tr("These rates are not against the euro."));
    QJsonObject days = reply->value(u"rates"_s).toObject();
    if (reply->contains(u"date"_s))
        days = {{reply->value(u"date"_s).toString(), days}};
    FxTable table;
    for (auto day = days.constBegin(); day != days.constEnd(); ++day) {
        const QDate date = QDate::fromString(day.key(), Qt::ISODate);
        const QJsonObject rates = day.value().toObject();
        if (!date.isValid())
            return notRates(Texts::tr("“%1” is not a day.").arg(day.key()));
        for (auto rate = rates.constBegin(); rate != rates.constEnd(); ++rate) {
            const QString number = decimalText(rate.value()).value_or(QString());
            if (!table.put(date, rate.key(), number, source))
                return notRates(Texts::tr("The rate of %1 on %2 cannot be read.").arg(rate.key(), day.key()));
        }
    }
    return table;
}

Result<FxTable> FxTable::read(const QByteArray &text, const QString &source)
{
    if (text.trimmed().startsWith('{'))
        return readJson(text, source);
    const QList<QByteArray> lines = text.split('\n');
    if (lines.first().trimmed() == LongHeader)
        return readLong(lines);
    if (!lines.first().startsWith("Date,"))
        return notRates(Texts::tr("The file does not begin like a table of exchange rates."));
    return readWide(lines, source);
}

void FxTable::add(const FxTable &other)
{
    for (const auto &[day, rates] : other.m_days) {
        for (const auto &[currency, rate] : rates)
            m_days[day].insert_or_assign(currency, rate);
    }
}

Result<FxRate> FxTable::rate(Currency from, Currency to, QDate day) const
{
    if (m_days.empty() || day < m_days.begin()->first)
        return tooEarly(day);
    const auto has
        = [](const Day &rates, Currency currency) { return currency == euro() || rates.contains(currency); };
    for (auto at = m_days.upper_bound(day); at != m_days.begin();) {
        --at;
        const auto &[date, rates] = *at;
        if (!has(rates, from) || !has(rates, to))
            continue;
        const QString text = date.toString(Qt::ISODate);
        const FxRate one = *FxRate::parse(euro(), euro(), u"1", text, {});
        return FxRate::cross(from == euro() ? one : rates.at(from), to == euro() ? one : rates.at(to));
    }
    const bool knowsFrom = std::any_of(m_days.begin(), m_days.end(),
                                       [&](const auto &entry) { return has(entry.second, from); });
    return noRate(Texts::tr("There is no exchange rate for %1.").arg((knowsFrom ? to : from).code()));
}

Result<QList<FxRate>> FxTable::ratesOf(QDate day) const
{
    const auto after = m_days.upper_bound(day);
    if (after == m_days.begin())
        return tooEarly(day);
    QList<FxRate> rates;
    for (const auto &[currency, rate] : std::prev(after)->second)
        rates.append(rate);
    return rates;
}

QDate FxTable::lastDay() const
{
    return m_days.empty() ? QDate() : m_days.rbegin()->first;
}

qsizetype FxTable::size() const
{
    qsizetype count = 0;
    for (const auto &[day, rates] : m_days)
        count += static_cast<qsizetype>(rates.size());
    return count;
}

std::pair<qsizetype, qsizetype> FxTable::newsIn(const FxTable &other) const
{
    qsizetype added = 0;
    qsizetype changed = 0;
    for (const auto &[day, rates] : other.m_days) {
        const auto mine = m_days.find(day);
        for (const auto &[currency, rate] : rates) {
            const bool known = mine != m_days.end() && mine->second.contains(currency);
            added += known ? 0 : 1;
            changed += known && !mine->second.at(currency).isSame(rate) ? 1 : 0;
        }
    }
    return {added, changed};
}

QByteArray FxTable::toCsv() const
{
    QByteArray text = LongHeader;
    text += '\n';
    for (const auto &[day, rates] : m_days) {
        for (const auto &[currency, rate] : rates)
            text += u"%1,%2,%3,%4\n"_s.arg(rate.date(), currency.code(), rate.rateText(), rate.source())
                        .toUtf8();
    }
    return text;
}

} // namespace Costglass
