// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/accountsmodel.h"
#include "models/rowsmodel.h"
#include "windows/dashboardpage.h"
#include "windows/widgets.h"

namespace Costglass {

class PlainTable;

/// How each account stands, what its vendor said and what it later changed; add, edit, pause, test, remove.
class AccountsPage : public DashboardPage
{
    Q_OBJECT

public:
    explicit AccountsPage(DashboardState &state, QWidget *parent = nullptr);

    bool isSettled() const override { return m_loaded; }

private:
    QWidget *makeTableCard();
    QWidget *makeHistory();
    void refresh();
    void showRows(const QList<AccountRow> &rows);
    void refreshHistory();
    void refreshActions();
    std::optional<AccountRow> selected() const;
    void testSelected();
    void pauseSelected();
    void askRemoval();
    void removeAccount(const Account &account, bool keepHistory);
    void showReply(qint64 snapshot);
    void say(const QString &text, Tone tone);

    AccountsModel m_accounts;
    RowsModel m_snapshots;
    RowsModel m_restatements;
    PageHeading *m_heading;
    PlainTable *m_table;
    PlainTable *m_snapshotTable;
    Card *m_snapshotCard;
    Card *m_restatementCard;
    QLabel *m_noRestatements;
    QPushButton *m_edit;
    QPushButton *m_pause;
    QPushButton *m_test;
    QPushButton *m_remove;
    QFrame *m_removal;
    QLabel *m_removalText;
    QLabel *m_message;
    bool m_loaded = false;
};

} // namespace Costglass
