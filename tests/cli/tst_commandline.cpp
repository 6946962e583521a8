// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

/// The command line as a newcomer and a script meet it: words in, sentences, JSON and exit codes out.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyCommandIsHelpedWithExamples();
    void helpNamesTheCommandsOfTheContract();
    void helpNeedsNoLedger();
    void refusesBadUsage_data();
    void refusesBadUsage();
    void tellsBadUsageOnceAndDoesNothing();
    void anUnknownLanguageIsEnglish();
    void pretendsToBeAtAnotherTime();
    void optionsMayStandAnywhere();
    void summaryOfNothingSaysWhatToDo();
    void vendorsSayWhatALogInNeeds();
    void reportNeedsItsPainter();
    void reportHandsOnWhatThePainterSays();

private:
    struct Outcome
    {
        int exitCode = -1;
        QString out;
        QString err;
        QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
        QJsonObject error() const
        {
            return QJsonDocument::fromJson(err.toUtf8()).object()[u"error"_s].toObject();
        }
    };
    Outcome run(const QStringList &words) const;
    QStringList commands() const;
    QString inPlace(const QString &name) const { return m_place->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_place;
    QProcessEnvironment m_environment;
    QString m_program = QStringLiteral(COSTGLASS_CLI);
};

void TestCommandLine::init()
{
    QVERIFY2(QFile::exists(m_program), "costglass-cli is not built");
    m_place = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(u"XDG_DATA_HOME"_s, m_place->path());
    m_environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    m_program = QStringLiteral(COSTGLASS_CLI);
}

TestCommandLine::Outcome TestCommandLine::run(const QStringList &words) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(m_program, words);
    process.waitForFinished();
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// The names in the overview: two blanks, then words in lower case.
QStringList TestCommandLine::commands() const
{
    QStringList names;
    static const QRegularExpression line(u"^  ([a-z]+(?: [a-z]+)?)(?: |$)"_s);
    const QStringList lines = run({u"--help"_s}).out.split(u'\n');
    for (const QString &text : lines) {
        const auto match = line.match(text);
        if (match.hasMatch() && !text.startsWith(u"  costglass-cli"_s))
            names.append(match.captured(1));
    }
    return names;
}

void TestCommandLine::everyCommandIsHelpedWithExamples()
{
    const QStringList names = commands();
    QVERIFY(names.size() >= 17);
    for (const QString &name : names) {
        const Outcome help = run(name.split(u' ') + QStringList{u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY2(help.out.startsWith(u"costglass-cli "_s + name), qPrintable(help.out));
        const QString examples = help.out.section(u"Examples:\n"_s, 1);
        QVERIFY2(examples.contains(u"  costglass-cli "_s + name), qPrintable(name));
        QVERIFY(help.err.isEmpty());
    }
}

void TestCommandLine::helpNamesTheCommandsOfTheContract()
{
    const QStringList names = commands();
    for (const char *name :
         {"vendors", "account add", "account list", "account test", "account edit", "account pause",
          "account resume", "account remove", "account scope", "sync", "snapshots", "restatements", "summary",
          "report", "backup", "restore", "check", "sandbox"})
        QVERIFY2(names.contains(QLatin1StringView(name)), name);
}

void TestCommandLine::helpNeedsNoLedger()
{
    QCOMPARE(run({}).exitCode, 0);
    QCOMPARE(run({u"summary"_s, u"--help"_s}).exitCode, 0);
    QVERIFY(run({u"--version"_s}).out.startsWith(u"costglass-cli "_s));
    QVERIFY(QDir(m_place->path()).isEmpty());
}

void TestCommandLine::refusesBadUsage_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *words, const char *says) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(says);
    };
    row("sinc", "sinc");
    row("account", "account");
    row("account ad", "account ad");
    row("sync --fast", "--fast");
    row("sync --since", "--since");
    row("sync --full=yes", "--full");
    row("sync twice", "twice");
    row("backup", "FILE");
    row("account test", "LABEL");
    row("account add acme --label a", "acme");
    row("account add openai --secret-store env", "--label");
    row("account add openai --label a --secret-store paper", "--secret-store");
    row("account remove a", "figures");
    row("account test nobody", "nobody");
    row("summary --month november", "november");
    row("summary --month 2026-13", "2026-13");
    row("summary --year 26", "26");
    row("summary --from 2026-11-01", "--to");
    row("summary --from 2026-11-02 --to 2026-11-02", "--to");
    row("summary --month 2026-11 --year 2026", "once");
    row("summary --by colour", "colour");
    row("summary --by hour", "hour");
    row("summary --by vendor,tag:team", "tag:team");
    row("summary --where model", "DIM=VALUE");
    row("summary --where day=today", "today");
    row("summary --where kind=free", "kind");
    row("summary --measure weight", "--measure");
    row("summary --kind free", "--kind");
    row("summary --top few", "--top");
    row("summary --top -1", "--top");
    row("summary --compare later", "--compare");
    row("summary --currency dollars", "dollars");
    row("summary --now yesterday", "yesterday");
    row("snapshots --show all", "--show");
    row("snapshots --from 1.11.2026", "1.11.2026");
    row("report --pdf a.pdf", "month");
    row("report --month 2026-11", "--pdf");
    row("report --month 2026-11 --pdf a.pdf --paper a3", "--paper");
    row("sandbox --port 70000", "--port");
    row("sandbox --faults fire:1", "fire:1");
}

void TestCommandLine::refusesBadUsage()
{
    QFETCH(QString, words);
    QFETCH(QString, says);
    const Outcome outcome = run(words.split(u' ') + QStringList{u"--json"_s});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(outcome.out.isEmpty());
    const QJsonObject error = outcome.error();
    QCOMPARE(error[u"kind"_s].isString(), true);
    const QString sentence = error[u"message"_s].toString() + u' ' + error[u"remedy"_s].toString();
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    QVERIFY(!error[u"remedy"_s].toString().isEmpty());
}

void TestCommandLine::tellsBadUsageOnceAndDoesNothing()
{
    const Outcome outcome = run({u"summary"_s, u"--by"_s, u"colour"_s});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(QDir(m_place->path()).isEmpty());
}

void TestCommandLine::anUnknownLanguageIsEnglish()
{
    const QString english = run({u"account"_s, u"list"_s, u"--lang"_s, u"en"_s}).out;
    QVERIFY(english.startsWith(u"No account yet."_s));
    QCOMPARE(run({u"account"_s, u"list"_s, u"--lang"_s, u"xx"_s}).out, english);
    const Outcome chinese = run({u"account"_s, u"list"_s, u"--lang"_s, u"zh_CN"_s});
    QCOMPARE(chinese.exitCode, 0);
    QVERIFY(!chinese.out.isEmpty());
    // JSON keys are English in every language.
    QVERIFY(
        run({u"account"_s, u"list"_s, u"--json"_s, u"--lang"_s, u"zh_CN"_s}).json().contains(u"accounts"_s));
}

void TestCommandLine::pretendsToBeAtAnotherTime()
{
    const auto period = [this](const QString &now) {
        return run({u"summary"_s, u"--json"_s, u"--now"_s, now}).json()[u"period"_s].toObject();
    };
    QCOMPARE(period(u"2025-02-28T23:30:00Z"_s),
             (QJsonObject{{u"from"_s, u"2025-02-01"_s}, {u"to"_s, u"2025-03-01"_s}}));
    // Half an hour before midnight in New York is March in UTC.
    QCOMPARE(period(u"2025-02-28T23:30:00-05:00"_s)[u"from"_s].toString(), u"2025-03-01"_s);
}

void TestCommandLine::optionsMayStandAnywhere()
{
    const QString folder = inPlace(u"elsewhere"_s);
    const Outcome first = run({u"--json"_s, u"--data"_s, folder, u"account"_s, u"list"_s});
    const Outcome last = run({u"account"_s, u"--data="_s + folder, u"list"_s, u"--json"_s});
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(first.out, last.out);
    QVERIFY(QFile::exists(folder + u"/ledger.sqlite"_s));
    QVERIFY(!QFile::exists(inPlace(u"costglass"_s)));
}

void TestCommandLine::summaryOfNothingSaysWhatToDo()
{
    const Outcome text = run({u"summary"_s, u"--month"_s, u"2026-11"_s});
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.out.contains(u"costglass-cli sync"_s), qPrintable(text.out));
    const QJsonObject json = run({u"summary"_s, u"--month"_s, u"2026-11"_s, u"--json"_s}).json();
    QCOMPARE(json[u"totals"_s].toArray(), QJsonArray());
    QVERIFY(json[u"currency"_s].isNull());
    for (const char *key : {"period", "by", "currency", "rows", "totals", "rates", "complete_to", "warnings"})
        QVERIFY2(json.contains(QLatin1StringView(key)), key);
}

void TestCommandLine::vendorsSayWhatALogInNeeds()
{
    const QJsonArray vendors = run({u"vendors"_s, u"--json"_s}).json()[u"vendors"_s].toArray();
    QStringList ids;
    for (const QJsonValue &value : vendors) {
        const QJsonObject vendor = value.toObject();
        ids.append(vendor[u"id"_s].toString());
        QVERIFY(!vendor[u"name"_s].toString().isEmpty());
        QVERIFY(!vendor[u"feeds"_s].toArray().isEmpty());
        QVERIFY(vendor.contains(u"login"_s) && vendor.contains(u"data_lag_hours"_s));
    }
    QVERIFY(ids.contains(u"openai"_s) && ids.contains(u"anthropic"_s));
}

/// The program alone in a folder, so that only what a test puts beside it is there.
void TestCommandLine::reportNeedsItsPainter()
{
    m_program = inPlace(u"costglass-cli"_s);
    QVERIFY(QFile::copy(QStringLiteral(COSTGLASS_CLI), m_program));
    m_environment.insert(u"PATH"_s, u"/nonexistent"_s);
    const Outcome outcome
        = run({u"report"_s, u"--month"_s, u"2026-10"_s, u"--pdf"_s, inPlace(u"a.pdf"_s), u"--json"_s});
    QCOMPARE(outcome.exitCode, 7);
    QVERIFY2(outcome.error()[u"message"_s].toString().contains(u"not installed"_s), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(inPlace(u"a.pdf"_s)));
}

void TestCommandLine::reportHandsOnWhatThePainterSays()
{
    m_program = inPlace(u"costglass-cli"_s);
    QVERIFY(QFile::copy(QStringLiteral(COSTGLASS_CLI), m_program));
    const auto painter = [this](const QByteArray &script) {
        QFile file(inPlace(u"costglass"_s));
        QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    };
    const QStringList words{u"report"_s, u"--month"_s,        u"2026-10"_s,
                            u"--pdf"_s,  inPlace(u"a.pdf"_s), u"--lang"_s,
                            u"zh_CN"_s,  u"--now"_s,          u"2026-11-24T12:00:00Z"_s,
                            u"--data"_s, inPlace(u"d"_s),     u"--paper"_s,
                            u"letter"_s};
    painter("echo \"$QT_QPA_PLATFORM $*\" > \"$4\"\n");
    QCOMPARE(run(words).exitCode, 0);
    QFile pdf(inPlace(u"a.pdf"_s));
    QVERIFY(pdf.open(QFile::ReadOnly));
    const QString said = QString::fromUtf8(pdf.readAll());
    QVERIFY2(said.startsWith(u"offscreen --report 2026-10 --out "_s), qPrintable(said));
    QVERIFY2(said.contains(u"--data "_s + inPlace(u"d"_s)), qPrintable(said));
    QVERIFY(said.contains(u"--now 2026-11-24T12:00:00Z"_s) && said.contains(u"--lang zh_CN"_s)
            && said.contains(u"--paper letter"_s));

    // It fails half-way: the older file stays, nothing else is left, code and sentence come through.
    painter("echo half > \"$4\"\necho 'There is nothing of this month.' >&2\nexit 6\n");
    const QStringList before = QDir(m_place->path()).entryList(QDir::AllEntries | QDir::Hidden);
    const Outcome failed = run(words + QStringList{u"--json"_s});
    QCOMPARE(failed.exitCode, 6);
    QCOMPARE(failed.error()[u"message"_s].toString(), u"There is nothing of this month."_s);
    QVERIFY(pdf.seek(0));
    QCOMPARE(QString::fromUtf8(pdf.readAll()), said);
    QCOMPARE(QDir(m_place->path()).entryList(QDir::AllEntries | QDir::Hidden), before);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
