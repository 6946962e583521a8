// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vendortablemodel.h"
#include "windows/dashboardpage.h"
#include "windows/widgets.h"

class QProgressBar;
class QStackedWidget;

namespace Costglass {

class ChartWidget;
class PlainTable;

/// What was spent, where it goes and where the month will end.
class OverviewPage : public DashboardPage
{
    Q_OBJECT

public:
    explicit OverviewPage(DashboardState &state, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeCards();
    QWidget *makeChartCard();
    QWidget *makeTableCard();
    QWidget *makeSide();
    QWidget *makeContent();
    QWidget *makeEmpty();
    void refresh();
    void refreshCards(const MonthView &view);
    void refreshBudget(const MonthView &view);
    void refreshChart(const MonthView &view);
    void refreshSide(const MonthView &view);
    void refreshEmpty();
    void arrange();

    VendorTableModel m_vendors;
    PageHeading *m_heading;
    QStackedWidget *m_stack;
    FigureCard *m_sameDays;
    FigureCard *m_forecast;
    FigureCard *m_budget;
    QProgressBar *m_budgetBar;
    Card *m_chartCard;
    Segments *m_segments;
    ChartWidget *m_chart;
    PlainTable *m_table;
    Card *m_movers;
    Card *m_alerts;
    QWidget *m_side;
    QLabel *m_apart;
    QLabel *m_emptyText;
    QWidget *m_emptyButtons;
};

} // namespace Costglass
