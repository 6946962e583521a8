// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include "engine/language.h"
#include "engine/monthview.h"
#include "engine/poller.h"
#include "renderer.h"
#include "starttime.h"
#include "windows/statement.h"
#include "windows/stylesheet.h"

#include <QApplication>

#include <cstdio>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Gui)
};

/// What a refused key leaves behind: for pictures of sample data only.
Result<void> refuseFirstAccount(Store &store, qint64 now)
{
    const auto accounts = store.accounts();
    if (!accounts || accounts->isEmpty())
        return {};
    FeedState state;
    state.account = accounts->first().id;
    state.feed = Feed::Usage;
    state.lastTriedAt = now;
    state.lastError = Error{Error::Kind::Auth, Texts::tr("The vendor refused the key.")};
    return store.setFeedState(state);
}

} // namespace

Program::Program(QApplication &application, const GuiOptions &options)
    : m_application(application), m_options(options), m_systemPalette(QApplication::palette())
{
}

Program::~Program() = default;

int Program::fail(const Error &error) const
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(errorSentence(error)));
    return errorExitCode(error.kind);
}

Result<void> Program::open(bool demo)
{
    auto engine = Engine::open({m_options.dataFolder, m_options.now, demo});
    if (!engine)
        return std::unexpected(engine.error());
    m_settings = std::make_unique<Settings>((*engine)->dataFolder());
    m_engine = *std::move(engine);
    return {};
}

void Program::useLook()
{
    useLanguage(m_options.language.isEmpty() ? m_settings->language() : m_options.language);
    const QString chosen = m_options.theme.isEmpty() ? m_settings->theme() : m_options.theme;
    const QPalette &system = m_systemPalette;
    const bool systemDark
        = system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness();
    const bool dark = chosen.isEmpty() ? systemDark : chosen == u"dark";
    applyTheme(m_application, dark ? Theme::darkTheme() : Theme::light());
}

int Program::run()
{
    const auto opened = open(m_options.demo);
    if (!opened)
        return fail(opened.error());
    applyFonts(m_application);
    useLook();
    if (m_options.report)
        return writeReport();
    if (!m_options.render.isEmpty())
        return render();
    if (m_options.timeStart)
        return timeStart();
    if (!m_options.demo) {
        m_instance = std::make_unique<SingleInstance>(m_engine->dataFolder());
        if (!m_instance->claim())
            return 0;
        connect(m_instance.get(), &SingleInstance::raiseWanted, this, [this] {
            m_window->showNormal();
            m_window->raise();
            m_window->activateWindow();
        });
    }
    buildWindow();
    if (m_options.demo)
        m_engine->fillDemo(m_engine.get(), [](const Result<void> &) {});
    else
        m_engine->poller().start();
    if (!m_options.minimized || !m_tray)
        m_window->show();
    return QApplication::exec();
}

void Program::buildWindow()
{
    // While a sheet stands, Qt styles a whole subtree anew each time that it gets a parent: so it comes last.
    m_application.setStyleSheet({});
    m_window = std::make_unique<MainWindow>(*m_engine, *m_settings);
    m_application.setStyleSheet(styleSheetFor(currentTheme()));
    connect(m_window.get(), &MainWindow::rebuildWanted, this, &Program::replaceWindow, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::sampleWanted, this, &Program::switchToSample, Qt::QueuedConnection);
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_tray = std::make_unique<Tray>(m_window->state());
    connect(m_tray.get(), &Tray::openWanted, m_window.get(), [this] {
        m_window->showNormal();
        m_window->activateWindow();
    });
    connect(m_tray.get(), &Tray::quitWanted, &m_application, &QApplication::quit);
    QApplication::setQuitOnLastWindowClosed(false);
}

void Program::replaceWindow()
{
    const QString page = m_window->currentPage();
    const QByteArray geometry = m_window->saveGeometry();
    m_tray.reset();
    m_window.reset();
    useLook();
    buildWindow();
    m_window->restoreGeometry(geometry);
    m_window->showPage(page);
    m_window->show();
}

/// Sample data have a ledger of their own that is thrown away; the person's stays untouched in its folder.
void Program::switchToSample()
{
    m_tray.reset();
    m_window.reset();
    m_instance.reset();
    m_engine.reset();
    m_options.demo = true;
    const auto opened = open(true);
    if (!opened)
        return QApplication::exit(fail(opened.error()));
    useLook();
    buildWindow();
    m_window->show();
    m_engine->fillDemo(m_engine.get(), [](const Result<void> &) {});
}

int Program::render()
{
    Renderer renderer(*m_engine, *m_settings, m_options);
    connect(&renderer, &Renderer::finished, this, [this](const Result<void> &result) {
        // Queued: start() may fail before the event loop runs.
        QMetaObject::invokeMethod(
            this,
            [this, result] {
                constexpr int UsageExit = 2; // a page that there is not
                const int failed = result ? 0 : fail(result.error());
                const bool usage = !result && result.error().kind == Error::Kind::Config;
                QApplication::exit(usage ? UsageExit : failed);
            },
            Qt::QueuedConnection);
    });
    const auto start = [this, &renderer] {
        if (m_options.state != u"error")
            return renderer.start();
        m_engine->ledger().run(
            &renderer, [now = m_engine->now()](Store &store) { return refuseFirstAccount(store, now); },
            [&renderer](const Result<void> &) { renderer.start(); });
    };
    if (m_options.demo && m_options.state != u"empty")
        m_engine->fillDemo(m_engine.get(), [start](const Result<void> &) { start(); });
    else
        start();
    return QApplication::exec();
}

int Program::writeReport()
{
    const auto write = [this] {
        m_engine->ledger().run(
            this,
            [month = *m_options.report, now = m_engine->now()](Store &store) {
                return loadMonthView(store, month, now);
            },
            [this](const Result<MonthView> &view) {
                const auto written = view ? writeStatement(*view, m_options.out, {m_options.paper})
                                          : Result<void>(std::unexpected(view.error()));
                QApplication::exit(written ? 0 : fail(written.error()));
            });
    };
    if (m_options.demo)
        m_engine->fillDemo(m_engine.get(), [write](const Result<void> &) { write(); });
    else
        write();
    return QApplication::exec();
}

int Program::timeStart()
{
    buildWindow();
    auto *watch = new StartTime(*m_window, this);
    connect(watch, &StartTime::painted, this, [](double milliseconds) {
        std::printf("%.1f\n", milliseconds);
        QApplication::exit(0);
    });
    m_window->show();
    return QApplication::exec();
}

} // namespace Costglass
