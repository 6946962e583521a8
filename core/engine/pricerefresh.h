// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/fetcher.h"
#include "engine/heldprices.h"

namespace Costglass {

/// A public list of prices on the web.
struct PriceFeed
{
    QString name; ///< "litellm"
    PriceListFormat format;
    QUrl url;
};

/// LiteLLM, models.dev and OpenRouter: none asks for a log-in.
const QList<PriceFeed> &priceFeeds();

/// What one feed brought.
struct FeedOutcome
{
    enum class Status
    {
        Read,
        NotModified, ///< the list that was read the last time counts
        Failed ///< nothing of it was taken
    };
    PriceFeed feed;
    Status status = Status::Failed;
    std::optional<Error> error = {}; ///< of a failed one
    qsizetype prices = 0; ///< rows of its list
    QStringList notes = {}; ///< what the list says in a way that is no price
};

struct RefreshOutcome
{
    QList<FeedOutcome> feeds;
    GateResult gate; ///< what was taken, and what of it is held
};

/// Asks feeds for their lists, passes them through the gate and takes in what it lets through from now on; the rest is
/// held for a person. A list is only asked for again when it has changed (ETag, RFC 9110 §8.8.3): the last one read is
/// kept in the data folder, as each feed is compared with the others. Destroying it cancels at once.
class PriceRefresh : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<RefreshOutcome>)>;

    PriceRefresh(Fetcher &fetcher, const QString &dataFolder, qint64 now, QObject *parent);

    /// Calls \a done once: Storage when the data folder cannot be read or written, and then nothing was taken. What
    /// kept single feeds from coming stands in their outcomes.
    void start(const QList<PriceFeed> &feeds, Done done);

private:
    void take(qsizetype place, const Result<HttpReply> &reply);
    Result<FeedList> listOf(FeedOutcome &outcome, const HttpReply &reply);
    Result<RefreshOutcome> finish();

    Fetcher &m_fetcher;
    QString m_folder;
    qint64 m_now;
    QList<FeedOutcome> m_outcomes;
    QHash<QString, FeedList> m_lists; ///< by feed
    QHash<QString, HttpReply> m_fresh; ///< replies to keep, by feed
    qsizetype m_waiting = 0;
    Done m_done;
};

} // namespace Costglass
