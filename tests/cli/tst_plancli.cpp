// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Plans, balances and quotas as a script meets them.
class TestPlanCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPlanBecomesCharges();
    void editsTheFutureOrThePast();
    void removesAPlan();
    void keepsAnInvoice();
    void creditsAreNegative();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void plansAreNoAccountToSync();
    void forecastsPayments();
    void listsQuotas();

private:
    struct Outcome
    {
        int exitCode = -1;
        QJsonObject json;
        QByteArray err;
    };
    Outcome run(const QStringList &words, const QString &now = u"2026-11-24T12:00:00Z"_s) const;
    Outcome add(const QString &name, const QString &price, const QString &start,
                const QStringList &more = {}) const
    {
        return run(QStringList{u"plan"_s, u"add"_s, name, u"--vendor"_s, u"openai"_s, u"--price"_s, price,
                               u"--per"_s, u"month"_s, u"--start"_s, start}
                   + more);
    }
    QStringList totals(const QString &now = u"2026-11-24T12:00:00Z"_s, const QString &year = u"2026"_s) const
    {
        QStringList lines;
        const QJsonArray totals = run({u"summary"_s, u"--year"_s, year}, now).json[u"totals"_s].toArray();
        for (const QJsonValue &total : totals)
            lines.append(total[u"kind"_s].toString() + u' ' + total[u"amount"_s].toString() + u' '
                         + total[u"currency"_s].toString());
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_place;
};

void TestPlanCli::init()
{
    m_place = std::make_unique<QTemporaryDir>();
}

TestPlanCli::Outcome TestPlanCli::run(const QStringList &words, const QString &now) const
{
    QProcess process;
    process.start(QStringLiteral(COSTGLASS_CLI),
                  words
                      + QStringList{u"--json"_s, u"--lang"_s, u"en"_s, u"--data"_s,
                                    m_place->filePath(u"data"_s), u"--now"_s, now});
    process.waitForFinished();
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
            process.readAllStandardError()};
}

void TestPlanCli::aPlanBecomesCharges()
{
    const QJsonObject plan
        = add(u"ChatGPT Business"_s, u"25"_s, u"2026-08-31"_s, {u"--seats"_s, u"12"_s}).json;
    QCOMPARE(plan[u"next_renewal"_s].toString(), u"2026-11-30"_s);
    QCOMPARE(plan[u"next_amount"_s][u"amount"_s].toString(), u"300.00"_s);
    QCOMPARE(plan[u"per_month"_s][u"amount"_s].toString(), u"300.00"_s);
    QCOMPARE(totals(), QStringList(u"entered 900.00 USD"_s)); // 31 August, 30 September, 31 October
    QCOMPARE(totals(u"2026-12-31T00:00:00Z"_s), QStringList(u"entered 1500.00 USD"_s));
    QCOMPARE(totals(), QStringList(u"entered 1500.00 USD"_s)); // looking back takes nothing away
    const QJsonArray plans = run({u"plan"_s, u"list"_s}).json[u"plans"_s].toArray();
    QCOMPARE(plans.size(), 1);
    QCOMPARE(plans.first()[u"vendor"_s].toString(), u"openai"_s);
    QCOMPARE(plans.first()[u"seats"_s].toInt(), 12);
    QVERIFY(plans.first()[u"running"_s].toBool());
    QVERIFY(plans.first()[u"end"_s].isNull());
}

void TestPlanCli::editsTheFutureOrThePast()
{
    add(u"Plus"_s, u"20"_s, u"2026-09-05"_s);
    QCOMPARE(run({u"plan"_s, u"edit"_s, u"Plus"_s, u"--price"_s, u"30"_s}).exitCode, 0);
    QCOMPARE(totals(), QStringList(u"entered 60.00 USD"_s));
    QCOMPARE(totals(u"2026-12-05T00:00:00Z"_s), QStringList(u"entered 90.00 USD"_s));
    const QStringList past{u"plan"_s, u"edit"_s,   u"Plus"_s,      u"--price"_s,
                           u"25"_s,   u"--from"_s, u"2026-10-01"_s};
    QCOMPARE(run(past, u"2026-12-05T00:00:00Z"_s).json[u"terms"_s].toArray().size(), 2);
    QCOMPARE(totals(u"2026-12-05T00:00:00Z"_s), QStringList(u"entered 95.00 USD"_s)); // 20 + 3 × 25
    run({u"plan"_s, u"edit"_s, u"Plus"_s, u"--end"_s, u"2026-11-05"_s});
    QCOMPARE(totals(), QStringList(u"entered 45.00 USD"_s));
    QVERIFY(!run({u"plan"_s, u"list"_s}).json[u"plans"_s].toArray().first()[u"running"_s].toBool());
}

void TestPlanCli::removesAPlan()
{
    add(u"Plus"_s, u"20"_s, u"2026-09-05"_s);
    QCOMPARE(run({u"plan"_s, u"remove"_s, u"Max"_s}).exitCode, 2);
    QCOMPARE(run({u"plan"_s, u"remove"_s, u"Plus"_s}).json[u"removed"_s].toString(), u"Plus"_s);
    QVERIFY(totals().isEmpty());
    QVERIFY(run({u"plan"_s, u"list"_s}).json[u"plans"_s].toArray().isEmpty());
    QVERIFY(run({u"account"_s, u"list"_s}).json[u"accounts"_s].toArray().isEmpty());
}

void TestPlanCli::keepsAnInvoice()
{
    const QString file = m_place->filePath(u"invoice.pdf"_s);
    QFile pdf(file);
    QVERIFY(pdf.open(QFile::WriteOnly));
    pdf.write("%PDF-1.4\nAn invoice.\n");
    pdf.close();
    const QStringList words{u"plan"_s,      u"add"_s,     u"October"_s,    u"--vendor"_s, u"OpenAI"_s,
                            u"--price"_s,   u"100"_s,     u"--tax"_s,      u"19"_s,       u"--currency"_s,
                            u"EUR"_s,       u"--per"_s,   u"once"_s,       u"--start"_s,  u"2026-11-02"_s,
                            u"--invoice"_s, u"INV-007"_s, u"--document"_s, file};
    const QJsonObject plan = run(words).json;
    QCOMPARE(plan[u"vendor"_s].toString(), u"openai"_s);
    QCOMPARE(plan[u"invoice"_s].toString(), u"INV-007"_s);
    // As sha256sum tells of those bytes.
    QCOMPARE(plan[u"document"_s].toString(),
             u"76f65938c564fb348713c105bab18053ccd43ebdf547111924c0984f05d9bfa9"_s);
    const QString copy = m_place->filePath(u"data/documents/%1.pdf"_s.arg(plan[u"document"_s].toString()));
    QCOMPARE(QFileInfo(copy).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(totals(), QStringList(u"entered 119.00 EUR"_s));
    const QJsonArray rows = run({u"summary"_s, u"--by"_s, u"category"_s}).json[u"rows"_s].toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1][u"category"_s].toString(), u"Tax"_s);
    // With the bill synced, the invoice is a record.
    run({u"plan"_s, u"edit"_s, u"October"_s, u"--record-only"_s});
    QVERIFY(totals().isEmpty());
    run({u"plan"_s, u"remove"_s, u"October"_s});
    QVERIFY(!QFile::exists(copy));
    QFile text(m_place->filePath(u"invoice.txt"_s));
    QVERIFY(text.open(QFile::WriteOnly));
    text.write("An invoice.");
    text.close();
    QStringList wrong = words;
    wrong.last() = text.fileName();
    QCOMPARE(run(wrong).exitCode, 6);
}

void TestPlanCli::creditsAreNegative()
{
    run({u"plan"_s, u"add"_s, u"Trial"_s, u"--vendor"_s, u"google"_s, u"--price"_s, u"300"_s, u"--per"_s,
         u"once"_s, u"--start"_s, u"2026-11-09"_s, u"--as"_s, u"credit"_s});
    QCOMPARE(totals(), QStringList(u"entered -300.00 USD"_s));
}

void TestPlanCli::refusesWhatCannotBe_data()
{
    QTest::addColumn<QStringList>("words");
    const QStringList good{u"plan"_s, u"add"_s,   u"P"_s,     u"--vendor"_s, u"openai"_s,    u"--price"_s,
                           u"20"_s,   u"--per"_s, u"month"_s, u"--start"_s,  u"2026-11-05"_s};
    const auto with = [&good](const QString &before, const QString &after) {
        QStringList words = good;
        words.replaceInStrings(before, after);
        return words;
    };
    QTest::newRow("no price") << good.mid(0, 5) + good.mid(7);
    QTest::newRow("no day") << good.mid(0, 9);
    QTest::newRow("no name") << good.mid(0, 2) + good.mid(3);
    QTest::newRow("price") << with(u"20"_s, u"twenty"_s);
    QTest::newRow("free") << with(u"20"_s, u"0"_s);
    QTest::newRow("per") << with(u"month"_s, u"fortnight"_s);
    QTest::newRow("day") << with(u"2026-11-05"_s, u"2026-11-31"_s);
    QTest::newRow("end") << good + QStringList{u"--end"_s, u"2026-11-05"_s};
    QTest::newRow("seats") << good + QStringList{u"--seats"_s, u"1.5"_s};
    QTest::newRow("currency") << good + QStringList{u"--currency"_s, u"dollars"_s};
    QTest::newRow("included") << good + QStringList{u"--included"_s, u"plenty"_s};
    QTest::newRow("as") << good + QStringList{u"--as"_s, u"gift"_s};
}

void TestPlanCli::refusesWhatCannotBe()
{
    QFETCH(QStringList, words);
    const Outcome outcome = run(words);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(outcome.err.contains("\"kind\":\"Config\"") || outcome.err.contains("\"kind\":\"Format\""));
    QVERIFY(run({u"plan"_s, u"list"_s}).json[u"plans"_s].toArray().isEmpty());
}

void TestPlanCli::plansAreNoAccountToSync()
{
    add(u"Plus"_s, u"20"_s, u"2026-09-05"_s);
    const QString label
        = run({u"account"_s, u"list"_s}).json[u"accounts"_s].toArray().first()[u"label"_s].toString();
    for (const QString &verb : {u"pause"_s, u"test"_s, u"remove"_s})
        QCOMPARE(run({u"account"_s, verb, label}).exitCode, 2);
    const Outcome sync = run({u"sync"_s});
    QCOMPARE(sync.exitCode, 0);
    QVERIFY(sync.json[u"accounts"_s].toArray().isEmpty());
    QCOMPARE(totals(), QStringList(u"entered 60.00 USD"_s));
}

void TestPlanCli::forecastsPayments()
{
    add(u"Plus"_s, u"20"_s, u"2026-09-28"_s);
    add(u"Max"_s, u"100"_s, u"2026-11-11"_s);
    const QJsonObject forecast = run({u"forecast"_s}).json;
    // 100 on the 11th, 20 to come on the 28th; nothing else costs anything.
    for (const QString &key : {u"mean"_s, u"lower95"_s, u"upper95"_s, u"planned"_s})
        QCOMPARE(forecast[key][u"amount"_s].toString(), u"120.00"_s);
    QCOMPARE(forecast[u"actual"_s][u"amount"_s].toString(), u"100.00"_s);
    QVERIFY(forecast[u"explanation"_s].toString().contains(u"payments of plans"_s));
}

void TestPlanCli::listsQuotas()
{
    add(u"Suite"_s, u"99"_s, u"2026-03-15"_s, {u"--included"_s, u"10000 AI points"_s});
    const QJsonObject quota = run({u"quota"_s}).json[u"quotas"_s].toArray().first().toObject();
    QCOMPARE(quota[u"included"_s].toString(), u"10000.00"_s);
    QCOMPARE(quota[u"unit"_s].toString(), u"AI points"_s);
    QVERIFY(quota[u"used"_s].isNull());
    QCOMPARE(quota[u"period"_s][u"to"_s].toString(), u"2026-12-15"_s);
    QCOMPARE(run({u"balance"_s}).json[u"balances"_s].toArray(), QJsonArray());
}

QTEST_GUILESS_MAIN(TestPlanCli)
#include "tst_plancli.moc"
