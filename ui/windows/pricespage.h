// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricedesk.h"
#include "models/pricerows.h"
#include "windows/dashboardpage.h"
#include "windows/widgets.h"

#include <QTimer>

class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLineEdit;

namespace Costglass {

class ChartWidget;
class PlainTable;

/// What every model costs: filtered, sorted, in one currency, at a mix and on a day of one's own; how a price moved and
/// what is announced.
class PricesPage : public DashboardPage
{
    Q_OBJECT

public:
    PricesPage(DashboardState &state, PriceDesk &desk, QWidget *parent = nullptr);

    bool isSettled() const override;

private:
    QWidget *makeFilters();
    QWidget *makeMix();
    QWidget *makeTable();
    QWidget *makeModel();
    QWidget *makeAhead();
    void pricesOpened();
    void askAgain();
    void showAnswer(const QList<ModelPrices> &prices);
    void showHeading();
    void filter();
    void showModel();
    void showHistory();
    void showAhead();
    qint64 instant() const; ///< of the prices: now, or noon UTC of another day
    PriceView view() const;
    TokenMix mix() const;

    PriceDesk &m_desk;
    QTimer m_soon; ///< fields that are being dragged are one question
    bool m_running = false;
    bool m_again = false;
    QList<ModelPrices> m_answer;
    RowsModel m_rows;
    PriceFilter m_filter;
    RowsModel m_steps;
    RowsModel m_changes;
    PricedModel m_chosen;
    PageHeading *m_heading;
    QWidget *m_content;
    QLineEdit *m_words;
    QComboBox *m_vendor;
    QComboBox *m_tier;
    QComboBox *m_currency;
    QDateEdit *m_day;
    QDoubleSpinBox *m_inputPart;
    QDoubleSpinBox *m_cachedPart;
    QDoubleSpinBox *m_outputPart;
    PlainTable *m_table;
    QLabel *m_none;
    Card *m_model;
    Segments *m_meter;
    ChartWidget *m_history;
    Card *m_ahead;
};

} // namespace Costglass
