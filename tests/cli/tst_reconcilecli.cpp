// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/handmade.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// "reconcile" over October 2026 of a ledger made by hand. m1 costs 2 per million tokens of input, 0.20 cached, 2.50
/// and 5 written for 30 minutes and 12 hours, 10 of output; batch half; a thousand web searches cost 10.
///
///   day  use                                           costs                  billed
///   3    1 M input, 2 M cached; of another project     2 + 0.40 + 2 + 3       2 + 0.40 + 1 + 3: the writes as of 30 min
///        0.4 M written for 12 h, 0.3 M output
///   4    1 M input                                     2                      2
///   4    300 web searches                              3                      3
///   5    1 M input in a batch                          1                      2
///   6    –                                             –                      a credit of 5
///   7    1 M input                                     2                      1.50
class TestReconcileCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsEachLine();
    void sumsTheReasons();
    void saysWhichBillsItCannotCompare();
    void printsForPeople();
    void refusesBadUsage_data();
    void refusesBadUsage();

private:
    struct Outcome
    {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
    };
    Outcome run(const QStringList &words);
    QJsonObject json(const QStringList &words);

    HandMadeLedger m_ledger;
    QTemporaryDir m_place;
};

namespace {

constexpr qint64 Million = 1'000'000;

QDate october(int day)
{
    return QDate(2026, 10, day);
}

Charge credit(QDate day, const QString &amount)
{
    Charge charge = HandMadeLedger::charge(day, amount, {});
    charge.at.service = u"Promotional credit"_s;
    charge.category = ChargeCategory::Credit;
    return charge;
}

Charge searches(QDate day, const QString &amount)
{
    Charge charge = HandMadeLedger::charge(day, amount, {});
    charge.at.service = u"Web search tool calls"_s;
    return charge;
}

/// What a gateway reckons is no bill.
Charge estimate(QDate day, const QString &amount)
{
    Charge charge = HandMadeLedger::charge(day, amount, u"m9"_s);
    charge.kind = ChargeKind::Estimated;
    return charge;
}

Usage use(int day, const QString &project, std::optional<qint64> input, const QString &tier = u"default"_s)
{
    Usage usage;
    usage.day = october(day);
    usage.periodStart = HandMadeLedger::start(usage.day);
    usage.periodEnd = HandMadeLedger::start(usage.day.addDays(1));
    usage.at.service = u"completions"_s;
    usage.at.model = u"m1"_s;
    usage.at.project = project;
    usage.at.tier = tier;
    usage.input = input;
    return usage;
}

QList<Usage> october2026()
{
    Usage reads = use(3, u"p1"_s, Million);
    reads.cacheRead = 2 * Million;
    Usage writes = use(3, u"p2"_s, {});
    writes.cacheWrite12h = 400'000;
    writes.output = 300'000;
    Usage calls = use(4, u"p1"_s, {});
    calls.at.service = u"web_search_calls"_s;
    calls.quantity = 300;
    calls.unit = u"calls"_s;
    return {reads,
            writes,
            use(4, u"p1"_s, Million),
            calls,
            use(5, u"p1"_s, Million, u"batch"_s),
            use(7, u"p2"_s, Million)};
}

constexpr const char *priceList = R"({"schema": "costglass-prices/1", "rows": [
{"vendor": "openai", "model": "m1", "meter": "input", "price": "2", "per": "1000000", "currency": "USD"},
{"vendor": "openai", "model": "m1", "meter": "cached_input", "price": "0.2", "per": "1000000", "currency": "USD"},
{"vendor": "openai", "model": "m1", "meter": "cache_write_30m", "price": "2.5", "per": "1000000", "currency": "USD"},
{"vendor": "openai", "model": "m1", "meter": "cache_write_12h", "price": "5", "per": "1000000", "currency": "USD"},
{"vendor": "openai", "model": "m1", "meter": "output", "price": "10", "per": "1000000", "currency": "USD"},
{"vendor": "openai", "model": "Web search tool calls", "meter": "calls", "price": "10", "per": "1000",
 "currency": "USD"}], "factors": [{"vendor": "openai", "tier": "batch", "factor": "0.5"}]})";

QString amountOf(const QJsonValue &money)
{
    return money.isNull() ? u"unknown"_s : money[u"amount"_s].toString();
}

} // namespace

void TestReconcileCli::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(COSTGLASS_CLI)), "costglass-cli is not built");
    const DateRange month = Month(2026, 10).range();
    const qint64 taken = HandMadeLedger::start(QDate(2026, 11, 24));
    const qint64 openai = m_ledger.addAccount(u"openai"_s);
    const auto charge = [](int day, const char *amount) {
        return HandMadeLedger::charge(october(day), QString::fromLatin1(amount), u"m1"_s);
    };
    m_ledger.says(openai, month,
                  {charge(3, "2"), charge(3, "0.4"), charge(3, "1"), charge(3, "3"), charge(4, "2"),
                   searches(october(4), u"3"_s), charge(5, "2"), credit(october(6), u"-5"_s),
                   charge(7, "1.5"), estimate(october(8), u"9"_s)},
                  taken);
    Snapshot metered;
    metered.account = openai;
    metered.feed = Feed::Usage;
    metered.days = month;
    metered.takenAt = taken;
    metered.replies = {"by hand"};
    metered.records.usage = october2026();
    QVERIFY(m_ledger.store().store(metered));
    m_ledger.says(m_ledger.addAccount(u"anthropic"_s), month,
                  {HandMadeLedger::charge(october(3), u"4"_s, u"m2"_s)}, taken);
    m_ledger.close();
    QFile file(m_place.filePath(u"prices.json"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(priceList);
}

TestReconcileCli::Outcome TestReconcileCli::run(const QStringList &words)
{
    QStringList all{u"--data"_s, m_ledger.folder(), u"--now"_s,    u"2026-11-24T12:00:00Z"_s,
                    u"--lang"_s, u"en"_s,           u"reconcile"_s};
    all += words;
    if (!words.contains(u"--price-list"_s))
        all += {u"--price-list"_s, m_place.filePath(u"prices.json"_s)};
    QProcess process;
    process.start(QStringLiteral(COSTGLASS_CLI), all);
    if (!process.waitForFinished())
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject TestReconcileCli::json(const QStringList &words)
{
    const Outcome outcome = run(words + QStringList{u"--json"_s});
    return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out).object() : QJsonObject();
}

void TestReconcileCli::tellsEachLine()
{
    const QJsonObject answer = json({u"--month"_s, u"2026-10"_s});
    QStringList lines;
    const QJsonArray array = answer.value(u"lines"_s).toArray();
    for (const QJsonValue &line : array) {
        QCOMPARE(line[u"vendor"_s].toString(), u"openai"_s);
        lines.append(u"%1/%2: %3 - %4 = %5, %6"_s.arg(
            line[u"service"_s].toString(u"null"_s), line[u"model"_s].toString(u"null"_s),
            amountOf(line[u"billed"_s]), amountOf(line[u"computed"_s]), amountOf(line[u"difference"_s]),
            line[u"reason"_s].toString(u"null"_s)));
    }
    lines.sort();
    QCOMPARE(lines,
             (QStringList{u"Promotional credit/null: -5.00 - 0.00 = -5.00, credit"_s,
                          u"Web search tool calls/null: 3.00 - 3.00 = 0.00, null"_s,
                          u"completions/m1: 1.50 - 2.00 = -0.50, unexplained"_s,
                          u"completions/m1: 2.00 - 1.00 = 1.00, tier"_s,
                          u"completions/m1: 2.00 - 2.00 = 0.00, null"_s,
                          u"completions/m1: 6.40 - 7.40 = -1.00, cache class"_s}));
}

void TestReconcileCli::sumsTheReasons()
{
    const QJsonObject answer = json({u"--month"_s, u"2026-10"_s, u"--account"_s, u"openai"_s});
    QStringList sums;
    const QJsonArray reasons = answer.value(u"reasons"_s).toArray();
    for (const QJsonValue &reason : reasons)
        sums.append(reason[u"reason"_s].toString() + u' ' + amountOf(reason[u"sum"_s]));
    sums.sort();
    QCOMPARE(
        sums,
        (QStringList{u"cache class -1.00"_s, u"credit -5.00"_s, u"tier 1.00"_s, u"unexplained -0.50"_s}));
    // 7 of 7.50 are explained, cut to six decimals.
    QCOMPARE(QString::number(answer.value(u"explained"_s).toDouble(), 'f', 6), u"0.933333"_s);
}

void TestReconcileCli::saysWhichBillsItCannotCompare()
{
    const QJsonObject answer = json({u"--month"_s, u"2026-10"_s, u"--account"_s, u"anthropic"_s});
    QCOMPARE(answer.value(u"lines"_s).toArray(), QJsonArray());
    QVERIFY(answer.value(u"explained"_s).isNull());
    QCOMPARE(answer.value(u"warnings"_s).toArray(),
             (QJsonArray{u"anthropic tells no metered use, so its bill cannot be compared."_s}));
}

void TestReconcileCli::printsForPeople()
{
    const Outcome outcome = run({u"--month"_s, u"2026-10"_s});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.contains("another cache class: −$1.00"));
    QVERIFY(outcome.out.contains("Explained: 93.3 % of all differences"));
    QVERIFY(outcome.err.contains("anthropic tells no metered use"));
    QVERIFY(run({u"--month"_s, u"2026-09"_s}).out.contains("nothing to compare"));
}

void TestReconcileCli::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("a broken month") << QStringList{u"--month"_s, u"October"_s} << 2;
    QTest::newRow("a strange account")
        << QStringList{u"--month"_s, u"2026-10"_s, u"--account"_s, u"nobody"_s} << 2;
    QTest::newRow("a list that is not there")
        << QStringList{u"--month"_s, u"2026-10"_s, u"--price-list"_s, m_place.filePath(u"none.json"_s)} << 6;
}

void TestReconcileCli::refusesBadUsage()
{
    QFETCH(QStringList, words);
    const Outcome outcome = run(words);
    QTEST(outcome.exitCode, "exitCode");
    QVERIFY(!outcome.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestReconcileCli)
#include "tst_reconcilecli.moc"
