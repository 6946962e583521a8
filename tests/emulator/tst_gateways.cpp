// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asking.h"
#include "emulator/lanyingemulator.h"
#include "emulator/openrouteremulator.h"
#include "emulator/prepaidemulator.h"
#include "emulator/truth.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// The vendors that tell counters, credits and balances, as their contracts have it.
class TestGateways : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanyingCountsTheMonth();
    void lanyingBeginsAnew();
    void lanyingKnowsItsOperator();
    void openRouterTellsCompletedDays();
    void openRouterTellsOneDay();
    void openRouterKeysDiffer();
    void openRouterCredits();
    void prepaidSumsUp_data();
    void prepaidSumsUp();
    void prepaidFallsByTheBill();
    void prepaidIsToppedUp();
    void prepaidKnowsItsKey();
    void truthTellsBalances();

private:
    static HttpReply askConnector(const World &world, const QByteArray &token, const QByteArray &body)
    {
        HttpRequest request;
        request.method = "POST";
        request.url = QUrl(u"http://127.0.0.1:1/service/openai/get_message_limit_state"_s);
        request.headers = {{"access-token", token}};
        request.body = body;
        return LanyingEmulator(world).handle(request);
    }
    static QJsonObject counters(const World &world)
    {
        return Asking::at(Asking::bodyOf(askConnector(world, LanyingEmulator(world).secret(),
                                                      R"({"app_id":"sandboxapp"})")),
                          u"data"_s)
            .toObject();
    }
    static Asking::Headers bearer(const QByteArray &key) { return {{"Authorization", "Bearer " + key}}; }
    /// Nanos of granted and paid together.
    static qint64 left(const World &world, const QString &vendor)
    {
        qint64 nanos = 0;
        for (const QJsonValue &row : PrepaidEmulator(world, vendor).balances())
            nanos += Money::parse(row[u"amount"_s][u"amount"_s].toString(), Currency::usd())->nanos();
        return nanos;
    }

    World m_world{World::DefaultSeed, Asking::Now};
};

void TestGateways::lanyingCountsTheMonth()
{
    // The month began on the 15th: nine whole days and a half.
    qint64 messages = 0;
    qint64 share = 0;
    for (QDate day(2026, 11, 15); day <= QDate(2026, 11, 24); day = day.addDays(1)) {
        for (const UseDay &use : m_world.use(u"lanying"_s, day)) {
            messages += use.requests;
            if (use.stream->endpoint == u"share")
                share += use.requests;
        }
    }
    const QJsonObject told = counters(m_world);
    QCOMPARE(told.value(u"message_count"_s).toInteger(), messages);
    QCOMPARE(told.value(u"message_count_quota_share"_s).toInteger() * 10'000
                 + told.value(u"message_count_quota_share_float"_s).toInteger(),
             share * 4900);
    QVERIFY(told.value(u"message_count_quota_share_float"_s).toInteger() < 10'000);
}

void TestGateways::lanyingBeginsAnew()
{
    // 16:00 UTC of the 14th is midnight of the 15th in China.
    const qint64 change = Asking::November + 13 * Asking::Day + 16 * 3600;
    QVERIFY(!counters(World(World::DefaultSeed, change - 1)).isEmpty());
    QVERIFY(counters(World(World::DefaultSeed, change)).isEmpty());
}

void TestGateways::lanyingKnowsItsOperator()
{
    const QByteArray token = LanyingEmulator(m_world).secret();
    const HttpReply refused = askConnector(m_world, "wrong", R"({"app_id":"sandboxapp"})");
    QCOMPARE(refused.status, 200);
    QCOMPARE(Asking::bodyOf(refused).value(u"code"_s).toInt(), 401);
    const HttpReply stranger = askConnector(m_world, token, R"({"app_id":"other"})");
    QVERIFY(Asking::at(Asking::bodyOf(stranger), u"data"_s).toObject().isEmpty());
    const LanyingEmulator emulator(m_world);
    const HttpReply app
        = Asking::ask(emulator, u"/app/user/list"_s, {{"access-token", token}, {"app_id", "sandboxapp"}});
    QCOMPARE(Asking::bodyOf(app).value(u"code"_s).toInt(), 200);
    QCOMPARE(Asking::ask(emulator, u"/app/service/openai/get_message_limit_state"_s, {}, "POST").status, 404);
}

void TestGateways::openRouterTellsCompletedDays()
{
    const OpenRouterEmulator emulator(m_world);
    const QJsonArray rows = Asking::bodyOf(Asking::ask(emulator, u"/activity"_s, bearer(emulator.secret())))
                                .value(u"data"_s)
                                .toArray();
    QMap<QString, double> days;
    for (const QJsonValue &row : rows)
        days[row[u"date"_s].toString()] += row[u"usage"_s].toDouble();
    QCOMPARE(days.size(), 30);
    QCOMPARE(days.firstKey(), u"2026-10-25"_s);
    QCOMPARE(days.lastKey(), u"2026-11-23"_s);
    const qint64 billed = Asking::billed(m_world, u"openrouter"_s, QDate(2026, 11, 23));
    QCOMPARE(qRound64(days.last() * 1e9), billed);
}

void TestGateways::openRouterTellsOneDay()
{
    const OpenRouterEmulator emulator(m_world);
    const auto rows
        = Asking::bodyOf(Asking::ask(emulator, u"/activity?date=2026-11-20"_s, bearer(emulator.secret())))
              .value(u"data"_s)
              .toArray();
    QCOMPARE(rows.size(), 3);
    for (const QJsonValue &row : rows)
        QCOMPARE(row[u"date"_s].toString(), u"2026-11-20"_s);
    for (const QString &day : {u"2026-11-24"_s, u"2026-10-24"_s, u"yesterday"_s})
        QCOMPARE(Asking::ask(emulator, u"/activity?date="_s + day, bearer(emulator.secret())).status, 400);
}

void TestGateways::openRouterKeysDiffer()
{
    const OpenRouterEmulator emulator(m_world);
    const auto ordinary = bearer(OpenRouterEmulator::ordinaryKey());
    QCOMPARE(Asking::ask(emulator, u"/activity"_s, ordinary).status, 403);
    QCOMPARE(Asking::ask(emulator, u"/credits"_s, ordinary).status, 403);
    const QJsonObject key = Asking::bodyOf(Asking::ask(emulator, u"/key"_s, ordinary));
    QCOMPARE(Asking::at(key, u"data/is_management_key"_s), QJsonValue(false));
    QVERIFY(Asking::at(key, u"data/usage"_s).toDouble() > 0);
    QCOMPARE(Asking::ask(emulator, u"/key"_s, bearer("sk-or-v1-none")).status, 401);
    QCOMPARE(Asking::ask(emulator, u"/key"_s, {}).status, 401);
}

void TestGateways::openRouterCredits()
{
    const OpenRouterEmulator emulator(m_world);
    const QJsonObject credits
        = Asking::bodyOf(Asking::ask(emulator, u"/credits"_s, bearer(emulator.secret())));
    qint64 used = 0;
    for (QDate day = m_world.firstDay(); day <= m_world.today(); day = day.addDays(1))
        used += Asking::billed(m_world, u"openrouter"_s, day);
    QCOMPARE(qRound64(Asking::at(credits, u"data/total_usage"_s).toDouble() * 1e9), used);
    QVERIFY(Asking::at(credits, u"data/total_credits"_s).toDouble() * 1e9 > double(used));
}

void TestGateways::prepaidSumsUp_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("members");
    QTest::newRow("deepseek") << u"deepseek"_s << u"/user/balance"_s
                              << QStringList{u"balance_infos"_s, u"granted_balance"_s, u"topped_up_balance"_s,
                                             u"total_balance"_s};
    QTest::newRow("moonshot") << u"moonshot"_s << u"/v1/users/me/balance"_s
                              << QStringList{u"data"_s, u"voucher_balance"_s, u"cash_balance"_s,
                                             u"available_balance"_s};
    QTest::newRow("siliconflow") << u"siliconflow"_s << u"/v1/user/info"_s
                                 << QStringList{u"data"_s, u"balance"_s, u"chargeBalance"_s,
                                                u"totalBalance"_s};
}

void TestGateways::prepaidSumsUp()
{
    QFETCH(QString, vendor);
    QFETCH(QString, path);
    QFETCH(QStringList, members);
    const PrepaidEmulator emulator(m_world, vendor);
    const HttpReply reply = Asking::ask(emulator, path, bearer(emulator.secret()));
    QCOMPARE(reply.status, 200);
    const QJsonValue data = Asking::bodyOf(reply).value(members[0]);
    const QJsonObject told = data.isArray() ? data.toArray().first().toObject() : data.toObject();
    const auto nanos = [&told](const QString &member) {
        return moneyFromJson(told.value(member), Currency::cny()).value().nanos();
    };
    QCOMPARE(nanos(members[1]) + nanos(members[2]), nanos(members[3]));
    QCOMPARE(nanos(members[3]), left(m_world, vendor));
}

void TestGateways::prepaidFallsByTheBill()
{
    // From noon to midnight nothing is topped up.
    const World later(World::DefaultSeed, Asking::Now + 12 * 3600 - 1);
    for (const QString &vendor : {u"deepseek"_s, u"moonshot"_s, u"siliconflow"_s}) {
        const QDate day(2026, 11, 24);
        const qint64 spent = Asking::billed(later, vendor, day) - Asking::billed(m_world, vendor, day);
        QVERIFY(spent > 0);
        QCOMPARE(left(m_world, vendor) - left(later, vendor), spent);
    }
}

void TestGateways::prepaidIsToppedUp()
{
    int rises = 0;
    qint64 before = left(World(World::DefaultSeed, Asking::November), u"deepseek"_s);
    for (int day = 1; day < 90; ++day) {
        const qint64 now
            = left(World(World::DefaultSeed, Asking::November - (90 - day) * Asking::Day), u"deepseek"_s);
        rises += day > 1 && now > before ? 1 : 0;
        before = now;
    }
    QVERIFY2(rises > 0, "an account that is never topped up shows nothing");
}

void TestGateways::prepaidKnowsItsKey()
{
    const PrepaidEmulator emulator(m_world, u"deepseek"_s);
    QCOMPARE(Asking::ask(emulator, u"/user/balance"_s, bearer("sk-other")).status, 401);
    QCOMPARE(Asking::ask(emulator, u"/v1/nothing"_s, bearer(emulator.secret())).status, 404);
}

void TestGateways::truthTellsBalances()
{
    const QJsonObject truth = truthOf(m_world);
    QSet<QString> vendors;
    for (const QJsonValue &row : truth.value(u"balances"_s).toArray())
        vendors.insert(row[u"vendor"_s].toString());
    const QSet<QString> alone{u"lanying"_s, u"deepseek"_s,   u"moonshot"_s, u"siliconflow"_s,
                              u"zhipu"_s,   u"elevenlabs"_s, u"minimax"_s};
    QCOMPARE(vendors,
             (alone
              + QSet<QString>{u"openrouter"_s, u"litellm"_s, u"xai"_s, u"alibaba"_s, u"tencent"_s,
                              u"volcengine"_s}));
    // Bills that no contract tells are nobody's to know.
    for (const QJsonValue &row : truth.value(u"charges"_s).toArray()) {
        const QString vendor = row[u"vendor"_s].toString();
        QVERIFY(!alone.contains(vendor));
        QVERIFY(vendor != u"openrouter" || row[u"day"_s].toString() < u"2026-11-24");
    }
}

QTEST_GUILESS_MAIN(TestGateways)
#include "tst_gateways.moc"
