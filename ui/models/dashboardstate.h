// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "engine/monthview.h"

#include <QObject>
#include <QTimer>

namespace Costglass {

/// What the person looks at, and the figures for it. All pages show this one view, so that no two of them can
/// disagree. It asks the ledger again when the month changes or a sync lands; until the answer comes the old view stays.
class DashboardState : public QObject
{
    Q_OBJECT

public:
    explicit DashboardState(Engine &engine, QObject *parent = nullptr);

    Engine &engine() const { return m_engine; }

    Month month() const { return m_month; }
    void setMonth(Month month); ///< never later than the present one
    Month presentMonth() const;

    /// The figures of month(); nothing until the first answer.
    const std::optional<MonthView> &view() const { return m_view; }
    /// Why the ledger could not answer, when it could not.
    const std::optional<Error> &error() const { return m_error; }

    void reload();

Q_SIGNALS:
    void monthChanged();
    void viewChanged(); ///< view() or error() is new

private:
    Engine &m_engine;
    Month m_month;
    std::optional<MonthView> m_view;
    std::optional<Error> m_error;
    QTimer m_soon; ///< a burst of stored jobs is one reload
    bool m_asking = false;
    bool m_again = false;
};

} // namespace Costglass
