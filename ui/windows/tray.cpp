// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/tray.h"

#include "engine/monthwords.h"
#include "windows/icons.h"

namespace Costglass {

Tray::Tray(DashboardState &state, QObject *parent)
    : QObject(parent), m_state(state), m_icon(programIcon()), m_figures(m_menu.addAction(QString()))
{
    m_figures->setEnabled(false);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Open Costglass")), &QAction::triggered, this, &Tray::openWanted);
    connect(m_menu.addAction(tr("Sync")), &QAction::triggered, this,
            [this] { m_state.engine().startSync({}); });
    connect(m_menu.addAction(tr("Quit")), &QAction::triggered, this, &Tray::quitWanted);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT openWanted();
    });
    connect(&state, &DashboardState::viewChanged, this, &Tray::refresh);
    refresh();
    m_icon.show();
}

void Tray::refresh()
{
    // The tray always speaks of the present month, whichever the window shows.
    const auto &view = m_state.view();
    if (view && view->month != m_state.presentMonth())
        return;
    const QString text = view ? monthHeadline(*view) : QStringLiteral("Costglass");
    m_icon.setToolTip(text);
    m_figures->setText(text);
}

} // namespace Costglass
