// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asking.h"
#include "emulator/cursoremulator.h"
#include "emulator/elevenlabsemulator.h"
#include "emulator/githubemulator.h"
#include "emulator/litellmemulator.h"
#include "emulator/mistralemulator.h"
#include "emulator/planemulator.h"
#include "emulator/xaiemulator.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// The vendors of tools, gateways and plans, as their contracts have it: figures add up to the world's.
class TestSaas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gitHubAddsUp();
    void gitHubRefuses();
    void cursorPagesEvents();
    void cursorRefuses();
    void liteLlmPagesDays();
    void liteLlmRefuses();
    void xaiIsCutShort();
    void xaiRefuses();
    void mistralUseTimesPrice();
    void mistralRefuses();
    void elevenLabsCountsThePeriod();
    void elevenLabsRefuses();
    void plansCountTheWeek_data();
    void plansCountTheWeek();
    void plansRefuseInTheirOwnWay();

private:
    static Asking::Headers bearer(const QByteArray &key) { return {{"Authorization", "Bearer " + key}}; }
    static HttpReply post(const VendorEmulator &emulator, const QString &path, const Asking::Headers &headers,
                          const QJsonObject &body)
    {
        HttpRequest request;
        request.method = "POST";
        request.url = QUrl(u"http://127.0.0.1:1"_s + path);
        request.headers = headers;
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        return emulator.handle(request);
    }
    static qint64 nanosOf(const QJsonValue &value, int shift = 0)
    {
        return moneyFromJson(value, Currency::usd(), shift)->nanos();
    }

    World m_world{World::DefaultSeed, Asking::Now};
    const QDate m_day{2026, 11, 20}; ///< a Friday
};

void TestSaas::gitHubAddsUp()
{
    const GitHubEmulator emulator(m_world);
    const QString root = u"/organizations/sandbox-org/settings/billing/"_s;
    const auto items = [&](const QString &target) {
        return Asking::bodyOf(Asking::ask(emulator, root + target, bearer(emulator.secret())))
            .value(u"usageItems"_s)
            .toArray();
    };
    QMap<QString, qint64> bySku;
    bool actions = false;
    QSet<QString> days;
    for (const QJsonValue &item : items(u"usage?year=2026&month=11"_s)) {
        days.insert(item[u"date"_s].toString());
        actions = actions || item[u"product"_s] == u"Actions"_s;
        if (item[u"date"_s] == m_day.toString(Qt::ISODate) && item[u"product"_s] == u"Copilot"_s)
            bySku[item[u"sku"_s].toString()] += nanosOf(item[u"netAmount"_s]);
    }
    QCOMPARE(days.size(), 24);
    QVERIFY2(actions, "a bill without other products proves nothing");
    QCOMPARE(bySku.keys(), (QStringList{u"Copilot AI Credits"_s, u"Copilot Business"_s}));
    QCOMPARE(bySku.value(u"Copilot AI Credits"_s) + bySku.value(u"Copilot Business"_s),
             Asking::billed(m_world, u"github"_s, m_day));
    qint64 models = 0;
    const QJsonArray told = items(u"ai_credit/usage?year=2026&month=11&day=20"_s);
    for (const QJsonValue &item : told)
        models += nanosOf(item[u"netAmount"_s]);
    QCOMPARE(told.size(), 2);
    QCOMPARE(models, bySku.value(u"Copilot AI Credits"_s));
    // Before June 2026 there are premium requests instead.
    QVERIFY(items(u"ai_credit/usage?year=2026&month=5&day=20"_s).isEmpty());
    QCOMPARE(items(u"premium_request/usage?year=2026&month=5&day=20"_s).size(), 2);
}

void TestSaas::gitHubRefuses()
{
    const GitHubEmulator emulator(m_world);
    const QString usage = u"/organizations/sandbox-org/settings/billing/usage"_s;
    QCOMPARE(Asking::ask(emulator, usage, {}).status, 401);
    QCOMPARE(Asking::ask(emulator, usage, bearer(GitHubEmulator::memberToken())).status, 403);
    QCOMPARE(
        Asking::ask(emulator, u"/organizations/other/settings/billing/usage"_s, bearer(emulator.secret()))
            .status,
        404);
    for (const QString &query : {u"?month=13"_s, u"?year=x"_s, u"?year=2026&day=3"_s, u"?month=2&day=30"_s})
        QCOMPARE(Asking::ask(emulator, usage + query, bearer(emulator.secret())).status, 400);
}

void TestSaas::cursorPagesEvents()
{
    const CursorEmulator emulator(m_world);
    const qint64 start = dayStart(m_day, QTimeZone::utc());
    qint64 charged = 0;
    qint64 covered = 0;
    qint64 before = std::numeric_limits<qint64>::max();
    int events = 0;
    bool more = true;
    for (int page = 1; more; ++page) {
        const QJsonObject reply
            = Asking::bodyOf(post(emulator, u"/teams/filtered-usage-events"_s, bearer(emulator.secret()),
                                  {{u"startDate"_s, start * 1000},
                                   {u"endDate"_s, (start + Asking::Day) * 1000 - 1},
                                   {u"page"_s, page},
                                   {u"pageSize"_s, 5}}));
        for (const QJsonValue &event : reply.value(u"usageEvents"_s).toArray()) {
            const qint64 at = event[u"timestamp"_s].toString().toLongLong();
            QVERIFY2(at <= before, "newest first");
            before = at;
            const bool included = event[u"kind"_s] == u"Included in Business"_s;
            const qint64 cost = nanosOf(event[u"tokenUsage"_s][u"totalCents"_s], -2);
            (included ? covered : charged) += cost;
            QCOMPARE(nanosOf(event[u"chargedCents"_s], -2), included ? 0 : cost);
            ++events;
        }
        more = Asking::at(reply, u"pagination/hasNextPage"_s).toBool();
    }
    QVERIFY(events > 5 && charged > 0 && covered > 0);
    QCOMPARE(charged + covered, Asking::billed(m_world, u"cursor"_s, m_day));
}

void TestSaas::cursorRefuses()
{
    const CursorEmulator emulator(m_world);
    const QString path = u"/teams/filtered-usage-events"_s;
    const auto status = [&](qint64 days, int pageSize) {
        return post(emulator, path, bearer(emulator.secret()),
                    {{u"startDate"_s, Asking::November * 1000},
                     {u"endDate"_s, (Asking::November + days * Asking::Day) * 1000},
                     {u"pageSize"_s, pageSize}})
            .status;
    };
    QCOMPARE(status(30, 1000), 200);
    QCOMPARE(status(31, 1000), 400);
    QCOMPARE(status(1, 1001), 400);
    QCOMPARE(post(emulator, path, bearer("crsr_other"), {}).status, 401);
    const QByteArray basic = "Basic " + (emulator.secret() + ':').toBase64();
    QCOMPARE(Asking::ask(emulator, u"/teams/members"_s, {{"Authorization", basic}}).status, 200);
}

void TestSaas::liteLlmPagesDays()
{
    const LiteLlmEmulator emulator(m_world);
    const QString target
        = u"/user/daily/activity?start_date=2026-11-01&end_date=2026-11-20&page_size=15&page="_s;
    const auto page = [&](int number) {
        return Asking::bodyOf(
            Asking::ask(emulator, target + QString::number(number), bearer(emulator.secret())));
    };
    QCOMPARE(page(1).value(u"results"_s).toArray().size(), 15);
    QCOMPARE(page(2).value(u"results"_s).toArray().size(), 5);
    QCOMPARE(Asking::at(page(1), u"metadata/has_more"_s), QJsonValue(true));
    QCOMPARE(Asking::at(page(2), u"metadata/has_more"_s), QJsonValue(false));
    const QJsonObject newest = page(1).value(u"results"_s).toArray().first().toObject();
    QCOMPARE(newest.value(u"date"_s).toString(), u"2026-11-20"_s);
    qint64 models = 0;
    for (const QJsonValue &model : Asking::at(newest, u"breakdown/models"_s).toObject())
        models += nanosOf(model[u"metrics"_s][u"spend"_s]);
    QCOMPARE(models, Asking::billed(m_world, u"litellm"_s, m_day));
    QCOMPARE(nanosOf(Asking::at(newest, u"metrics/spend"_s)), models);
}

void TestSaas::liteLlmRefuses()
{
    const LiteLlmEmulator emulator(m_world);
    const QString activity = u"/user/daily/activity"_s;
    QCOMPARE(Asking::ask(emulator, activity, bearer("sk-other")).status, 401);
    QCOMPARE(Asking::ask(emulator, activity, bearer(emulator.secret())).status, 400);
    QCOMPARE(Asking::ask(emulator, activity + u"?start_date=2026-11-01&end_date=2026-11-02&page_size=1001"_s,
                         bearer(emulator.secret()))
                 .status,
             422);
    QCOMPARE(Asking::ask(emulator, u"/key/info"_s, bearer(emulator.secret())).status, 200);
}

void TestSaas::xaiIsCutShort()
{
    const XaiEmulator emulator(m_world);
    const auto usage = [&](const QString &from, const QString &to) {
        const QJsonObject range{{u"startTime"_s, from + u" 00:00:00"_s},
                                {u"endTime"_s, to + u" 23:59:59"_s},
                                {u"timezone"_s, u"Etc/GMT"_s}};
        const QJsonObject sum{{u"name"_s, u"usd"_s}, {u"aggregation"_s, u"AGGREGATION_SUM"_s}};
        return Asking::bodyOf(post(emulator, u"/v1/billing/teams/5f3f7c0e-sandbox/usage"_s,
                                   bearer(emulator.secret()),
                                   {{u"analyticsRequest"_s,
                                     QJsonObject{{u"timeRange"_s, range},
                                                 {u"timeUnit"_s, u"TIME_UNIT_DAY"_s},
                                                 {u"values"_s, QJsonArray{sum}},
                                                 {u"groupBy"_s, QJsonArray{u"description"_s}}}}}));
    };
    QCOMPARE(usage(u"2026-10-01"_s, u"2026-10-31"_s).value(u"limitReached"_s), QJsonValue(true));
    const QJsonObject day = usage(u"2026-11-20"_s, u"2026-11-20"_s);
    QCOMPARE(day.value(u"limitReached"_s), QJsonValue(false));
    qint64 sum = 0;
    for (const QJsonValue &series : day.value(u"timeSeries"_s).toArray())
        sum += nanosOf(series[u"dataPoints"_s][0][u"values"_s][0]);
    QCOMPARE(sum, Asking::billed(m_world, u"xai"_s, m_day));
}

void TestSaas::xaiRefuses()
{
    const XaiEmulator emulator(m_world);
    const QString root = u"/v1/billing/teams/5f3f7c0e-sandbox/"_s;
    QCOMPARE(Asking::ask(emulator, root + u"prepaid/balance"_s, bearer("xai-model-key")).status, 401);
    QCOMPARE(
        Asking::ask(emulator, u"/v1/billing/teams/other/prepaid/balance"_s, bearer(emulator.secret())).status,
        404);
    QCOMPARE(post(emulator, root + u"usage"_s, bearer(emulator.secret()), {}).status, 400);
    const QJsonObject balance
        = Asking::bodyOf(Asking::ask(emulator, root + u"prepaid/balance"_s, bearer(emulator.secret())));
    QVERIFY2(Asking::at(balance, u"total/val"_s).toString().startsWith(u'-'),
             "credit stands as a negative text");
}

void TestSaas::mistralUseTimesPrice()
{
    const MistralEmulator emulator(m_world);
    const QJsonObject month = Asking::bodyOf(
        Asking::ask(emulator, u"/usage?month=11&year=2026"_s, {{"x-api-key", emulator.secret()}}));
    QMap<QString, Decimal> prices;
    for (const QJsonValue &price : month.value(u"prices"_s).toArray())
        prices.insert(price[u"billing_metric"_s].toString() + price[u"billing_group"_s].toString(),
                      Decimal::of(price[u"price"_s].toString()));
    qint64 sum = 0;
    for (const QJsonValue &model : Asking::at(month, u"completion/models"_s).toObject()) {
        for (const QJsonValue &group : model.toObject()) {
            for (const QJsonValue &entry : group.toArray()) {
                const QString key
                    = entry[u"billing_metric"_s].toString() + entry[u"billing_group"_s].toString();
                if (entry[u"timestamp"_s] == m_day.toString(Qt::ISODate))
                    sum += (prices.value(key) * Decimal(entry[u"value_paid"_s].toInteger()))
                               .toMoney(Currency::usd())
                               ->nanos();
            }
        }
    }
    QVERIFY(sum > 0);
    QCOMPARE(sum, Asking::billed(m_world, u"mistral"_s, m_day));
}

void TestSaas::mistralRefuses()
{
    const MistralEmulator emulator(m_world);
    QCOMPARE(Asking::ask(emulator, u"/usage"_s, {{"x-api-key", "key-for-models"}}).status, 401);
    QCOMPARE(Asking::ask(emulator, u"/usage?month=13"_s, {{"x-api-key", emulator.secret()}}).status, 422);
    QCOMPARE(Asking::ask(emulator, u"/usage?month=05&year=2026"_s, {{"x-api-key", emulator.secret()}}).status,
             200);
}

void TestSaas::elevenLabsCountsThePeriod()
{
    const auto used = [](const World &world) {
        const ElevenLabsEmulator emulator(world);
        return Asking::bodyOf(
                   Asking::ask(emulator, u"/user/subscription"_s, {{"xi-api-key", emulator.secret()}}))
            .value(u"character_count"_s)
            .toInteger();
    };
    qint64 credits = 0;
    for (QDate day(2026, 11, 10); day <= QDate(2026, 11, 24); day = day.addDays(1)) {
        for (const UseDay &use : m_world.use(u"elevenlabs"_s, day))
            credits += use.quantity;
    }
    QVERIFY(credits > 0);
    QCOMPARE(used(m_world), credits);
    const qint64 tenth = Asking::November + 9 * Asking::Day;
    QVERIFY(used(World(World::DefaultSeed, tenth - 1)) > 0);
    QCOMPARE(used(World(World::DefaultSeed, tenth)), qint64(0));
}

void TestSaas::elevenLabsRefuses()
{
    const ElevenLabsEmulator emulator(m_world);
    const auto status = [&](const QByteArray &key) {
        const HttpReply reply = Asking::ask(emulator, u"/user/subscription"_s, {{"xi-api-key", key}});
        return QPair(reply.status, Asking::at(Asking::bodyOf(reply), u"detail/status"_s).toString());
    };
    QCOMPARE(status("sk_other"), QPair(401, u"invalid_api_key"_s));
    QCOMPARE(status(ElevenLabsEmulator::speechKey()), QPair(401, u"missing_permissions"_s));
}

void TestSaas::plansCountTheWeek_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::newRow("zhipu") << u"zhipu"_s;
    QTest::newRow("minimax") << u"minimax"_s;
}

void TestSaas::plansCountTheWeek()
{
    QFETCH(QString, vendor);
    const bool tokens = vendor == u"zhipu";
    qint64 used = 0;
    for (QDate day(2026, 11, 23); day <= QDate(2026, 11, 24); day = day.addDays(1)) {
        for (const UseDay &use : m_world.use(vendor, day))
            used += tokens ? use.input + use.cacheRead + use.cacheWrite + use.output : use.requests;
    }
    const PlanEmulator emulator(m_world, vendor);
    const QJsonObject reply = Asking::bodyOf(Asking::ask(
        emulator,
        tokens ? u"/api/monitor/usage/quota/limit"_s : u"/v1/api/openplatform/coding_plan/remains"_s,
        bearer(emulator.secret())));
    const QJsonValue week = tokens ? reply[u"data"_s][u"limits"_s][1] : reply[u"model_remains"_s][0];
    const qint64 told = tokens ? week[u"currentValue"_s].toInteger()
                               : week[u"current_weekly_total_count"_s].toInteger()
            - week[u"current_weekly_usage_count"_s].toInteger();
    QVERIFY(used > 0);
    QCOMPARE(told, used);
}

void TestSaas::plansRefuseInTheirOwnWay()
{
    const PlanEmulator zhipu(m_world, u"zhipu"_s);
    const HttpReply first = Asking::ask(zhipu, u"/api/monitor/usage/quota/limit"_s, bearer("other"));
    QCOMPARE(first.status, 200);
    QCOMPARE(Asking::bodyOf(first).value(u"code"_s).toInt(), 401);
    const PlanEmulator miniMax(m_world, u"minimax"_s);
    const HttpReply second
        = Asking::ask(miniMax, u"/v1/api/openplatform/coding_plan/remains"_s, bearer("sk-api-other"));
    QCOMPARE(second.status, 200);
    QCOMPARE(Asking::at(Asking::bodyOf(second), u"base_resp/status_code"_s).toInt(), 1004);
    QCOMPARE(Asking::ask(miniMax, u"/v1/token_plan/remains"_s, bearer(miniMax.secret())).status, 404);
}

QTEST_GUILESS_MAIN(TestSaas)
#include "tst_saas.moc"
