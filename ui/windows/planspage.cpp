// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/planspage.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "engine/plandocuments.h"
#include "windows/paymentcalendar.h"
#include "windows/planform.h"
#include "windows/planwords.h"
#include "windows/tables.h"

#include <QItemSelectionModel>
#include <QVBoxLayout>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 16;
constexpr int StackedWidth = 980; ///< below this, quotas and calendar stand one below the other
constexpr int RowsVisible = 12;

} // namespace

PlansPage::PlansPage(DashboardState &dashboard, QWidget *parent)
    : DashboardPage(dashboard, parent), m_plans(planColumns(), {2, 4, 6}),
      m_standings(standingColumns(), {2, 3}), m_heading(new PageHeading(this)), m_form(new PlanForm)
{
    setObjectName(u"plans"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(Gap);
    layout->addWidget(m_heading);
    layout->addWidget(m_form);
    layout->addWidget(makePlansCard());
    layout->addWidget(makeAhead());
    layout->addStretch(1);
    connect(m_form, &PlanForm::saveWanted, this, &PlansPage::savePlan);
    connect(&state(), &DashboardState::viewChanged, this, &PlansPage::refresh);
    refresh();
}

QWidget *PlansPage::makePlansCard()
{
    auto *card = new Card(tr("Subscriptions, purchases and credits"));
    m_table = new PlainTable(&m_plans, RowsVisible);
    m_table->setObjectName(u"plansTable"_s);
    m_table->setAccessibleName(tr("Plans"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_none = new WrappedLabel(u"small"_s);
    m_none->setText(tr("Enter what you pay apart from metered use: subscriptions with their seats, one-off "
                       "purchases, credits, invoices. Every payment then counts in totals, budgets and the "
                       "forecast on its day."));
    card->body()->addWidget(m_table);
    card->body()->addWidget(m_none);
    card->body()->addWidget(makeRemoval());
    QPushButton *add = makeButton(tr("+ Add plan"), Weight::Primary);
    add->setObjectName(u"addPlan"_s);
    m_edit = makeButton(tr("Edit"), Weight::Normal);
    m_edit->setObjectName(u"editPlan"_s);
    m_end = makeButton(tr("End…"), Weight::Normal);
    m_end->setObjectName(u"endPlan"_s);
    m_remove = makeButton(tr("Remove…"), Weight::Normal);
    m_remove->setObjectName(u"removePlan"_s);
    auto *actions = new QHBoxLayout;
    for (QPushButton *button : {add, m_edit, m_end, m_remove})
        actions->addWidget(button);
    actions->addStretch(1);
    card->body()->addLayout(actions);
    const auto today = [this] { return state().engine().today(); };
    connect(add, &QPushButton::clicked, this, [this, today] {
        const auto &view = state().view();
        m_form->openNew(view ? view->currency : Currency::usd(), today());
    });
    connect(m_edit, &QPushButton::clicked, this, [this, today] {
        if (const auto plan = selected())
            m_form->openEdit(*plan, today());
    });
    connect(m_end, &QPushButton::clicked, this, [this, today] {
        if (const auto plan = selected())
            m_form->openEnd(*plan, today());
    });
    connect(m_remove, &QPushButton::clicked, this, &PlansPage::askRemoval);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PlansPage::refreshActions);
    return card;
}

QWidget *PlansPage::makeRemoval()
{
    m_removal = new QFrame;
    m_removal->setProperty("role", u"banner"_s);
    m_removalText = new WrappedLabel(QString());
    QPushButton *remove = makeButton(tr("Remove with charges"), Weight::Normal);
    remove->setObjectName(u"confirmRemoval"_s);
    QPushButton *cancel = makeButton(tr("Cancel"), Weight::Normal);
    auto *row = new QHBoxLayout(m_removal);
    row->addWidget(m_removalText, 1);
    row->addWidget(remove);
    row->addWidget(cancel);
    connect(remove, &QPushButton::clicked, this, &PlansPage::removeSelected);
    connect(cancel, &QPushButton::clicked, m_removal, &QWidget::hide);
    m_removal->hide();
    return m_removal;
}

QWidget *PlansPage::makeAhead()
{
    auto *quotas = new Card(tr("Quotas and prepaid balances"));
    m_standingsTable = new PlainTable(&m_standings, RowsVisible);
    m_standingsTable->setObjectName(u"standingsTable"_s);
    m_standingsTable->setAccessibleName(tr("Quotas and prepaid balances"));
    m_noStandings = new WrappedLabel(u"small"_s);
    m_noStandings->setText(tr("Accounts of prepaid vendors bring their balances, and vendors that count use "
                              "their counters. What a plan includes is part of the plan."));
    quotas->body()->addWidget(m_standingsTable);
    quotas->body()->addWidget(m_noStandings);
    quotas->body()->addStretch(1);
    auto *weeks = new Card(tr("Five weeks ahead"));
    m_calendar = new PaymentCalendar;
    m_calendar->setAccessibleName(tr("Five weeks ahead"));
    weeks->body()->addWidget(m_calendar);
    weeks->body()->addStretch(1);
    auto *holder = new QWidget;
    m_ahead = new QBoxLayout(QBoxLayout::LeftToRight, holder);
    m_ahead->setContentsMargins(0, 0, 0, 0);
    m_ahead->setSpacing(Gap);
    m_ahead->addWidget(quotas, 4);
    m_ahead->addWidget(weeks, 3);
    return holder;
}

void PlansPage::resizeEvent(QResizeEvent *event)
{
    DashboardPage::resizeEvent(event);
    m_ahead->setDirection(width() < StackedWidth ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PlansPage::refresh()
{
    Engine &engine = state().engine();
    engine.ledger().run(
        this,
        [month = state().month(), now = engine.now()](Store &store) {
            return loadPlansView(store, month, now);
        },
        [this](const Result<PlansView> &view) {
            if (!view)
                return m_heading->setTexts(errorSentence(view.error()), {});
            m_view = *view;
            showView();
        });
}

void PlansPage::showView()
{
    m_heading->setTexts(plansSentence(*m_view), plansNote(*m_view));
    showPlans();
    showStandings();
    showCalendar();
}

void PlansPage::showPlans()
{
    const auto before = selected();
    QList<RowsModel::Row> rows;
    int at = 0;
    for (const PlanLine &line : std::as_const(m_view->plans)) {
        if (before && before->id == line.plan.id)
            at = static_cast<int>(rows.size());
        rows.append(planRow(line, m_view->today));
    }
    m_plans.setRows(rows);
    m_table->setVisible(!rows.isEmpty());
    m_none->setVisible(rows.isEmpty());
    if (!rows.isEmpty())
        m_table->selectRow(at);
    refreshActions();
}

void PlansPage::showStandings()
{
    QList<RowsModel::Row> rows;
    for (const BalanceStanding &standing : std::as_const(m_view->standings))
        rows.append(standingRow(standing, m_view->today));
    m_standings.setRows(rows);
    m_standingsTable->setVisible(!rows.isEmpty());
    m_noStandings->setVisible(rows.isEmpty());
}

void PlansPage::showCalendar()
{
    QMap<QDate, QList<CalendarMark>> marks;
    for (const PaymentAhead &payment : std::as_const(m_view->payments))
        marks[payment.day].append({shortAmount(payment.cost), payment.plan, Tone::Accent});
    for (const BalanceStanding &one : std::as_const(m_view->standings)) {
        if (one.runsOutEarly())
            marks[*one.runsOut].append({tr("ends", "a balance"), standingSource(one), Tone::Bad});
    }
    m_calendar->setMarks(m_view->today, marks);
}

std::optional<Plan> PlansPage::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const qint64 id = rows.isEmpty() ? 0 : rows.first().data(RawRole).toLongLong();
    const QList<PlanLine> lines = m_view ? m_view->plans : QList<PlanLine>();
    const auto line
        = std::find_if(lines.begin(), lines.end(), [id](const PlanLine &one) { return one.plan.id == id; });
    return line == lines.end() ? std::nullopt : std::optional(line->plan);
}

void PlansPage::refreshActions()
{
    const auto plan = selected();
    m_edit->setVisible(plan.has_value());
    m_end->setVisible(plan && !plan->end && isRunning(*plan, state().engine().today()));
    m_remove->setVisible(plan.has_value());
    m_removal->hide();
}

void PlansPage::savePlan(const Plan &plan, const QString &document)
{
    Engine &engine = state().engine();
    engine.ledger().run(
        this,
        [plan, document, folder = engine.dataFolder(), now = engine.now()](Store &store) -> Result<void> {
            Plan kept = plan;
            if (!document.isEmpty()) {
                const auto hash = keepDocument(folder, document);
                if (!hash)
                    return std::unexpected(hash.error());
                kept.document = *hash;
            }
            const auto saved = store.savePlan(kept, now);
            const auto dropped = dropUnusedDocuments(store, folder);
            return saved ? dropped : std::unexpected(saved.error());
        },
        [this](const Result<void> &saved) {
            if (!saved)
                return m_form->say(errorSentence(saved.error()));
            m_form->hide();
            Q_EMIT state().engine().ledgerChanged();
        });
}

void PlansPage::askRemoval()
{
    const auto plan = selected();
    if (!plan)
        return;
    m_removalText->setText(tr("Remove “%1” and all that it was charged with, for ever? To keep what was "
                              "paid, end it instead.")
                               .arg(plan->name));
    m_removal->show();
}

void PlansPage::removeSelected()
{
    m_removal->hide();
    const auto plan = selected();
    if (!plan)
        return;
    Engine &engine = state().engine();
    engine.ledger().run(
        this,
        [id = plan->id, folder = engine.dataFolder(), now = engine.now()](Store &store) {
            const auto removed = store.removePlan(id, now);
            return removed ? dropUnusedDocuments(store, folder) : removed;
        },
        [this](const Result<void> &removed) {
            if (!removed)
                return m_heading->setTexts(errorSentence(removed.error()), {});
            Q_EMIT state().engine().ledgerChanged();
        });
}

} // namespace Costglass
