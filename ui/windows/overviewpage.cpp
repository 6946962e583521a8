// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/overviewpage.h"

#include "base/moneytext.h"
#include "charts/chartwidget.h"
#include "engine/monthwords.h"
#include "models/budgettone.h"
#include "windows/overviewlists.h"
#include "windows/tables.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Costglass {

namespace {

constexpr int Gap = 16;
constexpr int NarrowWidth = 980; ///< of the page: below, the side column keeps to its least
constexpr int NarrowSide = 240;
constexpr int LoneCardWidth = 480;

} // namespace

OverviewPage::OverviewPage(DashboardState &dashboard, QWidget *parent)
    : DashboardPage(dashboard, parent), m_heading(new PageHeading(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("overview"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(Gap);
    layout->addWidget(m_heading);
    m_stack->addWidget(makeContent());
    m_stack->addWidget(makeEmpty());
    layout->addWidget(m_stack, 1);
    connect(&state(), &DashboardState::viewChanged, this, &OverviewPage::refresh);
    refresh();
}

QWidget *OverviewPage::makeCards()
{
    m_sameDays = new FigureCard;
    m_forecast = new FigureCard;
    m_budget = new FigureCard;
    m_budgetBar = new QProgressBar;
    m_budgetBar->setTextVisible(false);
    m_budget->body()->insertWidget(2, m_budgetBar);
    auto *cards = new QWidget(this);
    auto *row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Gap);
    for (FigureCard *card : {m_sameDays, m_forecast, m_budget})
        row->addWidget(card, 1);
    row->addStretch(0);
    return cards;
}

QWidget *OverviewPage::makeChartCard()
{
    m_chartCard = new Card(tr("Spend per day"));
    m_segments = new Segments({tr("Daily"), tr("Cumulative"), tr("12 months")});
    m_segments->setAccessibleName(tr("What the chart shows"));
    m_chartCard->setCorner(m_segments);
    m_chart = new ChartWidget;
    m_chart->setObjectName(QStringLiteral("chart"));
    m_chart->setMinimumHeight(240);
    m_chartCard->body()->addWidget(m_chart, 1);
    connect(m_segments, &Segments::currentChanged, this, [this] {
        if (state().view())
            refreshChart(*state().view());
    });
    return m_chartCard;
}

QWidget *OverviewPage::makeTableCard()
{
    m_table = new PlainTable(&m_vendors);
    m_table->setObjectName(QStringLiteral("vendors"));
    m_table->setAccessibleName(tr("Spend by vendor"));
    auto *card = new Card;
    card->body()->addWidget(m_table);
    m_apart = new QLabel;
    m_apart->setProperty("role", QStringLiteral("note"));
    m_apart->setWordWrap(true);
    card->body()->addWidget(m_apart);
    return card;
}

QWidget *OverviewPage::makeSide()
{
    m_movers = new Card;
    m_alerts = new Card(tr("Alerts"));
    m_side = new QWidget(this);
    auto *cards = new QVBoxLayout(m_side);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(Gap);
    cards->addWidget(m_movers);
    cards->addWidget(m_alerts);
    cards->addStretch(1);
    return m_side;
}

QWidget *OverviewPage::makeContent()
{
    auto *content = new QWidget(this);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Gap);
    rows->addWidget(makeCards());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Gap);
    auto *main = new QVBoxLayout;
    main->setSpacing(Gap);
    main->addWidget(makeChartCard(), 1);
    main->addWidget(makeTableCard());
    middle->addLayout(main, 5);
    middle->addWidget(makeSide(), 2);
    rows->addLayout(middle, 1);
    return content;
}

QWidget *OverviewPage::makeEmpty()
{
    auto *card = new Card;
    card->setMaximumWidth(620);
    m_emptyText = new QLabel;
    m_emptyText->setWordWrap(true);
    card->body()->addWidget(m_emptyText);
    m_emptyButtons = new QWidget;
    auto *buttons = new QHBoxLayout(m_emptyButtons);
    buttons->setContentsMargins(0, 8, 0, 0);
    QPushButton *add = makeButton(tr("Add account"), Weight::Primary);
    add->setObjectName(QStringLiteral("addAccount"));
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT wizardWanted({}); });
    buttons->addWidget(add);
    QPushButton *sample = makeButton(tr("Try with sample data"), Weight::Quiet);
    sample->setObjectName(QStringLiteral("sampleData"));
    connect(sample, &QPushButton::clicked, this, &OverviewPage::sampleWanted);
    buttons->addWidget(sample);
    buttons->addStretch(1);
    card->body()->addWidget(m_emptyButtons);
    auto *holder = new QWidget(this);
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    layout->addStretch(1);
    return holder;
}

void OverviewPage::refresh()
{
    const auto &view = state().view();
    const bool something = view && (!view->vendors.isEmpty() || !view->apart.isEmpty());
    m_stack->setCurrentIndex(something ? 0 : 1);
    if (!something)
        return refreshEmpty();
    m_heading->setTexts(monthHeadline(*view), monthCompleteness(*view));
    refreshCards(*view);
    refreshChart(*view);
    m_vendors.setView(*view);
    m_apart->setText(apartText(*view));
    m_apart->setVisible(!view->apart.isEmpty());
    refreshSide(*view);
    arrange();
}

void OverviewPage::refreshCards(const MonthView &view)
{
    const QString before = monthName(view.month.plus(-1), false);
    m_sameDays->setVisible(view.previousSameDays.has_value());
    if (view.previousSameDays) {
        const QString change = changeText(view.total, view.previousSameDays);
        const Tone tone = change.startsWith(u'▲') ? Tone::Bad
            : change.startsWith(u'▼')             ? Tone::Good
                                                  : Tone::Plain;
        m_sameDays->setTexts(view.isOver ? before : tr("Same days of %1").arg(before),
                             moneyText(*view.previousSameDays),
                             tr("%1 in %2", "a change").arg(change, monthName(view.month, false)), tone);
    }
    m_forecast->setVisible(view.forecast.has_value());
    if (view.forecast) {
        m_forecast->setTexts(tr("Forecast for %1").arg(dayName(view.month.lastDay())),
                             moneyText(view.forecast->mean),
                             tr("80 % range %1 – %2")
                                 .arg(moneyText(view.forecast->lower80), moneyText(view.forecast->upper80)));
        m_forecast->setToolTip(view.forecast->method);
    }
    refreshBudget(view);
    const bool alone
        = view.previousSameDays.has_value() + view.forecast.has_value() + !view.budgets.isEmpty() == 1;
    for (FigureCard *card : {m_sameDays, m_forecast, m_budget})
        card->setMaximumWidth(alone ? LoneCardWidth : QWIDGETSIZE_MAX);
}

void OverviewPage::refreshBudget(const MonthView &view)
{
    m_budget->setVisible(!view.budgets.isEmpty());
    if (view.budgets.isEmpty())
        return;
    const BudgetStanding &standing = *std::max_element(
        view.budgets.begin(), view.budgets.end(),
        [](const BudgetStanding &a, const BudgetStanding &b) { return a.percent < b.percent; });
    const QString of = moneyText(standing.budget.amount);
    const Tone tone = budgetTone(standing) == Tone::Good ? Tone::Plain : budgetTone(standing);
    m_budget->setTexts(tr("Budget “%1”").arg(standing.budget.name),
                       tr("%1 %", "used share").arg(QLocale().toString(standing.percent)),
                       standing.breachDay
                           ? tr("of %1 · likely over on %2").arg(of, dayName(*standing.breachDay))
                           : tr("of %1", "a budget").arg(of),
                       tone);
    m_budgetBar->setValue(std::min(100, standing.percent));
    setTone(m_budgetBar, tone);
}

void OverviewPage::refreshChart(const MonthView &view)
{
    switch (m_segments->current()) {
    case 1:
        m_chartCard->setTitle(tr("Spend so far"));
        m_chart->setChart(cumulativeChart(view));
        break;
    case 2:
        m_chartCard->setTitle(tr("Spend per month"));
        m_chart->setChart(monthsChart(view));
        break;
    default:
        m_chartCard->setTitle(tr("Spend per day"));
        m_chart->setChart(dailyChart(view));
        break;
    }
}

void OverviewPage::refreshSide(const MonthView &view)
{
    m_movers->setTitle(tr("What changed against %1").arg(monthName(view.month.plus(-1), false)));
    m_movers->setVisible(!view.movers.isEmpty());
    fillMovers(*m_movers, view);
    m_alerts->setVisible(!view.alerts.isEmpty());
    fillAlerts(*m_alerts, view);
    m_side->setVisible(!view.movers.isEmpty() || !view.alerts.isEmpty());
}

void OverviewPage::refreshEmpty()
{
    const auto &view = state().view();
    m_emptyButtons->setVisible(false);
    if (state().error()) {
        m_heading->setTexts(tr("The ledger cannot be read."), {});
        m_emptyText->setText(errorSentence(*state().error()));
    } else if (!view) {
        m_heading->setTexts(tr("Reading the ledger…"), {});
        m_emptyText->setText({});
    } else if (view->accounts == 0) {
        m_heading->setTexts(tr("What does AI cost you?"), {});
        m_emptyText->setText(tr("No account yet. Add one with an API key, or look around with sample data."));
        m_emptyButtons->setVisible(true);
    } else if (!view->lastSync) {
        m_heading->setTexts(tr("No figures yet."), {});
        m_emptyText->setText(tr("No account has been read yet. Press Sync to fill this page."));
    } else {
        m_heading->setTexts(tr("Nothing was spent in %1.").arg(monthName(view->month, true)),
                            monthCompleteness(*view));
        m_emptyText->setText(tr("The accounts told of no costs in this month. Other months are one step "
                                "away with ‹ and ›."));
    }
    m_stack->widget(1)->setVisible(!m_emptyText->text().isEmpty());
}

void OverviewPage::arrange()
{
    m_side->setMaximumWidth(width() < NarrowWidth ? NarrowSide : QWIDGETSIZE_MAX);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    DashboardPage::resizeEvent(event);
    arrange();
}

} // namespace Costglass
