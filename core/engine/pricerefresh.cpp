// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/pricerefresh.h"

#include "base/dates.h"
#include "engine/feedcache.h"
#include "engine/pricestore.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceRefresh)
};

constexpr int Ok = 200;
constexpr int NotModified = 304;
constexpr int TooMany = 429;

Error statusError(const PriceFeed &feed, const HttpReply &reply, qint64 now)
{
    Error error{reply.status == TooMany ? Error::Kind::RateLimited : Error::Kind::Server,
                Texts::tr("The server of %1 answered with HTTP %2.").arg(feed.name).arg(reply.status),
                Texts::tr("Try again later, or take in a file with “prices import”.")};
    error.retryAfter = retryAfterSeconds(reply, now);
    return error;
}

/// Reads a list; rows that tell no day of their own are as of the day on which they were read.
Result<FeedList> readFeed(const PriceFeed &feed, const QByteArray &body, qint64 now)
{
    auto list = readPriceList(body, feed.format, feed.url.toString());
    if (!list)
        return std::unexpected(list.error());
    const QString today = dayOf(now, QTimeZone::utc()).toString(Qt::ISODate);
    for (PriceRow &row : list->rows) {
        if (row.provenance.asOf.isEmpty())
            row.provenance.asOf = today;
    }
    return FeedList{feed.name, *std::move(list)};
}

} // namespace

const QList<PriceFeed> &priceFeeds()
{
    static const QList<PriceFeed> feeds{
        {u"litellm"_s, PriceListFormat::LiteLlm,
         QUrl(
             u"https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json"_s)},
        {u"models.dev"_s, PriceListFormat::ModelsDev, QUrl(u"https://models.dev/api.json"_s)},
        {u"openrouter"_s, PriceListFormat::OpenRouter, QUrl(u"https://openrouter.ai/api/v1/models"_s)}};
    return feeds;
}

PriceRefresh::PriceRefresh(Fetcher &fetcher, const QString &dataFolder, qint64 now, QObject *parent)
    : QObject(parent), m_fetcher(fetcher), m_folder(dataFolder), m_now(now)
{
}

void PriceRefresh::start(const QList<PriceFeed> &feeds, Done done)
{
    m_done = std::move(done);
    m_waiting = feeds.size();
    for (const PriceFeed &feed : feeds)
        m_outcomes.append(FeedOutcome{feed});
    for (qsizetype place = 0; place < feeds.size(); ++place) {
        HttpRequest request;
        request.url = feeds[place].url;
        const auto known = cachedFeed(m_folder, feeds[place].name, request.url);
        if (known && !known->etag.isEmpty())
            request.headers.append({"If-None-Match", known->etag});
        m_fetcher.fetch(request, {}, this,
                        [this, place](const Result<HttpReply> &reply) { take(place, reply); });
    }
}

/// The list of a reply, or the one that is known already.
Result<FeedList> PriceRefresh::listOf(FeedOutcome &outcome, const HttpReply &reply)
{
    const PriceFeed &feed = outcome.feed;
    if (reply.status == NotModified) {
        const auto known = cachedFeed(m_folder, feed.name, feed.url);
        if (!known)
            return std::unexpected(statusError(feed, reply, m_now));
        outcome.status = FeedOutcome::Status::NotModified;
        return readFeed(feed, known->body, m_now);
    }
    if (reply.status != Ok)
        return std::unexpected(statusError(feed, reply, m_now));
    outcome.status = FeedOutcome::Status::Read;
    return readFeed(feed, reply.body, m_now);
}

void PriceRefresh::take(qsizetype place, const Result<HttpReply> &reply)
{
    FeedOutcome &outcome = m_outcomes[place];
    auto list = reply ? listOf(outcome, *reply) : Result<FeedList>(std::unexpected(reply.error()));
    if (list) {
        outcome.prices = list->list.rows.size();
        outcome.notes = list->list.notes;
        if (outcome.status == FeedOutcome::Status::Read)
            m_fresh.insert(outcome.feed.name, *reply);
        m_lists.insert(outcome.feed.name, *std::move(list));
    } else {
        outcome.status = FeedOutcome::Status::Failed;
        outcome.error = list.error();
    }
    if (--m_waiting == 0)
        m_done(finish());
}

Result<RefreshOutcome> PriceRefresh::finish()
{
    const auto book = openPriceBook(m_folder);
    auto stored = storedPrices(m_folder);
    auto decisions = readHeldPrices(m_folder);
    for (const Error *error : std::initializer_list<const Error *>{
             book ? nullptr : &book.error(), stored ? nullptr : &stored.error(),
             decisions ? nullptr : &decisions.error()}) {
        if (error)
            return std::unexpected(*error);
    }
    QList<FeedList> lists;
    for (const FeedOutcome &outcome : std::as_const(m_outcomes)) {
        if (m_lists.contains(outcome.feed.name))
            lists.append(m_lists.value(outcome.feed.name));
    }
    RefreshOutcome outcome{m_outcomes, passGate(lists, *book, m_now, decisions->rejected)};
    stored->rows += outcome.gate.taken;
    stored->factors += outcome.gate.factors;
    stored->aliases += outcome.gate.aliases;
    // What a feed told that did not come this time still waits for its decision.
    decisions->held.removeIf([this](const HeldPrice &held) { return m_lists.contains(held.feed); });
    decisions->held += outcome.gate.held;
    if (const auto kept = storePrices(m_folder, *stored); !kept)
        return std::unexpected(kept.error());
    if (const auto kept = writeHeldPrices(m_folder, *decisions); !kept)
        return std::unexpected(kept.error());
    // Last, so that a list counts as read only when all of it has been dealt with.
    for (auto reply = m_fresh.cbegin(); reply != m_fresh.cend(); ++reply) {
        const CachedFeed list{reply->request.url, reply->header("ETag"), reply->body};
        if (const auto kept = cacheFeed(m_folder, reply.key(), list); !kept)
            return std::unexpected(kept.error());
    }
    return outcome;
}

} // namespace Costglass
