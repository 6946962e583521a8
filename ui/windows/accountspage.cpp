// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/accountspage.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "windows/overviewlists.h"
#include "windows/tables.h"

#include <QDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace Costglass {

namespace {

constexpr int Gap = 16;
constexpr int SnapshotsShown = 200;
constexpr int RowsVisible = 8;

QString feedText(Feed feed)
{
    switch (feed) {
    case Feed::Costs:
        return AccountsPage::tr("Costs");
    case Feed::Usage:
        return AccountsPage::tr("Usage");
    case Feed::Balance:
        return AccountsPage::tr("Balance");
    case Feed::Names:
        return AccountsPage::tr("Names");
    case Feed::Prices:
        return AccountsPage::tr("Prices");
    case Feed::FxRates:
        return AccountsPage::tr("Rates");
    }
    Q_UNREACHABLE();
}

QString daysText(const DateRange &days)
{
    if (days.isEmpty())
        return QStringLiteral("–");
    const Month month = Month::of(days.from);
    if (days == month.range())
        return monthName(month, true);
    const QDate last = days.to.addDays(-1);
    return days.days() == 1 ? dayName(days.from)
                            : AccountsPage::tr("%1 – %2", "days").arg(dayName(days.from), dayName(last));
}

} // namespace

AccountsPage::AccountsPage(DashboardState &dashboard, QWidget *parent)
    : DashboardPage(dashboard, parent),
      m_snapshots({tr("Asked"), tr("What"), tr("Period"), tr("Rows"), tr("Changed since")}, {3, 4}),
      m_restatements({tr("Day"), tr("Before"), tr("After"), tr("Noticed")}, {1, 2}),
      m_heading(new PageHeading(this))
{
    setObjectName(QStringLiteral("accounts"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(Gap);
    layout->addWidget(m_heading);
    layout->addWidget(makeTableCard());
    layout->addWidget(makeHistory());
    layout->addStretch(1);
    connect(&state(), &DashboardState::viewChanged, this, &AccountsPage::refresh);
    refresh();
}

QWidget *AccountsPage::makeTableCard()
{
    auto *card = new Card;
    m_table = new PlainTable(&m_accounts);
    m_table->setObjectName(QStringLiteral("accountsTable"));
    m_table->setAccessibleName(tr("Accounts"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    card->body()->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refreshActions();
        refreshHistory();
    });

    m_removal = new QFrame;
    m_removal->setProperty("role", QStringLiteral("banner"));
    m_removalText = new QLabel;
    m_removalText->setWordWrap(true);
    auto *question = new QHBoxLayout(m_removal);
    question->addWidget(m_removalText, 1);
    const QList<std::pair<QString, std::optional<bool>>> answers{
        {tr("Keep history"), true}, {tr("Delete history"), false}, {tr("Cancel"), std::nullopt}};
    for (const auto &[text, keep] : answers) {
        QPushButton *button = makeButton(text, Weight::Normal);
        connect(button, &QPushButton::clicked, this, [this, keep = keep] {
            m_removal->hide();
            const auto row = selected();
            if (row && keep)
                removeAccount(row->state.account, *keep);
        });
        question->addWidget(button);
    }
    m_removal->hide();
    card->body()->addWidget(m_removal);

    auto *actions = new QHBoxLayout;
    QPushButton *add = makeButton(tr("+ Add account"), Weight::Primary);
    add->setObjectName(QStringLiteral("addAccount"));
    m_edit = makeButton(tr("Edit key"), Weight::Normal);
    m_test = makeButton(tr("Test"), Weight::Normal);
    m_pause = makeButton(tr("Pause"), Weight::Normal);
    m_remove = makeButton(tr("Remove…"), Weight::Normal);
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    actions->addWidget(add);
    for (QPushButton *button : {m_edit, m_test, m_pause, m_remove})
        actions->addWidget(button);
    actions->addWidget(m_message, 1);
    card->body()->addLayout(actions);
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT wizardWanted({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const auto row = selected())
            Q_EMIT wizardWanted(row->state.account.label);
    });
    connect(m_test, &QPushButton::clicked, this, &AccountsPage::testSelected);
    connect(m_pause, &QPushButton::clicked, this, &AccountsPage::pauseSelected);
    connect(m_remove, &QPushButton::clicked, this, &AccountsPage::askRemoval);
    return card;
}

QWidget *AccountsPage::makeHistory()
{
    m_snapshotCard = new Card;
    m_snapshotTable = new PlainTable(&m_snapshots, RowsVisible);
    m_snapshotTable->setAccessibleName(tr("What the vendor said"));
    m_snapshotTable->setToolTip(tr("Double-click shows the vendor's own words, without secrets"));
    m_snapshotCard->body()->addWidget(m_snapshotTable);
    m_snapshotCard->body()->addStretch(1);
    connect(m_snapshotTable, &QTableView::activated, this,
            [this](const QModelIndex &index) { showReply(index.data(RawRole).toLongLong()); });
    m_restatementCard = new Card(tr("Restated days"));
    auto *restatements = new PlainTable(&m_restatements, RowsVisible);
    restatements->setAccessibleName(tr("Restated days"));
    m_noRestatements = new QLabel(tr("The vendor has changed nothing after the fact."));
    m_noRestatements->setProperty("role", QStringLiteral("small"));
    m_restatementCard->body()->addWidget(restatements);
    m_restatementCard->body()->addWidget(m_noRestatements);
    m_restatementCard->body()->addStretch(1);
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Gap);
    row->addWidget(m_snapshotCard, 1);
    row->addWidget(m_restatementCard, 1);
    return holder;
}

void AccountsPage::refresh()
{
    Engine &engine = state().engine();
    engine.ledger().run(
        this, [now = engine.now()](Store &store) { return readAccountRows(store, now); },
        [this](const Result<QList<AccountRow>> &rows) {
            if (rows)
                showRows(*rows);
            else
                m_heading->setTexts(errorSentence(rows.error()), {});
        });
}

void AccountsPage::showRows(const QList<AccountRow> &rows)
{
    m_heading->setTexts(
        accountsSentence(rows),
        rows.isEmpty()
            ? tr("Add one with an API key: it takes a minute, and Costglass only reads.")
            : tr("Costglass only reads. Keys stay where you keep them; nothing leaves this computer "
                 "except to the vendors."));
    const QString before = selected() ? selected()->state.account.label : QString();
    m_accounts.setRows(rows, state().engine().now());
    m_table->setVisible(!rows.isEmpty());
    qsizetype at = 0;
    for (qsizetype i = 0; i < rows.size(); ++i)
        at = rows[i].state.account.label == before ? i : at;
    if (!rows.isEmpty())
        m_table->selectRow(static_cast<int>(at));
    refreshActions();
    refreshHistory();
}

std::optional<AccountRow> AccountsPage::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_accounts.rows().value(rows.first().row()));
}

void AccountsPage::refreshActions()
{
    const auto row = selected();
    for (QPushButton *button : {m_edit, m_test, m_pause, m_remove})
        button->setVisible(
            row.has_value()
            && (row->state.account.hasLogin() || (button == m_remove && row->state.account.isFile())));
    if (row)
        m_pause->setText(row->state.account.paused ? tr("Resume") : tr("Pause"));
}

void AccountsPage::refreshHistory()
{
    const auto row = selected();
    m_snapshotCard->setVisible(row.has_value());
    m_restatementCard->setVisible(row.has_value());
    if (!row) {
        m_loaded = true;
        return;
    }
    m_snapshotCard->setTitle(tr("%1 “%2”: what the vendor said")
                                 .arg(vendorName(row->state.account.vendor), row->state.account.label));
    struct History
    {
        QList<SnapshotInfo> snapshots;
        QList<Restatement> restatements;
    };
    const qint64 now = state().engine().now();
    state().engine().ledger().run(
        this,
        [id = row->state.account.id](Store &store) {
            return History{store.snapshots(id, {}, SnapshotsShown).value_or(QList<SnapshotInfo>()),
                           store.restatements(id, QDate()).value_or(QList<Restatement>())};
        },
        [this, now, id = row->state.account.id](const History &history) {
            if (!selected() || selected()->state.account.id != id)
                return;
            QList<RowsModel::Row> rows;
            for (const SnapshotInfo &info : history.snapshots) {
                rows.append(
                    {{momentText(info.takenAt, now), feedText(info.feed), daysText(info.days),
                      QLocale().toString(info.rows),
                      info.delta && !info.delta->isZero() ? signedText(*info.delta) : QStringLiteral("–")},
                     info.id});
            }
            m_snapshots.setRows(rows);
            rows.clear();
            for (const Restatement &change : history.restatements) {
                rows.append({{dayName(change.day), moneyText(change.before), moneyText(change.after),
                              momentText(change.noticedAt, now)},
                             change.day});
            }
            m_restatements.setRows(rows);
            m_noRestatements->setVisible(rows.isEmpty());
            m_loaded = true;
        });
}

void AccountsPage::say(const QString &text, Tone tone)
{
    m_message->setText(text);
    m_message->setProperty("tone", tone == Tone::Good ? QStringLiteral("good") : QStringLiteral("bad"));
    m_message->style()->unpolish(m_message);
    m_message->style()->polish(m_message);
}

void AccountsPage::testSelected()
{
    const auto row = selected();
    if (!row)
        return;
    m_message->setText(tr("Asking %1…").arg(vendorName(row->state.account.vendor)));
    state().engine().checkAccount(row->state.account, this, [this](const Result<KeyCheck> &check) {
        say(check ? check->summary : errorSentence(check.error()), check ? Tone::Good : Tone::Bad);
    });
}

void AccountsPage::pauseSelected()
{
    auto row = selected();
    if (!row)
        return;
    row->state.account.paused = !row->state.account.paused;
    state().engine().updateAccount(row->state.account, {}, this, [this](const Result<void> &saved) {
        if (!saved)
            say(errorSentence(saved.error()), Tone::Bad);
        refresh();
    });
}

void AccountsPage::askRemoval()
{
    const auto row = selected();
    if (!row)
        return;
    m_removalText->setText(
        tr("Remove “%1”? Its key is deleted. Its history can stay in the ledger, or be deleted for "
           "ever: charges, usage and what the vendor said.")
            .arg(row->state.account.label));
    m_removal->show();
}

void AccountsPage::removeAccount(const Account &account, bool keepHistory)
{
    state().engine().removeAccount(account, keepHistory, this,
                                   [this, label = account.label, keepHistory](const Result<void> &removed) {
                                       if (!removed)
                                           return say(errorSentence(removed.error()), Tone::Bad);
                                       say(keepHistory ? tr("Removed “%1”; its history stays.").arg(label)
                                                       : tr("Removed “%1” and its history.").arg(label),
                                           Tone::Good);
                                   });
}

void AccountsPage::showReply(qint64 snapshot)
{
    state().engine().ledger().run(
        this, [snapshot](Store &store) { return store.replies(snapshot); },
        [this, snapshot](const Result<QList<QByteArray>> &replies) {
            auto *dialog = new QDialog(this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setWindowTitle(tr("What the vendor said (snapshot %1)").arg(snapshot));
            dialog->resize(900, 640);
            auto *text = new QPlainTextEdit;
            text->setReadOnly(true);
            text->setAccessibleName(dialog->windowTitle());
            text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
            text->setPlainText(replies ? QString::fromUtf8(replies->join("\n\n"))
                                       : errorSentence(replies.error()));
            auto *layout = new QVBoxLayout(dialog);
            layout->addWidget(text);
            dialog->show();
        });
}

} // namespace Costglass
