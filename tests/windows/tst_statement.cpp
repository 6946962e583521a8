// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/language.h"
#include "models/theme.h"
#include "samples/samplemonth.h"
#include "windows/statement.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// The PDF is read back with poppler's tools, as a person's own viewer would.
class TestStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void holdsTheFiguresInOrder();
    void speaksChinese();
    void isVectorsAlone();
    void aPastMonthForecastsNothing();
    void comparesInWords_data();
    void comparesInWords();
    void takesThePaperItIsGiven_data();
    void takesThePaperItIsGiven();
    void refusesUnknownPaper();
    void manyVendorsFlowOverPages();
    void isAlwaysLight();
    void leavesNoHalfFile();

private:
    QString file() const { return m_folder->filePath(u"statement.pdf"_s); }
    void write(const MonthView &view, const QString &paper = u"a4"_s);
    QString output(const QString &tool, const QStringList &arguments) const;
    /// All text in the order of reading, each run of white space as one blank.
    QString text() const { return output(u"pdftotext"_s, {u"-layout"_s, file(), u"-"_s}).simplified(); }
    int pages() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestStatement::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    useLanguage(u"en"_s);
}

void TestStatement::cleanup()
{
    setCurrentTheme(Theme::light());
    useLanguage(u"en"_s);
}

void TestStatement::write(const MonthView &view, const QString &paper)
{
    const auto written = writeStatement(view, file(), {.paper = paper});
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
}

QString TestStatement::output(const QString &tool, const QStringList &arguments) const
{
    QProcess process;
    process.start(tool, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput())
                                     : tool + u" did not run"_s;
}

int TestStatement::pages() const
{
    static const QRegularExpression count(u"Pages:\\s+(\\d+)"_s);
    return count.match(output(u"pdfinfo"_s, {file()})).captured(1).toInt();
}

/// The first of \a parts that does not follow the one before it in \a text; null when all do.
static QString firstOutOfOrder(const QString &text, const QStringList &parts)
{
    qsizetype from = 0;
    for (const QString &part : parts) {
        const qsizetype at = text.indexOf(part, from);
        if (at < 0)
            return part;
        from = at + part.size();
    }
    return {};
}

void TestStatement::holdsTheFiguresInOrder()
{
    write(Sample::month());
    const QString missing = firstOutOfOrder(
        text(),
        {u"AI spend · monthly statement"_s,
         u"November 2026"_s,
         u"sums in USD"_s,
         u"$1,241.74 so far in November. Likely to end near $1,600.24, between $1,504.24 and $1,718.24."_s,
         u"That is 23 % more than on the same days of October ($1,012.15)."_s,
         u"$160"_s,
         u"1 Nov"_s,
         u"By vendor"_s,
         u"OpenAI billed $471.42 38 % $403.66 +17 %"_s,
         u"Anthropic billed $402.04 32 % $296.18 +36 %"_s,
         u"Lanying IM entered $53.61"_s,
         u"Total $1,241.74 100 % $1,012.15 +23 %"_s,
         u"What changed against October"_s,
         u"claude-opus-5.5 Anthropic 18 Nov, key “batch-eval” +$61.20"_s,
         u"−$22.10"_s,
         u"Budgets"_s,
         u"All AI $1,500.00 $1,241.74 82 % likely over on 29 Nov"_s,
         u"All AI has passed 80 % of $1,500.00."_s,
         u"Data and method"_s,
         u"Complete to 23 Nov"_s,
         u"24 Nov is part of a day. Google Cloud AI runs"_s,
         u"$2.09"_s,
         u"weekly rhythm"_s});
    QVERIFY2(missing.isNull(), qPrintable(missing + u"\nis not in its place in\n"_s + text()));
    QVERIFY(text().contains(QRegularExpression(u"1 ?/ ?%1"_s.arg(pages()))));
    QVERIFY(text().contains(u"figures"_s)); // not with a ligature
}

void TestStatement::speaksChinese()
{
    useLanguage(u"zh_CN"_s);
    write(Sample::month());
    const QString missing = firstOutOfOrder(text(),
                                            {u"2026年11月"_s, u"$1,241.74"_s, u"$1,600.24"_s, u"按厂商"_s,
                                             u"OpenAI"_s, u"$471.42"_s, u"合计"_s, u"$1,241.74"_s, u"预算"_s,
                                             u"$1,500.00"_s, u"数据来源与方法"_s});
    QVERIFY2(missing.isNull(), qPrintable(missing + u"\nis not in its place in\n"_s + text()));
    for (const QChar character : text())
        QVERIFY(character.unicode() < 0x2e80 || character.unicode() > 0x2fdf); // radicals are not text
}

void TestStatement::isVectorsAlone()
{
    write(Sample::month());
    QCOMPARE(output(u"pdfimages"_s, {u"-list"_s, file()}).trimmed().count(u'\n'), 1); // the head alone
    const QStringList fonts = output(u"pdffonts"_s, {file()}).trimmed().split(u'\n').mid(2);
    QVERIFY(!fonts.isEmpty());
    for (const QString &font : fonts) {
        QVERIFY2(!font.contains(u"CJK"_s), qPrintable(font));
        QVERIFY2(font.contains(u" yes "_s), qPrintable(font)); // embedded
    }
}

void TestStatement::aPastMonthForecastsNothing()
{
    MonthView view = Sample::month();
    view.isOver = true;
    view.today = QDate(2026, 12, 2);
    view.forecast.reset();
    write(view);
    QVERIFY(text().contains(u"$1,241.74 in November 2026. That is 23 % more than in October ($1,012.15)."_s));
    QVERIFY(!text().contains(u"Forecast"_s));
    QVERIFY(!text().contains(u"Likely"_s));
}

void TestStatement::comparesInWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("words");
    QTest::newRow("less") << u"2000"_s
                          << u"That is 38 % less than on the same days of October ($2,000.00)."_s;
    QTest::newRow("same") << u"1241.74"_s << u"That is as much as on the same days of October ($1,241.74)."_s;
}

void TestStatement::comparesInWords()
{
    QFETCH(QString, before);
    QFETCH(QString, words);
    MonthView view = Sample::month();
    view.previousSameDays = Sample::usd(before.toLatin1());
    write(view);
    QVERIFY2(text().contains(words), qPrintable(text()));
}

void TestStatement::takesThePaperItIsGiven_data()
{
    QTest::addColumn<QString>("paper");
    QTest::addColumn<QString>("size");
    QTest::newRow("a4") << u"a4"_s << u"595 x 842 pts"_s;
    QTest::newRow("letter") << u"letter"_s << u"612 x 792 pts"_s;
}

void TestStatement::takesThePaperItIsGiven()
{
    QFETCH(QString, paper);
    QFETCH(QString, size);
    write(Sample::month(), paper);
    const QString info = output(u"pdfinfo"_s, {file()});
    QVERIFY2(info.contains(size), qPrintable(info));
    QVERIFY2(info.contains(u"AI spend November 2026"_s), qPrintable(info));
}

void TestStatement::refusesUnknownPaper()
{
    const auto written = writeStatement(Sample::month(), file(), {.paper = u"a5"_s});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Config);
    QVERIFY(!QFile::exists(file()));
}

void TestStatement::manyVendorsFlowOverPages()
{
    MonthView view = Sample::month();
    const VendorLine line = view.vendors.first();
    view.vendors.clear();
    for (int i = 0; i < 40; ++i) {
        VendorLine one = line;
        one.vendor = u"vendor-%1 of quite a long name that no column holds"_s.arg(i);
        view.vendors.append(one);
    }
    write(view);
    QVERIFY2(pages() >= 2, qPrintable(QString::number(pages())));
    const QStringList sheets = output(u"pdftotext"_s, {u"-layout"_s, file(), u"-"_s}).split(u'\f');
    int sheetsWithRows = 0;
    for (const QString &sheet : sheets) {
        if (!sheet.contains(u"38 %"_s))
            continue;
        ++sheetsWithRows;
        QVERIFY2(sheet.simplified().contains(u"Vendor Kind November Share"_s), qPrintable(sheet));
    }
    QVERIFY(sheetsWithRows >= 2);
    // Nothing is cut: in the order of drawing each name is whole.
    const QString raw = output(u"pdftotext"_s, {u"-raw"_s, file(), u"-"_s}).simplified();
    for (int i = 0; i < 40; ++i) {
        const QString name = u"vendor-%1 of quite a long name that no column holds"_s.arg(i);
        QVERIFY2(raw.contains(name), qPrintable(name));
    }
}

void TestStatement::isAlwaysLight()
{
    setCurrentTheme(Theme::darkTheme());
    write(Sample::month());
    const QString picture = m_folder->filePath(u"page"_s);
    output(u"pdftoppm"_s, {u"-r"_s, u"30"_s, u"-singlefile"_s, u"-png"_s, file(), picture});
    const QImage page(picture + u".png"_s);
    QVERIFY(!page.isNull());
    QCOMPARE(page.pixelColor(page.width() / 2, 5), QColor(Qt::white));
    QCOMPARE(page.pixelColor(page.width() / 2, page.height() - 5), QColor(Qt::white));
    int dark = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x)
            dark += page.pixelColor(x, y) == Theme::darkTheme().surface ? 1 : 0;
    }
    QCOMPARE(dark, 0);
}

void TestStatement::leavesNoHalfFile()
{
    QFile old(file());
    QVERIFY(old.open(QFile::WriteOnly));
    old.write("the old one");
    old.close();
    write(Sample::month());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList({u"statement.pdf"_s}));
    QVERIFY(old.open(QFile::ReadOnly));
    QVERIFY(old.readAll().startsWith("%PDF-"));

    const QString nowhere = m_folder->filePath(u"no/such/folder.pdf"_s);
    const auto written = writeStatement(Sample::month(), nowhere, {});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Storage);
    QVERIFY(written.error().detail.contains(u"folder.pdf"_s));
}

QTEST_MAIN(TestStatement)
#include "tst_statement.moc"
