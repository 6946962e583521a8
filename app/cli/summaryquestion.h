// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "arguments.h"
#include "summarymeasure.h"

namespace Costglass {

/// What is asked for, besides the ledger's query.
struct Asked
{
    Query query;
    Measure measure = Measure::Cost;
    int top = 0;
    std::optional<Currency> currency;
    std::optional<DateRange> compared;
};

/// Reads it from the command line; \a now (Unix seconds) says which month is the present one. Config when it makes no
/// sense.
Result<Asked> readQuestion(const Arguments &arguments, qint64 now);

/// What each --where DIM=VALUE lets through; Config for one that cannot be read.
Result<QList<QPair<Dim, QString>>> readWhere(const Arguments &arguments);

/// The dimension of that name; Config with the names that there are.
Result<Dim> readDim(const QString &name);

} // namespace Costglass
