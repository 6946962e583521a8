// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

/// Tools' logs through the command line; the figures are worked out in each folder's SOURCE.md.
class TestLocalUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsClaudeCode();
    void readsOnlyWhatIsNew();
    void readsAReplacedFileAgain();
    void believesTheLargestNoteInAnyOrder();
    void findsTheToolsOwnPlaces();
    void takesTheKindThatIsSaid();
    void readsCodex();
    void readsTheOthers();
    void importsOneFile();
    void saysWhatIsMissing();

private:
    struct Outcome
    {
        int exitCode = -1;
        QJsonObject json;
        QString err;
    };
    Outcome run(const QStringList &words) const;
    void copy(const QString &vendor);
    void add(const QString &vendor, const QStringList &more = {});
    void append(const QString &file, const QByteArray &text);
    QStringList rows(const QString &by) const;
    QString logs(const QString &file) const { return m_place->filePath(u"logs/"_s + file); }

    std::unique_ptr<QTemporaryDir> m_place;
    QProcessEnvironment m_environment;
};

namespace {

const QString shop = u"projects/-home-dev-shop/"_s;

/// What msg_7 lacks in s1.jsonl.
const QByteArray restOfLine = R"(:00.000Z","requestId":"req_7"})"
                              "\n";

QByteArray note(const QByteArray &id, const QByteArray &request, int output, const QByteArray &time,
                bool sidechain = false)
{
    return R"({"type":"assistant","cwd":"/w","timestamp":"2026-11-20T)" + time + R"(Z","requestId":")"
        + request + R"(","isSidechain":)" + (sidechain ? "true" : "false") + R"(,"message":{"id":")" + id
        + R"(","model":"claude-sonnet-5","usage":{"input_tokens":10,"output_tokens":)"
        + QByteArray::number(output) + "}}}\n";
}

} // namespace

void TestLocalUsage::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(u"HOME"_s, m_place->filePath(u"home"_s));
    for (const char *variable : {"CLAUDE_CONFIG_DIR", "CODEX_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        m_environment.remove(QString::fromLatin1(variable));
}

TestLocalUsage::Outcome TestLocalUsage::run(const QStringList &words) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(u"" COSTGLASS_CLI ""_s,
                  words
                      + QStringList{u"--data"_s, m_place->filePath(u"data"_s), u"--json"_s, u"--now"_s,
                                    u"2026-11-24T12:00:00Z"_s});
    process.closeWriteChannel();
    process.waitForFinished();
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestLocalUsage::copy(const QString &vendor)
{
    const QString from = u"" TEST_DATA "/"_s + vendor + u"/home/"_s;
    QDirIterator each(from, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString to = logs(each.next().mid(from.size()));
        QVERIFY(QDir().mkpath(QFileInfo(to).path()) && QFile::copy(each.filePath(), to));
        QVERIFY(QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner));
    }
}

void TestLocalUsage::add(const QString &vendor, const QStringList &more)
{
    QDir().mkpath(logs({}));
    const Outcome added = run(QStringList{u"account"_s, u"add"_s, vendor, u"--label"_s, u"tool"_s, u"--set"_s,
                                          u"root="_s + logs({})}
                              + more);
    QVERIFY2(added.exitCode == 0, qPrintable(added.err));
}

void TestLocalUsage::append(const QString &file, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(logs(file)).path());
    QFile log(logs(file));
    QVERIFY(log.open(QFile::Append));
    log.write(text);
}

/// "value cost kind requests input/cached/written/output" per row, in the order of their text.
QStringList TestLocalUsage::rows(const QString &by) const
{
    const Outcome summary = run({u"summary"_s, u"--month"_s, u"2026-11"_s, u"--by"_s, by});
    QMap<QString, QStringList> all;
    for (const QJsonValue &value : summary.json[u"rows"_s].toArray()) {
        const QJsonObject row = value.toObject();
        const auto count = [&row](const QString &key) {
            return row[key].isDouble() ? QString::number(row[key].toInteger()) : u"–"_s;
        };
        QStringList &texts = all[row[by].toString(u"none"_s)];
        if (row[u"cost"_s].isObject())
            texts.append(row[u"cost"_s][u"amount"_s].toString() + u' ' + row[u"kind"_s].toString());
        if (row[u"requests"_s].isDouble())
            texts.append(count(u"requests"_s) + u": "_s + count(u"input_tokens"_s) + u'/'
                         + count(u"cached_tokens"_s) + u'/' + count(u"cache_write_tokens"_s) + u'/'
                         + count(u"output_tokens"_s));
    }
    QStringList lines;
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        lines.append(it.key() + u": "_s + it->join(u", "_s));
    return lines;
}

void TestLocalUsage::readsClaudeCode()
{
    copy(u"claude-code"_s);
    add(u"claude-code"_s);
    const Outcome synced = run({u"sync"_s});
    QVERIFY2(synced.exitCode == 0, qPrintable(synced.err));
    QCOMPARE(
        rows(u"model"_s),
        (QStringList{u"claude-mystery-9: 1: 7/0/0/3"_s, u"claude-opus-5: 0.015 equivalent, 1: 1000/0/0/100"_s,
                     u"claude-sonnet-4-5-20250929: 0.1785 equivalent, 1: 1000/250000/0/1000"_s,
                     u"claude-sonnet-5: 0.02664 equivalent, 5: 170/2000/1000/340"_s}));
    QCOMPARE(rows(u"day"_s),
             (QStringList{u"2026-11-20: 0.21992 equivalent, 7: 2167/252000/1000/1423"_s,
                          u"2026-11-21: 0.00022 equivalent, 1: 10/0/0/20"_s}));
    QCOMPARE(rows(u"project"_s),
             (QStringList{u"/home/dev/a \"b\": 0.1785 equivalent, 1: 1000/250000/0/1000"_s,
                          u"/home/dev/shop: 0.04164 equivalent, 7: 1177/2000/1000/443"_s}));
    QCOMPARE(rows(u"tier"_s).size(), 2);
    const QJsonArray warnings = synced.json[u"accounts"_s][0][u"warnings"_s].toArray();
    QVERIFY(warnings.size() == 2 && warnings[0].toString().contains(u"claude-mystery-9"_s)
            && warnings[1].toString().contains(u"1 line"_s)); // msg_b
}

void TestLocalUsage::readsOnlyWhatIsNew()
{
    copy(u"claude-code"_s);
    add(u"claude-code"_s);
    run({u"sync"_s});
    const QStringList before = rows(u"model"_s);
    const QJsonObject again = run({u"sync"_s}).json[u"accounts"_s][0].toObject();
    QCOMPARE(again[u"status"_s].toString(), u"ok"_s);
    QCOMPARE(again[u"snapshots"_s].toInt(-1), 0);
    QCOMPARE(rows(u"model"_s), before);

    QFile whole(logs(shop + u"s1.jsonl"_s));
    QVERIFY(whole.open(QFile::ReadOnly));
    const QByteArray text = whole.readAll();
    QVERIFY(text.endsWith("T10:04"));
    append(shop + u"s1.jsonl"_s, restOfLine + note("msg_8", "req_8", 100, "23:59:59"));
    QCOMPARE(run({u"sync"_s}).json[u"accounts"_s][0][u"snapshots"_s].toInt(), 1);
    QCOMPARE(rows(u"model"_s)[3], u"claude-sonnet-5: 0.02824 equivalent, 7: 220/2000/1000/490"_s);
    run({u"sync"_s, u"--full"_s});
    QCOMPARE(rows(u"model"_s)[3], u"claude-sonnet-5: 0.02824 equivalent, 7: 220/2000/1000/490"_s);
}

void TestLocalUsage::readsAReplacedFileAgain()
{
    add(u"claude-code"_s);
    append(u"a.jsonl"_s, note("m1", "r1", 10, "10:00:00") + note("m2", "r2", 10, "10:00:01"));
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s), QStringList{u"claude-sonnet-5: 0.00024 equivalent, 2: 20/0/0/20"_s});
    QVERIFY(QFile::remove(logs(u"a.jsonl"_s))); // shorter than before: what it told stays, what is new comes
    append(u"a.jsonl"_s, note("m3", "r3", 10, "10:00:02"));
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s), QStringList{u"claude-sonnet-5: 0.00036 equivalent, 3: 30/0/0/30"_s});
    QVERIFY(QFile::remove(logs(u"a.jsonl"_s))); // longer, but other text
    append(u"a.jsonl"_s, note("m4", "r4", 10, "10:00:03") + note("m3", "r3", 10, "10:00:02"));
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s), QStringList{u"claude-sonnet-5: 0.00048 equivalent, 4: 40/0/0/40"_s});
}

void TestLocalUsage::believesTheLargestNoteInAnyOrder()
{
    add(u"claude-code"_s);
    // The side conversation comes first, and so does the copy with the whole output.
    append(u"a.jsonl"_s, note("m1", "r9", 50, "10:00:00", true) + note("m2", "r2", 40, "10:00:00"));
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s), QStringList{u"claude-sonnet-5: 0.00094 equivalent, 2: 20/0/0/90"_s});
    append(u"b.jsonl"_s,
           note("m1", "r1", 5, "10:00:00") + note("m1", "r1", 30, "10:00:01")
               + note("m2", "r2", 2, "09:00:00"));
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s), QStringList{u"claude-sonnet-5: 0.00074 equivalent, 2: 20/0/0/70"_s});
}

void TestLocalUsage::findsTheToolsOwnPlaces()
{
    const QString home = m_place->filePath(u"home/"_s);
    append(u"../home/.claude/projects/p/a.jsonl"_s, note("m1", "r1", 10, "10:00:00"));
    append(u"../home/.config/claude/projects/p/b.jsonl"_s, note("m2", "r2", 10, "10:00:00"));
    append(u"../home/.claude/other/c.jsonl"_s, note("m3", "r3", 10, "10:00:00"));
    append(u"../elsewhere/projects/p/d.jsonl"_s, note("m4", "r4", 10, "10:00:00"));
    QCOMPARE(run({u"account"_s, u"add"_s, u"claude-code"_s, u"--label"_s, u"tool"_s}).exitCode, 0);
    run({u"sync"_s});
    QCOMPARE(rows(u"project"_s), QStringList{u"/w: 0.00024 equivalent, 2: 20/0/0/20"_s});
    m_environment.insert(u"CLAUDE_CONFIG_DIR"_s, home + u".claude,"_s + m_place->filePath(u"elsewhere"_s));
    run({u"sync"_s});
    QCOMPARE(rows(u"project"_s), QStringList{u"/w: 0.00036 equivalent, 3: 30/0/0/30"_s});
}

void TestLocalUsage::takesTheKindThatIsSaid()
{
    append(u"a.jsonl"_s, note("m1", "r1", 10, "10:00:00"));
    add(u"claude-code"_s, {u"--set"_s, u"kind=estimated"_s});
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s), QStringList{u"claude-sonnet-5: 0.00012 estimated, 1: 10/0/0/10"_s});
    QCOMPARE(run({u"account"_s, u"edit"_s, u"tool"_s, u"--set"_s, u"kind=equivalent"_s}).exitCode, 0);
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s), QStringList{u"claude-sonnet-5: 0.00012 equivalent, 1: 10/0/0/10"_s});
    QCOMPARE(run({u"account"_s, u"edit"_s, u"tool"_s, u"--set"_s, u"kind=free"_s}).exitCode, 7);
}

void TestLocalUsage::readsCodex()
{
    copy(u"codex"_s);
    add(u"codex"_s);
    const Outcome synced = run({u"sync"_s});
    QVERIFY2(synced.exitCode == 0, qPrintable(synced.err));
    const QStringList expected{u"gpt-5: 0.00711 equivalent, 6: 2510/1300/0/381"_s,
                               u"gpt-5.3-codex: 0.00252 equivalent, 1: 600/400/0/100"_s};
    QCOMPARE(rows(u"model"_s), expected);
    run({u"sync"_s, u"--full"_s});
    QCOMPARE(rows(u"model"_s), expected);
    // Read on in the middle of a session: the totals and the model before count.
    append(
        u"sessions/2026/11/20/rollout-p.jsonl"_s,
        R"({"timestamp":"2026-11-20T10:05:00.000Z","type":"event_msg","payload":{"type":"token_count","info":)"
        R"({"total_token_usage":{"input_tokens":1600,"cached_input_tokens":400,"output_tokens":160}}}})"
        "\n");
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s)[1], u"gpt-5.3-codex: 0.002835 equivalent, 2: 700/400/0/110"_s);
}

void TestLocalUsage::readsTheOthers()
{
    copy(u"gemini-cli"_s);
    add(u"gemini-cli"_s);
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s),
             (QStringList{u"gemini-2.5-flash: 0.000446 equivalent, 1: 800/200/0/80"_s,
                          u"gemini-2.5-pro: 0.006325 equivalent, 3: 2100/800/0/360"_s}));
    init();
    copy(u"opencode"_s);
    add(u"opencode"_s);
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s),
             (QStringList{u"big-pickle: 0.0123456 equivalent, 2: 200/2000/0/30"_s,
                          u"claude-sonnet-5: 0.0011 equivalent, 2: 200/2000/0/30"_s}));
    init();
    copy(u"copilot-cli"_s);
    add(u"copilot-cli"_s);
    run({u"sync"_s});
    QCOMPARE(rows(u"model"_s), QStringList{u"gpt-5: 0.0013 equivalent, 1: 600/400/0/50"_s});
}

void TestLocalUsage::importsOneFile()
{
    copy(u"claude-code"_s);
    const QStringList words{u"import"_s, logs(shop + u"s2.jsonl"_s), u"--format"_s, u"claude-code"_s};
    const QJsonObject first = run(words).json;
    QCOMPARE(first[u"read"_s].toInt(), 5);
    QCOMPARE(first[u"added"_s].toInt(), 4);
    QCOMPARE(first[u"already_there"_s].toInt(), 1);
    QCOMPARE(run(words).json[u"added"_s].toInt(-1), 0);
    QCOMPARE(rows(u"model"_s).size(), 4);
    QCOMPARE(run({u"import"_s, logs(u"none.jsonl"_s), u"--format"_s, u"codex"_s}).exitCode, 2);
}

void TestLocalUsage::saysWhatIsMissing()
{
    const Outcome added = run({u"account"_s, u"add"_s, u"codex"_s, u"--label"_s, u"tool"_s, u"--set"_s,
                               u"root="_s + m_place->filePath(u"nowhere"_s)});
    QCOMPARE(added.exitCode, 0);
    QCOMPARE(run({u"sync"_s}).exitCode, 7);
    const Outcome tested = run({u"account"_s, u"test"_s, u"tool"_s});
    QVERIFY(tested.exitCode != 0 && tested.err.contains(u"nowhere"_s));
    QCOMPARE(run({u"account"_s, u"remove"_s, u"tool"_s, u"--keep-history"_s}).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestLocalUsage)
#include "tst_localusage.moc"
