// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rowsmodel.h"
#include "pricing/estimate.h"
#include "windows/widgets.h"

namespace Costglass {

class ChartWidget;

/// What stands behind an estimate: the origin of an offer's figures, where seats cost less than the API, and what no
/// figure contains.
class OfferDetails : public QWidget
{
    Q_OBJECT

public:
    explicit OfferDetails(QWidget *parent = nullptr);

    void showOffer(const EstimateRow &offer, const Scenario &scenario);
    void showNoOffer();
    void showGaps(const QList<EstimateRow> &rows, const Scenario &scenario);

private:
    RowsModel m_lines;
    Card *m_lineCard;
    Card *m_turnCard;
    ChartWidget *m_turn;
    QLabel *m_turnText;
    QLabel *m_gaps;
};

} // namespace Costglass
