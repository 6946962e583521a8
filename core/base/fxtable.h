// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/money.h"

#include <QDate>

#include <map>

namespace Costglass {

/// Reference rates of days, each against the euro, as the European Central Bank publishes them on business days.
/// Converting with them is a view: it never touches the ledger.
class FxTable
{
public:
    /// Reads the ECB's CSV ("Date,USD,JPY,…"; a cell that is empty or "N/A" has no rate) or a reply of Frankfurter
    /// (JSON with "base" EUR and "rates", of one day or of many). Format, with the line, for anything else.
    static Result<FxTable> read(const QByteArray &text, const QString &source);

    /// Takes in the rates of \a other; where both have a day's, the other's.
    void add(const FxTable &other);

    /// From one currency to another on \a day, or on the last day before it that has both (weekends, holidays); the
    /// cross rate has 12 decimals or more. Config with a remedy: a currency is unknown, or \a day is before all rates.
    Result<FxRate> rate(Currency from, Currency to, QDate day) const;

    /// Every rate of the last day not after \a day, against the euro, by code; Config when \a day is before all rates.
    Result<QList<FxRate>> ratesOf(QDate day) const;

    bool isEmpty() const { return m_days.empty(); }
    QDate lastDay() const; ///< null when it is empty
    qsizetype size() const; ///< rates in all
    /// How many of \a other's rates are not here, and how many differ.
    std::pair<qsizetype, qsizetype> newsIn(const FxTable &other) const;

    /// As lines "Date,Currency,Rate,Source", which read() takes as well.
    QByteArray toCsv() const;

private:
    using Day = std::map<Currency, FxRate>;

    static Result<FxTable> readWide(const QList<QByteArray> &lines, const QString &source);
    static Result<FxTable> readLong(const QList<QByteArray> &lines);
    static Result<FxTable> readJson(const QByteArray &text, const QString &source);
    Result<void> put(QDate day, QStringView code, QStringView rate, const QString &source);

    std::map<QDate, Day> m_days;
};

} // namespace Costglass
