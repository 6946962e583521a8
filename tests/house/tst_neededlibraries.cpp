// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;

/// costglass-cli runs on servers without any graphics: it may not need a library that paints.
class TestNeededLibraries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandLineNeedsNothingThatPaints();
};

void TestNeededLibraries::commandLineNeedsNothingThatPaints()
{
    QVERIFY2(QFile::exists(QStringLiteral(COSTGLASS_CLI)), "costglass-cli is not built");
    QProcess readelf;
    readelf.start(u"readelf"_s, {u"--dynamic"_s, u"--wide"_s, QStringLiteral(COSTGLASS_CLI)});
    QVERIFY(readelf.waitForFinished());
    QStringList needed;
    static const QRegularExpression line(u"\\(NEEDED\\).*\\[(.+)\\]"_s);
    auto match = line.globalMatch(QString::fromUtf8(readelf.readAllStandardOutput()));
    while (match.hasNext())
        needed.append(match.next().captured(1));
    const auto isNeeded = [&needed](const QString &name) {
        return !needed.filter(QRegularExpression(u"^lib%1\\.so"_s.arg(name))).isEmpty();
    };
    QVERIFY2(isNeeded(u"Qt6Core"_s), qPrintable(needed.join(u' '))); // the list was read
    for (const char *name : {"Qt6Gui", "Qt6Widgets", "Qt6Charts", "Qt6Svg", "Qt6OpenGL", "X11", "xcb", "GL"})
        QVERIFY2(!isNeeded(QLatin1StringView(name)), name);
}

QTEST_GUILESS_MAIN(TestNeededLibraries)
#include "tst_neededlibraries.moc"
