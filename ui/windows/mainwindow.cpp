// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/mainwindow.h"

#include "engine/accountstate.h"
#include "engine/alertwatch.h"
#include "engine/monthwords.h"
#include "windows/accountspage.h"
#include "windows/budgetspage.h"
#include "windows/calculatorpage.h"
#include "windows/helppage.h"
#include "windows/icons.h"
#include "windows/overviewpage.h"
#include "windows/planspage.h"
#include "windows/pricespage.h"
#include "windows/rail.h"
#include "windows/settingspage.h"
#include "windows/statement.h"
#include "windows/topbar.h"
#include "windows/unlock.h"
#include "windows/widgets.h"
#include "windows/wizard.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTimer>

namespace Costglass {

namespace {

constexpr int NarrowWidth = 1200;
constexpr int FirstLookMs = 20'000;

QString askWithDialog(QWidget *parent, const QString &title, const QString &suggestion)
{
    return QFileDialog::getSaveFileName(parent, title, suggestion, QStringLiteral("PDF (*.pdf)"));
}

bool needsKey(const Error &error)
{
    return error.kind == Error::Kind::Auth || error.kind == Error::Kind::Permission
        || error.kind == Error::Kind::Keychain;
}

} // namespace

MainWindow::MainWindow(Engine &engine, Settings &settings, QWidget *parent)
    : QMainWindow(parent), m_engine(engine), m_settings(settings), m_state(engine), m_desk(engine),
      m_rail(new Rail), m_topBar(new TopBar(m_state)), m_pages(new QStackedWidget),
      m_banners(new QVBoxLayout), m_alertWatch(new AlertWatch(engine, this)), m_askFile(askWithDialog)
{
    m_state.reload(); // the ledger answers while the widgets are made
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(engine.isDemo() ? tr("Costglass: sample data") : QStringLiteral("Costglass"));
    setWindowIcon(programIcon());
    setMinimumSize(1024, 700);
    resize(1440, 900);
    setCentralWidget(makeBody());
    addPages();
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_topBar, &TopBar::syncWanted, this, &MainWindow::startSync);
    connect(m_topBar, &TopBar::cancelWanted, this, [this] {
        if (SyncRun *run = m_engine.currentSync())
            run->cancel();
    });
    connect(m_topBar, &TopBar::exportWanted, this, &MainWindow::exportPdf);
    connect(m_alertWatch, &AlertWatch::raised, &m_state, &DashboardState::reload);
    connect(m_alertWatch, &AlertWatch::openRequested, this, [this] {
        showPage(QStringLiteral("budgets"));
        showNormal();
        activateWindow();
    });
    // Plans need no account, and so no sync after which it would look.
    QTimer::singleShot(FirstLookMs, m_alertWatch, &AlertWatch::look);
    connect(&m_state, &DashboardState::viewChanged, this, &MainWindow::refreshBanners);
    addShortcuts();
    restoreGeometry(settings.windowGeometry());
    showPage(QStringLiteral("overview"));
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makeBody()
{
    auto *body = new QWidget;
    body->setProperty("role", QStringLiteral("page"));
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_topBar);
    m_banners->setContentsMargins(24, 0, 24, 0);
    m_banners->setSpacing(8);
    column->addLayout(m_banners);
    column->addWidget(m_pages, 1);
    row->addLayout(column, 1);
    return body;
}

void MainWindow::addPages()
{
    addPage(QStringLiteral("overview"), tr("Overview"), [this] { return new OverviewPage(m_state); });
    addPage(QStringLiteral("budgets"), tr("Budgets"), [this] {
        auto *budgets = new BudgetsPage(m_state);
        connect(budgets, &BudgetsPage::budgetsChanged, m_alertWatch, &AlertWatch::look);
        return budgets;
    });
    addPage(QStringLiteral("plans"), tr("Plans"), [this] { return new PlansPage(m_state); });
    addPage(QStringLiteral("calculator"), tr("Calculator"),
            [this] { return new CalculatorPage(m_state, m_desk); });
    addPage(QStringLiteral("prices"), tr("Prices"), [this] { return new PricesPage(m_state, m_desk); });
    addPage(QStringLiteral("accounts"), tr("Accounts"), [this] { return new AccountsPage(m_state); });
    addPage(
        QStringLiteral("settings"), tr("Settings"),
        [this] {
            auto *page = new SettingsPage(m_state, m_settings);
            connect(page, &SettingsPage::changed, this, &MainWindow::rebuildWanted);
            return page;
        },
        true);
    addPage(
        QStringLiteral("help"), tr("Help"), [this] { return new HelpPage(m_state); }, true);
}

void MainWindow::addPage(const QString &name, const QString &title, const PageMaker &make, bool atFoot)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("scroll-") + name);
    scroll->setAccessibleName(title);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->addWidget(scroll);
    m_rail->addPage(name, title, atFoot);
    m_makers.insert(name, make);
}

void MainWindow::addShortcuts()
{
    connect(new QShortcut(QKeySequence(Qt::Key_F1), this), &QShortcut::activated, this,
            [this] { showPage(QStringLiteral("help")); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp), this), &QShortcut::activated, this,
            [this] { m_state.setMonth(m_state.month().plus(-1)); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown), this), &QShortcut::activated, this,
            [this] { m_state.setMonth(m_state.month().plus(1)); });
}

QStringList MainWindow::pageNames() const
{
    QStringList names;
    for (int i = 0; i < m_pages->count(); ++i)
        names.append(m_pages->widget(i)->objectName().mid(static_cast<int>(qstrlen("scroll-"))));
    return names;
}

DashboardPage *MainWindow::page(const QString &name)
{
    auto *scroll = qobject_cast<QScrollArea *>(m_pages->widget(static_cast<int>(pageNames().indexOf(name))));
    if (!scroll)
        return nullptr;
    if (const PageMaker make = m_makers.take(name)) {
        DashboardPage *made = make();
        made->setProperty("role", QStringLiteral("page"));
        made->setAccessibleName(scroll->accessibleName());
        connect(made, &DashboardPage::openPage, this, &MainWindow::showPage);
        connect(made, &DashboardPage::wizardWanted, this, &MainWindow::openWizard);
        connect(made, &DashboardPage::sampleWanted, this, &MainWindow::sampleWanted);
        scroll->setWidget(made);
    }
    return qobject_cast<DashboardPage *>(scroll->widget());
}

void MainWindow::showPage(const QString &name)
{
    const qsizetype index = pageNames().indexOf(name);
    if (index < 0)
        return;
    page(name);
    m_pages->setCurrentIndex(static_cast<int>(index));
    m_rail->setCurrent(name);
    m_pages->currentWidget()->setFocus(); // the keyboard goes on from the page, not from the bar
}

QString MainWindow::currentPage() const
{
    return pageNames().value(m_pages->currentIndex());
}

void MainWindow::openWizard(const QString &accountLabel)
{
    if (m_wizard) {
        m_wizard->raise();
        return;
    }
    m_wizard = new Wizard(m_engine, this);
    m_wizard->setAttribute(Qt::WA_DeleteOnClose);
    if (!accountLabel.isEmpty())
        m_wizard->editAccount(accountLabel);
    connect(m_wizard, &Wizard::sampleWanted, this, &MainWindow::sampleWanted);
    connect(m_wizard, &Wizard::overviewWanted, this, [this] { showPage(QStringLiteral("overview")); });
    m_wizard->show();
}

void MainWindow::startSync()
{
    m_engine.startSync({});
}

void MainWindow::refreshBanners()
{
    m_engine.ledger().run(
        this, [](Store &store) { return accountStates(store).value_or(QList<AccountState>()); },
        [this](const QList<AccountState> &states) {
            while (QLayoutItem *item = m_banners->takeAt(0)) {
                if (item->widget() != m_notice)
                    delete item->widget();
                delete item;
            }
            if (m_notice)
                m_banners->addWidget(m_notice);
            for (const AccountState &state : states) {
                if (!state.needsPerson())
                    continue;
                const Account account = state.account;
                const Error error = state.errors.first();
                auto *banner = new Banner(
                    tr("%1 “%2”", "vendor, account").arg(vendorName(account.vendor), account.label),
                    errorSentence(error), remedyText(account, error));
                connect(banner, &Banner::triggered, this, [this, account, error] { mend(account, error); });
                m_banners->addWidget(banner);
            }
            m_banners->setContentsMargins(24, m_banners->count() == 0 ? 0 : 16, 24, 0);
        });
}

QString MainWindow::remedyText(const Account &account, const Error &error)
{
    if (error.kind == Error::Kind::Keychain && account.secretPlace == SecretPlace::Vault)
        return tr("Unlock");
    return needsKey(error) ? tr("Edit key") : tr("Try again");
}

/// Does what the banner's button says.
void MainWindow::mend(const Account &account, const Error &error)
{
    const auto again = [this, label = account.label] {
        m_engine.startSync({.labels = {label}, .since = {}, .feeds = {}});
    };
    if (error.kind == Error::Kind::Keychain && account.secretPlace == SecretPlace::Vault)
        askVaultPassphrase(this, m_engine, again);
    else if (needsKey(error))
        openWizard(account.label);
    else
        again();
}

void MainWindow::showNotice(const QString &subject, const QString &text, const QString &action,
                            const std::function<void()> &then, bool bad)
{
    delete m_notice;
    auto *banner = new Banner(subject, text, action, bad ? Tone::Bad : Tone::Good);
    banner->setObjectName(QStringLiteral("notice"));
    connect(banner, &Banner::triggered, this, [this, then] {
        if (m_notice)
            m_notice->deleteLater();
        then();
    });
    m_notice = banner;
    m_banners->insertWidget(0, banner);
    m_banners->setContentsMargins(24, 16, 24, 0);
}

void MainWindow::exportPdf()
{
    if (!m_state.view())
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = QStringLiteral("costglass-%1.pdf").arg(m_state.month().toString());
    const QString file = m_askFile(this, tr("Export PDF"), QDir(folder).filePath(name));
    if (file.isEmpty())
        return;
    const auto written = writeStatement(*m_state.view(), file, {});
    if (written) {
        showNotice(
            tr("Statement saved"), QDir::toNativeSeparators(file), tr("Open"),
            [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); }, false);
    } else {
        showNotice(
            tr("Statement not saved"), errorSentence(written.error()), tr("Try again"),
            [this] { exportPdf(); }, true);
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setNarrow(width() < NarrowWidth);
    m_topBar->setNarrow(width() < NarrowWidth);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setWindowGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace Costglass
