// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/handmade.h"
#include "engine/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Fees, public lists, currencies and one's own use, as scripts ask for them.
class TestFeeCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesFees();
    void namesTheRowBehindAPrice();
    void showsPeakHoursAndFreeQuotas();
    void refreshesFromAServer();
    void decidesOnHeldPrices();
    void estimatesInOneCurrency();
    void estimatesOwnUse();
    void refusesBadUsage_data();
    void refusesBadUsage();

private:
    struct Answer
    {
        int exit;
        QByteArray out;
        QByteArray err;
    };
    Answer run(const QStringList &words);
    QJsonValue json(const QStringList &words)
    {
        return QJsonDocument::fromJson(run(words + QStringList{u"--json"_s}).out).object();
    }
    QString write(const QString &name, const QByteArray &text) const;

    HandMadeLedger m_ledger;
    QTemporaryDir m_place;
};

namespace {

QByteArray openRouter(const QByteArray &price)
{
    return R"({"data": [{"id": "acme/one", "pricing": {"prompt": ")" + price
        + R"(", "completion": "0.000002"}}]})";
}

QString amountOf(const QJsonValue &money)
{
    return money[u"amount"_s].toString() + u' ' + money[u"currency"_s].toString();
}

} // namespace

void TestFeeCli::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(COSTGLASS_CLI)), "costglass-cli is not built");
    Usage used;
    used.day = QDate(2026, 11, 10);
    used.periodStart = HandMadeLedger::start(used.day);
    used.periodEnd = HandMadeLedger::start(used.day.addDays(1));
    used.at.service = u"completions"_s;
    used.at.model = u"gpt-6.1-terra"_s;
    used.input = 3'000'000;
    used.output = 300'000;
    used.requests = 3000;
    Snapshot metered;
    metered.account = m_ledger.addAccount(u"openai"_s);
    metered.feed = Feed::Usage;
    metered.days = Month(2026, 11).range();
    metered.takenAt = HandMadeLedger::start(QDate(2026, 11, 24));
    metered.replies = {"by hand"};
    metered.records.usage = {used};
    QVERIFY(m_ledger.store().store(metered));
    m_ledger.close();
}

TestFeeCli::Answer TestFeeCli::run(const QStringList &words)
{
    QProcess process;
    process.start(QStringLiteral(COSTGLASS_CLI),
                  words
                      + QStringList{u"--data"_s, m_ledger.folder(), u"--lang"_s, u"en"_s, u"--now"_s,
                                    u"2026-11-24T12:00:00Z"_s});
    // A server of the test itself may have to answer meanwhile.
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000))
        return {-1, {}, {}};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestFeeCli::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_place.filePath(name));
    if (file.open(QFile::WriteOnly))
        file.write(text);
    return file.fileName();
}

void TestFeeCli::namesFees()
{
    const QJsonValue fees = json({u"prices"_s, u"fees"_s, u"--vendor"_s, u"openrouter"_s});
    const QJsonArray prepay = fees[u"prepay"_s].toArray();
    QCOMPARE(prepay.size(), 2);
    QCOMPARE(prepay[0][u"name"_s].toString(), u"Card top-up fee"_s);
    QCOMPARE(prepay[0][u"kind"_s].toString(), u"fee"_s);
    QCOMPARE(prepay[0][u"rates"_s][0][u"rate"_s].toString(), u"0.055"_s);
    QCOMPARE(prepay[0][u"minimum"_s].toString(), u"0.8"_s);
    QCOMPARE(fees[u"free_quotas"_s].toArray().size(), 2);
    QVERIFY(fees[u"support"_s].toArray().isEmpty());
    // AWS's support plans and Bedrock's commitments are one vendor's.
    const QJsonValue aws = json({u"prices"_s, u"fees"_s, u"--vendor"_s, u"aws"_s});
    QVERIFY(aws[u"commitments"_s].toArray().size() >= 5);
    const Answer text = run({u"prices"_s, u"fees"_s, u"--vendor"_s, u"azure"_s});
    QCOMPARE(text.exit, 0);
    QVERIFY2(text.out.contains("2652"), text.out.constData());
}

void TestFeeCli::namesTheRowBehindAPrice()
{
    const QJsonValue priced = json({u"price"_s, u"--vendor"_s, u"openai"_s, u"--model"_s, u"gpt-6.1-terra"_s,
                                    u"--usage"_s, u"input=1000"_s});
    const QString id = priced[u"lines"_s][0][u"row"_s].toString();
    QCOMPARE(id.size(), 12);
    QCOMPARE(priced[u"price"_s][u"id"_s].toString(), id);
    // The same row in the book's own listing, with where it was read.
    QStringList sources;
    const QJsonArray rows
        = json({u"prices"_s, u"show"_s, u"gpt-6.1-terra"_s, u"--vendor"_s, u"openai"_s})[u"rows"_s].toArray();
    for (const QJsonValue &row : rows) {
        if (row[u"id"_s].toString() == id)
            sources.append(row[u"meter"_s].toString() + u' ' + row[u"source"_s].toString());
    }
    QCOMPARE(sources.size(), 1);
    QVERIFY2(sources[0].startsWith(u"input http"), qPrintable(sources[0]));
}

void TestFeeCli::showsPeakHoursAndFreeQuotas()
{
    const QJsonArray models
        = json({u"prices"_s, u"list"_s, u"--vendor"_s, u"deepseek"_s})[u"models"_s].toArray();
    const auto flash = std::find_if(models.begin(), models.end(), [](const QJsonValue &model) {
        return model[u"model"_s].toString() == u"deepseek-flash";
    });
    QVERIFY(flash != models.end());
    const QJsonValue rule = QJsonValue(*flash)[u"peak_rules"_s][0];
    QCOMPARE(rule[u"id"_s].toString(), u"deepseek-2026"_s);
    QCOMPARE(rule[u"zone"_s].toString(), u"Asia/Shanghai"_s);
    QCOMPARE(rule[u"windows"_s][1][0].toString(), u"14:00"_s);
    const QJsonValue qwen = json({u"price"_s, u"--vendor"_s, u"qwen"_s, u"--model"_s, u"qwen3.7-max"_s,
                                  u"--usage"_s, u"input=1000"_s});
    QCOMPARE(qwen[u"free_quotas"_s][0][u"amount"_s].toString(), u"1000000"_s);
    const QJsonValue container = json({u"price"_s, u"--vendor"_s, u"anthropic"_s, u"--model"_s,
                                       u"Code execution container"_s, u"--usage"_s, u"minutes=2"_s});
    QCOMPARE(container[u"lines"_s][0][u"quantity"_s].toString(), u"5"_s); // the least that is billed
}

void TestFeeCli::refreshesFromAServer()
{
    Wire server(Wire::says(Wire::reply("200 OK", openRouter("0.000001"), "ETag: \"a\"\r\n")));
    const QStringList words{u"prices"_s,     u"refresh"_s,    u"--feed"_s,
                            u"openrouter"_s, u"--feed-url"_s, u"openrouter="_s + server.url().toString()};
    const QJsonValue first = json(words);
    QCOMPARE(first[u"feeds"_s].toArray().size(), 1);
    QCOMPARE(first[u"feeds"_s][0][u"status"_s].toString(), u"read"_s);
    QCOMPARE(first[u"taken"_s].toInt(), 2);
    const QJsonValue priced = json({u"price"_s, u"--vendor"_s, u"openrouter"_s, u"--model"_s, u"acme/one"_s,
                                    u"--usage"_s, u"input=1000000,output=1000000"_s});
    QCOMPARE(amountOf(priced[u"cost"_s]), u"3.00 USD"_s);
    QCOMPARE(json(words)[u"taken"_s].toInt(), 0);
    QVERIFY(server.requests.value(1).contains("If-None-Match: \"a\""));
    // A server that is not there: exit code of the network, and the book as before.
    const Answer gone = run({u"prices"_s, u"refresh"_s, u"--feed"_s, u"litellm"_s, u"--feed-url"_s,
                             u"litellm=http://127.0.0.1:1/"_s, u"--json"_s});
    QCOMPARE(gone.exit, 5);
    QCOMPARE(QJsonDocument::fromJson(gone.out)[u"feeds"_s][0][u"status"_s].toString(), u"failed"_s);
}

void TestFeeCli::decidesOnHeldPrices()
{
    Wire server(Wire::says(Wire::reply("200 OK", openRouter("0.000005"))));
    const Answer refreshed = run({u"prices"_s, u"refresh"_s, u"--feed"_s, u"openrouter"_s, u"--feed-url"_s,
                                  u"openrouter="_s + server.url().toString()});
    QCOMPARE(refreshed.exit, 0);
    QVERIFY2(refreshed.out.contains("1 price"), refreshed.out.constData());
    const QJsonValue held = json({u"prices"_s, u"held"_s})[u"held"_s][0];
    QCOMPARE(held[u"reason"_s].toString(), u"jump"_s);
    QCOMPARE(amountOf(held[u"before"_s]), u"1.00 USD"_s);
    QCOMPARE(amountOf(held[u"price"_s]), u"5.00 USD"_s);
    const QStringList question{u"price"_s,    u"--vendor"_s, u"openrouter"_s,   u"--model"_s,
                               u"acme/one"_s, u"--usage"_s,  u"input=1000000"_s};
    QCOMPARE(amountOf(json(question)[u"cost"_s]), u"1.00 USD"_s);
    QCOMPARE(run({u"prices"_s, u"accept"_s, u"nothing"_s}).exit, 2);
    QCOMPARE(run({u"prices"_s, u"accept"_s, held[u"id"_s].toString()}).exit, 0);
    QCOMPARE(amountOf(json(question)[u"cost"_s]), u"5.00 USD"_s);
    const QJsonValue before = json(question + QStringList{u"--at"_s, u"2026-11-24T11:59:59Z"_s});
    QVERIFY(before[u"cost"_s].isNull()); // nothing was known of it then
    QVERIFY(json({u"prices"_s, u"held"_s})[u"held"_s].toArray().isEmpty());
}

void TestFeeCli::estimatesInOneCurrency()
{
    // A dollar is 8.00 ÷ 1.25 = 6.4 yuan.
    QCOMPARE(run({u"fx"_s, u"import"_s, write(u"rates.csv"_s, "Date,USD,CNY\n2026-11-24,1.25,8.00\n")}).exit,
             0);
    const QString path
        = write(u"education.json"_s, run({u"estimate"_s, u"--template"_s, u"education"_s}).out);
    const QJsonValue answer = json({u"estimate"_s, path, u"--currency"_s, u"CNY"_s});
    QCOMPARE(answer[u"currency"_s].toString(), u"CNY"_s);
    QMap<QString, QJsonValue> rows;
    for (const QJsonValue &row : answer[u"rows"_s].toArray())
        rows.insert(row[u"model"_s].toString(), row);
    // 4,423.60235716 dollars.
    QCOMPARE(amountOf(rows[u"gpt-6.1-terra"_s][u"total"_s]), u"28311.055085824 CNY"_s);
    QCOMPARE(amountOf(rows[u"gpt-6.1-terra"_s][u"seats"_s]), u"15360.00 CNY"_s);
    // Prices in yuan stay as they are: 396,000 × 0.0027256 + 88,000 × 0.00348 = 1,385.5776, or 216.4965 dollars. With
    // storage of 184.999924, 9 % support on both and 2,400 of seats that is 2,837.63110216 dollars.
    QCOMPARE(amountOf(rows[u"glm-5.3-flash (cn)"_s][u"model_cost"_s]), u"1385.5776 CNY"_s);
    QCOMPARE(amountOf(rows[u"glm-5.3-flash (cn)"_s][u"total"_s]), u"18160.839053824 CNY"_s);
    QStringList rates;
    for (const QJsonValue &rate : answer[u"rates"_s].toArray())
        rates.append(rate[u"from"_s].toString() + u' ' + rate[u"to"_s].toString() + u' '
                     + rate[u"rate"_s].toString() + u' ' + rate[u"date"_s].toString());
    rates.sort();
    QCOMPARE(rates, (QStringList{u"CNY USD 0.15625 2026-11-24"_s, u"USD CNY 6.4 2026-11-24"_s}));
    QVERIFY(run({u"estimate"_s, path, u"--currency"_s, u"CNY"_s}).out.contains("1 USD = 6.4 CNY"));
    // Without the option nothing is converted, and what would need a rate is unknown.
    const QJsonValue plain = json({u"estimate"_s, path});
    QVERIFY(plain[u"rates"_s].toArray().isEmpty());
    QVERIFY(plain[u"rows"_s][3][u"total"_s].isNull());
}

void TestFeeCli::estimatesOwnUse()
{
    const QJsonArray rows = json({u"estimate"_s, u"last-30-days"_s})[u"rows"_s].toArray();
    QVERIFY(rows.size() > 80);
    const auto terra = std::find_if(rows.begin(), rows.end(), [](const QJsonValue &row) {
        return row[u"model"_s].toString() == u"gpt-6.1-terra";
    });
    QVERIFY(terra != rows.end());
    QCOMPARE(amountOf(QJsonValue(*terra)[u"total"_s]), u"4.50 USD"_s); // 3 × 1 + 0.3 × 5
    const QJsonObject scenario
        = QJsonDocument::fromJson(run({u"estimate"_s, u"--template"_s, u"last-30-days"_s}).out).object();
    QCOMPARE(scenario[u"workloads"_s][0][u"per_day"_s].toString(), u"100"_s);
}

void TestFeeCli::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exitCode");
    const QString scenario = m_place.filePath(u"education.json"_s);
    QTest::newRow("no such feed") << QStringList{u"prices"_s, u"refresh"_s, u"--feed"_s, u"rumours"_s} << 2;
    QTest::newRow("no address") << QStringList{u"prices"_s, u"refresh"_s, u"--feed-url"_s, u"litellm"_s} << 2;
    QTest::newRow("plain http abroad")
        << QStringList{u"prices"_s,  u"refresh"_s,    u"--feed"_s,
                       u"litellm"_s, u"--feed-url"_s, u"litellm=http://example.com/"_s}
        << 7;
    QTest::newRow("no id") << QStringList{u"prices"_s, u"accept"_s} << 2;
    QTest::newRow("no currency") << QStringList{u"estimate"_s, scenario, u"--currency"_s, u"gold"_s} << 2;
    QTest::newRow("no rate") << QStringList{u"estimate"_s, scenario, u"--currency"_s, u"AFN"_s} << 2;
}

void TestFeeCli::refusesBadUsage()
{
    QFETCH(QStringList, words);
    const Answer answer = run(words);
    QTEST(answer.exit, "exitCode");
    QVERIFY(!answer.err.isEmpty() || !answer.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestFeeCli)
#include "tst_feecli.moc"
