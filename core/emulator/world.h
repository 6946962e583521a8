// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/dates.h"
#include "pricing/pricebook.h"

namespace Costglass {

/// One steady use of a model by a key: what the sample world is made of.
struct Stream
{
    int id; ///< of its random numbers; never reused
    QString vendor;
    QString endpoint; ///< OpenAI's usage kind, or "messages"
    QString project; ///< null = the vendor's default workspace
    QString key; ///< null = used in the vendor's own web pages
    QString user;
    QString model;
    QString tier; ///< "default", "standard" or "batch"; batch costs half
    int perDay; ///< requests, or units of another meter, on a working day of January 2025
    int inputPer = 0; ///< input tokens of one request, cached ones included
    int cachedPermille = 0;
    int writtenPermille = 0;
    int outputPer = 0;
    QString meter
        = {}; ///< another meter than tokens: "images", "characters", "seconds", "calls", "sessions", "bytes",
    ///< "ai-credits", "seats"
    QDate from = QDate(2024, 1, 1);
    QDate to = QDate(2100, 1, 1); ///< exclusive
    int spike = 1; ///< how many times its usual on the days of the anomaly
    bool late
        = false; ///< a part of each Wednesday's events arrives a day and a half late: the day is restated
};

/// What a stream used on one day.
struct UseDay
{
    const Stream *stream = nullptr;
    QDate day;
    qint64 requests = 0;
    qint64 input = 0; ///< uncached
    qint64 cacheRead = 0;
    qint64 cacheWrite = 0;
    qint64 output = 0;
    qint64 quantity = 0;
};

/// One line of a day's bill.
struct BillLine
{
    const Stream *stream = nullptr; ///< null = of the organisation as a whole
    QDate day;
    QString meter = {}; ///< "input", "cached_input", "cache_write", "output", or the stream's own meter
    QString lineItem = {}; ///< for lines without a stream: the text of the bill
    qint64 quantity = 0;
    Money cost = Money::zero(Currency::usd());
};

/// A day whose figure the vendor changed after it was over.
struct WorldRestatement
{
    QString vendor;
    QDate day;
    Money before;
    Money after;
    qint64 at; ///< Unix seconds
};

/// An id with the name that the vendor's directory gives it.
struct WorldName
{
    QString id;
    QString name;
    QString parent = {}; ///< a key's project
};

/// One vendor's part of the world: who uses what, what it costs and what things are called.
struct VendorWorld
{
    QString vendor = {};
    QList<Stream> streams = {};
    QList<PriceRow> prices = {};
    QList<WorldName> projects = {};
    QList<WorldName> keys = {};
    QList<WorldName> users = {};
    int refreshSeconds = 1; ///< the vendor learns of use each so often
    std::optional<Money> quarterCredit = {}; ///< at each quarter's start
    QByteArray zone = "UTC"; ///< IANA id of the zone of its billing days
    /// What comes on a day's bill for its use: credits on a line (its stream and meter, "TYPE: name" as lineItem), tax.
    QList<BillLine> (*extras)(const QList<BillLine> &lines) = nullptr;
};

/// One deterministic world of spend behind all emulators: same seed and instant, same figures, and a later instant
/// only adds to the past what late events bring. 24 months to now: working days and weekends, growth, a price change
/// (June 2026), an anomaly (the 18th of March, July and November), a rotated key (15 September 2026), a project that
/// ended (30 June 2026), restated Wednesdays and a credit at each quarter's start. Each line costs use × dated price.
class World
{
public:
    static constexpr quint64 DefaultSeed = 20261124;

    World(quint64 seed, qint64 now);

    qint64 now() const { return m_now; }
    QDate firstDay() const; ///< 24 months before now's month
    QDate today() const;
    /// Up to which instant a vendor knows of use: now, or the last refresh of its export.
    qint64 knownTo(const QString &vendor) const;

    const QList<Stream> &streams() const { return m_streams; }
    const PriceBook &prices() const { return m_prices; }

    QList<UseDay> use(const QString &vendor, QDate day) const;
    QList<BillLine> bill(const QString &vendor, QDate day) const;
    /// Those of the last 31 days.
    QList<WorldRestatement> restatements() const;
    bool isAnomaly(QDate day) const;

private:
    UseDay useOf(const Stream &stream, QDate day, qint64 knownAt) const;
    QList<BillLine> billAsOf(const QString &vendor, QDate day, qint64 knownAt) const;
    quint64 random(int stream, QDate day, int salt) const;

    quint64 m_seed;
    qint64 m_now;
    QList<Stream> m_streams;
    PriceBook m_prices;
};

/// What is left, in nanos of the bill's currency, of an account into which a million units were paid before the world's
/// first day.
qint64 balanceLeft(const World &world, const QString &vendor);

/// A stream that is charged by tokens.
Stream tokenStream(int id, const QString &vendor, const QString &project, const QString &key,
                   const QString &user, const QString &model, int perDay, int inputPer, int cachedPermille,
                   int writtenPermille, int outputPer);

/// A price in US dollars for \a per units.
PriceRow worldPrice(const QString &model, const QString &meter, const QString &price, qint64 per,
                    QDate from = QDate(2024, 1, 1));
/// Prices per million of input, cached input, cache writes and output.
QList<PriceRow> tokenPrices(const QString &model, QDate from, const QStringList &prices);

/// Each vendor's part, in a file of its own beside its emulator.
VendorWorld openAiWorld();
VendorWorld anthropicWorld();
VendorWorld awsWorld();
VendorWorld googleWorld();
VendorWorld azureWorld();
VendorWorld alibabaWorld();
VendorWorld tencentWorld();
VendorWorld volcengineWorld();
VendorWorld lanyingWorld();
VendorWorld openRouterWorld();
VendorWorld deepSeekWorld();
VendorWorld moonshotWorld();
VendorWorld siliconFlowWorld();
VendorWorld gitHubWorld();
VendorWorld cursorWorld();
VendorWorld liteLlmWorld();
VendorWorld xaiWorld();
VendorWorld elevenLabsWorld();
VendorWorld mistralWorld();
VendorWorld zhipuWorld();
VendorWorld miniMaxWorld();

const QList<VendorWorld> &vendorWorlds();
/// The part of the vendor with that id; an empty one for a stranger.
const VendorWorld &vendorWorld(const QString &vendor);

} // namespace Costglass
