// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/dashboardstate.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace Costglass {

/// Month to date and forecast at a glance; sync, open, quit.
class Tray : public QObject
{
    Q_OBJECT

public:
    explicit Tray(DashboardState &state, QObject *parent = nullptr);

Q_SIGNALS:
    void openWanted();
    void quitWanted();

private:
    void refresh();

    DashboardState &m_state;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction *m_figures;
};

} // namespace Costglass
