// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "engine/language.h"

#include <csignal>
#include <cstdio>
#include <exception>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

QList<OptionSpec> commonOptions()
{
    return {{u"data"_s, u"DIR"_s, Texts::tr("data folder instead of $XDG_DATA_HOME/costglass")},
            {u"json"_s, {}, Texts::tr("answer for programs: one JSON object")},
            {u"now"_s, u"T"_s, Texts::tr("pretend that it is T, like 2026-11-24T08:00:00Z")},
            {u"lang"_s, u"en|zh_CN"_s, Texts::tr("language of texts")},
            {u"quiet"_s, {}, Texts::tr("no progress; only what went wrong")},
            {u"verbose"_s, {}, Texts::tr("say more, like requests and seconds; never a secret")},
            {u"version"_s, {}, Texts::tr("print the version")},
            {u"help"_s, {}, Texts::tr("this text; after a command, that command's")}};
}

QList<Command> allCommands()
{
    return vendorCommands() + accountCommands() + syncCommands() + summaryCommands() + forecastCommands()
        + anomalyCommands() + priceCommands() + priceListCommands() + priceFeedCommands() + feeCommands()
        + estimateCommands() + reconcileCommands() + budgetCommands() + alertCommands() + webhookCommands()
        + planCommands() + balanceCommands() + fileCommands() + ledgerCommands() + fxCommands()
        + sandboxCommands();
}

void printOptions(QTextStream &out, const QList<OptionSpec> &options)
{
    for (const OptionSpec &option : options) {
        const QString left
            = u"  --"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
        out << left.leftJustified(28) << ' ' << option.help << '\n';
    }
}

int printHelp(QTextStream &out, const Command *command)
{
    if (command) {
        out << u"costglass-cli %1 %2"_s.arg(command->name, command->words).trimmed() << "\n\n"
            << command->help << "\n\n";
        printOptions(out, command->options);
        out << (command->options.isEmpty() ? "" : "\n") << Texts::tr("Everywhere:") << '\n';
        printOptions(out, commonOptions());
        if (!command->answer.isEmpty())
            out << '\n' << Texts::tr("--json prints:") << "\n  " << command->answer << '\n';
        out << '\n' << Texts::tr("Examples:") << '\n';
        for (const QString &example : command->examples)
            out << "  costglass-cli " << example << '\n';
    } else {
        out << Texts::tr("Costglass on the command line: what AI costs you.") << '\n'
            << Texts::tr("“costglass-cli COMMAND --help” tells a command's options.") << "\n\n";
        for (const Command &one : allCommands())
            out << "  " << (one.name + u' ' + one.words).leftJustified(34) << one.help << '\n';
        out << '\n' << Texts::tr("Everywhere:") << '\n';
        printOptions(out, commonOptions());
        out << '\n'
            << Texts::tr("Examples:")
            << "\n  costglass-cli account add openai --label production\n  costglass-cli sync\n"
            << "  costglass-cli summary --by vendor,model\n\n"
            << Texts::tr(
                   "Exit codes: 0 done, 2 bad usage, 3 a budget fails, 4 log-in or permission, 5 network or "
                   "vendor (try again), 6 a reply or file that cannot be read, 7 ledger or settings, 1 a "
                   "fault of Costglass.")
            << '\n';
    }
    out.flush();
    return 0;
}

/// The command that the first words name, and how many they are.
std::pair<const Command *, qsizetype> findCommand(const QList<Command> &commands, const QStringList &words)
{
    for (const qsizetype length : {2, 1}) {
        const QString name = words.mid(0, length).join(u' ');
        for (const Command &command : commands) {
            if (words.size() >= length && command.name == name)
                return {&command, length};
        }
    }
    return {nullptr, 0};
}

/// The value of an option before the command is known: language and JSON decide how even a bad usage is told.
QString early(const QStringList &words, const QString &name)
{
    const qsizetype at = words.indexOf(u"--"_s + name);
    return at >= 0 ? words.value(at + 1) : QString();
}

int run(const QStringList &words)
{
    useLanguage(early(words, u"lang"_s));
    Cli cli;
    cli.json = words.contains(u"--json"_s);
    // Values of options are no command words: they are taken out before the command is looked for.
    const QList<Command> commands = allCommands();
    QList<OptionSpec> everything = commonOptions();
    for (const Command &command : commands)
        everything += command.options;
    const auto loose = Arguments::parse(words, everything, words.size());
    if (!loose)
        return cli.badUsage(loose.error());
    const auto [command, length] = findCommand(commands, loose->words());
    if (loose->has(u"version"_s)) {
        cli.out << "costglass-cli " COSTGLASS_VERSION "\n";
        cli.out.flush();
        return 0;
    }
    if (loose->has(u"help"_s) || (words.isEmpty()))
        return printHelp(cli.out, command);
    if (!command)
        return cli.badUsage(
            loose->words().isEmpty()
                ? Texts::tr("A command is missing.")
                : Texts::tr("There is no command “%1”.").arg(loose->words().mid(0, 2).join(u' ')));
    const auto arguments
        = Arguments::parse(words, commonOptions() + command->options, length + command->mostWords);
    if (!arguments)
        return cli.badUsage(arguments.error());
    if (arguments->words().size() < length + command->fewestWords)
        return cli.badUsage(Texts::tr("“%1” needs %2.").arg(command->name, command->words));
    cli.arguments = arguments->without(length);
    cli.quiet = arguments->has(u"quiet"_s);
    cli.verbose = arguments->has(u"verbose"_s);
    cli.language = arguments->value(u"lang"_s);
    cli.options.dataFolder = arguments->value(u"data"_s);
    if (arguments->has(u"now"_s)) {
        const auto now = parseRfc3339(arguments->value(u"now"_s));
        if (!now)
            return cli.badUsage(now.error());
        cli.options.now = *now;
    }
    return command->run(cli);
}

} // namespace

int main(int argc, char *argv[])
{
    std::signal(SIGXFSZ, SIG_IGN); // a file size limit is told like a full disk
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"costglass"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(COSTGLASS_VERSION));
    try {
        return run(QCoreApplication::arguments().mid(1));
    } catch (const std::exception &problem) {
        std::fprintf(stderr,
                     "Costglass stopped at something that nobody foresaw: %s.\nReport it with the command "
                     "that you gave, without keys.\n",
                     problem.what());
        return 1;
    }
}
