// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportrun.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

constexpr int UnforeseenExit = 1;

QString painter()
{
    const QString beside
        = QStandardPaths::findExecutable(u"costglass"_s, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(u"costglass"_s) : beside;
}

ReportOutcome failed(const Error &error)
{
    return {errorExitCode(error.kind), error};
}

ReportOutcome unwritten(const QString &file)
{
    return failed({Error::Kind::Storage, Texts::tr("%1 cannot be written.").arg(file),
                   Texts::tr("Choose a folder that exists, has space and lets you write.")});
}

QStringList argumentsFor(const ReportWish &wish, const QString &file)
{
    QStringList arguments{u"--report"_s, wish.month.toString(), u"--out"_s,   file,
                          u"--data"_s,   wish.folder,           u"--paper"_s, wish.paper};
    if (wish.now)
        arguments += {u"--now"_s, toRfc3339(*wish.now)};
    if (!wish.language.isEmpty())
        arguments += {u"--lang"_s, wish.language};
    return arguments;
}

/// What the program said last, or that it ended without a word.
ReportOutcome refusal(QProcess &process)
{
    const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
    const QString sentence = said.section(u'\n', -1);
    const bool ended = process.exitStatus() == QProcess::NormalExit && process.exitCode() != 0;
    Error error{Error::Kind::Storage, sentence, Texts::tr("No file was written.")};
    if (sentence.isEmpty())
        error.detail = Texts::tr("The window's program could not write the statement.");
    return {ended ? process.exitCode() : UnforeseenExit, error};
}

} // namespace

ReportOutcome writeReport(const ReportWish &wish)
{
    const QString program = painter();
    if (program.isEmpty()) {
        return failed({Error::Kind::Config,
                       Texts::tr("The program “costglass”, which paints statements, is not installed."),
                       Texts::tr("Install it beside costglass-cli or in PATH.")});
    }
    // Painted in a folder of its own beside the target, then renamed: half a file is never seen.
    const QString folder = QFileInfo(wish.file).path();
    const QTemporaryDir place(folder + u"/.costglass-report-XXXXXX"_s);
    if (!place.isValid())
        return unwritten(wish.file);
    const QString painted = place.filePath(u"statement.pdf"_s);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, argumentsFor(wish, painted));
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || !QFileInfo(painted).size())
        return refusal(process);
    if (::rename(QFile::encodeName(painted).constData(), QFile::encodeName(wish.file).constData()) != 0)
        return unwritten(wish.file);
    return {};
}

} // namespace Costglass
