// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "reportrun.h"

#include <QFileInfo>
#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

int backUp(Cli &cli)
{
    const QString file = QFileInfo(cli.arguments.word(0)).absoluteFilePath();
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto kept = (*store)->backup(file);
    if (!kept)
        return cli.fail(kept.error());
    const qint64 bytes = QFileInfo(file).size();
    if (cli.json)
        return cli.print({{u"file"_s, file}, {u"bytes"_s, bytes}});
    cli.out << Texts::tr("Saved the ledger as %1 (%2). Keys are not in it.")
                   .arg(file, QLocale().formattedDataSize(bytes))
            << '\n';
    cli.out.flush();
    return 0;
}

int restore(Cli &cli)
{
    const QString file = QFileInfo(cli.arguments.word(0)).absoluteFilePath();
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto kept = (*store)->restore(file);
    if (!kept)
        return cli.fail(kept.error());
    if (cli.json)
        return cli.print({{u"restored"_s, file}, {u"kept"_s, kept->isEmpty() ? QJsonValue() : *kept}});
    cli.out << Texts::tr("The ledger is now what %1 holds.").arg(file) << '\n';
    if (!kept->isEmpty())
        cli.out << Texts::tr("What it held before is kept as %1.").arg(*kept) << '\n';
    cli.out.flush();
    return 0;
}

int check(Cli &cli)
{
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto findings = (*store)->check();
    if (!findings)
        return cli.fail(findings.error());
    const int code = findings->isEmpty() ? 0 : errorExitCode(Error::Kind::Storage);
    if (cli.json) {
        cli.print({{u"ok"_s, findings->isEmpty()}, {u"findings"_s, QJsonArray::fromStringList(*findings)}});
        return code;
    }
    for (const QString &finding : *findings)
        cli.out << finding << '\n';
    cli.out << (findings->isEmpty()
                    ? Texts::tr("The ledger is whole, and its daily sums agree with its records.")
                    : Texts::tr("Nothing was changed. “restore FILE” brings a backup back; “sync --full” "
                                "asks the vendors again."))
            << '\n';
    cli.out.flush();
    return code;
}

Result<ReportWish> readWish(const Cli &cli)
{
    const auto month = Month::parse(cli.arguments.value(u"month"_s));
    if (!month)
        return std::unexpected(month.error());
    ReportWish wish{.month = *month};
    if (!cli.arguments.has(u"pdf"_s))
        return failure(Error::Kind::Config, Texts::tr("--pdf is missing: the file to write."));
    wish.file = QFileInfo(cli.arguments.value(u"pdf"_s)).absoluteFilePath();
    wish.paper = cli.arguments.has(u"paper"_s) ? cli.arguments.value(u"paper"_s) : u"a4"_s;
    if (wish.paper != u"a4" && wish.paper != u"letter")
        return failure(Error::Kind::Config, Texts::tr("--paper is a4 or letter."));
    wish.folder = QFileInfo(cli.dataFolder()).absoluteFilePath();
    wish.now = cli.options.now;
    wish.language = cli.language;
    return wish;
}

int report(Cli &cli)
{
    const auto wish = readWish(cli);
    if (!wish)
        return cli.badUsage(wish.error());
    // A ledger that cannot be read is told here, with all that the command line knows of it.
    if (const auto store = cli.openStore(); !store)
        return cli.fail(store.error());
    const ReportOutcome outcome = writeReport(*wish);
    if (outcome.error) {
        cli.fail(*outcome.error);
        return outcome.exitCode;
    }
    if (cli.json)
        return cli.print({{u"file"_s, wish->file}, {u"month"_s, wish->month.toString()}});
    cli.out << Texts::tr("Wrote the statement of %1 to %2.").arg(wish->month.toString(), wish->file) << '\n';
    cli.out.flush();
    return 0;
}

} // namespace

QList<Command> ledgerCommands()
{
    return {
        {u"report"_s,
         {},
         Texts::tr("Writes a month's statement as PDF."),
         {u"report --month 2026-10 --pdf october.pdf"_s,
          u"report --month 2026-10 --pdf october.pdf --lang zh_CN --paper letter"_s},
         {{u"month"_s, u"YYYY-MM"_s, Texts::tr("which month")},
          {u"pdf"_s, u"FILE"_s, Texts::tr("where to write it")},
          {u"paper"_s, u"a4|letter"_s, Texts::tr("its size; a4 when nothing is said")}},
         0,
         0,
         report},
        {u"backup"_s,
         u"FILE"_s,
         Texts::tr("Copies the whole ledger, without keys, into a new file."),
         {u"backup costglass-2026-11-24.sqlite"_s},
         {},
         1,
         1,
         backUp},
        {u"restore"_s,
         u"FILE"_s,
         Texts::tr("Puts a backup in the ledger's place; what is there is kept beside it."),
         {u"restore costglass-2026-11-24.sqlite"_s},
         {},
         1,
         1,
         restore},
        {u"check"_s,
         {},
         Texts::tr("Looks through the ledger: is the file whole, do its sums agree."),
         {u"check"_s, u"check --json"_s},
         {},
         0,
         0,
         check},
    };
}

} // namespace Costglass
