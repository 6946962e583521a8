// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/estimate.h"

#include <array>

namespace Costglass {

/// The kinds of fee that an estimate keeps apart, in the order of its columns.
enum class FeeKind
{
    Tokens, ///< at the prices of quiet hours
    Peak, ///< what peak hours add
    Storage,
    Support,
    Seats,
    Tax
};
inline constexpr std::array feeKinds{FeeKind::Tokens,  FeeKind::Peak,  FeeKind::Storage,
                                     FeeKind::Support, FeeKind::Seats, FeeKind::Tax};

/// One kind's part of a row in dollars; nothing = unknown, never 0 for it. The parts of a row that has a total add up to
/// it.
std::optional<Decimal> feeOf(const EstimateRow &row, FeeKind kind);

/// The multiple of a workload from which a \a flat fee a month costs less than \a metered use at the workload's own
/// size; nothing when the use costs nothing. 2,400 of seats against 1,671.516 of tokens: 1.4358.
std::optional<Decimal> breakEvenVolume(const Decimal &metered, const Decimal &flat, int decimals = 4);

/// The rows with every digit as CSV (RFC 4180, UTF-8, with a head); an unknown figure is an empty cell.
QByteArray estimateToCsv(const QList<EstimateRow> &rows);

} // namespace Costglass
