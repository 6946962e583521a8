// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "engine/fxrates.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

int showRates(Cli &cli)
{
    const QString text = cli.arguments.value(u"date"_s);
    const QDate day
        = text.isEmpty() ? dayOf(cli.now(), QTimeZone::utc()) : QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return cli.badUsage(Texts::tr("“%1” is not a day; write it like 2026-11-24.").arg(text));
    const auto table = readFxRates(cli.dataFolder());
    if (!table)
        return cli.fail(table.error());
    const auto rates = table->ratesOf(day);
    if (!rates)
        return cli.fail(rates.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const FxRate &rate : *rates) {
        list.append(rateToJson(rate));
        rows.append({rate.from().code(), rate.to().code(), rate.rateText(), rate.date(), rate.source()});
    }
    if (cli.json)
        return cli.print({{u"date"_s, day.toString(Qt::ISODate)}, {u"rates"_s, list}});
    printTable(cli.out,
               {Texts::tr("One"), Texts::tr("is"), Texts::tr("Rate"), Texts::tr("Date"), Texts::tr("Source")},
               rows, {2});
    cli.out.flush();
    return 0;
}

/// Keeps new rates and says what they changed.
int keep(Cli &cli, const FxTable &rates)
{
    const auto known = readFxRates(cli.dataFolder());
    if (!known)
        return cli.fail(known.error());
    const auto [added, changed] = known->newsIn(rates);
    if (added + changed > 0) {
        if (const auto kept = keepFxRates(cli.dataFolder(), rates); !kept)
            return cli.fail(kept.error());
    }
    const qsizetype same = rates.size() - added - changed;
    if (cli.json)
        return cli.print({{u"read"_s, rates.size()},
                          {u"added"_s, added},
                          {u"changed"_s, changed},
                          {u"already_there"_s, same}});
    cli.out << Texts::tr("%1 rates read: %2 new, %3 changed, %4 already there.")
                   .arg(rates.size())
                   .arg(added)
                   .arg(changed)
                   .arg(same)
            << '\n';
    cli.out.flush();
    return 0;
}

int importRates(Cli &cli)
{
    const QString path = cli.arguments.words().first();
    QFile file(path);
    if (const auto opened = openNamed(file); !opened)
        return cli.fail(opened.error());
    const auto rates = FxTable::read(file.readAll(), QFileInfo(path).fileName().simplified());
    return rates ? keep(cli, *rates) : cli.fail(rates.error());
}

int updateRates(Cli &cli)
{
    const QString given = cli.arguments.value(u"base-url"_s);
    const QUrl base(given.isEmpty() ? u"https://api.frankfurter.dev/v1"_s : given);
    auto engine = cli.openEngine();
    const auto known = readFxRates(cli.dataFolder());
    if (!engine || !known)
        return cli.fail(engine ? known.error() : engine.error());
    const QDate today = (*engine)->today();
    // The last known day again: it may have been a part of the table only.
    const QDate from = known->isEmpty() ? today.addMonths(-12) : std::min(known->lastDay(), today);
    return Cli::waitFor([&](const std::function<void(int)> &done) {
        (*engine)->fetcher().fetch(
            fxRequest(base, from, today), {}, engine->get(), [&cli, done](const Result<HttpReply> &reply) {
                if (!reply)
                    return done(cli.fail(reply.error()));
                constexpr int Ok = 200;
                if (reply->status != Ok)
                    return done(cli.fail(
                        Error{Error::Kind::Server,
                              Texts::tr("The server of rates answered with HTTP %1.").arg(reply->status),
                              Texts::tr("Try again later, or take in a file with “fx import”.")}));
                const auto rates = FxTable::read(reply->body, u"European Central Bank, by Frankfurter"_s);
                done(rates ? keep(cli, *rates) : cli.fail(rates.error()));
            });
    });
}

} // namespace

QJsonObject rateToJson(const FxRate &rate)
{
    return {{u"from"_s, rate.from().code()},
            {u"to"_s, rate.to().code()},
            {u"rate"_s, rate.rateText()},
            {u"date"_s, rate.date()},
            {u"source"_s, rate.source()}};
}

QString rateSentence(const FxRate &rate)
{
    return Texts::tr("1 %1 = %2 %3 on %4 (%5)")
        .arg(rate.from().code(), rate.rateText(), rate.to().code(), rate.date(), rate.source());
}

QList<Command> fxCommands()
{
    return {{u"fx show"_s,
             {},
             Texts::tr("The exchange rates of a day, or of the last one before it that has them."),
             {u"fx show --date 2026-01-31"_s},
             {{u"date"_s, u"D"_s, Texts::tr("the day; today when nothing is said")}},
             0,
             0,
             showRates},
            {u"fx import"_s,
             u"FILE"_s,
             Texts::tr("Takes in rates: the European Central Bank's CSV or a reply of Frankfurter."),
             {u"fx import eurofxref-hist.csv"_s},
             {},
             1,
             1,
             importRates},
            {u"fx update"_s,
             {},
             Texts::tr("Asks a Frankfurter server for the newest rates of the European Central Bank."),
             {u"fx update"_s},
             {{u"base-url"_s, u"URL"_s, Texts::tr("another server than api.frankfurter.dev")}},
             0,
             0,
             updateRates}};
}

} // namespace Costglass
