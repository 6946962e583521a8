// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledgerfixture.h"

#include "store/ledgerlock.h"
#include "store/schema.h"

#include <QtTest>

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Costglass;
using namespace Qt::StringLiterals;

class TestLedgerFile : public QObject, private LedgerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openLedger(); }
    void cleanup() { closeLedger(); }
    void keepsFilesPrivate();
    void backsUp();
    void refusesNewerSchemaUntouched();
    void refusesDamagedFile();
    void migratesAfterBackup();
    void migratesAlertsAndBudgets();
    void saysWhoHoldsTheLedger_data();
    void saysWhoHoldsTheLedger();
    void restoresABackup();
    void refusesToRestoreOthers();
    void survivesKillAtAnyMoment();
};

void TestLedgerFile::keepsFilesPrivate()
{
    QVERIFY(m_store->store(costs(m_account, november, {charge(QDate(2026, 11, 1), u"1"_s)})));
    const auto rights = [](const QString &path) {
        struct stat status = {};
        ::stat(QFile::encodeName(path).constData(), &status);
        return status.st_mode & 0777;
    };
    QCOMPARE(rights(m_folder), 0700u);
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files))
        QCOMPARE(rights(file.filePath()), 0600u);
}

void TestLedgerFile::backsUp()
{
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1.25"_s)})));
    const QString copy = m_dir->filePath(u"copy/ledger.sqlite"_s);
    QVERIFY(!m_store->backup(copy)); // there is no such folder
    QDir().mkpath(m_dir->filePath(u"copy"_s));
    QVERIFY(m_store->backup(copy));
    QCOMPARE(m_store->backup(copy).error().kind, Error::Kind::Config);
    const auto restored = Store::open(m_dir->filePath(u"copy"_s));
    QVERIFY((*restored)->check()->isEmpty());
    QCOMPARE((*restored)->summary({.days = november})->totals.first().cost, usd(u"1.25"_s));
}

void TestLedgerFile::refusesNewerSchemaUntouched()
{
    m_store.reset();
    const QString file = m_folder + u"/ledger.sqlite"_s;
    sqlite3 *database = nullptr;
    sqlite3_open(file.toUtf8().constData(), &database);
    sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    const auto bytes = [&file] {
        QFile ledger(file);
        ledger.open(QFile::ReadOnly);
        return ledger.readAll();
    };
    const QByteArray before = bytes();
    const QStringList files = QDir(m_folder).entryList(QDir::Files);
    const auto refused = Store::open(m_folder);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QVERIFY(refused.error().detail.contains(u"newer"_s));
    QCOMPARE(bytes(), before);
    QCOMPARE(QDir(m_folder).entryList(QDir::Files), files);
}

void TestLedgerFile::refusesDamagedFile()
{
    m_store.reset();
    QFile ledger(m_folder + u"/ledger.sqlite"_s);
    QVERIFY(ledger.open(QFile::WriteOnly));
    ledger.write(QByteArray(8192, 'x'));
    ledger.close();
    const auto refused = Store::open(m_folder);
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.contains(u"damaged"_s));
    QVERIFY(refused.error().remedy.contains(u"backup"_s));
    // A file in the folder's place cannot be a data folder.
    QFile file(m_dir->filePath(u"file"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(Store::open(file.fileName()).error().kind, Error::Kind::Storage);
}

void TestLedgerFile::migratesAfterBackup()
{
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1"_s)})));
    m_store.reset();
    sqlite3 *database = nullptr;
    sqlite3_open((m_folder + u"/ledger.sqlite"_s).toUtf8().constData(), &database);
    sqlite3_exec(database,
                 "DROP TABLE delivery; DROP TABLE webhook; DROP TABLE budget; DROP TABLE alert;"
                 " DROP TABLE paid_request; DROP TABLE balance; DROP TABLE log_file; DROP TABLE log_entries;"
                 " DROP TABLE log_bucket; DROP TABLE plan_terms; DROP TABLE plan; PRAGMA user_version = 1",
                 nullptr, nullptr, nullptr);
    sqlite3_close(database);
    m_store = std::move(*Store::open(m_folder));
    QVERIFY(m_store->budgets()->isEmpty());
    QCOMPARE(sums({}).value(QString()), u"1.00"_s);
    QVERIFY(m_store->balances(m_account, 0)->isEmpty());
    for (int version = 2; version <= SchemaVersion; ++version)
        QCOMPARE(QDir(m_folder).entryList({u"ledger.sqlite.before-v%1.*"_s.arg(version)}).size(), 1);
}

/// Alerts of before there were kinds are alerts of actual spend, and stay noted; budgets keep what they say.
void TestLedgerFile::migratesAlertsAndBudgets()
{
    m_store.reset();
    sqlite3 *database = nullptr;
    sqlite3_open((m_folder + u"/ledger.sqlite"_s).toUtf8().constData(), &database);
    const int code = sqlite3_exec(
        database,
        "DROP TABLE delivery; DROP TABLE webhook; DROP TABLE budget; DROP TABLE alert; DROP TABLE "
        "paid_request; DROP TABLE balance; DROP TABLE log_file; DROP TABLE log_entries; DROP TABLE "
        "log_bucket; DROP TABLE plan_terms; DROP TABLE plan;"
        "CREATE TABLE budget (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, amount_nanos"
        " INTEGER NOT NULL, currency TEXT NOT NULL, period TEXT NOT NULL, scope TEXT NOT NULL, thresholds "
        "TEXT"
        " NOT NULL, fail_at INTEGER) STRICT;"
        "CREATE TABLE alert (id INTEGER PRIMARY KEY, budget INTEGER NOT NULL, budget_name TEXT NOT NULL,"
        " period_start INTEGER NOT NULL, threshold INTEGER NOT NULL, spent_nanos INTEGER NOT NULL, "
        "amount_nanos"
        " INTEGER NOT NULL, currency TEXT NOT NULL, cause_model TEXT, cause_key TEXT, cause_day INTEGER,"
        " cause_nanos INTEGER, raised_at INTEGER NOT NULL, shown_at INTEGER NOT NULL DEFAULT 0,"
        " UNIQUE (budget, period_start, threshold, amount_nanos)) STRICT;"
        "INSERT INTO budget VALUES (3, 'All AI', 100000000000, 'USD', 'month', '{}', '50,80', 90);"
        "INSERT INTO alert VALUES (7, 3, 'All AI', 2461346, 50, 55000000000, 100000000000, 'USD', 'm1', NULL,"
        " 2461347, 5000000000, 1795521600, 1795521601);"
        "PRAGMA user_version = 2",
        nullptr, nullptr, nullptr);
    sqlite3_close(database);
    QCOMPARE(code, SQLITE_OK);
    m_store = std::move(*Store::open(m_folder));
    QCOMPARE(QDir(m_folder).entryList({u"ledger.sqlite.before-v3.*"_s}).size(), 1);
    const Budget budget = m_store->budgets()->first();
    QCOMPARE(budget.id, 3);
    QCOMPARE(budget.thresholds, QList<int>({50, 80}));
    QVERIFY(budget.forecastThresholds.isEmpty());
    QCOMPARE(budget.weekStart, Qt::Monday);
    QVERIFY(budget.savedAt > 0); // late days of months before are no news
    Alert alert = m_store->alerts(0)->first();
    QCOMPARE(alert.id, 7);
    QCOMPARE(alert.kind, AlertKind::Actual);
    QCOMPARE(alert.periodStart, november.from);
    QCOMPARE(alert.spent, usd(u"55"_s));
    QCOMPARE(alert.causeDay, november.from.addDays(1));
    QCOMPARE(alert.shownAt, Nov24Noon + 1);
    QVERIFY(!*m_store->recordAlert(alert));
}

void TestLedgerFile::saysWhoHoldsTheLedger_data()
{
    QTest::addColumn<bool>("knowsCostglass");
    QTest::newRow("another Costglass") << true;
    QTest::newRow("another program, with SQLite's own lock") << false;
}

void TestLedgerFile::saysWhoHoldsTheLedger()
{
    QFETCH(bool, knowsCostglass);
    std::array<int, 2> ready{};
    QVERIFY(::pipe(ready.data()) == 0);
    const QString file = m_folder + u"/ledger.sqlite"_s;
    const pid_t child = ::fork();
    if (child == 0) {
        sqlite3 *database = nullptr;
        std::unique_ptr<LedgerLock> lock;
        if (knowsCostglass)
            lock = std::make_unique<LedgerLock>(file);
        else if (sqlite3_open(file.toUtf8().constData(), &database) == SQLITE_OK)
            sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        std::ignore = ::write(ready[1], "1", 1);
        ::sleep(60);
        ::_exit(0);
    }
    char one = 0;
    QVERIFY(::read(ready[0], &one, 1) == 1);
    const auto refused = m_store->addAccount({.vendor = u"openai"_s, .label = u"second"_s});
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QVERIFY2(refused.error().detail.contains(QString::number(child)), qPrintable(refused.error().detail));
    // The dead one holds nothing any more.
    QVERIFY(m_store->addAccount({.vendor = u"openai"_s, .label = u"second"_s}));
}

void TestLedgerFile::restoresABackup()
{
    const QString backup = m_folder + u"/copy.sqlite"_s;
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1"_s)})));
    QVERIFY(m_store->backup(backup));
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"2"_s, u"new model"_s)})));
    const auto kept = m_store->restore(backup);
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().detail));
    QCOMPARE(sums({Dim::Model}), (QMap<QString, QString>{{u"m1"_s, u"1.00"_s}}));
    // Ids of values that the backup does not know are forgotten.
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"3"_s, u"new model"_s)})));
    QCOMPARE(sums({Dim::Model}), (QMap<QString, QString>{{u"new model"_s, u"3.00"_s}}));
    QVERIFY(m_store->check()->isEmpty());
    QVERIFY(m_store->restore(*kept));
    QCOMPARE(sums({Dim::Model}), (QMap<QString, QString>{{u"new model"_s, u"2.00"_s}}));
    QCOMPARE(QDir(m_folder).entryList({u"copy.sqlite*"_s}),
             QStringList{u"copy.sqlite"_s}); // nothing beside it
}

void TestLedgerFile::refusesToRestoreOthers()
{
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1"_s)})));
    const QString file = m_folder + u"/other"_s;
    QCOMPARE(m_store->restore(file).error().kind, Error::Kind::Config);
    QFile other(file);
    QVERIFY(other.open(QFile::WriteOnly));
    other.write("a letter");
    other.close();
    QCOMPARE(m_store->restore(file).error().kind, Error::Kind::Format);
    QVERIFY(other.remove());
    QVERIFY(m_store->backup(file));
    sqlite3 *database = nullptr;
    QVERIFY(sqlite3_open(file.toUtf8().constData(), &database) == SQLITE_OK);
    sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    QCOMPARE(m_store->restore(file).error().kind, Error::Kind::Storage);
    QCOMPARE(sums({}).value(QString()), u"1.00"_s);
    QVERIFY(QDir(m_folder).entryList({u"*before-restore*"_s}).isEmpty());
}

void TestLedgerFile::survivesKillAtAnyMoment()
{
    m_store.reset();
    for (int round = 0; round < 20; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            auto store = Store::open(m_folder);
            for (int i = 0; store; ++i) {
                QList<Charge> charges;
                for (int day = 0; day < 30; ++day)
                    charges.append(charge(november.from.addDays(day), QString::number(1 + i % 3),
                                          u"m%1"_s.arg(day % 4)));
                (*store)->store(costs(m_account, november, charges));
            }
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(3'000 + 4'700 * round));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        auto store = Store::open(m_folder);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        QVERIFY2((*store)->check()->isEmpty(), qPrintable((*store)->check()->join(u'\n')));
        const Summary summary = *(*store)->summary({.days = november});
        // Never a part of a snapshot: the month's 30 charges are all 1, all 2 or all 3.
        if (!summary.totals.isEmpty())
            QCOMPARE(summary.totals.first().cost.nanos() % usd(u"30"_s).nanos(), 0);
    }
}

QTEST_GUILESS_MAIN(TestLedgerFile)
#include "tst_ledgerfile.moc"
