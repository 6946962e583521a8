// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/costfilemap.h"
#include "vendors/csvrows.h"

#include <QHash>

#include <array>

namespace Costglass {

/// What one row of a cost file says: a charge, a bucket of use, or both.
struct CostRow
{
    QString vendor;
    QString projectName; ///< of the charge's project, where the file tells it
    std::optional<Charge> charge;
    std::optional<Usage> usage;
};

/// Turns the rows of one cost file into records by a map. It keeps a little of what it has read, so that the same
/// text is made once; its memory is bounded.
class CostFile
{
public:
    /// Finds the columns of \a map in the first row. Format: one of those that must be there is missing.
    static Result<CostFile> open(const CostFileMap &map, const std::vector<CsvRows::Cell> &header);
    /// The map whose signature the first row has; Format when Costglass knows no such file.
    static Result<const CostFileMap *> recognise(const std::vector<CsvRows::Cell> &header);

    /// Reads a row. Format (or Overflow): why it is refused, for a person; the next row can still be read.
    Result<CostRow> read(const std::vector<CsvRows::Cell> &cells);

private:
    using Cells = std::vector<CsvRows::Cell>;

    /// An instant as the file writes it, and its day in the file's zone.
    struct Time
    {
        QByteArray text;
        qint64 instant = 0;
        QDate day;
        bool wholeDay = false;
    };
    /// What Tags may add.
    struct Tagged
    {
        QString key;
        QString user;
        QString model;
    };

    CostFile(const CostFileMap &map, const QTimeZone &zone) : m_map(map), m_zone(zone) { }

    const CsvRows::Cell *cell(const Cells &cells, CostField field) const;
    QString text(const Cells &cells, CostField field);
    QString interned(QByteArrayView bytes);
    Result<const Time *> time(const Cells &cells, CostField field, Time &last) const;
    Result<void> readPeriod(const Cells &cells, Charge &charge);
    Result<std::optional<Money>> money(const Cells &cells, CostField field, Currency currency) const;
    Result<Currency> currency(const Cells &cells);
    Result<void> readMoney(const Cells &cells, CostRow &row, Charge &charge);
    Result<void> readWords(const Cells &cells, Charge &charge);
    Dimensions dimensions(const Cells &cells);
    const Tagged &tagged(QByteArrayView tags);
    Result<void> readUse(const Cells &cells, const Charge &charge, CostRow &row);
    Result<std::optional<qint64>> count(const Cells &cells, CostField field) const;

    CostFileMap m_map;
    QTimeZone m_zone;
    size_t m_width = 0;
    std::array<std::vector<size_t>, static_cast<size_t>(CostField::Requests) + 1> m_columns;
    QHash<QByteArray, QString> m_texts;
    QHash<QByteArray, Tagged> m_tags;
    Time m_start;
    Time m_end;
    Time m_day;
    QPair<QByteArray, ChargeCategory> m_category{QByteArray(), ChargeCategory::Usage};
    QPair<QString, Currency> m_currency{QString(), Currency::usd()};
};

} // namespace Costglass
