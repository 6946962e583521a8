// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/settings.h"
#include "models/dashboardstate.h"
#include "models/pricedesk.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

class QStackedWidget;
class QVBoxLayout;

namespace Costglass {

class AlertWatch;
class DashboardPage;
class Rail;
class TopBar;
class Wizard;

/// Asks for a file to save to; tests put their own in its place.
using FileAsker = std::function<QString(QWidget *parent, const QString &title, const QString &suggestion)>;

/// The window: pages at the left, month and sync above, what needs the person below that, the page.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Engine &engine, Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    DashboardState &state() { return m_state; }
    void showPage(const QString &name); ///< "overview", "budgets", "calculator", "prices", "accounts", …
    QString currentPage() const;
    QStringList pageNames() const;
    DashboardPage *page(const QString &name); ///< made when it is first asked for; null for a stranger
    void openWizard(const QString &accountLabel = {}); ///< with a label: to give that account a new key
    void exportPdf();
    void setFileAsker(FileAsker asker) { m_askFile = std::move(asker); }

Q_SIGNALS:
    void sampleWanted(); ///< the person wants to look around with sample data
    void rebuildWanted(); ///< language or theme changed: a new window takes this one's place

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    using PageMaker = std::function<DashboardPage *()>;
    void addPages();
    void addPage(const QString &name, const QString &title, const PageMaker &make, bool atFoot = false);
    QWidget *makeBody();
    void addShortcuts();
    void refreshBanners();
    static QString remedyText(const Account &account, const Error &error);
    void mend(const Account &account, const Error &error);
    void showNotice(const QString &subject, const QString &text, const QString &action,
                    const std::function<void()> &then, bool bad);
    void startSync();

    Engine &m_engine;
    Settings &m_settings;
    DashboardState m_state;
    PriceDesk m_desk;
    Rail *m_rail;
    TopBar *m_topBar;
    QStackedWidget *m_pages;
    QHash<QString, PageMaker> m_makers; ///< of pages that nobody has opened yet: they cost nothing at start
    QVBoxLayout *m_banners;
    QPointer<QWidget> m_notice;
    QPointer<Wizard> m_wizard;
    AlertWatch *m_alertWatch;
    FileAsker m_askFile;
};

} // namespace Costglass
