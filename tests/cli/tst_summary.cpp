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

/// "summary" over a ledger of a few rows, with answers worked out by hand:
///
///   day    model  project  cost   uncached input  output   requests
///   3 Nov  m1     p1       $3.00  1,000,000       500,000  10          $2.00 per million tokens
///   3 Nov  m2     –        $1.00    100,000             –  20          $10.00
///   5 Nov  m3     p1       $5.00          –             –   –          unknown
///   3 Oct  m1     p1       $2.00          –             –   –
class TestSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ranksByMeasure_data();
    void ranksByMeasure();
    void tellsUnitCost();
    void keepsTheLargestInTimeOrder();
    void keepsUnknownApart();
    void filters();
    void comparesPeriods();
    void convertsIntoAnotherCurrency();
    void printsForPeople();

private:
    struct Outcome
    {
        int exitCode = -1;
        QString out;
        QString err;
    };
    Outcome run(const QString &words) const;
    QJsonObject json(const QString &words) const;
    QStringList values(const QString &words, const QString &key) const;

    QTemporaryDir m_place;
};

namespace {

struct Row
{
    QDate day;
    QString model;
    QString project;
    QString cost;
    std::optional<qint64> input = {};
    std::optional<qint64> output = {};
    std::optional<qint64> requests = {};
};

Snapshot snapshotOf(qint64 account, Feed feed, const DateRange &days)
{
    Snapshot snapshot;
    snapshot.account = account;
    snapshot.feed = feed;
    snapshot.days = days;
    snapshot.takenAt = 1795521600; // 2026-11-24 12:00 UTC
    return snapshot;
}

void keep(Store &store, qint64 account, const DateRange &days, const QList<Row> &rows)
{
    Snapshot costs = snapshotOf(account, Feed::Costs, days);
    Snapshot metered = snapshotOf(account, Feed::Usage, days);
    for (const Row &row : rows) {
        Charge charge{.day = row.day};
        charge.at.model = row.model;
        charge.at.project = row.project;
        charge.cost = *Money::parse(row.cost, Currency::usd());
        costs.records.charges.append(charge);
        Usage usage;
        usage.day = row.day;
        usage.at = charge.at;
        usage.input = row.input;
        usage.output = row.output;
        usage.requests = row.requests;
        if (row.requests)
            metered.records.usage.append(usage);
    }
    QVERIFY(store.store(costs));
    QVERIFY(store.store(metered));
}

} // namespace

void TestSummary::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(COSTGLASS_CLI)), "costglass-cli is not built");
    const auto store = Store::open(m_place.filePath(u"data"_s));
    QVERIFY(store);
    const auto account = (*store)->addAccount({.vendor = u"openai"_s, .label = u"main"_s});
    QVERIFY(account);
    keep(**store, account->id, Month(2026, 11).range(),
         {{QDate(2026, 11, 3), u"m1"_s, u"p1"_s, u"3"_s, 1'000'000, 500'000, 10},
          {QDate(2026, 11, 3), u"m2"_s, QString(), u"1"_s, 100'000, {}, 20},
          {QDate(2026, 11, 5), u"m3"_s, u"p1"_s, u"5"_s}});
    keep(**store, account->id, Month(2026, 10).range(), {{QDate(2026, 10, 3), u"m1"_s, u"p1"_s, u"2"_s}});
}

TestSummary::Outcome TestSummary::run(const QString &words) const
{
    QProcess process;
    process.start(QStringLiteral(COSTGLASS_CLI),
                  QStringList{u"--data"_s, m_place.filePath(u"data"_s), u"--now"_s, u"2026-11-24T12:00:00Z"_s,
                              u"--lang"_s, u"en"_s, u"summary"_s}
                      + words.split(u' '));
    process.waitForFinished();
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QJsonObject TestSummary::json(const QString &words) const
{
    return QJsonDocument::fromJson(run(words + u" --json"_s).out.toUtf8()).object();
}

/// The values of \a key, row by row; null as "–", money as its amount.
QStringList TestSummary::values(const QString &words, const QString &key) const
{
    QStringList found;
    const QJsonArray rows = json(words)[u"rows"_s].toArray();
    for (const QJsonValue &row : rows) {
        const QJsonValue value = row.toObject()[key];
        found.append(value.isNull()         ? u"–"_s
                         : value.isObject() ? value.toObject()[u"amount"_s].toString()
                                            : value.toVariant().toString());
    }
    return found;
}

void TestSummary::ranksByMeasure_data()
{
    QTest::addColumn<QString>("measure");
    QTest::addColumn<QStringList>("models");
    QTest::newRow("cost") << u"cost"_s << QStringList{u"m3"_s, u"m1"_s, u"m2"_s};
    QTest::newRow("tokens") << u"tokens"_s << QStringList{u"m1"_s, u"m2"_s, u"m3"_s};
    QTest::newRow("requests") << u"requests"_s << QStringList{u"m2"_s, u"m1"_s, u"m3"_s};
    QTest::newRow("unit-cost") << u"unit-cost"_s << QStringList{u"m2"_s, u"m1"_s, u"m3"_s};
}

void TestSummary::ranksByMeasure()
{
    QFETCH(QString, measure);
    QFETCH(QStringList, models);
    QCOMPARE(values(u"--by model --measure "_s + measure, u"model"_s), models);
    QCOMPARE(values(u"--by model --top 2 --measure "_s + measure, u"model"_s), models.mid(0, 2));
}

void TestSummary::tellsUnitCost()
{
    QCOMPARE(values(u"--by model --measure unit-cost"_s, u"unit_cost"_s),
             (QStringList{u"10.00"_s, u"2.00"_s, u"–"_s}));
    QVERIFY(!json(u"--by model"_s)[u"rows"_s].toArray().first().toObject().contains(u"unit_cost"_s));
}

void TestSummary::keepsTheLargestInTimeOrder()
{
    QCOMPARE(values(u"--by day,model"_s, u"model"_s), (QStringList{u"m1"_s, u"m2"_s, u"m3"_s}));
    QCOMPARE(values(u"--by day,model --top 2"_s, u"model"_s), (QStringList{u"m1"_s, u"m3"_s}));
    QCOMPARE(values(u"--by month --year 2026 --top 1"_s, u"month"_s), QStringList{u"2026-11"_s});
    // Totals are those of the question, not of the rows that are shown.
    QCOMPARE(json(u"--by model --top 1"_s)[u"totals"_s].toArray().first().toObject()[u"amount"_s].toString(),
             u"9.00"_s);
}

void TestSummary::keepsUnknownApart()
{
    QCOMPARE(values(u"--by project"_s, u"project"_s), (QStringList{u"p1"_s, u"–"_s}));
    QCOMPARE(values(u"--by model"_s, u"output_tokens"_s), (QStringList{u"–"_s, u"500000"_s, u"–"_s}));
}

void TestSummary::filters()
{
    QCOMPARE(values(u"--where project= --by model"_s, u"model"_s), QStringList{u"m2"_s});
    QCOMPARE(values(u"--where model=m1 --where model=m3 --by model"_s, u"cost"_s),
             (QStringList{u"5.00"_s, u"3.00"_s}));
    QCOMPARE(values(u"--where day=2026-11-03 --by vendor"_s, u"cost"_s), QStringList{u"4.00"_s});
    QCOMPARE(values(u"--from 2026-11-05 --to 2026-11-06"_s, u"cost"_s), QStringList{u"5.00"_s});
    QVERIFY(values(u"--kind entered"_s, u"cost"_s).isEmpty());
}

void TestSummary::comparesPeriods()
{
    const QJsonObject compared = json(u"--month 2026-11 --compare previous"_s)[u"compared"_s].toObject();
    QCOMPARE(compared[u"period"_s].toObject(),
             (QJsonObject{{u"from"_s, u"2026-10-01"_s}, {u"to"_s, u"2026-11-01"_s}}));
    QCOMPARE(compared[u"totals"_s].toArray().first().toObject()[u"amount"_s].toString(), u"2.00"_s);
    QCOMPARE(json(u"--from 2026-11-03 --to 2026-11-05 --compare previous"_s)[u"compared"_s]
                 .toObject()[u"period"_s],
             (QJsonObject{{u"from"_s, u"2026-11-01"_s}, {u"to"_s, u"2026-11-03"_s}}));
    QCOMPARE(json(u"--year 2026 --compare year"_s)[u"compared"_s].toObject()[u"period"_s],
             (QJsonObject{{u"from"_s, u"2025-01-01"_s}, {u"to"_s, u"2026-01-01"_s}}));
}

void TestSummary::convertsIntoAnotherCurrency()
{
    QCOMPARE(json(u"--currency usd"_s)[u"currency"_s].toString(), u"USD"_s);
    // $3, $1 and $5 at the newest rate that is built in, 1 ÷ 1.1684 = 0.85587127695995.
    const QJsonObject euros = json(u"--by model --currency EUR"_s);
    QCOMPARE(euros[u"totals"_s].toArray()[0].toObject()[u"amount"_s].toString(), u"7.702841493"_s);
    QCOMPARE(values(u"--by model --currency EUR"_s, u"cost"_s),
             QStringList({u"4.279356385"_s, u"2.567613831"_s, u"0.855871277"_s}));
    const QJsonObject rate = euros[u"rates"_s].toArray()[0].toObject();
    QCOMPARE(rate[u"date"_s].toString(), u"2026-04-13"_s);
    QCOMPARE(rate[u"source"_s].toString(), u"European Central Bank"_s);
    QVERIFY(euros[u"warnings"_s].toArray()[0].toString().contains(u"2026-04-13"_s)); // seven months old
    const Outcome refused = run(u"--currency ISK"_s);
    QCOMPARE(refused.exitCode, 7);
    QVERIFY(refused.out.isEmpty());
    QVERIFY2(refused.err.contains(u"ISK"_s), qPrintable(refused.err));
}

void TestSummary::printsForPeople()
{
    const QStringList lines = run(u"--by model --measure unit-cost --compare previous"_s).out.split(u'\n');
    QCOMPARE(lines.size(), 7); // header, three models, two totals, the end
    QCOMPARE(lines[1].simplified(), u"m2 $1.00 – $10.00 billed 100,000 – – – 20"_s);
    QCOMPARE(lines[2].simplified(), u"m1 $3.00 $2.00 $2.00 billed 1,000,000 – – 500,000 10"_s);
    QCOMPARE(lines[4], u"Total (billed): $9.00"_s);
    QCOMPARE(lines[5], u"Before (billed): $2.00"_s);
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(lines[i].size(), lines[0].size()); // aligned: the last column is right-aligned
}

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
