// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/topbar.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "windows/widgets.h"

#include <QHBoxLayout>

namespace Costglass {

TopBar::TopBar(DashboardState &state, QWidget *parent)
    : QFrame(parent), m_state(state), m_previous(makeButton(QStringLiteral("‹"), Weight::Normal, this)),
      m_next(makeButton(QStringLiteral("›"), Weight::Normal, this)), m_month(new QLabel(this)),
      m_currency(new QLabel(this)), m_status(new QLabel(this)),
      m_sync(makeButton(tr("Sync"), Weight::Normal, this)),
      m_export(makeButton(tr("Export PDF"), Weight::Normal, this))
{
    setProperty("role", QStringLiteral("topbar"));
    setFixedHeight(56);
    m_previous->setAccessibleName(tr("Month before"));
    m_next->setAccessibleName(tr("Month after"));
    m_previous->setObjectName(QStringLiteral("previousMonth"));
    m_next->setObjectName(QStringLiteral("nextMonth"));
    m_sync->setObjectName(QStringLiteral("sync"));
    m_export->setObjectName(QStringLiteral("exportPdf"));
    m_status->setObjectName(QStringLiteral("status"));
    m_month->setProperty("role", QStringLiteral("cardTitle"));
    m_month->setAlignment(Qt::AlignCenter);
    m_month->setMinimumWidth(120);
    m_currency->setProperty("role", QStringLiteral("chip"));
    m_currency->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    m_status->setProperty("role", QStringLiteral("note"));
    m_sync->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->setSpacing(8);
    for (QWidget *widget : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_month),
                            static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_currency)})
        layout->addWidget(widget);
    layout->addStretch(1);
    layout->addWidget(m_status);
    layout->addWidget(m_sync);
    layout->addWidget(m_export);
    connect(m_previous, &QPushButton::clicked, this, [this] { m_state.setMonth(m_state.month().plus(-1)); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_state.setMonth(m_state.month().plus(1)); });
    connect(m_sync, &QPushButton::clicked, this, [this] {
        if (m_syncing)
            Q_EMIT cancelWanted();
        else
            Q_EMIT syncWanted();
    });
    connect(m_export, &QPushButton::clicked, this, &TopBar::exportWanted);
    connect(&state, &DashboardState::monthChanged, this, &TopBar::refresh);
    connect(&state, &DashboardState::viewChanged, this, &TopBar::refresh);
    connect(&state.engine(), &Engine::syncStarted, this, &TopBar::followSync);
    if (SyncRun *run = state.engine().currentSync())
        followSync(run);
    refresh();
}

void TopBar::setNarrow(bool narrow)
{
    m_currency->setVisible(!narrow);
}

void TopBar::refresh()
{
    m_month->setText(monthName(m_state.month(), true));
    m_next->setEnabled(m_state.month() < m_state.presentMonth());
    const auto &view = m_state.view();
    const bool accounts = view && view->accounts > 0;
    m_sync->setEnabled(accounts || m_syncing);
    m_export->setEnabled(view && !view->vendors.isEmpty());
    const Currency currency = view ? view->currency : Currency::usd();
    m_currency->setText(currency.code());
    m_currency->setToolTip(
        tr("Sums are in %1, the currency of the largest part of this month.").arg(currency.code()));
    if (!m_syncing)
        showFreshness();
}

void TopBar::showFreshness()
{
    const auto &view = m_state.view();
    if (!view || !view->lastSync) {
        m_status->setText(view && view->accounts > 0 ? tr("Not synced yet") : QString());
        return;
    }
    // A time of day stays true by itself; an age would need a wake-up each minute.
    m_status->setText(tr("Synced %1 · %n account(s)", nullptr, view->accounts)
                          .arg(momentText(*view->lastSync, m_state.engine().now())));
}

void TopBar::followSync(SyncRun *run)
{
    m_syncing = true;
    m_sync->setText(tr("Cancel"));
    m_sync->setEnabled(true);
    m_status->setText(tr("Syncing…"));
    connect(run, &SyncRun::progress, this, &TopBar::showProgress);
    connect(run, &SyncRun::finished, this, [this] {
        m_syncing = false;
        m_sync->setText(tr("Sync"));
        m_sync->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
        refresh();
    });
}

void TopBar::showProgress(const SyncProgress &progress)
{
    const QString number = QLocale().toString(qMin(progress.accountsDone + 1, progress.accountCount));
    const QString count = QLocale().toString(progress.accountCount);
    m_status->setText(progress.month
                          ? tr("Account %1 of %2, %3").arg(number, count, monthName(*progress.month, true))
                          : tr("Account %1 of %2").arg(number, count));
}

} // namespace Costglass
