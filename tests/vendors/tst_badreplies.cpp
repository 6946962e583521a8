// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Broken, cut, nested, huge and randomly changed replies through every adapter: never a crash, never records out of
/// nothing, never an amount that the reply does not hold, and a sentence for each refusal.
class TestBadReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void garbage_data();
    void garbage();
    void everyCut();
    void changedBytes();
    void changedValues();
    void strangeStatus();
    void changedContext();

private:
    static QList<Fixture> steps();
    static void holds(const Fixture &fixture, const Result<Page> &page);
};

namespace {

/// One reply of a fixture with the request that led to it.
Result<Page> read(const Fixture &fixture, const HttpReply &reply)
{
    if (!fixture.check)
        return fixture.vendor->parse(fixture.job, reply);
    const auto proof = fixture.vendor->readCheck(fixture.job, reply);
    if (!proof)
        return std::unexpected(proof.error());
    Page page;
    page.next = proof->next;
    return page;
}

/// The paths of all leaves of a JSON value that say something.
void leaves(const QJsonValue &value, const QStringList &path, QList<QStringList> &all)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            leaves(it.value(), path + QStringList{it.key()}, all);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (int i = 0; i < array.size(); ++i)
            leaves(array.at(i), path + QStringList{QString::number(i)}, all);
    } else if (!value.isNull()) {
        all.append(path);
    }
}

QJsonValue replaced(const QJsonValue &value, const QStringList &path, const QJsonValue &leaf)
{
    if (path.isEmpty())
        return leaf;
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        array[path.first().toInt()] = replaced(array.at(path.first().toInt()), path.mid(1), leaf);
        return array;
    }
    QJsonObject object = value.toObject();
    object[path.first()] = replaced(object.value(path.first()), path.mid(1), leaf);
    return object;
}

/// The name of the column in which a cell of Azure's table stands.
QString azureColumn(const QJsonObject &reply, const QStringList &path)
{
    return reply[u"properties"_s][u"columns"_s][path.value(3).toInt()][u"name"_s].toString();
}

/// Whether the leaf at \a path is money: by its name, as Cost Explorer's "UnblendedCost": {"Amount"}, or by the column of
/// its cell in the tables of BigQuery and Azure.
bool isAmount(const QJsonObject &reply, const QStringList &path)
{
    // properties/rows/R/C.
    if (path.value(0) == u"properties")
        return path.value(1) == u"rows" && azureColumn(reply, path).contains(u"Cost"_s);
    if (path.last() != u"v") {
        static const QStringList names{u"amount"_s,
                                       u"value"_s,
                                       u"usage"_s,
                                       u"byok_usage_inference"_s,
                                       u"PretaxAmount"_s,
                                       u"RealCost"_s,
                                       u"DiscountBillAmount"_s,
                                       u"PayableAmount"_s,
                                       u"CouponAmount"_s,
                                       u"netAmount"_s,
                                       u"chargedCents"_s,
                                       u"totalCents"_s,
                                       u"spend"_s,
                                       u"value_paid"_s,
                                       u"price"_s};
        const bool ofSeries = path.size() > 1 && path.at(path.size() - 2) == u"values"; // xAI's
        return names.contains(path.last()) || ofSeries
            || path.mid(path.size() - 2) == QStringList{u"UnblendedCost"_s, u"Amount"_s};
    }
    // rows/R/f/C/v, or in a repeated record rows/R/f/C/v/N/v/f/M/v.
    const QJsonObject schema = reply.value(u"schema"_s).toObject();
    QJsonObject column = schema.value(u"fields"_s).toArray().at(path.value(3).toInt()).toObject();
    if (path.size() > 5)
        column = column.value(u"fields"_s).toArray().at(path.value(8).toInt()).toObject();
    const QString name = column.value(u"name"_s).toString();
    return name == u"cost" || name == u"credits" || name == u"amount";
}

/// Whether the leaf at \a path says which amounts count: AWS's keys, Azure's cells and GitHub's products are AI or not,
/// Alibaba's lines without a day are of the day that was asked for, Mistral's entries name their price, Cursor's events say
/// whether they are charged, and a reply of xAI that is cut short is not counted.
bool chooses(const QJsonObject &reply, const QStringList &path)
{
    static const QStringList names{u"BillingDate"_s,  u"product"_s,        u"sku"_s,
                                   u"event_type"_s,   u"billing_metric"_s, u"billing_group"_s,
                                   u"limitReached"_s, u"isChargeable"_s};
    return path.contains(u"Keys"_s) || names.contains(path.last())
        || azureColumn(reply, path) == u"ServiceName";
}

qint64 total(const Page &page)
{
    qint64 nanos = 0;
    for (const Charge &charge : page.records.charges)
        nanos += charge.cost.nanos();
    return nanos;
}

QByteArray bytesOf(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

/// Each reply of each conversation that was answered with 200, as a conversation of one reply whose request is the one
/// that led to it.
QList<Fixture> TestBadReplies::steps()
{
    QList<Fixture> all;
    for (const VendorAdapter *vendor : allVendors()) {
        for (const Fixture &fixture : fixturesOf(*vendor)) {
            std::optional<HttpRequest> next = fixture.firstRequest();
            for (HttpReply reply : fixture.replies) {
                if (!next)
                    break;
                reply.request = *next;
                if (reply.status == 200) {
                    Fixture step = fixture;
                    step.replies = {reply};
                    all.append(step);
                }
                const auto page = read(fixture, reply);
                next = page ? page->next : std::nullopt;
            }
        }
    }
    return all;
}

void TestBadReplies::holds(const Fixture &fixture, const Result<Page> &page)
{
    if (!page) {
        const QString sentence = errorSentence(page.error());
        QVERIFY2(sentence.size() > 30 && sentence.size() < 1000 && sentence.endsWith(u'.'),
                 qPrintable(fixture.name() + u": "_s + sentence));
        return;
    }
    for (const Charge &charge : page->records.charges)
        QVERIFY2(charge.day.isValid(), qPrintable(fixture.name()));
    for (const Usage &usage : page->records.usage) {
        QVERIFY2(usage.day.isValid(), qPrintable(fixture.name()));
        for (const auto &count :
             {usage.input, usage.cacheRead, usage.cacheWrite5m, usage.cacheWrite30m, usage.cacheWrite1h,
              usage.cacheWrite12h, usage.output, usage.requests, usage.quantity})
            QVERIFY2(count.value_or(0) >= 0, qPrintable(fixture.name()));
    }
    if (page->next)
        QVERIFY2(page->next->url.isValid() && page->next->url.host() == fixture.job.baseUrl.host(),
                 "a reply must not send the key elsewhere");
}

void TestBadReplies::garbage_data()
{
    QTest::addColumn<QByteArray>("body");
    constexpr int TenMegabytes = 10'000'000;
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("blank") << " \r\n"_ba;
    QTest::newRow("null") << "null"_ba;
    QTest::newRow("number") << "1e999"_ba;
    QTest::newRow("array") << "[{}]"_ba;
    QTest::newRow("page of a proxy") << "<!DOCTYPE html><html>Sign in</html>"_ba;
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("not UTF-8") << "{\"data\":\"\xff\xfe\"}"_ba;
    QTest::newRow("two objects") << "{\"data\":[]}{\"data\":[]}"_ba;
    QTest::newRow("list of the wrong thing") << R"({"data":"none","has_more":false})"_ba;
    QTest::newRow("list without rows") << R"({"data":[null,1,"x",[],{}],"has_more":true,"next_page":7})"_ba;
    QTest::newRow("ten megabytes of brackets") << QByteArray(TenMegabytes, '[');
    QTest::newRow("ten megabytes of nested rows")
        << "{\"data\":" + QByteArray("[{\"results\":").repeated(800'000);
    QTest::newRow("ten megabytes of a word") << "{\"data\":\"" + QByteArray(TenMegabytes, 'a') + "\"}";
    QTest::newRow("ten megabytes of a number")
        << R"({"data":[{"amount":)" + QByteArray(TenMegabytes, '9') + "}]}";
}

void TestBadReplies::garbage()
{
    QFETCH(QByteArray, body);
    QSet<QString> asked;
    for (const Fixture &step : steps()) {
        HttpReply reply = step.replies.first();
        // One request of each feed of each vendor is enough for a body that says nothing.
        const QString what = step.vendor->info().id + feedName(step.job.feed) + reply.request.url.path();
        if (asked.contains(what))
            continue;
        asked.insert(what);
        reply.body = body;
        const auto page = read(step, reply);
        holds(step, page);
        if (page) {
            // Only a list whose rows name nothing may pass, where names are read; it brings nothing.
            QVERIFY2(page->records.isEmpty() && body.contains("\"data\":["), qPrintable(step.name()));
        } else {
            QCOMPARE(page.error().kind, Error::Kind::Format);
        }
    }
    const auto asking = std::count_if(allVendors().begin(), allVendors().end(),
                                      [](const VendorAdapter *vendor) { return !vendor->localLog(); });
    QVERIFY(asked.size() >= 2 * asking);
}

void TestBadReplies::everyCut()
{
    for (const Fixture &step : steps()) {
        HttpReply reply = step.replies.first();
        const QByteArray whole = reply.body;
        if (read(step, reply) && whole.startsWith('{')) {
            for (qsizetype size = 0; size < whole.size(); ++size) {
                reply.body = whole.left(size);
                const auto page = read(step, reply);
                QVERIFY2(!page && page.error().kind == Error::Kind::Format, qPrintable(step.name()));
            }
        }
    }
}

void TestBadReplies::changedBytes()
{
    constexpr int Rounds = 300;
    QRandomGenerator random(20261124);
    for (const Fixture &step : steps()) {
        const QByteArray whole = step.replies.first().body;
        for (int round = 0; round < Rounds && !whole.isEmpty(); ++round) {
            HttpReply reply = step.replies.first();
            const int changes = random.bounded(1, 6);
            for (int i = 0; i < changes; ++i) {
                const int at = random.bounded(static_cast<int>(whole.size()));
                const int size = random.bounded(1, 20);
                switch (random.bounded(4)) {
                case 0:
                    reply.body[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    reply.body.remove(at, size);
                    break;
                case 2:
                    reply.body.insert(at, whole.mid(random.bounded(static_cast<int>(whole.size())), size));
                    break;
                case 3:
                    reply.body.insert(at, R"(0123456789-+.eE"{}[],:\)"_ba[random.bounded(23)]);
                    break;
                }
                if (reply.body.size() < whole.size())
                    reply.body.append(whole.right(whole.size() - reply.body.size()));
            }
            holds(step, read(step, reply));
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestBadReplies::changedValues()
{
    const QList<QJsonValue> strange{QJsonValue(),
                                    true,
                                    -1,
                                    1e300,
                                    -9223372036854775807LL,
                                    1.5,
                                    u""_s,
                                    u"NaN"_s,
                                    u"1,000.00"_s,
                                    u"9999999999999999999999"_s,
                                    u"-9e399"_s,
                                    u"٣"_s,
                                    QJsonArray{1},
                                    QJsonObject{{u"value"_s, 1}}};
    for (const Fixture &step : steps()) {
        HttpReply reply = step.replies.first();
        const QJsonObject whole = QJsonDocument::fromJson(reply.body).object();
        const auto before = read(step, reply);
        if (!before)
            continue;
        QList<QStringList> paths;
        leaves(whole, {}, paths);
        for (const QStringList &path : std::as_const(paths)) {
            for (const QJsonValue &value : strange) {
                reply.body = bytesOf(replaced(whole, path, value));
                const auto page = read(step, reply);
                holds(step, page);
                // What is no amount never changes the total, unless the amount itself became another.
                const bool amount = isAmount(whole, path);
                const bool chosenBy = chooses(whole, path);
                if (page && !amount && !chosenBy)
                    QVERIFY2(total(*page) == total(*before), qPrintable(step.name() + path.join(u'/')));
                if (page && amount && !value.isDouble())
                    QVERIFY2(page->records.charges.size() < before->records.charges.size()
                                 || total(*page) == total(*before),
                             qPrintable(step.name() + path.join(u'/')));
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
}

void TestBadReplies::strangeStatus()
{
    for (const Fixture &step : steps()) {
        for (const int status : {0,   100, 204, 206, 301, 304, 400, 401, 403, 404, 405, 407,
                                 408, 413, 418, 429, 500, 502, 503, 504, 529, 599, 999}) {
            HttpReply reply = step.replies.first();
            reply.status = status;
            reply.request.context.insert(u"seen"_s, QStringList{u"page"_s});
            const auto page = read(step, reply);
            holds(step, page);
            // A refusal never brings records, whatever its body looks like.
            QVERIFY(!page || page->records.isEmpty());
        }
    }
}

void TestBadReplies::changedContext()
{
    // A reply that was cut from its conversation (an older version's context) is read or refused, not crashed on.
    for (const Fixture &step : steps()) {
        HttpReply reply = step.replies.first();
        reply.request.context.clear();
        holds(step, read(step, reply));
    }
}

QTEST_GUILESS_MAIN(TestBadReplies)
#include "tst_badreplies.moc"
