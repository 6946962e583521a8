// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asking.h"
#include "emulator/anthropicemulator.h"

#include <QRegularExpression>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;
using Asking::at;
using Asking::bodyOf;

/// The Anthropic emulator against the published contracts of the analytics API and the older reports.
class TestAnthropic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksHeaders_data();
    void checksHeaders();
    void takesEitherKeyHeader();
    void refuses_data();
    void refuses();
    void shortRangeIsNotRetried();
    void groupHoldsEveryDimension();
    void limitCountsGroupsNotFans();
    void pagesHoldEveryRowOnce();
    void ordersAsAsked();
    void wholeRangeWithoutWidth();
    void bothFamiliesBillTheSame();
    void centsAreExact();
    void usageOfBothFamiliesAgrees();
    void filtersEmptyMeansNone();
    void reportSnapsToDays();
    void refreshedEveryFourHours();
    void listsNames();

private:
    HttpReply ask(const QString &target) const
    {
        return Asking::ask(m_emulator, u"/v1/organizations/"_s + target, m_headers);
    }
    QJsonArray data(const QString &target) const
    {
        const HttpReply reply = ask(target);
        return reply.status == 200 ? bodyOf(reply).value(u"data"_s).toArray() : QJsonArray();
    }
    /// The rows of all buckets of an older report.
    QJsonArray results(const QString &target) const;
    static qint64 nanos(const QJsonValue &cents)
    {
        return cents.isString() ? moneyFromJson(cents, Currency::usd(), -2)->nanos() : -1;
    }

    World m_world{World::DefaultSeed, Asking::Now};
    AnthropicEmulator m_emulator{m_world};
    Asking::Headers m_headers{{"x-api-key", m_emulator.secret()},
                              {"anthropic-version", "2026-10-21"},
                              {"anthropic-beta", "other-beta,analytics-usage-cost-2026-08-24"}};
    const QString m_tuesday
        = u"analytics/cost?starting_at=2026-11-17T00:00:00Z&ending_at=2026-11-18T00:00:00Z&time_bucket_width=1d"_s;
};

QJsonArray TestAnthropic::results(const QString &target) const
{
    QJsonArray all;
    for (const QJsonValue &bucket : data(target)) {
        for (const QJsonValue &row : bucket[u"results"_s].toArray())
            all.append(row);
    }
    return all;
}

void TestAnthropic::checksHeaders_data()
{
    QTest::addColumn<Asking::Headers>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("says");
    const QPair<QByteArray, QByteArray> version{"anthropic-version", "2023-06-01"};
    const QString auth = u"authentication_error"_s;
    const QString invalid = u"invalid_request_error"_s;
    QTest::newRow("no version") << Asking::Headers{{"x-api-key", m_emulator.secret()}} << 400 << invalid
                                << u"anthropic-version"_s;
    QTest::newRow("unknown version") << Asking::Headers{{"x-api-key", m_emulator.secret()},
                                                        {"anthropic-version", "2024-01-01"}}
                                     << 400 << invalid << u"2024-01-01"_s;
    QTest::newRow("no key") << Asking::Headers{version} << 401 << auth << u"invalid x-api-key"_s;
    QTest::newRow("a workspace's key") << Asking::Headers{version, {"x-api-key", "sk-ant-api03-abc"}} << 401
                                       << auth << u"invalid x-api-key"_s;
    QTest::newRow("another admin key") << Asking::Headers{version, {"x-api-key", "sk-ant-admin01-abc"}} << 401
                                       << auth << u"invalid x-api-key"_s;
    QTest::newRow("no beta") << Asking::Headers{version, {"x-api-key", m_emulator.secret()}} << 400 << invalid
                             << u"analytics-usage-cost-2026-08-24"_s;
}

void TestAnthropic::checksHeaders()
{
    QFETCH(Asking::Headers, headers);
    QFETCH(int, status);
    QFETCH(QString, type);
    QFETCH(QString, says);
    const HttpReply reply = Asking::ask(m_emulator, u"/v1/organizations/"_s + m_tuesday, headers);
    QCOMPARE(reply.status, status);
    const QJsonObject body = bodyOf(reply);
    QCOMPARE(body.value(u"type"_s).toString(), u"error"_s);
    QCOMPARE(at(body, u"error/type"_s).toString(), type);
    QVERIFY(at(body, u"error/message"_s).toString().contains(says));
    QVERIFY(!reply.header("request-id").isEmpty());
    QCOMPARE(body.value(u"request_id"_s).toString().toLatin1(), reply.header("request-id"));
}

void TestAnthropic::takesEitherKeyHeader()
{
    for (const QPair<QByteArray, QByteArray> &key :
         {QPair<QByteArray, QByteArray>{"X-Api-Key", m_emulator.secret()},
          QPair<QByteArray, QByteArray>{"Authorization", "Bearer " + m_emulator.secret()}}) {
        for (const QByteArray &version : {"2023-06-01"_ba, "2026-10-21"_ba}) {
            const HttpReply reply
                = Asking::ask(m_emulator, u"/v1/organizations/me"_s, {key, {"anthropic-version", version}});
            QCOMPARE(reply.status, 200);
            QCOMPARE(bodyOf(reply).value(u"type"_s).toString(), u"organization"_s);
        }
    }
}

void TestAnthropic::refuses_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("says");
    const QString start = u"starting_at=2026-11-01T00:00:00Z"_s;
    const auto analytics = [](const char *name, const QString &query, const QString &says) {
        QTest::newRow(name) << QString(u"analytics/cost?"_s + query) << says;
    };
    analytics("no start", u"ending_at=2026-11-02T00:00:00Z"_s, u"starting_at"_s);
    analytics("start without a zone", u"starting_at=2026-11-01T00:00:00"_s, u"starting_at"_s);
    analytics("before the API", u"starting_at=2025-12-31T00:00:00Z&ending_at=2026-01-02T00:00:00Z"_s,
              u"2026-01-01"_s);
    analytics("width without an end", start + u"&time_bucket_width=1d"_s, u"ending_at"_s);
    analytics("end before start", start + u"&ending_at=2026-10-01T00:00:00Z"_s, u"ending_at"_s);
    analytics("32 days", u"starting_at=2026-10-01T00:00:00Z&ending_at=2026-11-02T00:00:00Z"_s, u"31 days"_s);
    analytics("two days of minutes", start + u"&ending_at=2026-11-03T00:00:00Z&time_bucket_width=1m"_s,
              u"24 hours"_s);
    analytics("weeks", start + u"&ending_at=2026-11-03T00:00:00Z&time_bucket_width=1w"_s,
              u"time_bucket_width"_s);
    analytics("limit 0", start + u"&limit=0"_s, u"limit"_s);
    analytics("limit 1001", start + u"&limit=1001"_s, u"limit"_s);
    analytics("unknown group", start + u"&group_by[]=description"_s, u"group_by"_s);
    analytics("six groups",
              start
                  + u"&group_by[]=model&group_by[]=workspace_id&group_by[]=api_key_id&group_by[]=service_tier"
                    u"&group_by[]=inference_geo&group_by[]=speed"_s,
              u"at most 5"_s);
    analytics("unknown order", start + u"&order=up"_s, u"order"_s);
    analytics("order of the other report", start + u"&order_by=total_tokens"_s, u"order_by"_s);
    analytics("made-up page", start + u"&page=page_zzz"_s, u"page"_s);
    analytics("unknown product", start + u"&products[]=toaster"_s, u"products"_s);
    analytics("unknown tier", start + u"&service_tiers[]=gold"_s, u"service_tiers"_s);
    analytics("deleted users without actors", start + u"&exclude_deleted_users=true"_s,
              u"group_by[]=actor"_s);
    QTest::newRow("token types of usage")
        << QString(u"analytics/usage?"_s + start + u"&group_by[]=token_type"_s) << u"group_by"_s;
    const auto report = [](const char *name, const QString &query, const QString &says) {
        QTest::newRow(name) << query << says;
    };
    report("report without start", u"cost_report"_s, u"starting_at"_s);
    report("hours of costs", u"cost_report?"_s + start + u"&bucket_width=1h"_s, u"bucket_width"_s);
    report("32 days of costs", u"cost_report?"_s + start + u"&limit=32"_s, u"limit"_s);
    report("costs by key", u"cost_report?"_s + start + u"&group_by[]=api_key_id"_s, u"group_by"_s);
    report("page of costs", u"cost_report?"_s + start + u"&page=2"_s, u"page"_s);
    report("169 hours of usage", u"usage_report/messages?"_s + start + u"&bucket_width=1h&limit=169"_s,
           u"limit"_s);
    report("usage by description", u"usage_report/messages?"_s + start + u"&group_by[]=description"_s,
           u"group_by"_s);
    report("speed without its beta", u"usage_report/messages?"_s + start + u"&group_by[]=speed"_s,
           u"fast-mode"_s);
    report("limit of a list", u"workspaces?limit=1001"_s, u"limit"_s);
}

void TestAnthropic::refuses()
{
    QFETCH(QString, target);
    QFETCH(QString, says);
    const HttpReply reply = ask(target);
    QCOMPARE(reply.status, 400);
    QCOMPARE(at(bodyOf(reply), u"error/type"_s).toString(), u"invalid_request_error"_s);
    const QString message = at(bodyOf(reply), u"error/message"_s).toString();
    QVERIFY2(message.contains(says), qPrintable(message));
}

void TestAnthropic::shortRangeIsNotRetried()
{
    for (const QString &range : {u"starting_at=2026-11-20T00:00:00Z&ending_at=2026-11-20T23:59:59Z"_s,
                                 u"starting_at=2026-11-24T00:00:00Z"_s}) {
        const HttpReply reply = ask(u"cost_report?"_s + range);
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), u"error/message"_s).toString(),
                 u"Invalid date range: ending date must be after starting date"_s);
        QCOMPARE(reply.header("x-should-retry"), "false"_ba);
    }
}

void TestAnthropic::groupHoldsEveryDimension()
{
    const QStringList shared{u"actor"_s,
                             u"actor_type"_s,
                             u"agent_id"_s,
                             u"api_key_id"_s,
                             u"claude_tag_category"_s,
                             u"claude_tag_user_id"_s,
                             u"context_window"_s,
                             u"deployment_id"_s,
                             u"environment_id"_s,
                             u"inference_geo"_s,
                             u"model"_s,
                             u"organization_id"_s,
                             u"product"_s,
                             u"rbac_group_id"_s,
                             u"service_tier"_s,
                             u"session_id"_s,
                             u"slack_channel_id"_s,
                             u"speed"_s,
                             u"user_profile_id"_s,
                             u"workspace_id"_s};
    QStringList ofCosts = shared + QStringList{u"cost_type"_s, u"token_type"_s};
    ofCosts.sort();
    const QJsonArray whole = data(m_tuesday);
    QCOMPARE(whole.size(), 1);
    const QJsonObject group = whole.first()[u"group"_s].toObject();
    QCOMPARE(group.keys(), ofCosts);
    for (const QString &name : ofCosts)
        QVERIFY2(group.value(name).isNull(), qPrintable(name));
    QVERIFY(whole.first()[u"cost"_s][u"requests"_s].toInteger() > 0);
    QCOMPARE(data(QString(m_tuesday).replace(u"cost?"_s, u"usage?"_s)).first()[u"group"_s].toObject().keys(),
             shared);

    QSet<QString> actors;
    for (const QJsonValue &row : data(m_tuesday + u"&group_by[]=actor&group_by[]=actor_type"_s)) {
        QCOMPARE(row[u"group"_s][u"actor"_s][u"type"_s], row[u"group"_s][u"actor_type"_s]);
        actors.insert(row[u"group"_s][u"actor"_s][u"api_key_id"_s].toString());
    }
    QCOMPARE(
        actors,
        (QSet<QString>{u"apikey_01ClaudeCode"_s, u"apikey_01App"_s, u"apikey_01BatchEval"_s, QString()}));
}

void TestAnthropic::limitCountsGroupsNotFans()
{
    // Three workspaces (the default one is null); each fans out into its token types and searches.
    const QString target
        = m_tuesday + u"&group_by[]=workspace_id&group_by[]=cost_type&group_by[]=token_type&limit=1"_s;
    const QJsonObject first = bodyOf(ask(target));
    const QJsonArray rows = first.value(u"data"_s).toArray();
    QVERIFY(rows.size() > 1);
    for (const QJsonValue &row : rows) {
        QCOMPARE(row[u"group"_s][u"workspace_id"_s], rows.first()[u"group"_s][u"workspace_id"_s]);
        QVERIFY(row[u"cost"_s][u"requests"_s].isNull());
    }
    QVERIFY(first.value(u"has_more"_s).toBool());
}

void TestAnthropic::pagesHoldEveryRowOnce()
{
    const QString target
        = u"analytics/cost?starting_at=2026-11-01T00:00:00Z&ending_at=2026-11-24T00:00:00Z"
          u"&time_bucket_width=1d&group_by[]=model&group_by[]=cost_type&order_by=time&order=asc&limit="_s;
    QJsonArray walked;
    QString page;
    int pages = 0;
    do {
        const QJsonObject body
            = bodyOf(ask(target + u"7"_s + (page.isEmpty() ? QString() : u"&page="_s + page)));
        for (const QJsonValue &row : body.value(u"data"_s).toArray())
            walked.append(row);
        page = QString::fromLatin1(QUrl::toPercentEncoding(body.value(u"next_page"_s).toString()));
        QCOMPARE(body.value(u"has_more"_s).toBool(), !page.isEmpty());
        QVERIFY(++pages < 100);
    } while (!page.isEmpty());
    QCOMPARE(walked, data(target + u"1000"_s));
    qint64 sum = 0;
    for (const QJsonValue &row : walked)
        sum += nanos(row[u"cost"_s][u"amount"_s]);
    qint64 expected = 0;
    for (QDate day(2026, 11, 1); day < QDate(2026, 11, 24); day = day.addDays(1))
        expected += Asking::billed(m_world, u"anthropic"_s, day);
    QCOMPARE(sum, expected);
}

void TestAnthropic::ordersAsAsked()
{
    const QString base = u"analytics/cost?starting_at=2026-11-02T00:00:00Z&ending_at=2026-11-09T00:00:00Z"
                         u"&time_bucket_width=1d&limit=1000&group_by[]=model"_s;
    QJsonArray byAmount = data(base); // the default: amount, descending
    for (qsizetype i = 1; i < byAmount.size(); ++i)
        QVERIFY(nanos(byAmount[i - 1][u"cost"_s][u"amount"_s]) >= nanos(byAmount[i][u"cost"_s][u"amount"_s]));
    const QJsonArray byTime = data(base + u"&order_by=time&order=asc"_s);
    for (qsizetype i = 1; i < byTime.size(); ++i)
        QVERIFY(byTime[i - 1][u"starting_at"_s].toString() <= byTime[i][u"starting_at"_s].toString());
    QCOMPARE(byTime.size(), byAmount.size());
    QCOMPARE(data(QString(base).replace(u"limit=1000"_s, u"order=desc"_s)).size(), 20); // the default limit
}

void TestAnthropic::wholeRangeWithoutWidth()
{
    const QJsonArray rows = data(
        u"analytics/cost?starting_at=2026-11-02T00:10:00Z&ending_at=2026-11-05T00:50:00Z&group_by[]=model"_s);
    QVERIFY(rows.size() > 1);
    QSet<QString> models;
    for (const QJsonValue &row : rows) {
        QCOMPARE(row[u"starting_at"_s].toString(), u"2026-11-02T00:00:00Z"_s);
        QCOMPARE(row[u"ending_at"_s].toString(), u"2026-11-05T00:00:00Z"_s);
        models.insert(row[u"group"_s][u"model"_s].toString());
    }
    QCOMPARE(models.size(), rows.size());
}

void TestAnthropic::bothFamiliesBillTheSame()
{
    const qint64 expected = Asking::billed(m_world, u"anthropic"_s, QDate(2026, 11, 17));
    QVERIFY(expected > 0);
    for (const QString &groups :
         {QString(), u"&group_by[]=workspace_id"_s, u"&group_by[]=workspace_id&group_by[]=description"_s}) {
        const QJsonArray rows = results(
            u"cost_report?starting_at=2026-11-17T00:00:00Z&ending_at=2026-11-18T00:00:00Z"_s + groups);
        qint64 sum = 0;
        for (const QJsonValue &row : rows) {
            sum += nanos(row[u"amount"_s]);
            QCOMPARE(row[u"description"_s].isString(), groups.contains(u"description"_s));
            for (const QString &member : {u"cost_type"_s, u"model"_s, u"token_type"_s, u"service_tier"_s})
                QVERIFY(groups.contains(u"description"_s) || row[member].isNull());
        }
        QCOMPARE(sum, expected);
    }
    qint64 sum = 0;
    for (const QJsonValue &row : data(m_tuesday + u"&group_by[]=cost_type&group_by[]=token_type"_s))
        sum += nanos(row[u"cost"_s][u"amount"_s]);
    QCOMPARE(sum, expected);
}

void TestAnthropic::centsAreExact()
{
    // 10⁷ nanos are a cent.
    QCOMPARE(anthropicCents(42'185'075'000), u"4218.5075"_s);
    QCOMPARE(anthropicCents(500'000'000), u"50.00"_s);
    QCOMPARE(anthropicCents(-10), u"-0.000001"_s);
    QCOMPARE(anthropicCents(0), u"0.00"_s);
    static const QRegularExpression shape(u"^-?[0-9]+\\.[0-9]{2,6}$"_s);
    for (const QJsonValue &row :
         data(m_tuesday + u"&group_by[]=model&group_by[]=token_type&group_by[]=service_tier"_s))
        QVERIFY(shape.match(row[u"cost"_s][u"amount"_s].toString()).hasMatch());
}

void TestAnthropic::usageOfBothFamiliesAgrees()
{
    const QString range = u"starting_at=2026-11-17T00:00:00Z&ending_at=2026-11-18T00:00:00Z"_s;
    const QJsonArray old = results(u"usage_report/messages?"_s + range);
    const QJsonArray now = data(u"analytics/usage?"_s + range + u"&time_bucket_width=1d"_s);
    QCOMPARE(old.size(), 1);
    QCOMPARE(now.size(), 1);
    const QJsonValue usage = now.first()[u"usage"_s];
    qint64 total = 0;
    for (const QString &member :
         {u"uncached_input_tokens"_s, u"cache_read_input_tokens"_s, u"output_tokens"_s}) {
        QCOMPARE(old.first()[member], usage[member]);
        total += usage[member].toInteger();
    }
    QCOMPARE(old.first()[u"cache_creation"_s], usage[u"cache_creation"_s]);
    total += usage[u"cache_creation"_s][u"ephemeral_5m_input_tokens"_s].toInteger()
        + usage[u"cache_creation"_s][u"ephemeral_1h_input_tokens"_s].toInteger();
    QCOMPARE(usage[u"total_tokens"_s].toInteger(), total);
    QVERIFY(usage[u"server_tool_use"_s][u"web_search_requests"_s].toInteger() > 0);
    QCOMPARE(old.first()[u"server_tool_use"_s], usage[u"server_tool_use"_s]);
    for (const QString &dimension :
         {u"account_id"_s, u"api_key_id"_s, u"context_window"_s, u"inference_geo"_s, u"model"_s,
          u"service_account_id"_s, u"service_tier"_s, u"workspace_id"_s})
        QVERIFY2(old.first().toObject().contains(dimension) && old.first()[dimension].isNull(),
                 qPrintable(dimension));
}

void TestAnthropic::filtersEmptyMeansNone()
{
    const QString byKey = m_tuesday + u"&group_by[]=api_key_id"_s;
    const QJsonArray none = data(byKey + u"&api_key_ids[]="_s);
    QCOMPARE(none.size(), 1);
    QVERIFY(none.first()[u"group"_s][u"api_key_id"_s].isNull());
    const QJsonArray one = data(byKey + u"&api_key_ids[]=apikey_01App"_s);
    QCOMPARE(one.size(), 1);
    QCOMPARE(one.first()[u"group"_s][u"api_key_id"_s].toString(), u"apikey_01App"_s);
}

void TestAnthropic::reportSnapsToDays()
{
    const QJsonArray buckets
        = data(u"cost_report?starting_at=2026-11-17T13:00:00Z&ending_at=2026-11-20T00:00:00Z"_s);
    QCOMPARE(buckets.size(), 3);
    QCOMPARE(buckets.first()[u"starting_at"_s].toString(), u"2026-11-17T00:00:00Z"_s);
    QCOMPARE(buckets.last()[u"ending_at"_s].toString(), u"2026-11-20T00:00:00Z"_s);
    QCOMPARE(data(u"cost_report?starting_at=2026-11-01T00:00:00Z&ending_at=2026-11-20T00:00:00Z"_s).size(),
             7);
}

void TestAnthropic::refreshedEveryFourHours()
{
    const World later(World::DefaultSeed, Asking::Now + 3 * 3600 + 3599);
    const AnthropicEmulator emulator(later);
    const QJsonObject before = bodyOf(ask(m_tuesday));
    QCOMPARE(before.value(u"data_refreshed_at"_s).toString(), u"2026-11-24T12:00:00Z"_s);
    const QString today
        = u"/v1/organizations/analytics/cost?starting_at=2026-11-24T00:00:00Z&ending_at=2026-11-25T00:00:00Z"
          u"&time_bucket_width=1d"_s;
    QCOMPARE(Asking::ask(emulator, today, m_headers).body, Asking::ask(m_emulator, today, m_headers).body);
}

void TestAnthropic::listsNames()
{
    QStringList ids;
    QString after;
    bool more = true;
    while (more) {
        const QJsonObject list
            = bodyOf(ask(u"api_keys?limit=2"_s + (after.isEmpty() ? QString() : u"&after_id="_s + after)));
        for (const QJsonValue &key : list.value(u"data"_s).toArray()) {
            QCOMPARE(key[u"type"_s].toString(), u"api_key"_s);
            QCOMPARE(key[u"scope"_s][u"type"_s].toString(), u"workspace"_s);
            QVERIFY(!key.toObject().contains(u"workspace_id"_s)); // of the older version only
            ids.append(key[u"id"_s].toString());
        }
        after = list.value(u"last_id"_s).toString();
        more = list.value(u"has_more"_s).toBool();
        QVERIFY(ids.size() < 20);
    }
    QCOMPARE(ids, (QStringList{u"apikey_01ClaudeCode"_s, u"apikey_01App"_s, u"apikey_01BatchEval"_s}));
    QCOMPARE(data(u"workspaces"_s).size(), 2);
    QCOMPARE(ask(u"cats"_s).status, 404);
    QCOMPARE(at(bodyOf(ask(u"cats"_s)), u"error/type"_s).toString(), u"not_found_error"_s);
}

QTEST_GUILESS_MAIN(TestAnthropic)
#include "tst_anthropic.moc"
