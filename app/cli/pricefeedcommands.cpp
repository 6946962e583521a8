// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricefiles.h"

#include "engine/pricerefresh.h"

#include <QJsonArray>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

QString statusName(FeedOutcome::Status status)
{
    switch (status) {
    case FeedOutcome::Status::Read:
        return u"read"_s;
    case FeedOutcome::Status::NotModified:
        return u"not-modified"_s;
    case FeedOutcome::Status::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

QString statusText(const FeedOutcome &outcome)
{
    switch (outcome.status) {
    case FeedOutcome::Status::Read:
        return Texts::tr("read");
    case FeedOutcome::Status::NotModified:
        return Texts::tr("as before");
    case FeedOutcome::Status::Failed:
        return outcome.error ? errorSentence(*outcome.error) : QString();
    }
    Q_UNREACHABLE();
}

QString unitPrice(const PriceRow &row)
{
    return u"%1 %2 / %3"_s.arg(QString::fromLatin1(exactAmount(row.price)), row.currency.code()).arg(row.per);
}

QJsonObject heldToJson(const HeldPrice &held)
{
    QJsonObject object = priceToJson(held.row);
    const QString condition = conditionOf(held.row);
    object.insert(u"id"_s, held.id());
    object.insert(u"feed"_s, held.feed);
    object.insert(u"reason"_s, holdReasonName(held.reason));
    object.insert(u"vendor"_s, held.row.vendor);
    object.insert(u"model"_s, held.row.model);
    object.insert(u"meter"_s, held.row.meter);
    object.insert(u"tier"_s, tierName(held.row.tier));
    object.insert(u"rule"_s, condition.isEmpty() ? QJsonValue() : QJsonValue(condition));
    object.insert(u"price"_s, exactMoney(held.row.price, held.row.currency));
    object.insert(u"per"_s, QString::number(held.row.per));
    object.insert(u"before"_s,
                  held.before ? QJsonValue(exactMoney(held.before->price, held.before->currency))
                              : QJsonValue());
    object.insert(u"before_per"_s,
                  held.before ? QJsonValue(QString::number(held.before->per)) : QJsonValue());
    return object;
}

QJsonArray heldToJson(const QList<HeldPrice> &held)
{
    QJsonArray array;
    for (const HeldPrice &one : held)
        array.append(heldToJson(one));
    return array;
}

void printHeld(Cli &cli, const QList<HeldPrice> &held)
{
    QList<QStringList> cells;
    for (const HeldPrice &one : held)
        cells.append({one.id(), one.feed, one.row.vendor, one.row.model, one.row.meter,
                      tierName(one.row.tier), conditionOf(one.row),
                      one.before ? unitPrice(*one.before) : u"–"_s, unitPrice(one.row),
                      one.reason == HeldPrice::Reason::Jump ? Texts::tr("more than twice or less than half")
                                                            : Texts::tr("the feeds differ")});
    if (!cells.isEmpty())
        printTable(cli.out,
                   {Texts::tr("Id"), Texts::tr("Feed"), Texts::tr("Vendor"), Texts::tr("Model"),
                    Texts::tr("Meter"), Texts::tr("Tier"), Texts::tr("Rule"), Texts::tr("Before"),
                    Texts::tr("New"), Texts::tr("Held because")},
                   cells, {7, 8});
}

/// The feeds of --feed (all when nothing is said), at the addresses of --feed-url.
Result<QList<PriceFeed>> askedFeeds(const Cli &cli)
{
    QList<PriceFeed> feeds = priceFeeds();
    QStringList names;
    for (const PriceFeed &feed : std::as_const(feeds))
        names.append(feed.name);
    QStringList wanted = cli.arguments.values(u"feed"_s);
    for (const QString &name : std::as_const(wanted)) {
        if (!names.contains(name))
            return failure(Error::Kind::Config, Texts::tr("--feed is one of: %1.").arg(names.join(u", "_s)));
    }
    for (const QString &text : cli.arguments.values(u"feed-url"_s)) {
        const qsizetype place = names.indexOf(text.section(u'=', 0, 0));
        const QUrl url(text.section(u'=', 1), QUrl::StrictMode);
        if (place < 0 || !url.isValid() || url.host().isEmpty())
            return failure(Error::Kind::Config, Texts::tr("--feed-url is written FEED=URL."));
        feeds[place].url = url;
    }
    if (!wanted.isEmpty())
        feeds.removeIf([&wanted](const PriceFeed &feed) { return !wanted.contains(feed.name); });
    return feeds;
}

void printRefresh(Cli &cli, const RefreshOutcome &outcome)
{
    QList<QStringList> cells;
    for (const FeedOutcome &feed : outcome.feeds)
        cells.append({feed.feed.name, QString::number(feed.prices), statusText(feed)});
    printTable(cli.out, {Texts::tr("Feed"), Texts::tr("Prices"), Texts::tr("State")}, cells, {1});
    cli.out << Texts::tr("%n price(s) were taken in.", nullptr, static_cast<int>(outcome.gate.taken.size()))
            << '\n';
    if (!outcome.gate.held.isEmpty())
        cli.out << Texts::tr("%n price(s) wait for your decision: “prices held” shows them.", nullptr,
                             static_cast<int>(outcome.gate.held.size()))
                << '\n';
    cli.out.flush();
}

int report(Cli &cli, const RefreshOutcome &outcome)
{
    QJsonArray feeds;
    int code = 0;
    for (const FeedOutcome &feed : outcome.feeds) {
        feeds.append(
            QJsonObject{{u"feed"_s, feed.feed.name},
                        {u"url"_s, feed.feed.url.toString()},
                        {u"status"_s, statusName(feed.status)},
                        {u"prices"_s, feed.prices},
                        {u"notes"_s, QJsonArray::fromStringList(feed.notes)},
                        {u"error"_s, feed.error ? QJsonValue(errorToJson(*feed.error)) : QJsonValue()}});
        code = std::max(code, feed.error ? errorExitCode(feed.error->kind) : 0);
    }
    if (!cli.json)
        printRefresh(cli, outcome);
    else
        cli.print({{u"feeds"_s, feeds},
                   {u"taken"_s, outcome.gate.taken.size()},
                   {u"held"_s, outcome.gate.held.size()},
                   {u"unchanged"_s, outcome.gate.unchanged},
                   {u"past"_s, outcome.gate.past},
                   {u"rejected"_s, outcome.gate.rejected}});
    return code;
}

int refresh(Cli &cli)
{
    const auto feeds = askedFeeds(cli);
    if (!feeds)
        return cli.badUsage(feeds.error());
    auto engine = cli.openEngine();
    if (!engine)
        return cli.fail(engine.error());
    PriceRefresh run((*engine)->fetcher(), cli.dataFolder(), cli.now(), nullptr);
    return Cli::waitFor([&](const std::function<void(int)> &done) {
        run.start(*feeds, [&cli, done](const Result<RefreshOutcome> &outcome) {
            done(outcome ? report(cli, *outcome) : cli.fail(outcome.error()));
        });
    });
}

int listHeld(Cli &cli)
{
    const auto prices = readHeldPrices(cli.dataFolder());
    if (!prices)
        return cli.fail(prices.error());
    if (cli.json)
        return cli.print({{u"held"_s, heldToJson(prices->held)}});
    printHeld(cli, prices->held);
    if (prices->held.isEmpty())
        cli.out << Texts::tr("No price waits for a decision.") << '\n';
    cli.out.flush();
    return 0;
}

/// The ids that the person names, or with --all every one that is held.
Result<QStringList> namedIds(const Cli &cli)
{
    if (!cli.arguments.has(u"all"_s))
        return cli.arguments.words();
    const auto prices = readHeldPrices(cli.dataFolder());
    if (!prices)
        return std::unexpected(prices.error());
    QStringList ids;
    for (const HeldPrice &held : prices->held)
        ids.append(held.id());
    return ids;
}

int decide(Cli &cli, bool accept)
{
    const auto ids = namedIds(cli);
    if (!ids)
        return cli.fail(ids.error());
    if (ids->isEmpty() && !cli.arguments.has(u"all"_s))
        return cli.badUsage(Texts::tr("Name the ids that “prices held” shows, or --all."));
    const auto decided = accept ? acceptHeldPrices(cli.dataFolder(), *ids, cli.now())
                                : rejectHeldPrices(cli.dataFolder(), *ids);
    if (!decided)
        return cli.failOn(decided.error());
    if (cli.json)
        return cli.print({{accept ? u"accepted"_s : u"rejected"_s, heldToJson(*decided)}});
    const int count = static_cast<int>(decided->size());
    cli.out << (accept ? Texts::tr("%n price(s) were taken in.", nullptr, count)
                       : Texts::tr("%n price(s) were refused.", nullptr, count))
            << '\n';
    cli.out.flush();
    return 0;
}

} // namespace

QList<Command> priceFeedCommands()
{
    constexpr qsizetype Many = 10'000;
    const OptionSpec all{u"all"_s, {}, Texts::tr("every price that is held")};
    return {{u"prices refresh"_s,
             {},
             Texts::tr(
                 "Asks the public lists of LiteLLM, models.dev and OpenRouter for new prices; nothing in the "
                 "past is repriced, and what is implausible or disputed waits for your decision."),
             {u"prices refresh"_s, u"prices refresh --feed litellm"_s},
             {{u"feed"_s, u"NAME"_s, Texts::tr("only this list; may be repeated")},
              {u"feed-url"_s, u"NAME=URL"_s, Texts::tr("another address of a list; may be repeated")}},
             0,
             0,
             refresh},
            {u"prices held"_s,
             {},
             Texts::tr("Prices of public lists that wait for your decision."),
             {u"prices held"_s},
             {},
             0,
             0,
             listHeld},
            {u"prices accept"_s,
             u"ID…"_s,
             Texts::tr("Takes in prices that were held, from now on."),
             {u"prices accept 0123456789ab"_s},
             {all},
             0,
             Many,
             [](Cli &cli) { return decide(cli, true); }},
            {u"prices reject"_s,
             u"ID…"_s,
             Texts::tr("Refuses prices that were held: the same ones are not held again."),
             {u"prices reject 0123456789ab"_s},
             {all},
             0,
             Many,
             [](Cli &cli) { return decide(cli, false); }}};
}

} // namespace Costglass
