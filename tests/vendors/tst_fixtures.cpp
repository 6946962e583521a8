// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Every vendor of the registry against the conversations in tests/data/VENDOR, and against what the rest of the house
/// takes for granted of a vendor. A new vendor brings its folder and needs no test code.
class TestFixtures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversation_data();
    void conversation();
    void vendorHasItsFixtures_data() { everyVendor(); }
    void vendorHasItsFixtures();
    void vendorTellsAllOfItself_data() { everyVendor(); }
    void vendorTellsAllOfItself();
    void vendorsDiffer();
    void foldersAreVendors();

private:
    static void everyVendor();
};

namespace {

void put(QJsonObject &object, const QString &member, const QString &text)
{
    if (!text.isNull())
        object.insert(member, text);
}

void put(QJsonObject &object, const QString &member, const std::optional<qint64> &count)
{
    if (count)
        object.insert(member, *count);
}

QJsonObject placed(QDate day, qint64 start, qint64 end, const Dimensions &at)
{
    QJsonObject object{
        {u"day"_s, day.toString(Qt::ISODate)}, {u"from"_s, toRfc3339(start)}, {u"to"_s, toRfc3339(end)}};
    put(object, u"service"_s, at.service);
    put(object, u"model"_s, at.model);
    put(object, u"project"_s, at.project);
    put(object, u"key"_s, at.key);
    put(object, u"user"_s, at.user);
    put(object, u"region"_s, at.region);
    put(object, u"tier"_s, at.tier);
    return object;
}

/// Members that are null, empty or the usual (kind billed, category Usage) are left out.
QJsonObject shown(const Charge &charge)
{
    QJsonObject object = placed(charge.day, charge.periodStart, charge.periodEnd, charge.at);
    if (charge.kind != ChargeKind::Billed)
        object.insert(u"kind"_s, chargeKindName(charge.kind));
    if (charge.category != ChargeCategory::Usage)
        object.insert(u"category"_s, chargeCategoryName(charge.category));
    put(object, u"description"_s, charge.description);
    put(object, u"meter"_s, charge.meter);
    object.insert(u"cost"_s, charge.cost.toDecimal() + u' ' + charge.cost.currency().code());
    if (charge.list)
        object.insert(u"list"_s, charge.list->toDecimal() + u' ' + charge.list->currency().code());
    put(object, u"quantity"_s, charge.quantity);
    put(object, u"unit"_s, charge.unit);
    return object;
}

QJsonObject shown(const Usage &usage)
{
    QJsonObject object = placed(usage.day, usage.periodStart, usage.periodEnd, usage.at);
    put(object, u"input"_s, usage.input);
    put(object, u"cache_read"_s, usage.cacheRead);
    put(object, u"cache_write_5m"_s, usage.cacheWrite5m);
    put(object, u"cache_write_30m"_s, usage.cacheWrite30m);
    put(object, u"cache_write_1h"_s, usage.cacheWrite1h);
    put(object, u"cache_write_12h"_s, usage.cacheWrite12h);
    put(object, u"output"_s, usage.output);
    put(object, u"requests"_s, usage.requests);
    put(object, u"quantity"_s, usage.quantity);
    put(object, u"unit"_s, usage.unit);
    return object;
}

/// Members that are the usual (of Told, no period) are left out.
QJsonObject shown(const Balance &balance)
{
    static const QMap<Balance::Of, QString> kinds{
        {Balance::Of::Paid, u"paid"_s}, {Balance::Of::Granted, u"granted"_s}, {Balance::Of::Used, u"used"_s}};
    const QString unit = balance.unit.isNull() ? balance.amount.currency().code() : balance.unit;
    QJsonObject object{{u"at"_s, toRfc3339(balance.at)},
                       {u"name"_s, balance.name},
                       {u"amount"_s, balance.amount.toDecimal() + u' ' + unit}};
    put(object, u"of"_s, kinds.value(balance.of));
    if (balance.periodStart != 0) {
        object.insert(u"from"_s, toRfc3339(balance.periodStart));
        object.insert(u"to"_s, toRfc3339(balance.periodEnd));
    }
    return object;
}

QJsonObject shown(const Name &name)
{
    const QString of = name.of == Name::Of::Project ? u"project"_s
        : name.of == Name::Of::Key                  ? u"key"_s
                                                    : u"user"_s;
    return {{u"of"_s, of}, {u"id"_s, name.id}, {u"name"_s, name.name}};
}

QJsonObject shown(const Error &error)
{
    QJsonObject object{{u"kind"_s, errorKindName(error.kind)}, {u"sentence"_s, errorSentence(error)}};
    if (error.retryAfter)
        object.insert(u"retry_after"_s, *error.retryAfter);
    return object;
}

QJsonObject shown(const HttpRequest &request)
{
    static const QMap<Auth::Scheme, QString> schemes{{Auth::Scheme::None, u"none"_s},
                                                     {Auth::Scheme::Bearer, u"bearer"_s},
                                                     {Auth::Scheme::Header, u"header"_s},
                                                     {Auth::Scheme::Basic, u"basic"_s},
                                                     {Auth::Scheme::AwsSigV4, u"aws-sigv4"_s},
                                                     {Auth::Scheme::Tc3, u"tc3"_s},
                                                     {Auth::Scheme::Acs3, u"acs3"_s},
                                                     {Auth::Scheme::Volcengine, u"volcengine"_s},
                                                     {Auth::Scheme::GoogleServiceAccount, u"google"_s},
                                                     {Auth::Scheme::EntraClient, u"entra"_s}};
    QString auth = schemes.value(request.auth.scheme);
    if (!request.auth.header.isEmpty())
        auth += u' ' + QString::fromLatin1(request.auth.header);
    QJsonObject object{{u"url"_s, QString::fromLatin1(request.url.toEncoded())}, {u"auth"_s, auth}};
    if (request.method != "GET")
        object.insert(u"method"_s, QString::fromLatin1(request.method));
    QJsonObject headers;
    for (const auto &[name, value] : request.headers)
        headers.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    if (!headers.isEmpty())
        object.insert(u"headers"_s, headers);
    if (!request.body.isEmpty())
        object.insert(u"body"_s, QString::fromUtf8(request.body));
    return object;
}

template<typename Row>
void put(QJsonObject &object, const QString &member, const QList<Row> &rows)
{
    QJsonArray array;
    for (const Row &row : rows)
        array.append(shown(row));
    if (!array.isEmpty())
        object.insert(member, array);
}

/// What a conversation came to: records, requests, or the error at which it stopped.
struct Outcome
{
    Records records;
    QList<HttpRequest> requests;
    QStringList warnings;
    std::optional<qint64> completeTo;
    std::optional<DateRange> days; ///< for which the replies answer
    QString summary; ///< of a key check
    std::optional<Error> error;
    qsizetype unread = 0; ///< replies that were never asked for

    QJsonObject out() const
    {
        QJsonObject object;
        put(object, u"charges"_s, records.charges);
        put(object, u"usage"_s, records.usage);
        put(object, u"balances"_s, records.balances);
        put(object, u"names"_s, records.names);
        if (completeTo)
            object.insert(u"complete_to"_s, toRfc3339(*completeTo));
        if (days) {
            object.insert(u"days"_s,
                          QJsonArray{days->from.toString(Qt::ISODate), days->to.toString(Qt::ISODate)});
        }
        if (!summary.isNull())
            object.insert(u"summary"_s, summary);
        if (!warnings.isEmpty())
            object.insert(u"warnings"_s, QJsonArray::fromStringList(warnings));
        if (error)
            object.insert(u"error"_s, shown(*error));
        return object;
    }
    QJsonArray req() const
    {
        QJsonArray array;
        for (const HttpRequest &request : requests)
            array.append(shown(request));
        return array;
    }
};

/// Reads one reply; the next request, if any.
std::optional<HttpRequest> take(const Fixture &fixture, const HttpReply &reply, Outcome &outcome)
{
    if (fixture.check) {
        const auto proof = fixture.vendor->readCheck(fixture.job, reply);
        if (!proof) {
            outcome.error = proof.error();
            return std::nullopt;
        }
        outcome.summary = proof->next ? QString() : proof->summary;
        outcome.warnings = proof->warnings;
        return proof->next;
    }
    auto page = fixture.vendor->parse(fixture.job, reply);
    if (!page) {
        outcome.error = page.error();
        return std::nullopt;
    }
    outcome.records.append(std::move(page->records));
    outcome.warnings += page->warnings;
    if (page->days)
        outcome.days = outcome.days ? outcome.days->intersected(*page->days) : *page->days;
    if (page->completeTo)
        outcome.completeTo = qMax(outcome.completeTo.value_or(0), *page->completeTo);
    return page->next;
}

Outcome play(const Fixture &fixture)
{
    Outcome outcome;
    std::optional<HttpRequest> next = fixture.firstRequest();
    for (HttpReply reply : fixture.replies) {
        if (!next) {
            ++outcome.unread;
            continue;
        }
        outcome.requests.append(*next);
        reply.request = *next;
        next = take(fixture, reply, outcome);
    }
    if (next)
        outcome.requests.append(*next);
    return outcome;
}

/// Compares with FILE and, where they differ, writes the actual text beside it and prints how.
bool matches(const QString &file, const QJsonDocument &actual)
{
    QFile reference(file);
    const QJsonDocument expected
        = reference.open(QFile::ReadOnly) ? QJsonDocument::fromJson(reference.readAll()) : QJsonDocument();
    if (!expected.isNull() && expected == actual)
        return true;
    QFile written(QString(file).replace(u".json"_s, u".actual.json"_s));
    if (written.open(QFile::WriteOnly))
        written.write(actual.toJson());
    written.close();
    QFile sorted(QString(file).replace(u".json"_s, u".expected.actual.json"_s)); // one layout for both sides
    if (sorted.open(QFile::WriteOnly))
        sorted.write(expected.toJson());
    sorted.close();
    QProcess diff;
    diff.start(u"diff"_s, {u"-u"_s, sorted.fileName(), written.fileName()});
    diff.waitForFinished();
    qWarning().noquote() << diff.readAllStandardOutput();
    sorted.remove();
    return false;
}

} // namespace

void TestFixtures::everyVendor()
{
    QTest::addColumn<const VendorAdapter *>("vendor");
    for (const VendorAdapter *vendor : allVendors())
        QTest::newRow(qPrintable(vendor->info().id)) << vendor;
}

void TestFixtures::conversation_data()
{
    QTest::addColumn<Fixture>("fixture");
    for (const VendorAdapter *vendor : allVendors()) {
        for (const Fixture &fixture : fixturesOf(*vendor))
            QTest::newRow(qPrintable(fixture.name())) << fixture;
    }
}

void TestFixtures::conversation()
{
    QFETCH(Fixture, fixture);
    const Outcome outcome = play(fixture);
    const bool records = matches(fixture.path + u".out.json"_s, QJsonDocument(outcome.out()));
    const bool requests = !QFile::exists(fixture.path + u".req.json"_s)
        || matches(fixture.path + u".req.json"_s, QJsonDocument(outcome.req()));
    QVERIFY2(records && requests, "see the difference above; the actual text stands beside the reference");
    QCOMPARE(outcome.unread, 0);
    if (outcome.error) {
        const QString sentence = errorSentence(*outcome.error);
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
    }
}

void TestFixtures::vendorHasItsFixtures()
{
    QFETCH(const VendorAdapter *, vendor);
    const QString folder = u"" TEST_DATA "/"_s + vendor->info().id + u'/';
    QFile source(folder + u"SOURCE.md"_s);
    QVERIFY2(source.open(QFile::ReadOnly) && source.size() > 200,
             "SOURCE.md says where each reply's shape comes from");
    if (vendor->localLog())
        return; // there are no conversations: tests/cli/tst_localusage.cpp reads its files
    QStringList names;
    bool records = false;
    bool requests = false;
    for (const Fixture &fixture : fixturesOf(*vendor)) {
        names.append(QFileInfo(fixture.path).fileName());
        const Outcome outcome = play(fixture);
        records = records || !outcome.records.charges.isEmpty() || !outcome.records.usage.isEmpty()
            || !outcome.records.balances.isEmpty();
        requests = requests || QFile::exists(fixture.path + u".req.json"_s);
        if (names.last() == u"error-401")
            QVERIFY(outcome.error && errorExitCode(outcome.error->kind) == 4);
        if (names.last() == u"error-429")
            QCOMPARE(outcome.error.value().kind, Error::Kind::RateLimited);
        if (names.last() == u"error-broken")
            QCOMPARE(outcome.error.value().kind, Error::Kind::Format);
    }
    QVERIFY2(records, "no conversation brings costs, usage or a balance");
    QVERIFY2(requests, "no conversation states the requests");
    QVERIFY(names.contains(u"error-broken"_s));
    if (vendor->info().secretLabel.isEmpty())
        return;
    QVERIFY(names.contains(u"error-401"_s));
    QVERIFY(names.contains(u"error-429"_s));
}

void TestFixtures::vendorTellsAllOfItself()
{
    QFETCH(const VendorAdapter *, vendor);
    const VendorInfo &info = vendor->info();
    static const QRegularExpression idShape(u"^[a-z][a-z0-9-]*$"_s);
    static const QRegularExpression colourShape(u"^#[0-9A-F]{6}$"_s);
    QVERIFY(idShape.match(info.id).hasMatch());
    QVERIFY(!info.name.isEmpty());
    QVERIFY(colourShape.match(info.colour).hasMatch());
    QVERIFY(!info.feeds.isEmpty());
    QCOMPARE(QSet<Feed>(info.feeds.begin(), info.feeds.end()).size(), info.feeds.size());
    QVERIFY(zoneById(info.billingZone).has_value());
    QVERIFY(info.dataLagHours >= 0 && info.historyMonths > 0 && info.pollMinutes > 0
            && info.requestGapMs >= 0);
    // Every vendor restates: at least today and yesterday are asked for again.
    QVERIFY(info.trailingDays >= 1);
    QVERIFY(!info.baseUrl.path().endsWith(u'/'));
    for (const LoginField &field : info.fields)
        QVERIFY(!field.key.isEmpty() && !field.label.isEmpty());
    if (info.secretLabel.isEmpty())
        return;
    QVERIFY(info.baseUrl.isEmpty() || info.baseUrl.scheme() == u"https");
    QVERIFY(!info.secretHint.isEmpty());
    QVERIFY2(info.keySteps.endsWith(u'.') && info.keySteps.size() > 40,
             "where the key is made, step by step");
    QVERIFY2(info.leastScope.endsWith(u'.'), "the least rights that the key needs");
    QVERIFY(info.keyPage.isEmpty() || info.keyPage.scheme() == u"https");
}

void TestFixtures::vendorsDiffer()
{
    QSet<QString> ids;
    QSet<QString> names;
    QSet<QString> colours;
    for (const VendorAdapter *vendor : allVendors()) {
        ids.insert(vendor->info().id);
        names.insert(vendor->info().name);
        colours.insert(vendor->info().colour);
        QCOMPARE(findVendor(vendor->info().id), vendor);
    }
    QCOMPARE(ids.size(), allVendors().size());
    QCOMPARE(names.size(), allVendors().size());
    QCOMPARE(colours.size(), allVendors().size());
    QCOMPARE(findVendor(u"nobody"), nullptr);
}

void TestFixtures::foldersAreVendors()
{
    const QDir data(u"" TEST_DATA ""_s);
    for (const QString &name : data.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const bool conversations
            = !QDir(data.filePath(name)).entryList({u"*.in.json"_s}, QDir::Files).isEmpty();
        QVERIFY2(!conversations || findVendor(name), qPrintable(name + u" is no vendor of the registry"_s));
    }
}

QTEST_GUILESS_MAIN(TestFixtures)
#include "tst_fixtures.moc"
