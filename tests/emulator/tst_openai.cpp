// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asking.h"
#include "emulator/openaiemulator.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;
using Asking::at;
using Asking::bodyOf;

/// The OpenAI emulator against the published contract: log-in, checks, error bodies, pages, shapes.
class TestOpenAi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksTheKey_data();
    void checksTheKey();
    void refuses_data();
    void refuses();
    void takes_data();
    void takes();
    void cutsPagesBetweenBuckets();
    void takesBothArrayForms();
    void groupsOnlyWhatIsAsked();
    void costsAddUpHoweverGrouped_data();
    void costsAddUpHoweverGrouped();
    void filters();
    void everyUsageKind_data();
    void everyUsageKind();
    void inputHoldsCachedTokens();
    void listsNames();
    void narrowBucketsAddUp();

private:
    HttpReply ask(const QString &target) const
    {
        return Asking::ask(m_emulator, target, {{"authorization", "Bearer " + m_emulator.secret()}});
    }
    /// The rows of all buckets of one page.
    static QJsonArray rows(const QJsonObject &page);
    static qint64 nanos(const QJsonArray &rows);

    World m_world{World::DefaultSeed, Asking::Now};
    OpenAiEmulator m_emulator{m_world};
};

QJsonArray TestOpenAi::rows(const QJsonObject &page)
{
    QJsonArray all;
    for (const QJsonValue &bucket : page.value(u"data"_s).toArray()) {
        for (const QJsonValue &row : bucket[u"results"_s].toArray())
            all.append(row);
    }
    return all;
}

qint64 TestOpenAi::nanos(const QJsonArray &rows)
{
    qint64 sum = 0;
    for (const QJsonValue &row : rows)
        sum += moneyFromJson(row[u"amount"_s][u"value"_s], Currency::usd())->nanos();
    return sum;
}

void TestOpenAi::checksTheKey_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << ""_ba << 401 << QString() << u"didn't provide an API key"_s;
    QTest::newRow("not a bearer") << "Basic c2s="_ba << 401 << QString() << u"Bearer"_s;
    QTest::newRow("another admin key")
        << "Bearer sk-admin-other"_ba << 401 << u"invalid_api_key"_s << u"Incorrect API key"_s;
    QTest::newRow("a project's key") << "Bearer sk-proj-abc"_ba << 403 << QString()
                                     << u"Missing scopes: api.usage.read"_s;
    QTest::newRow("a service account's key")
        << "Bearer sk-svcacct-abc"_ba << 403 << QString() << u"Missing scopes: api.usage.read"_s;
    QTest::newRow("the end cut off") << "Bearer " + m_emulator.secret().chopped(1) << 401
                                     << u"invalid_api_key"_s << u"Incorrect API key"_s;
}

void TestOpenAi::checksTheKey()
{
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, says);
    for (const QString &path :
         {u"/organization/costs?start_time=1793491200"_s, u"/organization/projects"_s, u"/nowhere"_s}) {
        const HttpReply reply = Asking::ask(m_emulator, path, {{"Authorization", header}});
        QCOMPARE(reply.status, status);
        const QJsonObject error = bodyOf(reply).value(u"error"_s).toObject();
        QCOMPARE(error.keys(), (QStringList{u"code"_s, u"message"_s, u"param"_s, u"type"_s}));
        QCOMPARE(error.value(u"code"_s).toString(), code);
        QCOMPARE(error.value(u"type"_s).toString(), u"invalid_request_error"_s);
        QVERIFY(error.value(u"message"_s).toString().contains(says));
        QVERIFY(!reply.header("x-request-id").isEmpty());
    }
}

void TestOpenAi::refuses_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("param");
    const auto costs = [](const char *name, const QString &query, const QString &param) {
        QTest::newRow(name) << QString(u"/organization/costs?"_s + query) << 400 << param;
    };
    costs("no start", u"end_time=1793577600"_s, u"start_time"_s);
    costs("start as a date", u"start_time=2026-11-01"_s, u"start_time"_s);
    costs("end before start", u"start_time=1793577600&end_time=1793491200"_s, u"end_time"_s);
    costs("end as a word", u"start_time=1793491200&end_time=today"_s, u"end_time"_s);
    costs("hours of costs", u"start_time=1793491200&bucket_width=1h"_s, u"bucket_width"_s);
    costs("limit 0", u"start_time=1793491200&limit=0"_s, u"limit"_s);
    costs("limit 181", u"start_time=1793491200&limit=181"_s, u"limit"_s);
    costs("limit as a word", u"start_time=1793491200&limit=all"_s, u"limit"_s);
    costs("unknown group", u"start_time=1793491200&group_by=model"_s, u"group_by"_s);
    costs("groups in a comma list", u"start_time=1793491200&group_by=project_id,line_item"_s, u"group_by"_s);
    costs("made-up page", u"start_time=1793491200&page=page_zzz"_s, u"page"_s);
    costs("page without its shape", u"start_time=1793491200&page=Y3Vyc29yOjc%3D"_s, u"page"_s);
    costs("page far beyond", u"start_time=1793491200&page=page_Y3Vyc29yOjk5OTk5OTk5OTk5"_s, u"page"_s);
    const auto usage = [](const char *name, const QString &query, const QString &param) {
        QTest::newRow(name) << QString(u"/organization/usage/"_s + query) << 400 << param;
    };
    usage("32 days of usage", u"completions?start_time=1793491200&limit=32"_s, u"limit"_s);
    usage("169 hours", u"completions?start_time=1793491200&bucket_width=1h&limit=169"_s, u"limit"_s);
    usage("1441 minutes", u"completions?start_time=1793491200&bucket_width=1m&limit=1441"_s, u"limit"_s);
    usage("weeks", u"completions?start_time=1793491200&bucket_width=1w"_s, u"bucket_width"_s);
    usage("line items of usage", u"completions?start_time=1793491200&group_by=line_item"_s, u"group_by"_s);
    usage("models of vector stores", u"vector_stores?start_time=1793491200&group_by=model"_s, u"group_by"_s);
    usage("tiers of embeddings", u"embeddings?start_time=1793491200&group_by=service_tier"_s, u"group_by"_s);
    QTest::newRow("limit of a list") << u"/organization/projects?limit=101"_s << 400 << u"limit"_s;
    QTest::newRow("unknown kind") << u"/organization/usage/everything?start_time=1793491200"_s << 404
                                  << QString();
    QTest::newRow("unknown list") << u"/organization/cats"_s << 404 << QString();
    QTest::newRow("unknown project") << u"/organization/projects/proj_none/api_keys"_s << 404 << QString();
    QTest::newRow("elsewhere") << u"/models"_s << 404 << QString();
}

void TestOpenAi::refuses()
{
    QFETCH(QString, target);
    QFETCH(int, status);
    QFETCH(QString, param);
    const HttpReply reply = ask(target);
    QCOMPARE(reply.status, status);
    QCOMPARE(at(bodyOf(reply), u"error/param"_s).toString(), param);
    QVERIFY(at(bodyOf(reply), u"error/message"_s).toString().size() > 10);
}

void TestOpenAi::takes_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("buckets");
    const auto from = [](const QString &path) { return u"/organization/"_s + path; };
    // November's first 24 days; the last bucket is the day under way.
    QTest::newRow("seven days by default") << from(u"costs?start_time=1793491200"_s) << 7;
    QTest::newRow("180 days of costs") << from(u"costs?start_time=1764547200&limit=180"_s) << 180;
    QTest::newRow("until now without an end") << from(u"costs?start_time=1793491200&limit=180"_s) << 24;
    QTest::newRow("end is exclusive") << from(u"costs?start_time=1793491200&end_time=1793577600"_s) << 1;
    QTest::newRow("start within a day") << from(u"costs?start_time=1793534400&end_time=1793577600"_s) << 1;
    QTest::newRow("a year before the history") << from(u"costs?start_time=1700000000&limit=3"_s) << 3;
    QTest::newRow("seven days of usage") << from(u"usage/completions?start_time=1793491200"_s) << 7;
    QTest::newRow("31 days of usage") << from(u"usage/completions?start_time=1785542400&limit=31"_s) << 31;
    QTest::newRow("24 hours") << from(u"usage/completions?start_time=1793491200&bucket_width=1h"_s) << 24;
    QTest::newRow("168 hours") << from(u"usage/images?start_time=1793491200&bucket_width=1h&limit=168"_s)
                               << 168;
    QTest::newRow("60 minutes") << from(u"usage/completions?start_time=1793491200&bucket_width=1m"_s) << 60;
    QTest::newRow("1440 minutes") << from(
        u"usage/completions?start_time=1793491200&bucket_width=1m&limit=1440"_s)
                                  << 1440;
}

void TestOpenAi::takes()
{
    QFETCH(QString, target);
    QFETCH(int, buckets);
    const HttpReply reply = ask(target);
    QCOMPARE(reply.status, 200);
    const QJsonArray data = bodyOf(reply).value(u"data"_s).toArray();
    QCOMPARE(data.size(), buckets);
    qint64 end = data.first()[u"start_time"_s].toInteger();
    for (const QJsonValue &bucket : data) {
        QCOMPARE(bucket[u"object"_s].toString(), u"bucket"_s);
        QCOMPARE(bucket[u"start_time"_s].toInteger(), end); // no gap, empty buckets too
        end = bucket[u"end_time"_s].toInteger();
        QVERIFY(bucket[u"results"_s].isArray());
    }
    const qint64 width = end - data.last()[u"start_time"_s].toInteger();
    QCOMPARE(end % width, 0); // on UTC's grid
}

void TestOpenAi::cutsPagesBetweenBuckets()
{
    const QString target = u"/organization/costs?start_time=1793491200&end_time=1793923200&limit=2"
                           u"&group_by%5B%5D=line_item"_s; // five days
    QList<qsizetype> sizes;
    QJsonArray walked;
    QString page;
    do {
        const QJsonObject body = bodyOf(ask(page.isEmpty() ? target : target + u"&page="_s + page));
        QCOMPARE(body.value(u"object"_s).toString(), u"page"_s);
        sizes.append(body.value(u"data"_s).toArray().size());
        for (const QJsonValue &row : rows(body))
            walked.append(row);
        QCOMPARE(body.value(u"has_more"_s).toBool(), body.value(u"next_page"_s).isString());
        page = QString::fromLatin1(QUrl::toPercentEncoding(body.value(u"next_page"_s).toString()));
    } while (!page.isEmpty());
    QCOMPARE(sizes, (QList<qsizetype>{2, 2, 1}));
    QCOMPARE(walked, rows(bodyOf(ask(QString(target).replace(u"limit=2"_s, u"limit=180"_s)))));
}

void TestOpenAi::takesBothArrayForms()
{
    const QString base = u"/organization/costs?start_time=1793491200&"_s;
    const QByteArray brackets = ask(base + u"group_by%5B%5D=project_id&group_by%5B%5D=line_item"_s).body;
    QCOMPARE(ask(base + u"group_by=project_id&group_by=line_item"_s).body, brackets);
}

void TestOpenAi::groupsOnlyWhatIsAsked()
{
    const QString day = u"/organization/costs?start_time=1793577600&end_time=1793664000"_s;
    const QJsonArray whole = rows(bodyOf(ask(day)));
    QCOMPARE(whole.size(), 1);
    const QJsonObject row = whole.first().toObject();
    QCOMPARE(row.value(u"object"_s).toString(), u"organization.costs.result"_s);
    QCOMPARE(at(row, u"amount/currency"_s).toString(), u"usd"_s);
    for (const QString &group : {u"line_item"_s, u"project_id"_s, u"api_key_id"_s, u"user_id"_s,
                                 u"api_source"_s, u"quantity"_s, u"quantity_unit"_s})
        QVERIFY2(row.contains(group) && row.value(group).isNull(), qPrintable(group));
    const QJsonArray items = rows(bodyOf(ask(day + u"&group_by=line_item"_s)));
    for (const QJsonValue &item : items)
        QVERIFY(item[u"line_item"_s].isString() && item[u"quantity"_s].isDouble()
                && item[u"project_id"_s].isNull());
}

void TestOpenAi::costsAddUpHoweverGrouped_data()
{
    QTest::addColumn<QString>("groups");
    QTest::newRow("not") << QString();
    QTest::newRow("project") << u"&group_by=project_id"_s;
    QTest::newRow("line item") << u"&group_by=line_item"_s;
    QTest::newRow("all") << u"&group_by=project_id&group_by=line_item&group_by=api_key_id&group_by=user_id"_s;
}

void TestOpenAi::costsAddUpHoweverGrouped()
{
    QFETCH(QString, groups);
    // A quarter's first day with its credit, a working day, and the day under way.
    for (const QDate day : {QDate(2026, 10, 1), QDate(2026, 11, 17), QDate(2026, 11, 24)}) {
        const qint64 start = dayStart(day, QTimeZone::utc());
        const QString target
            = u"/organization/costs?start_time=%1&end_time=%2"_s.arg(start).arg(start + Asking::Day);
        const qint64 expected = Asking::billed(m_world, u"openai"_s, day);
        QVERIFY(expected != 0);
        QCOMPARE(nanos(rows(bodyOf(ask(target + groups)))), expected);
    }
}

void TestOpenAi::filters()
{
    const QString day
        = u"/organization/costs?start_time=1793577600&end_time=1793664000&group_by=project_id"_s;
    const QJsonArray one = rows(bodyOf(ask(day + u"&project_ids%5B%5D=proj_Research"_s)));
    QCOMPARE(one.size(), 1);
    QCOMPARE(one.first()[u"project_id"_s].toString(), u"proj_Research"_s);
    const QString usage
        = u"/organization/usage/completions?start_time=1793577600&end_time=1793664000&group_by=batch"_s;
    const QJsonArray batch = rows(bodyOf(ask(usage + u"&batch=true"_s)));
    QCOMPARE(batch.size(), 1);
    QCOMPARE(batch.first()[u"batch"_s], QJsonValue(true));
    QVERIFY(rows(bodyOf(ask(usage + u"&models=none"_s))).isEmpty());
}

void TestOpenAi::everyUsageKind_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("object");
    QTest::addColumn<QStringList>("measures");
    QTest::addColumn<QStringList>("groups");
    const QStringList person{u"project_id"_s, u"user_id"_s, u"api_key_id"_s};
    const QStringList model = person + QStringList{u"model"_s};
    const QStringList tokens = model + QStringList{u"batch"_s, u"service_tier"_s};
    const auto add = [](const QString &kind, const QString &object, const QStringList &measures,
                        const QStringList &groups) {
        QTest::newRow(qPrintable(kind)) << kind << object << measures << groups;
    };
    const QStringList required{u"input_tokens"_s, u"output_tokens"_s, u"num_model_requests"_s};
    const QStringList calls{u"num_model_requests"_s};
    add(u"completions"_s, u"completions"_s, required, tokens);
    add(u"decisions"_s, u"decisions"_s, required, tokens);
    add(u"embeddings"_s, u"embeddings"_s, calls + QStringList{u"input_tokens"_s}, model);
    add(u"moderations"_s, u"moderations"_s, calls + QStringList{u"input_tokens"_s}, model);
    add(u"images"_s, u"images"_s, calls + QStringList{u"images"_s},
        model + QStringList{u"size"_s, u"source"_s});
    add(u"audio_speeches"_s, u"audio_speeches"_s, calls + QStringList{u"characters"_s}, model);
    add(u"audio_transcriptions"_s, u"audio_transcriptions"_s, calls + QStringList{u"seconds"_s}, model);
    add(u"vector_stores"_s, u"vector_stores"_s, {u"usage_bytes"_s}, {u"project_id"_s});
    add(u"code_interpreter_sessions"_s, u"code_interpreter_sessions"_s, {u"num_sessions"_s},
        {u"project_id"_s});
    add(u"file_search_calls"_s, u"file_searches"_s, {u"num_requests"_s},
        person + QStringList{u"vector_store_id"_s});
    add(u"web_search_calls"_s, u"web_searches"_s, calls + QStringList{u"num_requests"_s},
        model + QStringList{u"context_level"_s});
}

void TestOpenAi::everyUsageKind()
{
    QFETCH(QString, kind);
    QFETCH(QString, object);
    QFETCH(QStringList, measures);
    QFETCH(QStringList, groups);
    QString target = u"/organization/usage/%1?start_time=1793577600&end_time=1793664000"_s.arg(kind);
    for (const QString &group : groups)
        target += u"&group_by%5B%5D="_s + group;
    const HttpReply reply = ask(target);
    QCOMPARE(reply.status, 200);
    const QJsonArray results = rows(bodyOf(reply));
    QVERIFY(!results.isEmpty());
    for (const QJsonValue &row : results) {
        QCOMPARE(row[u"object"_s].toString(), u"organization.usage.%1.result"_s.arg(object));
        for (const QString &measure : measures)
            QVERIFY2(row[measure].isDouble() && row[measure].toInteger() >= 0, qPrintable(measure));
        for (const QString &group : groups)
            QVERIFY2(row.toObject().contains(group), qPrintable(group));
    }
}

void TestOpenAi::inputHoldsCachedTokens()
{
    const QString target = u"/organization/usage/completions?start_time=1793577600&end_time=1793664000"
                           u"&group_by=api_key_id"_s;
    bool cached = false;
    for (const QJsonValue &row : rows(bodyOf(ask(target)))) {
        QCOMPARE(row[u"input_uncached_tokens"_s].toInteger(),
                 row[u"input_tokens"_s].toInteger() - row[u"input_cached_tokens"_s].toInteger()
                     - row[u"input_cache_write_tokens"_s].toInteger());
        cached = cached || row[u"input_cached_tokens"_s].toInteger() > 0;
        for (const UseDay &use : m_world.use(u"openai"_s, QDate(2026, 11, 2))) {
            if (use.stream->endpoint == u"completions" && use.stream->key == row[u"api_key_id"_s].toString())
                QCOMPARE(row[u"input_tokens"_s].toInteger(), use.input + use.cacheRead + use.cacheWrite);
        }
    }
    QVERIFY(cached);
}

void TestOpenAi::listsNames()
{
    QStringList ids;
    QString after;
    bool more = true;
    while (more) {
        const QJsonObject list = bodyOf(ask(u"/organization/projects?limit=1&include_archived=true"_s
                                            + (after.isEmpty() ? QString() : u"&after="_s + after)));
        QCOMPARE(list.value(u"object"_s).toString(), u"list"_s);
        const QJsonArray data = list.value(u"data"_s).toArray();
        QCOMPARE(data.size(), 1);
        QCOMPARE(data.first()[u"object"_s].toString(), u"organization.project"_s);
        QCOMPARE(list.value(u"first_id"_s), list.value(u"last_id"_s));
        after = list.value(u"last_id"_s).toString();
        ids.append(after);
        more = list.value(u"has_more"_s).toBool();
        QVERIFY(ids.size() < 20);
    }
    QVERIFY(ids.contains(u"proj_LegacySearch"_s));
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    const QJsonArray active = bodyOf(ask(u"/organization/projects"_s)).value(u"data"_s).toArray();
    QCOMPARE(active.size(), ids.size() - 1); // archived ones only when asked for
    const QJsonObject keys = bodyOf(ask(u"/organization/projects/proj_SupportBot/api_keys"_s));
    for (const QJsonValue &key : keys.value(u"data"_s).toArray()) {
        QCOMPARE(key[u"object"_s].toString(), u"organization.project.api_key"_s);
        QVERIFY(!key[u"name"_s].toString().isEmpty() && key[u"redacted_value"_s].toString().contains(u'…'));
    }
    QCOMPARE(keys.value(u"data"_s).toArray().size(), 3);
}

void TestOpenAi::narrowBucketsAddUp()
{
    const auto tokens = [this](const QString &width) {
        qint64 sum = 0;
        for (const QJsonValue &row :
             rows(bodyOf(ask(u"/organization/usage/completions?start_time=1793577600&end_time=1793664000"
                             u"&limit=31&bucket_width="_s
                             + width))))
            sum += row[u"input_tokens"_s].toInteger();
        return sum;
    };
    QVERIFY(tokens(u"1d"_s) > 0);
    QCOMPARE(tokens(u"1h"_s), tokens(u"1d"_s));
}

QTEST_GUILESS_MAIN(TestOpenAi)
#include "tst_openai.moc"
