// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/records.h"

#include <QStringList>

namespace Costglass {

/// A version of FOCUS that Costglass writes (it reads 1.0 to 1.4 by their columns' names: costfilemap.h).
enum class FocusVersion
{
    V1_2,
    V1_3, ///< adds ServiceProviderName and HostProviderName
    V1_4 ///< without ProviderName and PublisherName
};
std::optional<FocusVersion> focusVersionFromName(QStringView name); ///< "1.2", "1.3", "1.4"

/// Whose a charge is, as a row of FOCUS says it.
struct FocusOwner
{
    QString vendor; ///< VendorInfo::id
    QString provider; ///< its name
    QString account; ///< label
    QString projectName; ///< null = not known
    bool isAi = true; ///< false where nobody knows the service's category
    QTimeZone zone = QTimeZone::utc(); ///< of the vendor's billing months
};

/// The names of the columns: FOCUS's, then Costglass's own (x_…), from which a later import has what FOCUS has no
/// column for. Equivalent charges are billed with 0: their value stands in ListCost.
QStringList focusColumns(FocusVersion version);
/// The cells of a charge, in that order; a null text is an empty cell. Texts are as they are, not yet quoted.
QStringList focusCells(FocusVersion version, const Charge &charge, const FocusOwner &owner);

/// One line of CSV. A text that a spreadsheet would take for a formula (it begins with =, +, -, @, tab or carriage
/// return and is no figure) gets an apostrophe before it, which an import takes away again.
QByteArray csvLine(const QStringList &cells);

} // namespace Costglass
