// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"
#include "logimport.h"

#include "base/json.h"
#include "engine/fileexport.h"
#include "engine/fileimport.h"
#include "vendors/costfilemap.h"
#include "vendors/registry.h"

#include <QFileInfo>
#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

constexpr qsizetype RefusedShown = 20;

QString formatList()
{
    QStringList ids{u"csv"_s};
    for (const CostFileMap &map : costFileMaps())
        ids.append(map.id);
    for (const VendorAdapter *tool : allVendors()) {
        if (tool->localLog())
            ids.append(tool->info().id);
    }
    return ids.join(u", "_s);
}

Result<FileImportWish> readImportWish(const Cli &cli)
{
    const Arguments &arguments = cli.arguments;
    FileImportWish wish{.file = arguments.word(0), .format = arguments.value(u"format"_s)};
    if (wish.format == u"csv")
        wish.format.clear();
    else if (!wish.format.isEmpty() && !findCostFileMap(wish.format))
        return failure(Error::Kind::Config, Texts::tr("--format is one of %1.").arg(formatList()));
    if (arguments.has(u"map"_s)) {
        QFile file(arguments.value(u"map"_s));
        if (!file.open(QFile::ReadOnly))
            return failure(Error::Kind::Format, Texts::tr("%1 cannot be read.").arg(file.fileName()),
                           Texts::tr("Look whether it is there and whether you may read it."));
        wish.map = file.readAll();
    }
    wish.label = arguments.value(u"account"_s);
    wish.dryRun = arguments.has(u"dry-run"_s);
    wish.skipRefused = arguments.has(u"skip-refused"_s);
    wish.now = cli.now();
    return wish;
}

QJsonObject importToJson(const FileImport &done, bool dryRun)
{
    QJsonArray refused;
    for (const RefusedRow &row : done.refusedRows)
        refused.append(QJsonObject{{u"line"_s, row.line}, {u"reason"_s, row.why}});
    QJsonArray totals;
    for (const Total &total : done.totals) {
        QJsonObject object = moneyToJson(total.cost);
        object.insert(u"kind"_s, chargeKindName(total.kind));
        totals.append(object);
    }
    const DateRange &days = done.change.days;
    const QJsonObject period{{u"from"_s, days.from.toString(Qt::ISODate)},
                             {u"to"_s, days.to.toString(Qt::ISODate)}};
    return {{u"format"_s, done.format},
            {u"accounts"_s, QJsonArray::fromStringList(done.change.accounts)},
            {u"read"_s, done.read},
            {u"added"_s, done.change.added},
            {u"already_there"_s, done.change.same},
            {u"removed"_s, done.change.removed},
            {u"refused"_s, done.refused},
            {u"refused_rows"_s, refused},
            {u"period"_s, days.isEmpty() ? QJsonValue() : QJsonValue(period)},
            {u"totals"_s, totals},
            {u"also_told_by"_s, QJsonArray::fromStringList(done.change.alsoTold)},
            {u"dry_run"_s, dryRun},
            {u"stored"_s, done.stored}};
}

void printImport(Cli &cli, const FileImport &done, bool dryRun)
{
    cli.out << Texts::tr("%n row(s) read: %1 added, %2 already there, %3 no longer in the file, %4 refused.",
                         nullptr, static_cast<int>(done.read))
                   .arg(done.change.added)
                   .arg(done.change.same)
                   .arg(done.change.removed)
                   .arg(done.refused)
            << '\n';
    for (const RefusedRow &row : done.refusedRows.mid(0, RefusedShown))
        cli.out << Texts::tr("Line %1: %2").arg(row.line).arg(row.why) << '\n';
    for (const Total &total : done.totals)
        cli.out << total.cost.toDecimal() << ' ' << total.cost.currency().code() << "  "
                << chargeKindName(total.kind) << '\n';
    const QString accounts = done.change.accounts.join(u", "_s);
    if (done.known)
        cli.out << Texts::tr("This very file is in already, in %1. Nothing was added.").arg(accounts) << '\n';
    else if (done.stored)
        cli.out << Texts::tr("It stands in %1.").arg(accounts) << '\n';
    else if (dryRun)
        cli.out << Texts::tr("This was a dry run: nothing was stored.") << '\n';
    if (!done.change.alsoTold.isEmpty())
        cli.out << "! "
                << Texts::tr("The same days of the same vendor are told by %1 too: both count.")
                       .arg(done.change.alsoTold.join(u", "_s))
                << '\n';
    cli.out.flush();
}

int importCommand(Cli &cli)
{
    const VendorAdapter *tool = findVendor(cli.arguments.value(u"format"_s));
    if (tool && tool->localLog())
        return importLogs(cli, *tool);
    const auto wish = readImportWish(cli);
    if (!wish)
        return cli.failOn(wish.error());
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto done = importFile(**store, *wish);
    if (!done)
        return cli.failOn(done.error());
    if (cli.json)
        cli.print(importToJson(*done, wish->dryRun));
    else
        printImport(cli, *done, wish->dryRun);
    if (done->refused == 0 || wish->skipRefused)
        return 0;
    return cli.fail(Error{Error::Kind::Format,
                          Texts::tr("%n row(s) cannot be read, so nothing was taken in.", nullptr,
                                    static_cast<int>(done->refused)),
                          Texts::tr("Mend them, or leave them out with --skip-refused.")});
}

Result<FileExportWish> readExportWish(const Cli &cli)
{
    const Arguments &arguments = cli.arguments;
    for (const QString &needed : {u"from"_s, u"to"_s, u"format"_s, u"out"_s}) {
        if (!arguments.has(needed))
            return failure(Error::Kind::Config, Texts::tr("--%1 is missing.").arg(needed));
    }
    const auto from = parseDay(arguments.value(u"from"_s));
    const auto to = parseDay(arguments.value(u"to"_s));
    if (!from || !to)
        return std::unexpected(from ? to.error() : from.error());
    const auto format = exportFormatFromName(arguments.value(u"format"_s));
    if (!format)
        return failure(Error::Kind::Config, Texts::tr("--format is csv, json or focus."));
    const auto version = focusVersionFromName(
        arguments.has(u"focus-version"_s) ? arguments.value(u"focus-version"_s) : u"1.2"_s);
    if (!version)
        return failure(Error::Kind::Config, Texts::tr("--focus-version is 1.2, 1.3 or 1.4."));
    FileExportWish wish{{*from, *to}, *format, *version, {}};
    if (wish.days.isEmpty())
        return failure(Error::Kind::Config,
                       Texts::tr("--to is the day after the last one, so it lies after --from."));
    wish.file = QFileInfo(arguments.value(u"out"_s)).absoluteFilePath();
    return wish;
}

int exportCommand(Cli &cli)
{
    const auto wish = readExportWish(cli);
    if (!wish)
        return cli.badUsage(wish.error());
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto done = exportFile(**store, *wish);
    if (!done)
        return cli.fail(done.error());
    if (cli.json)
        return cli.print({{u"file"_s, wish->file}, {u"charges"_s, done->charges}, {u"usage"_s, done->usage}});
    cli.out << Texts::tr("Wrote %1: %2 charges, %3 buckets of use.")
                   .arg(wish->file)
                   .arg(done->charges)
                   .arg(done->usage)
            << '\n';
    cli.out.flush();
    return 0;
}

} // namespace

QList<Command> fileCommands()
{
    return {
        {u"import"_s,
         u"FILE"_s,
         Texts::tr(
             "Takes in a file of costs (CSV, also as .gz): all of it, or nothing. A map names the field of "
             "each column: %1. Other keys of a map: vendor, currency, zone, decimal. Also takes in a tool's "
             "log, or a folder of them.")
             .arg(costFieldNames().join(u", "_s)),
         {u"import focus.csv.gz --format focus"_s, u"import bill.csv --dry-run"_s,
          u"import ~/old/.codex --format codex"_s,
          u"import spend.csv --map map.json     map.json: {\"vendor\":\"openai\",\"currency\":\"USD\","
          "\"columns\":{\"Date\":\"day\",\"Spend\":\"cost\",\"Model\":\"model\"}}"_s},
         {{u"format"_s, u"F"_s,
           formatList() + u"; "_s + Texts::tr("csv, or nothing, is: as its first line looks")},
          {u"map"_s, u"FILE"_s, Texts::tr("JSON that says what each column is")},
          {u"account"_s, u"L"_s, Texts::tr("where it shall stand; the file's name when nothing is said")},
          {u"skip-refused"_s, {}, Texts::tr("take in the rest when rows cannot be read")},
          {u"dry-run"_s, {}, Texts::tr("only say what would be done")}},
         1,
         1,
         importCommand},
        {u"export"_s,
         {},
         Texts::tr("Writes what the ledger holds into a file."),
         {u"export --from 2026-10-01 --to 2026-11-01 --format csv --out october.csv"_s,
          u"export --from 2026-01-01 --to 2027-01-01 --format focus --focus-version 1.4 --out focus.csv"_s},
         {{u"from"_s, u"D"_s, Texts::tr("the first day")},
          {u"to"_s, u"D"_s, Texts::tr("the day after the last one")},
          {u"format"_s, u"csv|json|focus"_s, Texts::tr("FOCUS has charges alone, the others use as well")},
          {u"focus-version"_s, u"V"_s, Texts::tr("1.2 (when nothing is said), 1.3 or 1.4")},
          {u"out"_s, u"FILE"_s, Texts::tr("where to write it")}},
         0,
         0,
         exportCommand}};
}

} // namespace Costglass
