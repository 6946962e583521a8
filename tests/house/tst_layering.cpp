// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;

/// Holds the house to its plan: CMakeLists.txt says what each room may use, and every #include is walked against it.
class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roomsIncludeOnlyWhatTheyDependOn();
    void qtHeadersComeByTheirShortName();
    void everySourceNamesItsLicence();

private:
    struct Room
    {
        QString layer;
        QSet<QString> depends;
    };
    QSet<QString> reachable(const QString &room) const;
    QStringList sources(const QString &folder) const;
    static QStringList linesOf(const QString &file);

    QDir m_root{QStringLiteral(SOURCE_ROOT)};
    QMap<QString, Room> m_rooms;
};

void TestLayering::initTestCase()
{
    QFile file(m_root.filePath(u"CMakeLists.txt"_s));
    QVERIFY(file.open(QFile::ReadOnly));
    static const QRegularExpression call(u"costglass_(library|program)\\(([^)]+)\\)"_s);
    auto match = call.globalMatch(QString::fromUtf8(file.readAll()));
    while (match.hasNext()) {
        const auto found = match.next();
        QStringList words = found.captured(2).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
        const QStringList names = words.mid(0, 2);
        const bool library = found.captured(1) == u"library";
        // A library is (layer name), a program (target layer/name).
        const QString layer = library ? names[0] : names[1].section(u'/', 0, 0);
        const QString name = library ? names[1] : names[1].section(u'/', 1);
        m_rooms[name] = {layer, QSet<QString>(words.begin() + 2, words.end())};
    }
    QVERIFY(m_rooms.contains(u"base"_s) && m_rooms.contains(u"windows"_s) && m_rooms.contains(u"cli"_s));
}

QSet<QString> TestLayering::reachable(const QString &room) const
{
    QSet<QString> seen{room};
    QStringList open{room};
    while (!open.isEmpty()) {
        for (const QString &next : m_rooms.value(open.takeLast()).depends) {
            if (m_rooms.contains(next) && !seen.contains(next)) {
                seen.insert(next);
                open.append(next);
            }
        }
    }
    return seen;
}

QStringList TestLayering::sources(const QString &folder) const
{
    QStringList files;
    QDirIterator it(m_root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    return files;
}

QStringList TestLayering::linesOf(const QString &file)
{
    QFile source(file);
    return source.open(QFile::ReadOnly) ? QString::fromUtf8(source.readAll()).split(u'\n') : QStringList();
}

void TestLayering::roomsIncludeOnlyWhatTheyDependOn()
{
    static const QRegularExpression include(u"^#include \"([a-z]+)/[^\"]+\""_s);
    QStringList broken;
    for (auto room = m_rooms.cbegin(); room != m_rooms.cend(); ++room) {
        const QSet<QString> allowed = reachable(room.key());
        for (const QString &file : sources(room->layer + u'/' + room.key())) {
            for (const QString &line : linesOf(file)) {
                const auto match = include.match(line);
                if (match.hasMatch() && !allowed.contains(match.captured(1)))
                    broken.append(m_root.relativeFilePath(file) + u": "_s + line);
            }
        }
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void TestLayering::qtHeadersComeByTheirShortName()
{
    // <QtWidgets/QWidget> would compile anywhere, because Qt's root is on every path; <QWidget> does not.
    static const QRegularExpression slipped(u"^#include <Qt[A-Z][A-Za-z]+/"_s);
    QStringList broken;
    for (const QString &layer : {u"core"_s, u"ui"_s, u"app"_s}) {
        for (const QString &file : sources(layer)) {
            for (const QString &line : linesOf(file)) {
                if (slipped.match(line).hasMatch())
                    broken.append(m_root.relativeFilePath(file) + u": "_s + line);
            }
        }
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void TestLayering::everySourceNamesItsLicence()
{
    QStringList broken;
    for (const QString &layer : {u"core"_s, u"ui"_s, u"app"_s, u"tests"_s}) {
        for (const QString &file : sources(layer)) {
            if (!linesOf(file).mid(0, 3).join(u'\n').contains(u"SPDX-License-Identifier: GPL-3.0-or-later"_s))
                broken.append(m_root.relativeFilePath(file));
        }
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
