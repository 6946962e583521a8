// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/estimator.h"
#include "models/rowsmodel.h"
#include "models/scenariolist.h"
#include "windows/dashboardpage.h"
#include "windows/widgets.h"

class QBoxLayout;
class QComboBox;
class QVBoxLayout;

namespace Costglass {

class ChartWidget;
class OfferDetails;
class PlainTable;
class ScenarioForm;

/// What a workload would cost with each offer, every fee kind apart; what if its figures were others.
class CalculatorPage : public DashboardPage
{
    Q_OBJECT

public:
    CalculatorPage(DashboardState &state, PriceDesk &desk, QWidget *parent = nullptr);

    /// Asks for a file; tests put their own in its place.
    using FileAsker = std::function<QString(QWidget *parent, const QString &title, const QString &suggestion,
                                            const QString &filter, bool save)>;
    void setFileAsker(FileAsker asker) { m_askFile = std::move(asker); }

    bool isSettled() const override;

private:
    QLayout *makeTools();
    QWidget *makeChartCard();
    QWidget *makeTableCard();
    void pricesOpened();
    void fillOffers();
    void choose(qsizetype index);
    void refreshNames();
    void openOwnUse();
    void askAgain();
    void askOther();
    void showAnswer();
    void showHeading(const QList<EstimateRow> &rows);
    void showRow(int row);
    void openFile();
    void saveFile();
    void exportTable();
    void tell(const Result<void> &done, const QString &success);

    PriceDesk &m_desk;
    Estimator m_estimator;
    Estimator m_other; ///< the scenario that this one is compared with
    ScenarioList m_scenarios;
    qsizetype m_current = 0;
    RowsModel m_offers;
    FileAsker m_askFile;
    PageHeading *m_heading;
    QComboBox *m_scenario;
    QComboBox *m_compare;
    QComboBox *m_vendors;
    QLabel *m_told; ///< what became of a file
    ScenarioForm *m_form;
    OfferDetails *m_details;
    QWidget *m_content;
    ChartWidget *m_chart;
    PlainTable *m_table;
};

} // namespace Costglass
