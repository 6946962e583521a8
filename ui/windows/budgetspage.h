// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rowsmodel.h"
#include "windows/dashboardpage.h"
#include "windows/widgets.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace Costglass {

class ChannelsCard;

/// The budgets with how far they are used, a form to add and edit them, and every alert with its cause.
class BudgetsPage : public DashboardPage
{
    Q_OBJECT

public:
    explicit BudgetsPage(DashboardState &state, QWidget *parent = nullptr);

Q_SIGNALS:
    void budgetsChanged(); ///< a budget was saved: thresholds may be crossed already

private:
    QWidget *makeForm();
    void refresh();
    QWidget *makeBudget(const BudgetStanding &standing);
    void openForm(const Budget &budget);
    void saveForm();
    Result<Budget> readForm() const;
    void removeBudget(const Budget &budget);
    void testNotification();

    RowsModel m_alerts;
    PageHeading *m_heading;
    QVBoxLayout *m_list;
    QPushButton *m_add;
    Card *m_form;
    QLineEdit *m_name;
    QLineEdit *m_amount;
    QComboBox *m_period;
    QLineEdit *m_thresholds;
    QLineEdit *m_forecastThresholds;
    QLabel *m_problem;
    Card *m_alertCard;
    ChannelsCard *m_channels;
    QLabel *m_testResult;
    Budget m_edited;
};

} // namespace Costglass
