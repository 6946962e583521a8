// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/offerdetails.h"

#include "charts/chartwidget.h"
#include "models/estimaterows.h"
#include "models/pricecharts.h"
#include "windows/tables.h"

#include <QVBoxLayout>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 16;
constexpr int TurnHeight = 220;
constexpr int MostGaps = 12;

} // namespace

OfferDetails::OfferDetails(QWidget *parent)
    : QWidget(parent),
      m_lines({tr("Part"), tr("Price"), tr("Quantity a month"), tr("Unit price"), tr("Amount"), tr("Read")},
              {2, 3, 4})
{
    m_lineCard = new Card;
    m_lineCard->setObjectName(u"lineCard"_s);
    auto *lines = new PlainTable(&m_lines);
    lines->setObjectName(u"lines"_s);
    lines->setAccessibleName(tr("How the figures come about"));
    lines->keepAllColumns();
    m_lineCard->body()->addWidget(lines);
    m_turnCard = new Card(tr("API or seats: where it turns"));
    m_turnText = new WrappedLabel(u"small"_s);
    m_turnText->setObjectName(u"turnText"_s);
    m_turn = new ChartWidget;
    m_turn->setObjectName(u"turnChart"_s);
    m_turn->setFixedHeight(TurnHeight);
    m_turnCard->body()->addWidget(m_turnText);
    m_turnCard->body()->addWidget(m_turn);
    auto *gapCard = new Card(tr("What is not in here"));
    m_gaps = new WrappedLabel({});
    m_gaps->setObjectName(u"gaps"_s);
    gapCard->body()->addWidget(m_gaps);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Gap);
    for (QWidget *card : {static_cast<QWidget *>(m_lineCard), static_cast<QWidget *>(m_turnCard),
                          static_cast<QWidget *>(gapCard)})
        layout->addWidget(card);
}

void OfferDetails::showNoOffer()
{
    m_lineCard->hide();
    m_turnCard->hide();
}

void OfferDetails::showOffer(const EstimateRow &offer, const Scenario &scenario)
{
    m_lineCard->show();
    m_turnCard->show();
    m_lineCard->setTitle(tr("How %1 comes about").arg(candidateName(offer.candidate)));
    m_lines.setRows(estimateLineRows(offer));
    Decimal perDay = 0;
    for (const Workload &work : scenario.workloads)
        perDay += work.perDay;
    const ChartData turn = seatsChart(offer, perDay);
    m_turn->setVisible(!turn.isEmpty());
    m_turn->setChart(turn);
    m_turnText->setText(turn.isEmpty()
                            ? tr("Enter seats and choose their plan: a chart then shows from how many "
                                 "requests a day they cost less than the API.")
                            : turn.summary);
}

void OfferDetails::showGaps(const QList<EstimateRow> &rows, const Scenario &scenario)
{
    QStringList lines;
    for (const EstimateRow &row : rows) {
        const QString name = candidateName(row.candidate);
        if (!row.unknown.isEmpty())
            lines.append(tr("%1: unknown: %2").arg(name, row.unknown.join(u", "_s)));
        if (!row.notes.isEmpty())
            lines.append(tr("%1: %2", "offer: what is assumed").arg(name, row.notes.join(u"; "_s)));
    }
    if (lines.size() > MostGaps) {
        const int more = static_cast<int>(lines.size()) - MostGaps;
        lines = lines.first(MostGaps);
        lines.append(tr("and %n more of that kind", nullptr, more));
    }
    for (const EstimateRow &row : rows) {
        for (const FxRate &rate : row.rates) {
            const QString line
                = tr("Converted at 1 %1 = %2 %3 (%4, %5).")
                      .arg(rate.from().code(), rate.rateText(), rate.to().code(), rate.source(), rate.date());
            if (!lines.contains(line))
                lines.append(line);
        }
    }
    lines.append(tr("Cache writes and retries are not counted: for retries add 2 to 5 %."));
    if (scenario.taxRate.isZero())
        lines.append(tr("Tax is left out: none is entered."));
    m_gaps->setText(lines.join(u'\n'));
}

} // namespace Costglass
