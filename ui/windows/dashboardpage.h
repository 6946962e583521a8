// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/dashboardstate.h"

#include <QWidget>

namespace Costglass {

/// One page of the window. It shows state() and follows its signals by itself.
class DashboardPage : public QWidget
{
    Q_OBJECT

public:
    explicit DashboardPage(DashboardState &state, QWidget *parent = nullptr) : QWidget(parent), m_state(state)
    {
    }

    DashboardState &state() const { return m_state; }

    /// Whether everything that the page asks for has arrived: pictures are taken then.
    virtual bool isSettled() const { return m_state.view() || m_state.error(); }

Q_SIGNALS:
    void openPage(const QString &name); ///< "accounts", "budgets", …
    void
    wizardWanted(const QString &accountLabel); ///< empty: to add an account, else to give that one a new key
    void sampleWanted();

private:
    DashboardState &m_state;
};

} // namespace Costglass
