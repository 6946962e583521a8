// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/dimensions.h"
#include "store/snapshot.h"

#include <array>

namespace Costglass {

/// The dimensions of a rollup; the numbers stand in the ledger.
enum class RollupDim
{
    None = 0,
    Service,
    Model,
    Project,
    Key,
    User,
    Region,
    Tier,
    Category
};
constexpr int RollupDimCount = 9;

/// Use without money has this kind in rollups.
constexpr int NoMoneyKind = -1;

/// A charge or a usage bucket as the ledger's integers: what makes it the same bucket (identity), what may change
/// (value), and its texts that are no dimensions.
struct LedgerRow
{
    qint64 day = 0; ///< Julian day
    std::array<qint64, RollupDimCount> dims{}; ///< by RollupDim
    std::array<qint64, 4> identity{}; ///< description, meter, unit, period start
    qint64 periodEnd = 0;
    int kind = NoMoneyKind;
    QString currency;
    QString quantityText;
    std::array<std::optional<qint64>, 9> figures{}; ///< charge: cost, list; usage: the counts in schema order

    QByteArray identityBytes() const;
    bool sameFigures(const LedgerRow &other) const
    {
        return figures == other.figures && quantityText == other.quantityText && periodEnd == other.periodEnd;
    }
};

/// The two tables as rows in and out, so that replacing a window is written once.
class RowTable
{
public:
    enum class Of
    {
        Charges,
        Usage
    };
    RowTable(Database &database, Of of);

    LedgerRow fromCharge(const Charge &charge, DimensionIds &ids) const;
    LedgerRow fromUsage(const Usage &usage, DimensionIds &ids) const;

    struct Stored
    {
        qint64 id = 0;
        LedgerRow row;
    };
    QList<Stored> load(qint64 account, Feed feed, qint64 dayFrom, qint64 dayTo);
    void insert(qint64 account, Feed feed, qint64 snapshot, const LedgerRow &row);
    void remove(qint64 id);
    bool hasAny(qint64 account, Feed feed, qint64 dayFrom, qint64 dayTo);

private:
    Of m_of;
    Statement m_load;
    Statement m_insert;
    Statement m_remove;
    Statement m_any;
};

} // namespace Costglass
