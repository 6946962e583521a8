// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// "import" and "export" end to end, each test in a ledger of its own; figures were added up by hand.
class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void importsPerVendor();
    void takesTheSameFileOnce();
    void replacesTheDaysOfACorrectedFile();
    void takesAllOrNothing();
    void leavesRefusedRowsOutWhenAsked();
    void tellsWhatADryRunWouldDo();
    void readsPackedFiles();
    void readsOwnMap();
    void refusesWhatItCannotUse_data();
    void refusesWhatItCannotUse();
    void warnsOfAmountsToldTwice();
    void leavesFilesOutOfSyncs();
    void focusComesBackToTheNano_data();
    void focusComesBackToTheNano();
    void exportsChargesAndUse();

private:
    struct Outcome
    {
        int exitCode = -1;
        QJsonObject out;
        QString err;
    };
    Outcome run(const QStringList &words, const QString &data = u"data"_s) const;
    QString write(const QString &name, const QByteArray &text) const;
    QStringList totals(const QString &by, const QString &data = u"data"_s) const;
    void keepCharge(const Charge &charge);

    std::unique_ptr<QTemporaryDir> m_place;
};

namespace {

const QByteArray header
    = "BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ProviderName,ServiceName\n";

QByteArray row(const QByteArray &cost, const QByteArray &day, const QByteArray &provider = "OpenAI")
{
    return cost + ",USD," + day + "T00:00:00Z,," + provider + ",Chat\n";
}

} // namespace

void TestFiles::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(COSTGLASS_CLI)), "costglass-cli is not built");
}

void TestFiles::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    QVERIFY(m_place->isValid());
}

TestFiles::Outcome TestFiles::run(const QStringList &words, const QString &data) const
{
    QProcess process;
    process.start(QStringLiteral(COSTGLASS_CLI),
                  words
                      + QStringList{u"--json"_s, u"--data"_s, m_place->filePath(data), u"--now"_s,
                                    u"2026-11-24T12:00:00Z"_s});
    process.waitForFinished();
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
            QString::fromUtf8(process.readAllStandardError())};
}

QString TestFiles::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_place->filePath(name));
    return file.open(QFile::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

/// "GROUP AMOUNT CURRENCY KIND" of a summary over all days, in alphabetical order.
QStringList TestFiles::totals(const QString &by, const QString &data) const
{
    const Outcome summary
        = run({u"summary"_s, u"--from"_s, u"2020-01-01"_s, u"--to"_s, u"2030-01-01"_s, u"--by"_s, by}, data);
    QStringList lines;
    const QJsonArray rows = summary.out.value("rows"_L1).toArray();
    for (const QJsonValue &one : rows) {
        const QJsonObject cost = one["cost"_L1].toObject();
        lines.append(u"%1 %2 %3 %4"_s.arg(one[by].toString(u"null"_s), cost["amount"_L1].toString(),
                                          cost["currency"_L1].toString(), one["kind"_L1].toString()));
    }
    lines.sort();
    return lines;
}

void TestFiles::keepCharge(const Charge &charge)
{
    const auto store = Store::open(m_place->filePath(u"data"_s));
    QVERIFY(store);
    const auto account = (*store)->addAccount({.vendor = u"openai"_s, .label = u"production"_s});
    QVERIFY(account);
    Snapshot snapshot;
    snapshot.account = account->id;
    snapshot.days = {charge.day, charge.day.addDays(1)};
    snapshot.takenAt = 1795521600;
    snapshot.records.charges = {charge};
    QVERIFY((*store)->store(snapshot));
}

void TestFiles::importsPerVendor()
{
    const QString file = write(u"october.csv"_s,
                               header + row("1.25", "2026-10-01") + row("0.000000001", "2026-10-02")
                                   + row("2", "2026-10-02", "AWS"));
    const Outcome done = run({u"import"_s, file});
    QCOMPARE(done.exitCode, 0);
    QCOMPARE(done.out["format"_L1], u"focus"_s);
    QCOMPARE(done.out["read"_L1], 3);
    QCOMPARE(done.out["added"_L1], 3);
    QCOMPARE(done.out["already_there"_L1], 0);
    QCOMPARE(done.out["refused"_L1], 0);
    QCOMPARE(done.out["period"_L1], (QJsonObject{{u"from"_s, u"2026-10-01"_s}, {u"to"_s, u"2026-10-03"_s}}));
    QCOMPARE(totals(u"vendor"_s),
             (QStringList{u"aws 2.00 USD entered"_s, u"openai 1.250000001 USD entered"_s}));
    QCOMPARE(
        totals(u"account"_s),
        (QStringList{u"october.csv (aws) 2.00 USD entered"_s, u"october.csv 1.250000001 USD entered"_s}));
    QCOMPARE(run({u"check"_s}).out["ok"_L1], true);
}

void TestFiles::takesTheSameFileOnce()
{
    const QByteArray text = header + row("1.25", "2026-10-01") + row("1.25", "2026-10-01");
    QCOMPARE(run({u"import"_s, write(u"a.csv"_s, text)}).out["added"_L1],
             2); // two equal rows are two charges
    const Outcome again = run({u"import"_s, write(u"copy of a.csv"_s, text)});
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(again.out["added"_L1], 0);
    QCOMPARE(again.out["already_there"_L1], 2);
    QCOMPARE(again.out["accounts"_L1], QJsonArray{u"a.csv"_s});
    QCOMPARE(totals(u"vendor"_s), QStringList{u"openai 2.50 USD entered"_s});
}

void TestFiles::replacesTheDaysOfACorrectedFile()
{
    const QByteArray first
        = header + row("1", "2026-10-01") + row("2", "2026-10-02") + row("4", "2026-10-03", "AWS");
    QCOMPARE(run({u"import"_s, write(u"bill.csv"_s, first)}).out["added"_L1], 3);
    // The second has another amount for the 2nd, nothing of AWS any more, and goes a day further.
    const Outcome second
        = run({u"import"_s,
               write(u"bill.csv"_s,
                     header + row("1", "2026-10-01") + row("2.5", "2026-10-02") + row("8", "2026-10-04"))});
    QCOMPARE(second.exitCode, 0);
    QCOMPARE(second.out["already_there"_L1], 1);
    QCOMPARE(second.out["added"_L1], 2);
    QCOMPARE(second.out["removed"_L1], 2);
    QCOMPARE(totals(u"day"_s),
             (QStringList{u"2026-10-01 1.00 USD entered"_s, u"2026-10-02 2.50 USD entered"_s,
                          u"2026-10-04 8.00 USD entered"_s}));
    // November under the same name leaves October alone, and the first file may come back.
    QCOMPARE(run({u"import"_s, write(u"bill.csv"_s, header + row("16", "2026-11-01"))}).out["removed"_L1], 0);
    QCOMPARE(run({u"import"_s, write(u"bill.csv"_s, first)}).out["added"_L1], 2);
    QCOMPARE(totals(u"vendor"_s), (QStringList{u"aws 4.00 USD entered"_s, u"openai 27.00 USD entered"_s}));
    QCOMPARE(run({u"check"_s}).out["ok"_L1], true);
}

void TestFiles::takesAllOrNothing()
{
    const Outcome done = run({u"import"_s, QStringLiteral(TEST_DATA "/focus/refused.csv")});
    QCOMPARE(done.exitCode, 6);
    QCOMPARE(done.out["read"_L1], 8);
    QCOMPARE(done.out["added"_L1], 0);
    QCOMPARE(done.out["refused"_L1], 7);
    QCOMPARE(done.out["stored"_L1], false);
    QCOMPARE(done.out["refused_rows"_L1][0]["line"_L1], 4);
    QVERIFY(done.out["refused_rows"_L1][0]["reason"_L1].toString().contains(u"abc"));
    QVERIFY(done.err.contains(u"\"kind\":\"Format\""));
    QCOMPARE(totals(u"vendor"_s), QStringList());
    QCOMPARE(run({u"account"_s, u"list"_s}).out["accounts"_L1], QJsonArray());
}

void TestFiles::leavesRefusedRowsOutWhenAsked()
{
    const Outcome done
        = run({u"import"_s, QStringLiteral(TEST_DATA "/focus/refused.csv"), u"--skip-refused"_s});
    QCOMPARE(done.exitCode, 0);
    QCOMPARE(done.out["added"_L1], 1);
    QCOMPARE(done.out["refused"_L1], 7);
    QCOMPARE(totals(u"vendor"_s), QStringList{u"file 1.00 USD entered"_s});
}

void TestFiles::tellsWhatADryRunWouldDo()
{
    const QString file = write(u"a.csv"_s, header + row("1.25", "2026-10-01"));
    const Outcome dry = run({u"import"_s, file, u"--dry-run"_s});
    QCOMPARE(dry.exitCode, 0);
    QCOMPARE(dry.out["added"_L1], 1);
    QCOMPARE(dry.out["stored"_L1], false);
    QCOMPARE(dry.out["totals"_L1][0]["amount"_L1], u"1.25"_s);
    QCOMPARE(totals(u"vendor"_s), QStringList());
    QCOMPARE(run({u"import"_s, file}).out["added"_L1], 1);
}

void TestFiles::readsPackedFiles()
{
    const QString file = write(u"a.csv"_s, header + row("1.25", "2026-10-01"));
    QCOMPARE(QProcess::execute(u"gzip"_s, {u"-k"_s, file}), 0);
    QFile packed(file + u".gz"_s);
    QVERIFY(packed.open(QFile::ReadOnly));
    const QByteArray bytes = packed.readAll();
    QCOMPARE(run({u"import"_s, packed.fileName()}).out["added"_L1], 1);
    QCOMPARE(totals(u"account"_s), QStringList{u"a.csv.gz 1.25 USD entered"_s});
    const Outcome cut = run({u"import"_s, write(u"cut.csv.gz"_s, bytes.chopped(12))});
    QCOMPARE(cut.exitCode, 6);
    QVERIFY2(cut.err.contains(u"ends too early"), qPrintable(cut.err));
}

void TestFiles::readsOwnMap()
{
    const QString map = write(u"map.json"_s,
                              "{\"vendor\":\"mistral\",\"currency\":\"EUR\",\"columns\":"
                              "{\"Day\":\"day\",\"Spend\":\"cost\",\"Model\":\"model\"}}");
    const QString file
        = write(u"spend.csv"_s, "Day,Model,Spend\n2026-10-01,large,1.5\n2026-10-02,small,0.25\n");
    const Outcome unknown = run({u"import"_s, file});
    QCOMPARE(unknown.exitCode, 6);
    QVERIFY2(unknown.err.contains(u"--map"), qPrintable(unknown.err));
    QCOMPARE(run({u"import"_s, file, u"--map"_s, map, u"--account"_s, u"Mistral by hand"_s}).exitCode, 0);
    QCOMPARE(totals(u"model"_s), (QStringList{u"large 1.50 EUR entered"_s, u"small 0.25 EUR entered"_s}));
    QCOMPARE(totals(u"account"_s), QStringList{u"Mistral by hand 1.75 EUR entered"_s});
}

void TestFiles::refusesWhatItCannotUse_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no such file") << QStringList{u"import"_s, u"/nowhere.csv"_s} << 6;
    QTest::newRow("a folder") << QStringList{u"import"_s, u"/"_s} << 6;
    QTest::newRow("no such format") << QStringList{u"import"_s, QStringLiteral(TEST_DATA "/focus/quirks.csv"),
                                                   u"--format"_s, u"pdf"_s}
                                    << 2;
    QTest::newRow("another format") << QStringList{u"import"_s, QStringLiteral(TEST_DATA "/focus/quirks.csv"),
                                                   u"--format"_s, u"oci"_s}
                                    << 6;
    QTest::newRow("an account with a log-in")
        << QStringList{u"import"_s, QStringLiteral(TEST_DATA "/focus/quirks.csv"), u"--account"_s,
                       u"production"_s}
        << 2;
    QTest::newRow("no days") << QStringList{u"export"_s, u"--format"_s, u"csv"_s, u"--out"_s, u"/tmp/x"_s}
                             << 2;
    QTest::newRow("no such folder") << QStringList{u"export"_s, u"--from"_s,     u"2026-10-01"_s,
                                                   u"--to"_s,   u"2026-11-01"_s, u"--format"_s,
                                                   u"csv"_s,    u"--out"_s,      u"/nowhere/x.csv"_s}
                                    << 7;
}

void TestFiles::refusesWhatItCannotUse()
{
    keepCharge({.day = QDate(2026, 11, 1)});
    QFETCH(QStringList, words);
    const Outcome refused = run(words);
    QTEST(refused.exitCode, "exitCode");
    QVERIFY2(refused.err.contains(u"\"remedy\""), qPrintable(refused.err));
    QCOMPARE(totals(u"account"_s), QStringList{u"production 0.00 USD billed"_s});
}

void TestFiles::warnsOfAmountsToldTwice()
{
    keepCharge({.day = QDate(2026, 10, 2), .cost = *Money::parse(u"3", Currency::usd())});
    const Outcome other = run({u"import"_s, write(u"a.csv"_s, header + row("1", "2026-10-03"))});
    QCOMPARE(other.out["also_told_by"_L1], QJsonArray());
    const Outcome same = run({u"import"_s, write(u"b.csv"_s, header + row("1", "2026-10-02"))});
    QCOMPARE(same.out["also_told_by"_L1], QJsonArray{u"production"_s});
}

void TestFiles::leavesFilesOutOfSyncs()
{
    QCOMPARE(run({u"import"_s, write(u"a.csv"_s, header + row("1", "2026-10-01"))}).exitCode, 0);
    const Outcome sync = run({u"sync"_s});
    QCOMPARE(sync.exitCode, 0);
    QCOMPARE(sync.out["accounts"_L1], QJsonArray());
    const Outcome test = run({u"account"_s, u"test"_s, u"a.csv"_s});
    QCOMPARE(test.exitCode, 7);
    QVERIFY2(test.err.contains(u"file"), qPrintable(test.err));
    QCOMPARE(run({u"account"_s, u"remove"_s, u"a.csv"_s, u"--delete-history"_s}).exitCode, 0);
    QCOMPARE(totals(u"account"_s), QStringList());
}

void TestFiles::focusComesBackToTheNano_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"1.2", "1.3", "1.4"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

void TestFiles::focusComesBackToTheNano()
{
    QFETCH(QString, version);
    QCOMPARE(run({u"import"_s, QStringLiteral(TEST_DATA "/focus/quirks.csv")}).exitCode, 0);
    QCOMPARE(run({u"import"_s, QStringLiteral(TEST_DATA "/focus/cursor.csv")}).exitCode, 0);
    const QString out = m_place->filePath(u"out.csv"_s);
    const Outcome exported = run({u"export"_s, u"--from"_s, u"2020-01-01"_s, u"--to"_s, u"2030-01-01"_s,
                                  u"--format"_s, u"focus"_s, u"--focus-version"_s, version, u"--out"_s, out});
    QCOMPARE(exported.exitCode, 0);
    QCOMPARE(exported.out["charges"_L1], 8);
    QCOMPARE(run({u"import"_s, out}, u"other"_s).exitCode, 0);
    for (const QString &by :
         {u"vendor"_s, u"day"_s, u"model"_s, u"project"_s, u"key"_s, u"kind"_s, u"category"_s})
        QCOMPARE(totals(by, u"other"_s), totals(by));
    // 1.25 + 0.0000008 + 0.00000025 - 1.75 + 1234.56 + 0.05
    QCOMPARE(totals(u"kind"_s, u"other"_s),
             (QStringList{u"entered -0.50 EUR entered"_s, u"entered 1234.11000105 USD entered"_s,
                          u"equivalent 0.12 USD equivalent"_s}));
}

void TestFiles::exportsChargesAndUse()
{
    QCOMPARE(run({u"import"_s, QStringLiteral(TEST_DATA "/focus/lanying.csv")}).exitCode, 0);
    const QString csv = m_place->filePath(u"out.csv"_s);
    const QStringList days{u"--from"_s, u"2026-10-01"_s, u"--to"_s, u"2026-11-01"_s};
    const Outcome done = run(QStringList{u"export"_s, u"--format"_s, u"csv"_s, u"--out"_s, csv} + days);
    QCOMPARE(done.out["charges"_L1], 1);
    QCOMPARE(done.out["usage"_L1], 1);
    QFile file(csv);
    QVERIFY(file.open(QFile::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 4); // the last line ends too
    QVERIFY(lines[0].startsWith("day,period_start,period_end,vendor,account,service,model,"));
    QCOMPARE(lines[1],
             QByteArray(
                 "2026-10-05,2026-10-04T16:00:00Z,2026-10-05T16:00:00Z,lanying,lanying.csv,chat,,app1,,,,,,,,"
                 "entered,Usage,chat,,12.44,AI points,0.50,CNY,,,,,,"));
    QCOMPARE(
        lines[2],
        QByteArray(
            "2026-10-05,2026-10-04T16:00:00Z,2026-10-05T16:00:00Z,lanying,lanying.csv,image,,app1,,,,,,,,"
            ",,,,3200000,0.0001 AI points,,,,,,,,"));

    const QString json = m_place->filePath(u"out.json"_s);
    QCOMPARE(run(QStringList{u"export"_s, u"--format"_s, u"json"_s, u"--out"_s, json} + days).exitCode, 0);
    QFile written(json);
    QVERIFY(written.open(QFile::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(written.readAll()).object();
    QCOMPARE(object["charges"_L1][0]["cost"_L1],
             (QJsonObject{{u"amount"_s, u"0.50"_s}, {u"currency"_s, u"CNY"_s}}));
    QCOMPARE(object["usage"_L1][0]["quantity"_L1], 3200000);
    QVERIFY(object["charges"_L1][0]["model"_L1].isNull());
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
