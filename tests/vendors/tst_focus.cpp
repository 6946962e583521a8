// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/costfile.h"
#include "vendors/filetexts.h"
#include "vendors/focusfile.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Cost files as text into records. Figures were worked out by hand from the fixtures.
class TestFocus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCsv_data();
    void readsCsv();
    void readsCsvInAnyPieces();
    void refusesBrokenCsv_data();
    void refusesBrokenCsv();
    void readsTimes_data();
    void readsTimes();
    void readsMoney_data();
    void readsMoney();
    void readsQuirksOfFocus();
    void refusesRowsByLine();
    void readsCloudReports();
    void readsConsoleExports();
    void readsLanyingTemplate();
    void readsOwnMap();
    void refusesOwnMap_data();
    void refusesOwnMap();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void guardsAgainstFormulas();
};

namespace {

/// A source that hands out \a text in pieces of at most \a piece bytes.
CsvRows::Source pieces(const QByteArray &text, qint64 piece)
{
    return [text, piece, at = qint64(0)](char *to, qint64 room) mutable -> Result<qint64> {
        const qint64 size = qMin(qMin(piece, room), text.size() - at);
        std::copy_n(text.constData() + at, size, to);
        at += size;
        return size;
    };
}

/// All cells, null ones as "∅", cells by "|" and records by "/".
QString flat(const QByteArray &text, qint64 piece = 1 << 20)
{
    CsvRows rows(pieces(text, piece));
    QStringList records;
    for (auto more = rows.next();; more = rows.next()) {
        if (!more)
            return u"! "_s + more.error().detail;
        if (!*more)
            return records.join(u'/');
        QStringList cells;
        for (const CsvRows::Cell &cell : rows.cells())
            cells.append(cell.isNull() ? u"∅"_s : QString::fromUtf8(cell.text));
        records.append(cells.join(u'|'));
    }
}

struct FileRows
{
    QString format;
    QList<CostRow> rows;
    QList<qint64> refused; ///< lines
    QString problem;
};

FileRows readText(const QByteArray &text, const CostFileMap *own = nullptr)
{
    FileRows read;
    CsvRows rows(pieces(text, 1 << 20));
    if (!rows.next().value_or(false))
        return read;
    const auto found = CostFile::recognise(rows.cells());
    if (!own && !found) {
        read.problem = found.error().detail;
        return read;
    }
    const CostFileMap map = own ? *own : **found;
    read.format = map.id;
    auto file = CostFile::open(map, rows.cells());
    if (!file) {
        read.problem = file.error().detail;
        return read;
    }
    while (rows.next().value_or(false)) {
        const auto row = file->read(rows.cells());
        if (row)
            read.rows.append(*row);
        else
            read.refused.append(rows.line());
    }
    return read;
}

FileRows readFixture(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA) + u"/focus/"_s + name);
    if (!file.open(QFile::ReadOnly))
        return {};
    return readText(file.readAll());
}

/// JSON written with apostrophes.
QByteArray jsonOf(QByteArray text)
{
    return text.replace('\'', '"');
}

QString costOf(const CostRow &row)
{
    return row.charge ? row.charge->cost.toDecimal() + u' ' + row.charge->cost.currency().code() : u"-"_s;
}

} // namespace

void TestFocus::readsCsv_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("cells");
    QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << u"a|b/1|2"_s;
    QTest::newRow("no end of line") << QByteArray("a,b\n1,2") << u"a|b/1|2"_s;
    QTest::newRow("CRLF and mark") << QByteArray("\xef\xbb\xbf"
                                                 "a,b\r\n1,\"2\"\r\n")
                                   << u"a|b/1|2"_s;
    QTest::newRow("quotes") << QByteArray("a,b\n\"x,\"\"y\"\"\",\"l1\nl2\"\n") << u"a|b/x,\"y\"|l1\nl2"_s;
    QTest::newRow("semicolons") << QByteArray("a;b\n1,5;2\n") << u"a|b/1,5|2"_s;
    QTest::newRow("tabs") << QByteArray("a\tb\n1\t\n") << u"a|b/1|∅"_s;
    QTest::newRow("nothing") << QByteArray("a,b,c,d\nNULL,null,\"NULL\",\"\"\n") << u"a|b|c|d/∅|∅|NULL|∅"_s;
    QTest::newRow("empty lines") << QByteArray("a,b\n\n\r\n1,2\n\n") << u"a|b/1|2"_s;
    QTest::newRow("quote inside") << QByteArray("a,b\n5\" disk,\"x\" y\n") << u"a|b/5\" disk|x y"_s;
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestFocus::readsCsv()
{
    QFETCH(QByteArray, text);
    QTEST(flat(text), "cells");
}

void TestFocus::readsCsvInAnyPieces()
{
    const QByteArray text = "a,b\r\n\"x \"\"y\"\"\n,\",\"\"\r\n\"\"\"\",2\r\n";
    for (qint64 piece = 1; piece < text.size(); ++piece)
        QCOMPARE(flat(text, piece), u"a|b/x \"y\"\n,|∅/\"|2"_s);
    // A record longer than the first buffer is read whole.
    const QByteArray large(1'000'000, 'x');
    CsvRows rows(pieces("a,b\n\"" + large + "\"\"\",z\n", 4096));
    QVERIFY(rows.next().value_or(false));
    QVERIFY(rows.next().value_or(false));
    QCOMPARE(rows.cells()[0].text.size(), 1'000'001);
    QCOMPARE(rows.cells()[1].text, QByteArrayView("z"));
}

void TestFocus::refusesBrokenCsv_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("open quote") << QByteArray("a,b\n1,2\n\"x,3\n4,5\n") << u"line 3"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                          "a\0,\0",
                                          6)
                            << u"UTF-16"_s;
    QTest::newRow("endless") << QByteArray("a\n\"") + QByteArray(CsvRows::LongestRecord + 1, 'x')
                             << u"line 2"_s;
}

void TestFocus::refusesBrokenCsv()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const QString answer = flat(text);
    QVERIFY2(answer.startsWith(u"! ") && answer.contains(says), qPrintable(answer.left(200)));
}

void TestFocus::readsTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reads");
    const auto row
        = [](const char *text, const QString &reads) { QTest::newRow(text) << QByteArray(text) << reads; };
    row("2024-10-01", u"2024-10-01"_s);
    row("2024-10-01 00:00:00", u"2024-10-01 0"_s);
    row("2024-10-01T01:00Z", u"2024-10-01 3600 0"_s);
    row("2024-10-01T01:00:05.250+08:00", u"2024-10-01 3605 28800"_s);
    row("2024-10-01T01:00:00-0530", u"2024-10-01 3600 -19800"_s);
    row("2024-10-01 01:00:00 UTC", u"2024-10-01 3600 0"_s);
    row("5/1/25", u"2025-05-01"_s);
    row("05/31/2025 13:30", u"2025-05-31 48600"_s);
    row("2025/05/31", u"2025-05-31"_s);
    row("31/05/2025", {});
    row("2024-02-30", {});
    row("2024-10-01T25:00:00Z", {});
    row("2024-10-01T01:00:00 CEST", {});
    row("tomorrow", {});
    row("", {});
}

void TestFocus::readsTimes()
{
    QFETCH(QByteArray, text);
    const auto time = readWrittenTime(text);
    QString reads = time ? time->date.toString(Qt::ISODate) : QString();
    if (time && time->second)
        reads += u' ' + QString::number(*time->second);
    if (time && time->offset)
        reads += u' ' + QString::number(*time->offset);
    QTEST(reads, "reads");
}

void TestFocus::readsMoney_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("point");
    QTest::addColumn<QString>("amount");
    const auto row = [](const char *text, const QString &amount, char point = '.') {
        QTest::addRow("%s %c", text, point) << QByteArray(text) << point << amount;
    };
    row("12.34", u"12.34"_s);
    row("-0.000000001", u"-0.000000001"_s);
    row("0.00000080000", u"0.0000008"_s);
    row("0.0000000005", u"0.00"_s); // half to even
    row("0.0000000015", u"0.000000002"_s);
    row("2.5E-7", u"0.00000025"_s);
    row("+3", u"3.00"_s);
    row("$1,234.50", u"1234.50"_s);
    row("($5.00)", u"-5.00"_s);
    row("-$5.00", u"-5.00"_s);
    row("¥7", u"7.00"_s);
    row("9000000000.5", u"9000000000.50"_s);
    row("1.234,56", u"1234.56"_s, ',');
    row("0,5", u"0.50"_s, ',');
    row("12,5", {});
    row("1,23,456", {});
    row("1.2.3", {});
    row("99999999999", {}); // beyond what an amount holds
    row("abc", {});
    row("-", {});
    row("", {});
}

void TestFocus::readsMoney()
{
    QFETCH(QByteArray, text);
    QFETCH(char, point);
    const auto money = readWrittenMoney(text, point, Currency::usd());
    QTEST(money ? money->toDecimal() : QString(), "amount");
}

void TestFocus::readsQuirksOfFocus()
{
    const FileRows read = readFixture(u"quirks.csv"_s);
    QCOMPARE(read.format, u"focus"_s);
    QCOMPARE(read.refused, QList<qint64>());
    QCOMPARE(read.rows.size(), 6);

    const CostRow &plain = read.rows[0];
    QCOMPARE(plain.vendor, u"openai"_s);
    QCOMPARE(plain.projectName, u"Research"_s);
    Charge charge;
    charge.day = QDate(2026, 10, 1);
    charge.periodStart = 1790812800; // 2026-10-01T00:00:00Z
    charge.periodEnd = 1790899200;
    charge.at.service = u"Chat"_s;
    charge.at.model = u"m-1"_s;
    charge.at.project = u"proj_1"_s;
    charge.at.key = u"k-9"_s;
    charge.at.user = u"u-7"_s;
    charge.kind = ChargeKind::Entered;
    charge.description = u"Plain, with a comma"_s;
    charge.meter = u"Input Tokens"_s;
    charge.cost = *Money::parse(u"1.25", Currency::usd());
    charge.list = *Money::parse(u"1.50", Currency::usd());
    charge.quantity = u"1000"_s;
    charge.unit = u"Tokens"_s;
    QCOMPARE(*plain.charge, charge);
    QVERIFY(!plain.usage); // FOCUS bills; the tokens stay the charge's quantity

    QCOMPARE(costOf(read.rows[1]), u"0.0000008 USD"_s);
    QCOMPARE(read.rows[1].vendor, u"aws"_s);
    QCOMPARE(read.rows[1].charge->quantity, u"2"_s);
    QCOMPARE(read.rows[1].charge->at.project, u"NULL"_s); // in quotes it is a name
    QVERIFY(read.rows[1].charge->meter.isNull());
    QVERIFY(!read.rows[1].charge->list);

    QCOMPARE(costOf(read.rows[2]), u"0.00000025 USD"_s);
    QCOMPARE(read.rows[2].charge->day, QDate(2026, 10, 1)); // 07:30 at +08:00 is the evening before
    QCOMPARE(read.rows[2].charge->description, u"He said \"no\"\ntwice"_s);

    QCOMPARE(costOf(read.rows[3]), u"-0.50 EUR"_s);
    QCOMPARE(read.rows[3].charge->category, ChargeCategory::Credit);
    QCOMPARE(read.rows[3].charge->day, QDate(2026, 5, 1));

    QCOMPARE(costOf(read.rows[4]), u"-1.75 USD"_s); // a correction counts on its own day
    QCOMPARE(read.rows[4].vendor, u"azure"_s);
    QCOMPARE(costOf(read.rows[5]), u"1234.56 USD"_s);
    QCOMPARE(read.rows[5].charge->category, ChargeCategory::Tax);
    QCOMPARE(read.rows[5].vendor, u"example-cloud"_s);
}

void TestFocus::refusesRowsByLine()
{
    const FileRows read = readFixture(u"refused.csv"_s);
    QCOMPARE(read.rows.size(), 1);
    QCOMPARE(read.refused, (QList<qint64>{4, 5, 6, 8, 9, 10, 11}));
    // Empty cells too many are what some programs write; full ones mean that something is out of place.
    const FileRows longer = readText("BilledCost,BillingCurrency,ChargePeriodStart\n1,USD,2026-10-01,,\n"
                                     "1,USD,2026-10-01,2\n");
    QCOMPARE(longer.rows.size(), 1);
    QCOMPARE(longer.refused, QList<qint64>{3});
}

void TestFocus::readsCloudReports()
{
    const FileRows aws = readFixture(u"cur.csv"_s);
    QCOMPARE(aws.format, u"aws-cur"_s);
    QCOMPARE(aws.rows.size(), 2);
    QCOMPARE(costOf(aws.rows[0]), u"0.0375 USD"_s);
    QCOMPARE(aws.rows[0].charge->list->toDecimal(), u"0.04"_s);
    QCOMPARE(aws.rows[0].charge->at.service, u"Amazon Bedrock"_s);
    QCOMPARE(aws.rows[0].charge->at.project, u"222"_s);
    QCOMPARE(aws.rows[1].charge->category, ChargeCategory::Purchase);
    QCOMPARE(aws.rows[1].charge->at.service, u"ComputeSavingsPlans"_s);

    const FileRows azure = readFixture(u"azure.csv"_s);
    QCOMPARE(azure.format, u"azure"_s);
    QCOMPARE(costOf(azure.rows.value(0)), u"1.40 EUR"_s);
    QCOMPARE(azure.rows[0].charge->day, QDate(2026, 10, 2));
    QCOMPARE(azure.rows[0].charge->periodEnd - azure.rows[0].charge->periodStart, 86400);
    QCOMPARE(costOf(azure.rows[1]), u"-0.40 EUR"_s);
    QCOMPARE(azure.rows[1].charge->category, ChargeCategory::Adjustment);

    // Google's day ends at midnight in California: 07:00 UTC in summer.
    const FileRows google = readFixture(u"gcp.csv"_s);
    QCOMPARE(google.format, u"gcp"_s);
    QCOMPARE(google.rows.value(0).charge->day, QDate(2026, 10, 1));
    QCOMPARE(google.rows.value(1).charge->day, QDate(2026, 10, 2));
    QCOMPARE(google.rows[0].projectName, u"Prod"_s);

    const FileRows oracle = readFixture(u"oci.csv"_s);
    QCOMPARE(oracle.format, u"oci"_s);
    QCOMPARE(costOf(oracle.rows.value(0)), u"0.0156 USD"_s);
    QCOMPARE(oracle.rows[0].vendor, u"oracle"_s);
}

void TestFocus::readsConsoleExports()
{
    const FileRows anthropic = readFixture(u"anthropic.csv"_s);
    QCOMPARE(anthropic.format, u"anthropic"_s);
    QCOMPARE(costOf(anthropic.rows.value(0)), u"0.13 USD"_s);
    QCOMPARE(anthropic.rows[0].charge->at.model, u"claude-x"_s);
    QCOMPARE(anthropic.rows[0].charge->at.key, u"key-a"_s);

    const FileRows openAi = readFixture(u"openai.csv"_s);
    QCOMPARE(openAi.format, u"openai"_s);
    QVERIFY(!openAi.rows.value(0).charge);
    QCOMPARE(*openAi.rows[0].usage->input, 5882); // 7162, of which 1280 from the cache
    QCOMPARE(*openAi.rows[0].usage->cacheRead, 1280);
    QCOMPARE(*openAi.rows[0].usage->requests, 3);

    const FileRows cursor = readFixture(u"cursor.csv"_s);
    QCOMPARE(cursor.format, u"cursor"_s);
    QCOMPARE(cursor.rows.size(), 3);
    QCOMPARE(costOf(cursor.rows[0]), u"0.12 USD"_s);
    QCOMPARE(cursor.rows[0].charge->kind, ChargeKind::Equivalent); // what the plan includes is not paid
    QCOMPARE(*cursor.rows[0].usage->cacheWrite30m, 1200);
    QCOMPARE(cursor.rows[1].charge->kind, ChargeKind::Entered);
    QCOMPARE(costOf(cursor.rows[1]), u"0.05 USD"_s);
    QVERIFY(!cursor.rows[2].charge); // "Included" is no amount, and none is made up
    QCOMPARE(*cursor.rows[2].usage->output, 2);
}

void TestFocus::readsLanyingTemplate()
{
    const FileRows read = readFixture(u"lanying.csv"_s);
    QCOMPARE(read.format, u"lanying"_s);
    QCOMPARE(costOf(read.rows.value(0)), u"0.50 CNY"_s);
    QCOMPARE(read.rows[0].charge->day, QDate(2026, 10, 5));
    QCOMPARE(read.rows[0].charge->periodStart, 1791129600); // midnight in Shanghai is 16:00 UTC on the 4th
    QCOMPARE(read.rows[0].charge->quantity, u"12.44"_s);
    QCOMPARE(read.rows[0].charge->unit, u"AI points"_s);
    QVERIFY(!read.rows.value(1).charge);
    QCOMPARE(*read.rows[1].usage->quantity, 3'200'000);
    QCOMPARE(read.rows[1].usage->unit, u"0.0001 AI points"_s);
}

void TestFocus::readsOwnMap()
{
    const auto map
        = readCostFileMap(jsonOf("{'vendor':'mistral','currency':'EUR','decimal':',','zone':'Europe/Paris',"
                                 "'columns':{'Datum':'day','Betrag (netto)':'cost','Modell':'model'}}"));
    QVERIFY2(map.has_value(), map ? "" : qPrintable(map.error().detail));
    const FileRows read = readText("Modell;Datum;Betrag (netto)\nlarge;2026-10-01;1.234,5\n", &*map);
    QCOMPARE(read.rows.size(), 1);
    QCOMPARE(read.rows[0].vendor, u"mistral"_s);
    QCOMPARE(costOf(read.rows[0]), u"1234.50 EUR"_s);
    QCOMPARE(read.rows[0].charge->at.model, u"large"_s);
    QCOMPARE(read.rows[0].charge->periodStart, 1790805600); // midnight in Paris, summer time
    QVERIFY(readText("a;b\n1;2\n", &*map).problem.contains(u"column"));
}

void TestFocus::refusesOwnMap_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("columns");
    QTest::newRow("no columns") << QByteArray("{}");
    QTest::newRow("no cost") << jsonOf("{'columns':{'Date':'day'}}");
    QTest::newRow("no day") << jsonOf("{'columns':{'Spend':'cost'}}");
    QTest::newRow("no such field") << jsonOf("{'columns':{'Date':'day','Spend':'price'}}");
    QTest::newRow("no such zone") << jsonOf("{'zone':'Mars/Base','columns':{'Date':'day','Spend':'cost'}}");
}

void TestFocus::refusesOwnMap()
{
    QFETCH(QByteArray, json);
    const auto map = readCostFileMap(json);
    QVERIFY(!map);
    QCOMPARE(map.error().kind, Error::Kind::Format);
}

void TestFocus::writesWhatItReads_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("hasProvider");
    QTest::addColumn<bool>("hasServiceProvider");
    QTest::newRow("1.2") << u"1.2"_s << true << false;
    QTest::newRow("1.3") << u"1.3"_s << true << true;
    QTest::newRow("1.4") << u"1.4"_s << false << true;
}

void TestFocus::writesWhatItReads()
{
    QFETCH(QString, version);
    const auto focus = focusVersionFromName(version);
    QVERIFY(focus);
    QTEST(focusColumns(*focus).contains(u"ServiceProviderName"_s), "hasServiceProvider");
    QTEST(focusColumns(*focus).contains(u"ProviderName"_s), "hasProvider");

    Charge charge;
    charge.day = QDate(2026, 11, 3);
    charge.periodStart = 1793635200; // 2026-11-02T16:00:00Z, midnight in Shanghai
    charge.periodEnd = 1793721600;
    charge.at = {u"Chat"_s, u"m"_s, u"p"_s, u"k"_s, u"u"_s, u"r"_s, u"batch"_s};
    charge.kind = ChargeKind::Equivalent;
    charge.description = u"=HYPERLINK(\"x\"),\nnext"_s;
    charge.meter = u"seats"_s;
    charge.cost = Money::fromNanos(-1, Currency::cny());
    charge.list = charge.cost;
    charge.quantity = u"2.5"_s;
    charge.unit = u"Seats"_s;
    const FocusOwner owner{u"zhipu"_s,   u"Zhipu AI"_s, u"zhipu"_s,
                           u"Project"_s, true,          *zoneById("Asia/Shanghai")};
    const FileRows read
        = readText(csvLine(focusColumns(*focus)) + csvLine(focusCells(*focus, charge, owner)));
    QCOMPARE(read.rows.size(), 1);
    QCOMPARE(*read.rows[0].charge, charge);
    QCOMPARE(read.rows[0].vendor, u"zhipu"_s);
    QCOMPARE(read.rows[0].projectName, u"Project"_s);
}

void TestFocus::guardsAgainstFormulas()
{
    QCOMPARE(csvLine({u"=1+1"_s, u"@x"_s, u"-5.5"_s, u"-x"_s, u"+1"_s, u"a\"b"_s, u"NULL"_s, QString()}),
             QByteArray("'=1+1,'@x,-5.5,'-x,+1,\"a\"\"b\",\"NULL\",\n"));
}

QTEST_GUILESS_MAIN(TestFocus)
#include "tst_focus.moc"
