// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/budgetspage.h"

#include "base/moneytext.h"
#include "engine/alertwords.h"
#include "engine/desktopnotifier.h"
#include "engine/monthwords.h"
#include "models/budgettone.h"
#include "windows/channelscard.h"
#include "windows/tables.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QVBoxLayout>

namespace Costglass {

namespace {

constexpr int Gap = 16;
constexpr int FormWidth = 640;

QString periodText(BudgetPeriod period)
{
    switch (period) {
    case BudgetPeriod::Week:
        return BudgetsPage::tr("week");
    case BudgetPeriod::Month:
        return BudgetsPage::tr("month");
    case BudgetPeriod::Quarter:
        return BudgetsPage::tr("quarter");
    case BudgetPeriod::Year:
        return BudgetsPage::tr("year");
    }
    Q_UNREACHABLE();
}

QString thresholdsText(const QList<int> &thresholds)
{
    QStringList parts;
    for (const int threshold : thresholds)
        parts.append(QString::number(threshold));
    return parts.join(QStringLiteral(", "));
}

/// The percentages of a line like "50, 80, 100", rising.
Result<QList<int>> readThresholds(const QString &text)
{
    QList<int> thresholds;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        bool valid = false;
        const int threshold = part.trimmed().toInt(&valid);
        if (!valid || threshold < 1 || threshold > 1000)
            return failure(Error::Kind::Config,
                           BudgetsPage::tr("“%1” is not a percentage.").arg(part.trimmed()),
                           BudgetsPage::tr("Write numbers like 50, 80, 100."));
        if (!thresholds.contains(threshold))
            thresholds.append(threshold);
    }
    std::sort(thresholds.begin(), thresholds.end());
    return thresholds;
}

} // namespace

BudgetsPage::BudgetsPage(DashboardState &dashboard, QWidget *parent)
    : DashboardPage(dashboard, parent), m_alerts({tr("When"), tr("What happened and why")}, {}),
      m_heading(new PageHeading(this)), m_list(new QVBoxLayout)
{
    setObjectName(QStringLiteral("budgets"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(Gap);
    layout->addWidget(m_heading);
    m_list->setSpacing(Gap);
    layout->addLayout(m_list);
    layout->addWidget(makeForm());
    m_add = makeButton(tr("+ Add budget"), Weight::Primary);
    m_add->setObjectName(QStringLiteral("addBudget"));
    connect(m_add, &QPushButton::clicked, this, [this] {
        const auto &view = state().view();
        Budget fresh;
        fresh.name = tr("All AI");
        fresh.amount = Money::zero(view ? view->currency : Currency::usd());
        fresh.forecastThresholds = {100};
        openForm(fresh);
    });
    QPushButton *test = makeButton(tr("Test notification"), Weight::Quiet);
    connect(test, &QPushButton::clicked, this, &BudgetsPage::testNotification);
    m_testResult = new QLabel;
    m_testResult->setProperty("role", QStringLiteral("small"));
    m_testResult->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addWidget(test);
    row->addWidget(m_testResult, 1);
    layout->addLayout(row);
    m_alertCard = new Card(tr("Alerts of this month"));
    auto *table = new PlainTable(&m_alerts);
    table->setAccessibleName(tr("Alerts of this month"));
    m_alertCard->body()->addWidget(table);
    layout->addWidget(m_alertCard);
    m_channels = new ChannelsCard(dashboard.engine());
    m_channels->setMaximumWidth(FormWidth + 200);
    layout->addWidget(m_channels);
    layout->addStretch(1);
    connect(&state(), &DashboardState::viewChanged, this, &BudgetsPage::refresh);
    refresh();
}

QWidget *BudgetsPage::makeForm()
{
    m_form = new Card(tr("Budget"));
    m_form->setObjectName(QStringLiteral("budgetForm"));
    m_form->setMaximumWidth(FormWidth);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("budgetName"));
    m_amount = new QLineEdit;
    m_amount->setObjectName(QStringLiteral("budgetAmount"));
    m_amount->setPlaceholderText(tr("for example 500"));
    m_period = new QComboBox;
    m_period->setObjectName(QStringLiteral("budgetPeriod"));
    for (const BudgetPeriod period :
         {BudgetPeriod::Month, BudgetPeriod::Week, BudgetPeriod::Quarter, BudgetPeriod::Year})
        m_period->addItem(periodText(period), static_cast<int>(period));
    m_thresholds = new QLineEdit;
    m_thresholds->setObjectName(QStringLiteral("budgetThresholds"));
    m_thresholds->setToolTip(tr("Percent of the amount at which you are told, parted by commas"));
    m_forecastThresholds = new QLineEdit;
    m_forecastThresholds->setObjectName(QStringLiteral("budgetForecastThresholds"));
    m_forecastThresholds->setToolTip(
        tr("Told as soon as it is at least 80 % likely that the period ends there; may stay empty"));
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("budgetProblem"));
    m_problem->setProperty("tone", QStringLiteral("bad"));
    m_problem->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setSpacing(10);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Amount"), m_amount);
    form->addRow(tr("&Each"), m_period);
    form->addRow(tr("&Tell me at %"), m_thresholds);
    form->addRow(tr("When &likely to reach %"), m_forecastThresholds);
    m_form->body()->addLayout(form);
    m_form->body()->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"), Weight::Normal);
    QPushButton *save = makeButton(tr("Save"), Weight::Primary);
    save->setObjectName(QStringLiteral("saveBudget"));
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    m_form->body()->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, m_form, &QWidget::hide);
    connect(save, &QPushButton::clicked, this, &BudgetsPage::saveForm);
    connect(m_amount, &QLineEdit::returnPressed, this, &BudgetsPage::saveForm);
    m_form->hide();
    return m_form;
}

void BudgetsPage::refresh()
{
    const auto &view = state().view();
    if (!view)
        return;
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int passed = 0;
    int likely = 0;
    for (const BudgetStanding &standing : view->budgets) {
        passed += standing.isPassed() ? 1 : 0;
        likely += !standing.isPassed() && standing.breachDay ? 1 : 0;
        m_list->addWidget(makeBudget(standing));
    }
    const int count = static_cast<int>(view->budgets.size());
    if (count == 0) {
        m_heading->setTexts(
            tr("No budget yet."),
            tr("Set an amount, and the desktop tells you once at 50, 80 and 100 %, with the cause."));
    } else {
        m_heading->setTexts(
            passed > 0 ? tr("%1 of %n budget(s) passed.", nullptr, count).arg(QLocale().toString(passed))
                : likely > 0 ? tr("%1 of %n budget(s) likely to be passed.", nullptr, count)
                                   .arg(QLocale().toString(likely))
                             : tr("%n budget(s), all within.", nullptr, count),
            monthCompleteness(*view));
    }
    QList<RowsModel::Row> rows;
    for (const Alert &alert : view->alerts)
        rows.append({{momentText(alert.raisedAt, state().engine().now()), alertSentence(alert)}, alert.id});
    m_alerts.setRows(rows);
    m_alertCard->setVisible(!rows.isEmpty());
    m_channels->refresh();
}

QWidget *BudgetsPage::makeBudget(const BudgetStanding &standing)
{
    const Budget budget = standing.budget;
    auto *card = new Card(budget.name);
    card->setMaximumWidth(FormWidth + 200);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    QPushButton *edit = makeButton(tr("Edit"), Weight::Quiet);
    QPushButton *remove = makeButton(tr("Remove"), Weight::Quiet);
    edit->setAccessibleName(tr("Edit %1").arg(budget.name));
    remove->setAccessibleName(tr("Remove %1").arg(budget.name));
    connect(edit, &QPushButton::clicked, this, [this, budget] { openForm(budget); });
    connect(remove, &QPushButton::clicked, this, [this, budget] { removeBudget(budget); });
    row->addWidget(edit);
    row->addWidget(remove);
    card->setCorner(buttons);
    auto *figures = new QLabel(tr("%1 of %2 this %3: %4 %")
                                   .arg(moneyText(standing.spent), moneyText(budget.amount),
                                        periodText(budget.period), QLocale().toString(standing.percent)));
    figures->setProperty("role", QStringLiteral("figure"));
    figures->setWordWrap(true);
    card->body()->addWidget(figures);
    auto *bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setValue(std::min(100, standing.percent));
    setTone(bar, budgetTone(standing));
    bar->setAccessibleName(figures->text());
    card->body()->addWidget(bar);
    const QString thresholds = thresholdsText(budget.thresholds);
    const QString forecastThresholds = thresholdsText(budget.forecastThresholds);
    auto *note = new QLabel(forecastThresholds.isEmpty()
                                ? tr("Outlook: %1. Tells you at %2 %.").arg(outlookText(standing), thresholds)
                                : tr("Outlook: %1. Tells you at %2 %, and when %3 % become likely.")
                                      .arg(outlookText(standing), thresholds, forecastThresholds));
    note->setProperty("role", QStringLiteral("note"));
    note->setWordWrap(true);
    card->body()->addWidget(note);
    return card;
}

void BudgetsPage::openForm(const Budget &budget)
{
    m_edited = budget;
    m_form->setTitle(budget.id == 0 ? tr("New budget") : tr("Edit “%1”").arg(budget.name));
    m_name->setText(budget.name);
    m_amount->setText(budget.amount.isZero() ? QString() : budget.amount.toDecimal());
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(budget.period)));
    m_thresholds->setText(thresholdsText(budget.thresholds));
    m_forecastThresholds->setText(thresholdsText(budget.forecastThresholds));
    m_problem->clear();
    m_form->show();
    m_amount->setFocus();
}

Result<Budget> BudgetsPage::readForm() const
{
    const auto wrong = [](const QString &what, const QString &remedy) {
        return failure(Error::Kind::Config, what, remedy);
    };
    Budget budget = m_edited;
    budget.name = m_name->text().trimmed();
    if (budget.name.isEmpty())
        return wrong(tr("The budget needs a name."), tr("Any will do, for example “All AI”."));
    const auto amount = Money::parse(plainAmount(m_amount->text()), m_edited.amount.currency());
    if (!amount || amount->nanos() <= 0)
        return wrong(tr("“%1” is not an amount above zero.").arg(m_amount->text()),
                     tr("Write it like 500 or 1250.50."));
    budget.amount = *amount;
    budget.period = static_cast<BudgetPeriod>(m_period->currentData().toInt());
    const auto thresholds = readThresholds(m_thresholds->text());
    const auto forecastThresholds = readThresholds(m_forecastThresholds->text());
    if (!thresholds || !forecastThresholds)
        return std::unexpected(thresholds ? forecastThresholds.error() : thresholds.error());
    if (thresholds->isEmpty() && forecastThresholds->isEmpty())
        return wrong(tr("There is no percentage to tell you at."), tr("Write numbers like 50, 80, 100."));
    budget.thresholds = *thresholds;
    budget.forecastThresholds = *forecastThresholds;
    budget.savedAt = state().engine().now();
    return budget;
}

void BudgetsPage::saveForm()
{
    const auto budget = readForm();
    if (!budget) {
        m_problem->setText(errorSentence(budget.error()));
        return;
    }
    state().engine().ledger().run(
        this, [budget = *budget](Store &store) { return store.saveBudget(budget); },
        [this](const Result<Budget> &saved) {
            if (!saved) {
                m_problem->setText(errorSentence(saved.error()));
                return;
            }
            m_form->hide();
            Q_EMIT budgetsChanged();
            state().reload();
        });
}

void BudgetsPage::removeBudget(const Budget &budget)
{
    state().engine().ledger().run(
        this, [id = budget.id](Store &store) { return store.removeBudget(id); },
        [this](const Result<void> &removed) {
            if (!removed)
                m_heading->setTexts(errorSentence(removed.error()), {});
            state().reload();
        });
}

void BudgetsPage::testNotification()
{
    auto *notifier = new DesktopNotifier(this);
    notifier->notify({tr("Costglass"), tr("This is how a budget alert reaches you."), {}, Urgency::Normal},
                     {}, [this, notifier](const Result<void> &shown) {
                         notifier->deleteLater();
                         m_testResult->setText(shown ? tr("The desktop has taken it.")
                                                     : errorSentence(shown.error()));
                     });
}

} // namespace Costglass
