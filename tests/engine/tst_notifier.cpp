// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alertwatch.h"
#include "engine/desktopnotifier.h"
#include "engine/engine.h"
#include "handmade.h"

#include <QtTest>

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QProcess>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 24);

/// A bus without service files: nothing starts by itself on it.
const QByteArray busConfig = "<busconfig>"
                             "<type>session</type>"
                             "<listen>unix:tmpdir=/tmp</listen>"
                             "<policy context='default'>"
                             "<allow send_destination='*' eavesdrop='true'/>"
                             "<allow eavesdrop='true'/>"
                             "<allow own='*'/>"
                             "</policy>"
                             "</busconfig>";

bool hasDaemon()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(u"org.freedesktop.Notifications"_s);
}

Result<QList<Alert>> storedAlerts(const QString &folder)
{
    const auto store = Store::open(folder);
    return store ? (*store)->alerts(0) : std::unexpected(store.error());
}

/// A ledger in which the budget "All AI" of 100 USD stands at 85 %.
void fill(HandMadeLedger &ledger)
{
    const qint64 account = ledger.addAccount(u"openai"_s);
    ledger.says(account, Month(2026, 11).range(),
                {HandMadeLedger::charge(QDate(2026, 11, 18), u"85"_s, u"gpt"_s, u"batch-eval"_s)});
    QVERIFY(ledger.store().saveBudget({.name = u"All AI"_s, .amount = HandMadeLedger::money(u"100"_s)}));
    ledger.close();
}

/// One start of the program over a ledger: an engine and its watch, looking once.
class Program
{
public:
    explicit Program(const QString &folder)
        : m_engine(std::move(*Engine::open({.dataFolder = folder, .now = HandMadeLedger::start(today) + 60})))
    {
    }

    AlertWatch &watch() { return m_watch; }
    bool look()
    {
        QSignalSpy finished(&m_watch, &AlertWatch::finished);
        m_watch.look();
        return finished.count() == 1 || finished.wait();
    }

private:
    std::unique_ptr<Engine> m_engine;
    AlertWatch m_watch{*m_engine};
};

} // namespace

/// The part that runs where there is no bus at all.
class WithoutBus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysSoLater()
    {
        QVERIFY(!QDBusConnection::sessionBus().isConnected());
        DesktopNotifier notifier;
        QList<Result<void>> answers;
        notifier.notify({.title = u"T"_s, .text = u"t"_s, .action = {}}, {},
                        [&answers](const Result<void> &answer) { answers.append(answer); });
        QVERIFY(answers.isEmpty()); // never from within the call
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers.first().error().kind, Error::Kind::Config);
        QVERIFY(!answers.first().error().remedy.isEmpty());
    }
    void leavesAlertsUnshown()
    {
        HandMadeLedger ledger;
        fill(ledger);
        {
            Program program(ledger.folder());
            QSignalSpy raised(&program.watch(), &AlertWatch::raised);
            QVERIFY(program.look());
            QCOMPARE(raised.count(), 1);
        }
        const auto alerts = storedAlerts(ledger.folder());
        QCOMPARE(alerts->size(), 2);
        QCOMPARE(alerts->at(0).shownAt, 0);
    }
};

/// The part that runs on a bus of its own, at first without a daemon, then with dunst.
class OnBus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(QDBusConnection::sessionBus().isConnected());
        m_monitor.start(u"dbus-monitor"_s,
                        {u"--session"_s, u"interface='org.freedesktop.Notifications',member='Notify'"_s});
        QVERIFY(m_monitor.waitForReadyRead());
        fill(m_ledger);
    }
    void saysThatThereIsNoDaemon()
    {
        QVERIFY(!hasDaemon());
        Program program(m_ledger.folder());
        QVERIFY(program.look());
        const auto alerts = storedAlerts(m_ledger.folder());
        QCOMPARE(alerts->size(), 2);
        QCOMPARE(alerts->at(0).shownAt, 0);
        QCOMPARE(alerts->at(1).shownAt, 0);
    }
    void showsEachCrossingOnceADaemonIsThere()
    {
        m_dunst.start(u"dunst"_s, {});
        QTRY_VERIFY(hasDaemon());
        forgetCalls();
        Program program(m_ledger.folder());
        QVERIFY(program.look());
        QTRY_COMPARE(calls(), 2);
        const auto alerts = storedAlerts(m_ledger.folder());
        QCOMPARE(alerts->at(0).shownAt, HandMadeLedger::start(today) + 60);
        QCOMPARE(alerts->at(1).shownAt, HandMadeLedger::start(today) + 60);
        QCOMPARE(dunst({u"count"_s, u"displayed"_s}).trimmed(), QByteArray("2"));
        for (const char *said :
             {"string \"Costglass\"", "string \"Budget “All AI”: 80 %\"", "string \"Open budgets\"", "byte 1",
              "string \"All AI has passed 80 % of $100.00. Largest cause: gpt, +$85.00 on 18 Nov (key "
              "“batch-eval”).\""})
            QVERIFY2(m_calls.contains(said), said);
    }
    void showsNothingTwice()
    {
        forgetCalls();
        Program restarted(m_ledger.folder());
        QVERIFY(restarted.look());
        QVERIFY(restarted.look());
        // Another call shows that the monitor would have seen one.
        DesktopNotifier notifier;
        bool taken = false;
        notifier.notify({.title = u"Mark"_s, .text = u"<b> & \"q\""_s, .action = {}}, {},
                        [&taken](const Result<void> &answer) { taken = answer.has_value(); });
        QTRY_VERIFY(taken);
        QTRY_VERIFY(calls() > 0);
        QCOMPARE(calls(), 1);
        QVERIFY(m_calls.contains("string \"&lt;b&gt; &amp;")); // markup of the text is no markup
    }
    void twoLooksAtOnceShowOnce()
    {
        HandMadeLedger ledger;
        fill(ledger);
        forgetCalls();
        Program program(ledger.folder());
        QSignalSpy finished(&program.watch(), &AlertWatch::finished);
        program.watch().look();
        program.watch().look();
        QTRY_VERIFY(finished.count() >= 1 && storedAlerts(ledger.folder())->at(0).shownAt > 0);
        QTRY_COMPARE(calls(), 2);
    }
    void theButtonOpensThePage()
    {
        dunst({u"close-all"_s});
        HandMadeLedger ledger;
        fill(ledger);
        Program program(ledger.folder());
        QSignalSpy opened(&program.watch(), &AlertWatch::openRequested);
        QVERIFY(program.look());
        QTRY_COMPARE(dunst({u"count"_s, u"displayed"_s}).trimmed(), QByteArray("2"));
        dunst({u"action"_s, u"0"_s});
        QTRY_COMPARE(opened.count(), 1);
        dunst({u"close-all"_s}); // put away without a press: nothing opens
        QTRY_COMPARE(dunst({u"count"_s, u"displayed"_s}).trimmed(), QByteArray("0"));
        QCOMPARE(opened.count(), 1);
    }
    void cleanupTestCase()
    {
        for (QProcess *process : {&m_dunst, &m_monitor}) {
            process->terminate();
            process->waitForFinished();
        }
    }

private:
    static QByteArray dunst(const QStringList &words)
    {
        QProcess control;
        control.start(u"dunstctl"_s, words);
        control.waitForFinished();
        return control.readAllStandardOutput();
    }
    void forgetCalls()
    {
        calls();
        m_calls.clear();
    }
    /// How many notifications the bus has seen.
    qsizetype calls()
    {
        m_calls += m_monitor.readAllStandardOutput();
        return m_calls.count("member=Notify\n");
    }

    HandMadeLedger m_ledger;
    QProcess m_monitor;
    QProcess m_dunst;
    QByteArray m_calls;
};

/// Starts the parts above where they belong: each needs a process of its own, for a process has one session bus.
class TestNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutBus()
    {
        run(QCoreApplication::applicationFilePath(), {u"--without-bus"_s}, u"unix:path=/nonexistent"_s);
    }
    void onBus()
    {
        QTemporaryDir folder;
        QFile config(folder.filePath(u"bus.conf"_s));
        QVERIFY(config.open(QFile::WriteOnly));
        config.write(busConfig);
        config.close();
        run(u"xvfb-run"_s,
            {u"-a"_s, u"dbus-run-session"_s, u"--config-file"_s, config.fileName(), u"--"_s,
             QCoreApplication::applicationFilePath(), u"--on-bus"_s},
            {});
    }

private:
    static void run(const QString &program, const QStringList &words, const QString &bus)
    {
        QProcess part;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus);
        part.setProcessEnvironment(environment);
        part.setProcessChannelMode(QProcess::MergedChannels);
        part.start(program, words);
        constexpr int PatienceMs = 120'000;
        QVERIFY2(part.waitForFinished(PatienceMs), "the part did not end");
        QVERIFY2(part.exitCode() == 0, part.readAll().constData());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QString part = app.arguments().value(1);
    const QStringList plain{app.applicationFilePath()};
    if (part == u"--without-bus") {
        WithoutBus test;
        return QTest::qExec(&test, plain);
    }
    if (part == u"--on-bus") {
        OnBus test;
        return QTest::qExec(&test, plain);
    }
    TestNotifier test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_notifier.moc"
