// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/plansview.h"
#include "models/rowsmodel.h"
#include "windows/dashboardpage.h"
#include "windows/widgets.h"

class QBoxLayout;

namespace Costglass {

class PaymentCalendar;
class PlainTable;
class PlanForm;

/// What a person pays apart from metered use: plans with their next payments, quotas and balances with the day on which
/// they end, and the weeks ahead.
class PlansPage : public DashboardPage
{
    Q_OBJECT

public:
    explicit PlansPage(DashboardState &state, QWidget *parent = nullptr);

    bool isSettled() const override { return m_view.has_value(); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makePlansCard();
    QWidget *makeRemoval();
    QWidget *makeAhead();
    void refresh();
    void showView();
    void showPlans();
    void showStandings();
    void showCalendar();
    void refreshActions();
    std::optional<Plan> selected() const;
    void savePlan(const Plan &plan, const QString &document);
    void askRemoval();
    void removeSelected();

    RowsModel m_plans;
    RowsModel m_standings;
    std::optional<PlansView> m_view;
    PageHeading *m_heading;
    PlanForm *m_form;
    PlainTable *m_table;
    QLabel *m_none;
    QPushButton *m_edit;
    QPushButton *m_end;
    QPushButton *m_remove;
    QFrame *m_removal;
    QLabel *m_removalText;
    QBoxLayout *m_ahead;
    PlainTable *m_standingsTable;
    QLabel *m_noStandings;
    PaymentCalendar *m_calendar;
};

} // namespace Costglass
