// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

using namespace Qt::StringLiterals;

/// The price commands as scripts call them: figures, files, exit codes and what stays in the data folder.
class TestPriceCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pricesOneRequest();
    void pricesAFile();
    void endsAtTheFirstBadLine_data();
    void endsAtTheFirstBadLine();
    void importsForTheFutureOnly();
    void overridesStandAboveLists();
    void refusesWithoutTouchingAnything();
    void estimatesATemplate();

private:
    struct Answer
    {
        int exit;
        QByteArray out;
        QByteArray err;
    };
    Answer run(const QStringList &words) const;
    QString write(const QString &name, const QByteArray &text) const;
    QString amountOf(const QStringList &words) const;

    QTemporaryDir m_folder;
};

namespace {

const QByteArray list
    = R"({"one": {"litellm_provider": "acme", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06},
    "acme/two": {"litellm_provider": "acme", "input_cost_per_token": 3.3333333333333335e-05}})";

} // namespace

void TestPriceCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY2(QFile::exists(QStringLiteral(COSTGLASS_CLI)), "costglass-cli is not built");
}

TestPriceCli::Answer TestPriceCli::run(const QStringList &words) const
{
    QProcess process;
    process.start(QStringLiteral(COSTGLASS_CLI),
                  words + QStringList{u"--data"_s, m_folder.filePath(u"data"_s), u"--lang"_s, u"en"_s});
    if (!process.waitForFinished(60'000))
        return {-1, {}, {}};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestPriceCli::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    if (file.open(QFile::WriteOnly))
        file.write(text);
    return file.fileName();
}

QString TestPriceCli::amountOf(const QStringList &words) const
{
    const QJsonObject answer = QJsonDocument::fromJson(run(words + QStringList{u"--json"_s}).out).object();
    return answer.value(u"cost"_s).toObject().value(u"amount"_s).toString();
}

void TestPriceCli::pricesOneRequest()
{
    const Answer answer
        = run({u"price"_s, u"--vendor"_s, u"openai"_s, u"--model"_s, u"gpt-6.1-sol"_s, u"--usage"_s,
               u"input=300000,output=1000"_s, u"--at"_s, u"2026-11-24T12:00:00Z"_s, u"--json"_s});
    QCOMPARE(answer.exit, 0);
    const QJsonObject json = QJsonDocument::fromJson(answer.out).object();
    // 300,000 × 4 + 1,000 × 15 per million.
    QCOMPARE(json.value(u"cost"_s).toObject().value(u"amount"_s).toString(), u"1.215"_s);
    const QJsonObject line = json.value(u"lines"_s).toArray().at(0).toObject();
    QCOMPARE(line.value(u"meter"_s).toString(), u"input"_s);
    QCOMPARE(line.value(u"quantity"_s).toString(), u"300000"_s);
    QCOMPARE(line.value(u"unit_price"_s).toObject().value(u"amount"_s).toString(), u"4.00"_s);
    QCOMPARE(line.value(u"per"_s).toString(), u"1000000"_s);
    QCOMPARE(line.value(u"rule"_s).toString(), u"long_context>272000"_s);
    QCOMPARE(json.value(u"price"_s).toObject().value(u"as_of"_s).toString(), u"2026-10-13"_s);
    QVERIFY(json.value(u"price"_s).toObject().contains(u"effective_from"_s));
}

void TestPriceCli::pricesAFile()
{
    const QString usage = write(u"usage.jsonl"_s,
                                R"({"vendor":"acme","model":"one","usage":{"input":1000,"output":10}}
{"vendor":"acme","model":"two","usage":{"input":3}}

{"vendor":"acme","model":"three","usage":{"input":3}}
{"vendor":"acme","model":"three","usage":{"input":4}}
{"vendor":"acme","model":"one","usage":{"prompt_tokens":100,"completion_tokens":5}}
)");
    const Answer answer
        = run({u"price"_s, u"--usage-file"_s, usage, u"--price-list"_s, write(u"list.json"_s, list)});
    QCOMPARE(answer.exit, 0);
    const QList<QByteArray> lines = answer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 6);
    const auto amount = [&](qsizetype i) {
        return QJsonDocument::fromJson(lines[i])
            .object()
            .value(u"cost"_s)
            .toObject()
            .value(u"amount"_s)
            .toString();
    };
    QCOMPARE(amount(0), u"0.00102"_s);
    QCOMPARE(amount(1), u"0.000100000000000000005"_s); // 3 × 3.3333333333333335e-05: every digit
    QVERIFY(QJsonDocument::fromJson(lines[2]).object().value(u"cost"_s).isNull());
    QCOMPARE(amount(4), u"0.00011"_s);
    const QJsonObject last = QJsonDocument::fromJson(lines[5]).object();
    QCOMPARE(last.value(u"total"_s).toArray().at(0).toObject().value(u"currency"_s).toString(), u"USD"_s);
    const QJsonObject gap = last.value(u"unpriced"_s).toArray().at(0).toObject();
    QCOMPARE(gap.value(u"model"_s).toString(), u"three"_s);
    QCOMPARE(gap.value(u"lines"_s).toInt(), 2);
}

void TestPriceCli::endsAtTheFirstBadLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no JSON") << QByteArray("{\"vendor\":");
    QTest::newRow("no model") << QByteArray(R"({"usage":{"input":1}})");
    QTest::newRow("negative") << QByteArray(R"({"vendor":"acme","model":"one","usage":{"input":-1}})");
    QTest::newRow("absurd") << QByteArray(R"({"vendor":"acme","model":"one","usage":{"input":1e30}})");
    QTest::newRow("meter") << QByteArray(R"({"vendor":"acme","model":"one","usage":{"imput":1}})");
    QTest::newRow("tier") << QByteArray(
        R"({"vendor":"acme","model":"one","tier":"gold","usage":{"input":1}})");
    QTest::newRow("instant") << QByteArray(
        R"({"vendor":"acme","model":"one","at":"today","usage":{"input":1}})");
}

void TestPriceCli::endsAtTheFirstBadLine()
{
    QFETCH(QByteArray, line);
    const QByteArray good = R"({"vendor":"acme","model":"one","usage":{"input":1}})";
    const QString usage = write(u"bad.jsonl"_s, good + '\n' + line + '\n' + good + '\n');
    const Answer answer
        = run({u"price"_s, u"--usage-file"_s, usage, u"--price-list"_s, write(u"list.json"_s, list)});
    QCOMPARE(answer.exit, 6);
    QVERIFY2(answer.err.contains("line 2"), answer.err.constData());
    QCOMPARE(answer.out.count('\n'), 1);
}

void TestPriceCli::importsForTheFutureOnly()
{
    const QStringList question{u"price"_s, u"--vendor"_s, u"acme"_s,         u"--model"_s,
                               u"one"_s,   u"--usage"_s,  u"input=1000000"_s};
    const QString path = write(u"list.json"_s, list);
    const Answer answer = run({u"prices"_s, u"import"_s, path, u"--format"_s, u"litellm"_s, u"--json"_s,
                               u"--now"_s, u"2026-11-24T08:00:00Z"_s});
    QCOMPARE(answer.exit, 0);
    QCOMPARE(QJsonDocument::fromJson(answer.out).object().value(u"imported"_s).toInt(), 3);
    QCOMPARE(amountOf(question + QStringList{u"--at"_s, u"2026-11-24T08:00:00Z"_s}), u"1.00"_s);
    QCOMPARE(amountOf(question + QStringList{u"--at"_s, u"2026-11-24T07:59:59Z"_s}), QString());
    const QFile::Permissions rights = QFile::permissions(m_folder.filePath(u"data/prices.json"_s));
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    // A price that grew fivefold is held until somebody says otherwise; the one of before stays.
    const QString dearer = write(u"dearer.json"_s, QByteArray(list).replace("1e-06", "5e-06"));
    const QStringList later{u"--now"_s, u"2026-11-25T08:00:00Z"_s, u"--json"_s};
    const QJsonObject held
        = QJsonDocument::fromJson(run(QStringList{u"prices"_s, u"import"_s, dearer} + later).out).object();
    QCOMPARE(held.value(u"held"_s).toArray().size(), 1);
    QCOMPARE(amountOf(question + QStringList{u"--at"_s, u"2026-11-26T00:00:00Z"_s}), u"1.00"_s);
    run(QStringList{u"prices"_s, u"import"_s, dearer, u"--accept"_s} + later);
    QCOMPARE(amountOf(question + QStringList{u"--at"_s, u"2026-11-26T00:00:00Z"_s}), u"5.00"_s);
    QCOMPARE(amountOf(question + QStringList{u"--at"_s, u"2026-11-24T09:00:00Z"_s}), u"1.00"_s);
}

void TestPriceCli::overridesStandAboveLists()
{
    const QStringList question{u"price"_s,         u"--vendor"_s, u"openai"_s,       u"--model"_s,
                               u"gpt-6.1-terra"_s, u"--usage"_s,  u"input=1000000"_s};
    const QStringList override{u"prices"_s,        u"override"_s,   u"--vendor"_s, u"openai"_s,  u"--model"_s,
                               u"gpt-6.1-terra"_s, u"--meter"_s,    u"input"_s,    u"--price"_s, u"0.90"_s,
                               u"--from"_s,        u"2026-11-01"_s, u"--note"_s,   u"contract"_s};
    QCOMPARE(run(override).exit, 0);
    QCOMPARE(amountOf(question + QStringList{u"--at"_s, u"2026-11-02T00:00:00Z"_s}), u"0.90"_s);
    QCOMPARE(amountOf(question + QStringList{u"--at"_s, u"2026-10-31T00:00:00Z"_s}),
             u"2.00"_s); // a long prompt
    const Answer shown = run({u"prices"_s, u"show"_s, u"gpt-6.1-terra"_s, u"--json"_s});
    QVERIFY(shown.out.contains("contract"));
}

void TestPriceCli::refusesWithoutTouchingAnything()
{
    const QString store = m_folder.filePath(u"data/prices.json"_s);
    const auto content = [&store] {
        QFile file(store);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = content();
    const QString broken = write(u"broken.json"_s, QByteArray(list).replace("2e-06", "-2e-06"));
    const Answer refused = run({u"prices"_s, u"import"_s, broken, u"--json"_s});
    QCOMPARE(refused.exit, 6);
    QVERIFY(refused.err.contains("one.output_cost_per_token"));
    QCOMPARE(run({u"prices"_s, u"import"_s, broken, u"--format"_s, u"csv"_s}).exit, 2);
    QCOMPARE(run({u"prices"_s, u"import"_s, m_folder.filePath(u"none"_s)}).exit, 6);
    QCOMPARE(run({u"price"_s, u"--model"_s, u"one"_s, u"--usage"_s, u"imput=3"_s}).exit, 2);
    QCOMPARE(run({u"price"_s, u"--model"_s, u"one"_s}).exit, 2);
    QCOMPARE(run({u"prices"_s, u"override"_s, u"--vendor"_s, u"acme"_s}).exit, 2);
    QCOMPARE(content(), before);
}

void TestPriceCli::estimatesATemplate()
{
    const Answer scenario = run({u"estimate"_s, u"--template"_s, u"education"_s});
    QCOMPARE(scenario.exit, 0);
    const QString path = write(u"scenario.json"_s, scenario.out);
    const Answer answer = run({u"estimate"_s, path, u"--now"_s, u"2026-11-24T12:00:00Z"_s, u"--json"_s});
    QCOMPARE(answer.exit, 0);
    const QJsonArray rows = QJsonDocument::fromJson(answer.out).object().value(u"rows"_s).toArray();
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].toObject().value(u"model"_s).toString(), u"gpt-6-luna"_s);
    QVERIFY(rows[3].toObject().value(u"total"_s).isNull());
    QCOMPARE(run({u"estimate"_s, u"--template"_s, u"mining"_s}).exit, 2);
}

QTEST_GUILESS_MAIN(TestPriceCli)
#include "tst_pricecli.moc"
