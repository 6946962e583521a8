// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/scenario.h"

namespace Costglass {

/// The scenarios that are open in the window: the templates first, then copies, files and the ledger's own use.
class ScenarioList
{
public:
    ScenarioList(); ///< with the templates

    qsizetype size() const { return m_open.size(); }
    const Scenario &at(qsizetype index) const { return m_open[index]; }
    void replace(qsizetype index, const Scenario &scenario) { m_open[index] = scenario; }
    QString nameOf(qsizetype index) const; ///< in the language of the window

    qsizetype add(const Scenario &scenario); ///< returns its index, as all of these do
    qsizetype duplicate(qsizetype index);
    /// Reads a file; Storage when it cannot be read, Format, with the place, when it is no scenario.
    Result<qsizetype> open(const QString &file);
    /// Writes it whole or not at all.
    Result<void> save(qsizetype index, const QString &file) const;

private:
    QList<Scenario> m_open;
};

} // namespace Costglass
