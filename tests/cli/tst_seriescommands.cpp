// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int code = -1;
    QJsonObject json;
    QString problem; ///< what went to stderr
};

/// Twelve weeks of working days at 100 and days off at 20, from a Monday.
QByteArray weeklyCsv()
{
    QByteArray csv = "date,value\n";
    for (int i = 0; i < 84; ++i)
        csv += QDate(2026, 1, 5).addDays(i).toString(Qt::ISODate).toUtf8() + (i % 7 < 5 ? ",100\n" : ",20\n");
    return csv;
}

} // namespace

class SeriesCommandsTest : public QObject
{
    Q_OBJECT

private:
    Answer run(const QByteArray &csv, const QStringList &words)
    {
        const QString path = m_folder.filePath(u"series.csv"_s);
        QFile file(path);
        if (!file.open(QFile::WriteOnly))
            qFatal("the temporary folder cannot be written");
        file.write(csv);
        file.close();
        QProcess process;
        process.start(QStringLiteral(COSTGLASS_CLI),
                      words + QStringList{u"--series"_s, path, u"--json"_s, u"--lang"_s, u"en"_s});
        process.waitForFinished();
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
                QString::fromUtf8(process.readAllStandardError())};
    }
    Answer forecast(const QByteArray &csv, const QStringList &more = {})
    {
        return run(csv, QStringList{u"forecast"_s, u"--horizon"_s, u"7"_s} + more);
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(QStringLiteral(COSTGLASS_CLI)), "costglass-cli is not built");
    }

    void forecastHasItsKeys()
    {
        const Answer answer = forecast(weeklyCsv());
        QCOMPARE(answer.code, 0);
        for (const QString &key : {u"mean"_s, u"lower80"_s, u"upper80"_s, u"lower95"_s, u"upper95"_s})
            QCOMPARE(answer.json[key].toArray().size(), 7);
        QCOMPARE(qRound(answer.json[u"mean"_s][0].toDouble()), 100);
        QCOMPARE(qRound(answer.json[u"mean"_s][6].toDouble()), 20);
        QCOMPARE(answer.json[u"at"_s][0].toString(), u"2026-03-30"_s);
        QVERIFY(answer.json[u"backtest"_s][u"origins"_s].toInt() > 0);
        QVERIFY(!answer.json[u"method"_s].toString().isEmpty());
    }

    void gapsAreFilled()
    {
        QByteArray csv = weeklyCsv();
        csv.replace("2026-03-04,100\n", "").replace("2026-02-12,100\n", "2026-02-12,\n");
        const Answer answer = forecast(csv);
        QCOMPARE(answer.code, 0);
        QCOMPARE(qRound(answer.json[u"mean"_s][6].toDouble()), 20); // the rhythm did not slip
        QVERIFY(answer.problem.contains(u"1 step"_s));
    }

    void columnIsChosen()
    {
        QByteArray csv = "time;a;b\n";
        for (int i = 0; i < 30; ++i)
            csv += QByteArray::number(i) + ";5;\"9\"\r\n";
        QCOMPARE(qRound(forecast(csv).json[u"mean"_s][0].toDouble()), 5);
        QCOMPARE(qRound(forecast(csv, {u"--column"_s, u"b"_s}).json[u"mean"_s][0].toDouble()), 9);
        QCOMPARE(qRound(forecast(csv, {u"--column"_s, u"2"_s}).json[u"mean"_s][0].toDouble()), 9);
        const Answer unknown = forecast(csv, {u"--column"_s, u"c"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY(unknown.problem.contains(u"a, b"_s));
    }

    void badSeriesAreRefusedWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("told");
        const QByteArray good = weeklyCsv();
        QTest::newRow("word") << QByteArray(good).replace("2026-01-06,100", "2026-01-06,many") << u"Line 3"_s;
        QTest::newRow("infinite") << QByteArray(good).replace("2026-01-06,100", "2026-01-06,inf")
                                  << u"Line 3"_s;
        QTest::newRow("twice") << good + "2026-03-29,7\n" << u"Line 86"_s;
        QTest::newRow("disorder") << good + "2026-01-01,7\n" << u"Line 86"_s;
        QTest::newRow("uneven") << good + "2026-03-30 11:30:00,7\n" << u"Line 86"_s;
        QTest::newRow("zones mixed") << good + "2026-03-30T00:00:00Z,7\n" << u"Line 86"_s;
        QTest::newRow("no time") << good + "tomorrow,7\n" << u"Line 86"_s;
        QTest::newRow("cells") << good + "2026-03-30,1,2\n" << u"Line 86"_s;
        QTest::newRow("one value") << QByteArray("date,value\n2026-01-01,5\n") << u"at least 7"_s;
        QTest::newRow("header only") << QByteArray("date,value\n") << u"no rows"_s;
        QTest::newRow("empty") << QByteArray() << u"no rows"_s;
    }

    void badSeriesAreRefusedWithTheirLine()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, told);
        const Answer answer = forecast(csv);
        QCOMPARE(answer.code, 6);
        QVERIFY2(answer.problem.contains(told), qPrintable(answer.problem));
    }

    void badUsageIsTold()
    {
        QCOMPARE(run(weeklyCsv(), {u"forecast"_s}).code, 2); // no horizon
        QCOMPARE(run(weeklyCsv(), {u"forecast"_s, u"--horizon"_s, u"0"_s}).code, 2);
        QCOMPARE(run(weeklyCsv(), {u"forecast"_s, u"--horizon"_s, u"7"_s, u"--level"_s, u"50"_s}).code, 2);
    }

    void anomaliesScoreEveryRow()
    {
        QByteArray csv = weeklyCsv();
        csv.replace("2026-03-11,100", "2026-03-11,900");
        csv += "2026-03-29,20\n"; // twice: rows are looked at as they come
        const Answer answer = run(csv, {u"anomalies"_s});
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.json[u"scores"_s].toArray().size(), 85);
        const QJsonArray odd = answer.json[u"anomalies"_s].toArray();
        QCOMPARE(odd.size(), 1);
        QCOMPARE(odd[0][u"index"_s].toInt(), 65); // 5 January and 65 days
        QCOMPARE(odd[0][u"value"_s].toDouble(), 900.0);
        for (const QString &key : {u"expected"_s, u"lower"_s, u"upper"_s, u"score"_s})
            QVERIFY(odd[0][key].isDouble());
    }

    void negativeValuesAreFine()
    {
        QByteArray csv = "date,value\n";
        for (int i = 0; i < 40; ++i)
            csv += QDate(2026, 1, 5).addDays(i).toString(Qt::ISODate).toUtf8() + ",-5\n";
        QCOMPARE(qRound(forecast(csv).json[u"mean"_s][0].toDouble()), -5);
    }
};

QTEST_GUILESS_MAIN(SeriesCommandsTest)
#include "tst_seriescommands.moc"
