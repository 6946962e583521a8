// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asking.h"
#include "base/records.h"
#include "emulator/truth.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// The sample world: what every emulator, every end-to-end test and the demonstration stand on.
class TestWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costIsUseTimesDatedPrice();
    void batchCostsHalf();
    void coversTwentyFourMonths();
    void sameSeedSameWorld();
    void workingDaysAndWeekends();
    void grows();
    void anomaly();
    void keyIsRotated();
    void projectGoesIdle();
    void creditEachQuarter();
    void wednesdaysAreRestated();
    void laterOnlyAddsLateEvents();
    void truthHasItsShape();
    void truthIsTheBill();

private:
    static qint64 requests(const World &world, const QString &vendor, int stream, QDate day)
    {
        for (const UseDay &use : world.use(vendor, day)) {
            if (use.stream->id == stream)
                return use.requests;
        }
        return 0;
    }
    static QList<QDate> days(QDate from, QDate to)
    {
        QList<QDate> all;
        for (QDate day = from; day < to; day = day.addDays(1))
            all.append(day);
        return all;
    }

    World m_world{World::DefaultSeed, Asking::Now};
    QJsonObject m_truth = truthOf(m_world);
};

void TestWorld::costIsUseTimesDatedPrice()
{
    // Nano-dollars for one unit, at 2.50, 0.125, 3.125 and 12 dollars a million and, from June 2026, at 2, 0.10, 2.50 and 10.
    const QMap<QString, qint64> before{
        {u"input"_s, 2500}, {u"cached_input"_s, 125}, {u"cache_write"_s, 3125}, {u"output"_s, 12'000}};
    const QMap<QString, qint64> after{
        {u"input"_s, 2000}, {u"cached_input"_s, 100}, {u"cache_write"_s, 2500}, {u"output"_s, 10'000}};
    int lines = 0;
    for (const QDate day : days(QDate(2026, 5, 1), QDate(2026, 7, 1))) {
        const QMap<QString, qint64> &prices = day < QDate(2026, 6, 1) ? before : after;
        for (const UseDay &use : m_world.use(u"openai"_s, day)) {
            if (use.stream->model != u"gpt-6.1-sol")
                continue;
            for (const BillLine &line : m_world.bill(u"openai"_s, day)) {
                if (line.stream != use.stream)
                    continue;
                const qint64 used = line.meter == u"input" ? use.input
                    : line.meter == u"cached_input"        ? use.cacheRead
                    : line.meter == u"cache_write"         ? use.cacheWrite
                                                           : use.output;
                QCOMPARE(line.quantity, used);
                QCOMPARE(line.cost.nanos(), used * prices.value(line.meter));
                ++lines;
            }
        }
    }
    QCOMPARE(lines, 61 * 3); // input, cached input and output of 61 days; it writes no cache
}

void TestWorld::batchCostsHalf()
{
    bool found = false;
    for (const BillLine &line : m_world.bill(u"openai"_s, QDate(2026, 11, 17))) {
        if (!line.stream || line.stream->tier != u"batch" || line.meter != u"output")
            continue;
        QCOMPARE(line.cost.nanos(), line.quantity * 2500); // 5 dollars a million, halved
        found = true;
    }
    QVERIFY(found);
}

void TestWorld::coversTwentyFourMonths()
{
    QCOMPARE(m_world.firstDay(), QDate(2024, 11, 1));
    QCOMPARE(m_world.today(), QDate(2026, 11, 24));
    for (const QString &vendor : {u"openai"_s, u"anthropic"_s}) {
        QVERIFY(m_world.bill(vendor, QDate(2024, 10, 31)).isEmpty());
        QVERIFY(m_world.use(vendor, QDate(2026, 11, 25)).isEmpty());
        QVERIFY(m_world.bill(vendor, QDate(2026, 11, 25)).isEmpty());
        for (const QDate day : days(QDate(2024, 11, 1), QDate(2026, 11, 25)))
            QVERIFY2(!m_world.bill(vendor, day).isEmpty(), qPrintable(day.toString(Qt::ISODate)));
    }
}

void TestWorld::sameSeedSameWorld()
{
    QCOMPARE(truthOf(World(World::DefaultSeed, Asking::Now)), m_truth);
    QVERIFY(truthOf(World(World::DefaultSeed + 1, Asking::Now)).value(u"charges"_s)
            != m_truth.value(u"charges"_s));
}

void TestWorld::workingDaysAndWeekends()
{
    constexpr int Research = 2;
    QList<qint64> working;
    QList<qint64> weekend;
    for (const QDate day : days(QDate(2026, 10, 5), QDate(2026, 11, 2))) // four whole weeks
        (day.dayOfWeek() >= 6 ? weekend : working).append(requests(m_world, u"openai"_s, Research, day));
    const qint64 most = *std::max_element(weekend.begin(), weekend.end());
    const qint64 least = *std::min_element(working.begin(), working.end());
    QVERIFY2(most < least, "the busiest weekend day is quieter than the quietest working day");
}

void TestWorld::grows()
{
    constexpr int Research = 2;
    qint64 first = 0;
    qint64 last = 0;
    for (int i = 0; i < 28; ++i) { // four whole weeks each
        first += requests(m_world, u"openai"_s, Research, QDate(2024, 11, 4).addDays(i));
        last += requests(m_world, u"openai"_s, Research, QDate(2026, 10, 5).addDays(i));
    }
    QVERIFY2(last * 100 > first * 120, "a fifth more after two years, at least");
}

void TestWorld::anomaly()
{
    constexpr int BatchEval = 23;
    const qint64 usual = requests(m_world, u"anthropic"_s, BatchEval, QDate(2026, 11, 17));
    QVERIFY(usual > 0);
    QVERIFY(requests(m_world, u"anthropic"_s, BatchEval, QDate(2026, 11, 18)) > 20 * usual);
    const QJsonArray anomalies = m_truth.value(u"anomalies"_s).toArray();
    QStringList told;
    for (const QJsonValue &anomaly : anomalies) {
        QCOMPARE(anomaly[u"vendor"_s].toString(), u"anthropic"_s);
        told.append(anomaly[u"day"_s].toString());
    }
    QCOMPARE(told,
             (QStringList{u"2024-11-18"_s, u"2025-03-18"_s, u"2025-07-18"_s, u"2025-11-18"_s, u"2026-03-18"_s,
                          u"2026-07-18"_s, u"2026-11-18"_s}));
}

void TestWorld::keyIsRotated()
{
    for (const QDate day : days(QDate(2026, 9, 1), QDate(2026, 10, 1))) {
        QStringList keys;
        for (const UseDay &use : m_world.use(u"openai"_s, day)) {
            if (use.stream->key.startsWith(u"key_support20"_s))
                keys.append(use.stream->key);
        }
        QCOMPARE(keys, QStringList{day < QDate(2026, 9, 15) ? u"key_support2025"_s : u"key_support2026"_s});
    }
}

void TestWorld::projectGoesIdle()
{
    const auto used = [this](QDate day) {
        const QList<BillLine> lines = m_world.bill(u"openai"_s, day);
        return std::any_of(lines.begin(), lines.end(), [](const BillLine &line) {
            return line.stream && line.stream->project == u"proj_LegacySearch";
        });
    };
    QVERIFY(used(QDate(2026, 6, 30)));
    for (const QDate day : days(QDate(2026, 7, 1), QDate(2026, 11, 25)))
        QVERIFY(!used(day));
}

void TestWorld::creditEachQuarter()
{
    int credits = 0;
    for (const QDate day : days(QDate(2025, 1, 1), QDate(2026, 1, 1))) {
        for (const BillLine &line : m_world.bill(u"openai"_s, day)) {
            if (line.stream)
                continue;
            QCOMPARE(line.cost.toDecimal(), u"-7.50"_s);
            QVERIFY(day.day() == 1 && (day.month() - 1) % 3 == 0);
            ++credits;
        }
    }
    QCOMPARE(credits, 4);
}

void TestWorld::wednesdaysAreRestated()
{
    // Of the last 31 days; a Wednesday's late events are in 36 hours after its end.
    QStringList told;
    for (const WorldRestatement &change : m_world.restatements()) {
        if (change.vendor != u"openai")
            continue;
        told.append(change.day.toString(Qt::ISODate));
        QCOMPARE(change.at, dayStart(change.day, QTimeZone::utc()) + 60 * 3600);
        QCOMPARE(Asking::billed(World(World::DefaultSeed, change.at - 1), change.vendor, change.day),
                 change.before.nanos());
        QCOMPARE(Asking::billed(World(World::DefaultSeed, change.at), change.vendor, change.day),
                 change.after.nanos());
        QVERIFY(change.before.nanos() < change.after.nanos());
    }
    QCOMPARE(told, (QStringList{u"2026-10-28"_s, u"2026-11-04"_s, u"2026-11-11"_s, u"2026-11-18"_s}));
}

void TestWorld::laterOnlyAddsLateEvents()
{
    const World early(World::DefaultSeed, dayStart(QDate(2026, 11, 19), QTimeZone::utc()) + 6 * 3600);
    for (const QString &vendor : {u"openai"_s, u"anthropic"_s}) {
        for (const QDate day : days(QDate(2024, 11, 1), QDate(2026, 11, 18)))
            QCOMPARE(Asking::billed(early, vendor, day), Asking::billed(m_world, vendor, day));
        // Wednesday the 18th waits for its late events, Thursday the 19th is under way.
        for (const QDate day : {QDate(2026, 11, 18), QDate(2026, 11, 19)})
            QVERIFY(Asking::billed(early, vendor, day) < Asking::billed(m_world, vendor, day));
    }
}

void TestWorld::truthHasItsShape()
{
    QCOMPARE(m_truth.keys(),
             (QStringList{u"anomalies"_s, u"balances"_s, u"charges"_s, u"restatements"_s, u"usage"_s}));
    const QJsonArray charges = m_truth.value(u"charges"_s).toArray();
    for (const QJsonValue &charge : charges) {
        QCOMPARE(charge.toObject().keys(),
                 (QStringList{u"account"_s, u"cost"_s, u"day"_s, u"key"_s, u"kind"_s, u"model"_s,
                              u"project"_s, u"service"_s, u"vendor"_s}));
        QVERIFY(chargeKindFromName(charge[u"kind"_s].toString()));
        QVERIFY(charge[u"cost"_s][u"amount"_s].isString());
        const QString vendor = charge[u"vendor"_s].toString();
        const bool china = vendor == u"alibaba" || vendor == u"tencent" || vendor == u"volcengine";
        QCOMPARE(charge[u"cost"_s][u"currency"_s].toString(), china ? u"CNY"_s : u"USD"_s);
        QVERIFY(QDate::fromString(charge[u"day"_s].toString(), Qt::ISODate).isValid());
    }
    for (const QJsonValue &use : m_truth.value(u"usage"_s).toArray()) {
        for (const QString &member :
             {u"vendor"_s, u"account"_s, u"day"_s, u"service"_s, u"model"_s, u"project"_s, u"key"_s,
              u"user"_s, u"input_tokens"_s, u"cached_tokens"_s, u"cache_write_tokens"_s, u"output_tokens"_s,
              u"requests"_s, u"quantity"_s, u"unit"_s})
            QVERIFY2(use.toObject().contains(member), qPrintable(member));
        // An endpoint that cannot be asked for models tells none.
        if (use[u"service"_s] == u"file_search_calls"_s || use[u"service"_s] == u"vector_stores"_s)
            QVERIFY(use[u"model"_s].isNull());
    }
    for (const QJsonValue &change : m_truth.value(u"restatements"_s).toArray())
        QCOMPARE(change.toObject().keys(),
                 (QStringList{u"account"_s, u"after"_s, u"at"_s, u"before"_s, u"day"_s, u"vendor"_s}));
}

void TestWorld::truthIsTheBill()
{
    QMap<QString, qint64> told;
    for (const QJsonValue &charge : m_truth.value(u"charges"_s).toArray())
        told[charge[u"vendor"_s].toString()]
            += Money::parse(charge[u"cost"_s][u"amount"_s].toString(), Currency::usd())->nanos();
    for (const QString &vendor : {u"openai"_s, u"anthropic"_s}) {
        qint64 sum = 0;
        for (const QDate day : days(m_world.firstDay(), m_world.today().addDays(1)))
            sum += Asking::billed(m_world, vendor, day);
        QCOMPARE(told.value(vendor), sum);
    }
}

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
