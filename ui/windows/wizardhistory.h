// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "models/rowsmodel.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Costglass {

/// The wizard's last step: the history arrives, newest month first, and goes on when the wizard is closed.
class WizardHistory : public QWidget
{
    Q_OBJECT

public:
    explicit WizardHistory(Engine &engine, QWidget *parent = nullptr);

    void start(const Account &account);

Q_SIGNALS:
    void doneWanted();

private:
    void showProgress(const SyncProgress &progress);
    void showMonths();
    void finish(const QList<AccountOutcome> &outcomes);

    Engine &m_engine;
    Account m_account;
    RowsModel m_months;
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_stop;
};

} // namespace Costglass
