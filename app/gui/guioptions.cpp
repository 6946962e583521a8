// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guioptions.h"

#include <QCommandLineParser>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Gui)
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Texts::tr("Costglass: what AI costs you."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{u"data"_s, Texts::tr("data folder instead of $XDG_DATA_HOME/costglass"), u"DIR"_s},
         {u"demo"_s, Texts::tr("look around with built-in sample data")},
         {u"minimized"_s, Texts::tr("start in the tray")},
         {u"lang"_s, Texts::tr("language of texts"), u"en|zh_CN"_s},
         {u"now"_s, Texts::tr("pretend that it is T, like 2026-11-24T08:00:00Z"), u"T"_s},
         {u"month"_s, Texts::tr("the month to show"), u"YYYY-MM"_s},
         {u"theme"_s, Texts::tr("light or dark"), u"light|dark"_s},
         {u"render"_s,
          Texts::tr(
              "paint a page into --out and quit: overview, budgets, plans, calculator, prices, accounts, "
              "wizard, settings, help"),
          u"PAGE"_s},
         {u"report"_s, Texts::tr("write a month's statement as PDF into --out and quit"), u"YYYY-MM"_s},
         {u"out"_s, Texts::tr("the file of --render (.png, .svg) or --report (.pdf)"), u"FILE"_s},
         {u"size"_s, Texts::tr("of the window in --render"), u"WxH"_s},
         {u"scale"_s, Texts::tr("pixels per unit in --render, 1 to 4"), u"N"_s},
         {u"state"_s, Texts::tr("another state of the page in --render"), u"empty|error"_s},
         {u"paper"_s, Texts::tr("of --report"), u"a4|letter"_s},
         {u"time-start"_s, Texts::tr("print the milliseconds to the first painted page and quit")}});
}

std::unexpected<Error> wrong(const QString &detail)
{
    return failure(Error::Kind::Config, detail, Texts::tr("--help shows how it is written."));
}

Result<QSize> readSize(const QString &text)
{
    const QStringList parts = text.split(u'x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    constexpr int Least = 320;
    constexpr int Most = 8192;
    if (parts.size() != 2 || size.width() < Least || size.height() < Least || size.width() > Most
        || size.height() > Most)
        return wrong(Texts::tr("“%1” is not a size; write it like 1440x900.").arg(text));
    return size;
}

/// What needs checking against each other.
Result<GuiOptions> checked(GuiOptions options)
{
    if (!options.render.isEmpty() && options.report)
        return wrong(Texts::tr("--render and --report do not go together."));
    if (options.isOffscreen() && options.out.isEmpty())
        return wrong(Texts::tr("--out is missing."));
    if (!options.theme.isEmpty() && options.theme != u"light" && options.theme != u"dark")
        return wrong(Texts::tr("--theme is light or dark."));
    if (!options.state.isEmpty() && options.state != u"empty" && options.state != u"error")
        return wrong(Texts::tr("--state is empty or error."));
    // A state that is put on never touches anybody's ledger.
    options.demo = options.demo || !options.state.isEmpty();
    return options;
}

} // namespace

Result<GuiOptions> readGuiOptions(const QStringList &words)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(words))
        return wrong(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    GuiOptions options;
    options.dataFolder = parser.value(u"data"_s);
    options.demo = parser.isSet(u"demo"_s);
    options.minimized = parser.isSet(u"minimized"_s);
    options.language = parser.value(u"lang"_s);
    options.render = parser.value(u"render"_s);
    options.out = parser.value(u"out"_s);
    options.theme = parser.value(u"theme"_s);
    options.state = parser.value(u"state"_s);
    options.timeStart = parser.isSet(u"time-start"_s);
    if (parser.isSet(u"paper"_s))
        options.paper = parser.value(u"paper"_s);
    if (parser.isSet(u"now"_s)) {
        const auto now = parseRfc3339(parser.value(u"now"_s));
        if (!now)
            return std::unexpected(now.error());
        options.now = *now;
    }
    for (const auto &[name, target] :
         {std::pair{u"month"_s, &options.month}, std::pair{u"report"_s, &options.report}}) {
        if (!parser.isSet(name))
            continue;
        const auto month = Month::parse(parser.value(name));
        if (!month)
            return std::unexpected(month.error());
        *target = *month;
    }
    if (parser.isSet(u"size"_s)) {
        const auto size = readSize(parser.value(u"size"_s));
        if (!size)
            return std::unexpected(size.error());
        options.size = *size;
    }
    if (parser.isSet(u"scale"_s)) {
        options.scale = parser.value(u"scale"_s).toDouble();
        if (options.scale < 1 || options.scale > 4)
            return wrong(Texts::tr("--scale is a number from 1 to 4."));
    }
    return checked(options);
}

} // namespace Costglass
