// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/dashboardstate.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace Costglass {

/// The month that is looked at, how fresh the data are, Sync and Export PDF.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(DashboardState &state, QWidget *parent = nullptr);

    void setNarrow(bool narrow); ///< leaves out what the page says too

Q_SIGNALS:
    void syncWanted();
    void cancelWanted();
    void exportWanted();

private:
    void refresh();
    void followSync(SyncRun *run);
    void showProgress(const SyncProgress &progress);
    void showFreshness();

    DashboardState &m_state;
    QPushButton *m_previous;
    QPushButton *m_next;
    QLabel *m_month;
    QLabel *m_currency;
    QLabel *m_status;
    QPushButton *m_sync;
    QPushButton *m_export;
    bool m_syncing = false;
};

} // namespace Costglass
