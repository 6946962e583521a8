// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/wizardhistory.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "windows/tables.h"
#include "windows/widgets.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Costglass {

WizardHistory::WizardHistory(Engine &engine, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_months({tr("Month"), tr("Spend")}, {1}), m_title(new QLabel),
      m_text(new QLabel), m_bar(new QProgressBar), m_stop(makeButton(tr("Stop"), Weight::Normal))
{
    m_title->setProperty("role", QStringLiteral("heading"));
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("historyText"));
    m_bar->setTextVisible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_bar)})
        layout->addWidget(widget);
    auto *table = new PlainTable(&m_months, 12);
    table->setAccessibleName(tr("Months that have arrived"));
    layout->addWidget(table);
    layout->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_stop);
    QPushButton *open = makeButton(tr("Open the overview"), Weight::Primary);
    open->setObjectName(QStringLiteral("openOverview"));
    buttons->addWidget(open);
    layout->addLayout(buttons);
    connect(open, &QPushButton::clicked, this, &WizardHistory::doneWanted);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (SyncRun *run = m_engine.currentSync())
            run->cancel();
    });
}

void WizardHistory::start(const Account &account)
{
    m_account = account;
    m_title->setText(tr("Reading the last 12 months"));
    m_text->setText(tr("You can go on; this runs beside."));
    m_bar->setRange(0, 0);
    SyncRun *run = m_engine.startSync({.labels = {account.label}, .since = {}, .feeds = {}});
    connect(run, &SyncRun::progress, this, &WizardHistory::showProgress);
    connect(run, &SyncRun::stored, this, &WizardHistory::showMonths);
    connect(run, &SyncRun::finished, this, &WizardHistory::finish);
}

void WizardHistory::showProgress(const SyncProgress &progress)
{
    if (progress.label != m_account.label)
        return;
    m_bar->setRange(0, progress.jobCount);
    m_bar->setValue(progress.jobsDone);
    if (progress.month)
        m_text->setText(tr("%1, step %2 of %3. You can go on; this runs beside.")
                            .arg(monthName(*progress.month, true), QLocale().toString(progress.jobsDone + 1),
                                 QLocale().toString(progress.jobCount)));
}

void WizardHistory::showMonths()
{
    const DateRange year{Month::of(m_engine.today()).plus(-12).firstDay(), m_engine.today().addDays(1)};
    m_engine.ledger().run(
        this,
        [year, label = m_account.label](Store &store) {
            return store.summary({.days = year,
                                  .by = {Dim::Month},
                                  .where = {{Dim::Account, label}},
                                  .kind = {},
                                  .moneyOnly = true});
        },
        [this](const Result<Summary> &summary) {
            QList<RowsModel::Row> rows;
            for (const SummaryRow &row : summary.value_or(Summary()).rows) {
                const auto month = Month::parse(row.keys[0]);
                if (month && row.cost)
                    rows.prepend({{monthName(*month, true), moneyText(*row.cost)}, row.keys[0]});
            }
            m_months.setRows(rows);
        });
}

void WizardHistory::finish(const QList<AccountOutcome> &outcomes)
{
    m_stop->hide();
    m_bar->setRange(0, 1);
    m_bar->setValue(1);
    showMonths();
    const auto own = std::find_if(outcomes.begin(), outcomes.end(), [this](const AccountOutcome &outcome) {
        return outcome.account.label == m_account.label;
    });
    if (own == outcomes.end() || !own->error) {
        m_title->setText(tr("Your history is here"));
        m_text->setText(tr("From now on Costglass keeps it fresh by itself."));
    } else {
        m_title->setText(own->snapshots > 0 ? tr("A part of your history is here")
                                            : tr("Nothing has arrived yet"));
        m_text->setText(errorSentence(*own->error));
    }
}

} // namespace Costglass
