// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/alibabaadapter.h"
#include "vendors/azureadapter.h"
#include "vendors/billtokens.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// What the words of clouds' bills say: models, classes of tokens, and how many a unit is.
class TestCloudBills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void azureMeters_data();
    void azureMeters();
    void alibabaInstances_data();
    void alibabaInstances();
    void tokenClasses_data();
    void tokenClasses();
    void tokenCounts_data();
    void tokenCounts();
};

void TestCloudBills::azureMeters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("meter");
    QTest::addColumn<QString>("tier");
    const QString none;
    const QString input = u"input_tokens"_s;
    const QString output = u"output_tokens"_s;
    const auto row
        = [](const QString &name, const QString &model, const QString &meter, const QString &tier) {
              QTest::newRow(qPrintable(name)) << name << model << meter << tier;
          };
    row(u"gpt-4o 0806 Inp glbl Tokens"_s, u"gpt-4o 0806"_s, input, none);
    row(u"GPT 5 Mini outpt Glbl"_s, u"GPT 5 Mini"_s, output, none);
    row(u"gpt-4o-mini-0718-Outp-glbl Tokens"_s, u"gpt-4o-mini-0718"_s, output, none);
    row(u"gpt 4.1 mini cached Inp Data Zone Tokens"_s, u"gpt 4.1 mini"_s, u"cache_read_tokens"_s, none);
    row(u"GPT 5 cd inp Glbl"_s, u"GPT 5"_s, u"cache_read_tokens"_s, none);
    row(u"gpt-4.1-Batch-Inp-glbl Tokens"_s, u"gpt-4.1"_s, input, u"batch"_s);
    row(u"GPT 5.1 pp outp Glbl Tokens"_s, u"GPT 5.1"_s, output, u"priority"_s);
    row(u"Text Embedding 3 Large Glbl"_s, u"Text Embedding 3 Large"_s, none, none);
    // No tokens: no model.
    row(u"Standard Text Records"_s, none, none, none);
    row(u"S1 Speech To Text Batch"_s, none, none, u"batch"_s);
    row(u"D2s v5"_s, none, none, none);
    row(u"Input"_s, none, none, none);
    row(QString(), none, none, none);
}

void TestCloudBills::azureMeters()
{
    QFETCH(QString, name);
    const AzureMeter meter = readAzureMeter(name);
    QTEST(meter.model, "model");
    QTEST(meter.meter, "meter");
    QTEST(meter.tier, "tier");
}

void TestCloudBills::alibabaInstances_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("told"); // key, workspace, model, meter
    QTest::newRow("with its key") << u"text_token;10086;llm-shop;qwen-max;output_token;api"_s
                                  << QStringList{u"10086"_s, u"llm-shop"_s, u"qwen-max"_s, u"output_token"_s};
    QTest::newRow("before 2024") << u"text_token;llm-xxx;qwen-max;output_token;app"_s
                                 << QStringList{QString(), u"llm-xxx"_s, u"qwen-max"_s, u"output_token"_s};
    QTest::newRow("key first") << u"10086;image;ws_1;wan;image_number"_s
                               << QStringList{u"10086"_s, u"ws_1"_s, u"wan"_s, u"image_number"_s};
    QTest::newRow("no meter") << u"text_token;llm-x;qwen"_s
                              << QStringList{QString(), u"llm-x"_s, u"qwen"_s, QString()};
    for (const QString &other : {u"i-bp1abc"_s, u"10086"_s, u"text_token;llm-x"_s, QString()})
        QTest::newRow(qPrintable(u"other: "_s + other)) << other << QStringList{{}, {}, {}, {}};
}

void TestCloudBills::alibabaInstances()
{
    QFETCH(QString, id);
    const AlibabaInstance instance = readAlibabaInstance(id);
    QTEST((QStringList{instance.key, instance.workspace, instance.model, instance.meter}), "told");
}

void TestCloudBills::tokenClasses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meter");
    const QList<QPair<QString, QString>> rows{{u"输入token"_s, u"input_tokens"_s},
                                              {u"Input tokens"_s, u"input_tokens"_s},
                                              {u"prompt"_s, u"input_tokens"_s},
                                              {u"输出token（思考）"_s, u"output_tokens"_s},
                                              {u"Completion"_s, u"output_tokens"_s},
                                              {u"cached_input_token"_s, u"cache_read_tokens"_s},
                                              {u"缓存命中token"_s, u"cache_read_tokens"_s},
                                              {u"显式缓存创建token"_s, u"cache_write_tokens"_s},
                                              {u"input_token_cache_creation"_s, u"cache_write_tokens"_s},
                                              {u"缓存存储"_s, QString()},
                                              {u"图片张数"_s, QString()},
                                              {QString(), QString()}};
    for (const auto &[text, meter] : rows)
        QTest::newRow(qPrintable(u"of "_s + text)) << text << meter;
}

void TestCloudBills::tokenClasses()
{
    QFETCH(QString, text);
    QTEST(tokenMeter(tokenClassOf(text)), "meter");
}

void TestCloudBills::tokenCounts_data()
{
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<qint64>("count"); // -1 = unknown
    QTest::newRow("tokens") << u"1125001"_s << u"tokens"_s << qint64(1'125'001);
    QTest::newRow("thousands") << u"1125.001"_s << u"千tokens"_s << qint64(1'125'001);
    QTest::newRow("thousands in English") << u"0.0025"_s << u"1K Tokens"_s << qint64(2); // half to even
    QTest::newRow("ten thousands") << u"1.5"_s << u"万tokens"_s << qint64(15'000);
    QTest::newRow("millions") << u"0.000001"_s << u"百万 token"_s << qint64(1);
    QTest::newRow("unknown unit") << u"1"_s << u"Units"_s << qint64(-1);
    QTest::newRow("times hours") << u"1"_s << u"千tokens*小时"_s << qint64(-1);
    QTest::newRow("negative") << u"-1"_s << u"tokens"_s << qint64(-1);
    QTest::newRow("no number") << u"much"_s << u"tokens"_s << qint64(-1);
    QTest::newRow("beyond all use") << u"9000000000000"_s << u"百万token"_s << qint64(-1);
}

void TestCloudBills::tokenCounts()
{
    QFETCH(QString, quantity);
    QFETCH(QString, unit);
    QTEST(tokenCount(quantity, unit).value_or(-1), "count");
}

QTEST_GUILESS_MAIN(TestCloudBills)
#include "tst_cloudbills.moc"
