// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

enum StreamId
{
    Flash = 41,
    Pro,
    Lite,
    Embedding,
    Endpoint
};

Stream googleStream(StreamId id, const QString &service, const QString &project, const QString &model,
                    int perDay, int inputPer, int cachedPermille, int outputPer)
{
    Stream stream{id, u"google"_s, service, project, {}, {}, model, u"standard"_s, perDay};
    stream.inputPer = inputPer;
    stream.cachedPermille = cachedPermille;
    stream.outputPer = outputPer;
    return stream;
}

QList<Stream> googleStreams()
{
    const QString vertex = u"Vertex AI"_s;
    Stream flash
        = googleStream(Flash, u"Gemini API"_s, u"support-bot"_s, u"gemini-2.5-flash"_s, 2500, 1500, 300, 200);
    flash.late = true;
    Stream lite = googleStream(Lite, vertex, u"shop"_s, u"gemini-2.5-flash-lite"_s, 3000, 800, 0, 150);
    lite.tier = u"batch"_s;
    Stream endpoint = googleStream(Endpoint, vertex, u"research"_s, u"n1-standard-4"_s, 24, 0, 0, 0);
    endpoint.meter = u"hours"_s;
    return {flash, googleStream(Pro, vertex, u"research"_s, u"gemini-2.5-pro"_s, 250, 5000, 100, 900), lite,
            googleStream(Embedding, vertex, u"shop"_s, u"gemini-embedding-001"_s, 15'000, 300, 0, 0),
            endpoint};
}

/// A free tier on the Gemini API's input, a negotiated discount on Gemini Pro, a commitment for the endpoint, and a
/// tax of five percent on what is left of the day.
QList<BillLine> googleExtras(const QList<BillLine> &lines)
{
    struct Credit
    {
        int permille;
        QString name;
    };
    const QMap<int, Credit> credits{{Flash, {-100, u"FREE_TIER: Gemini API free tier"_s}},
                                    {Pro, {-200, u"DISCOUNT: Negotiated savings"_s}},
                                    {Endpoint, {-150, u"COMMITTED_USAGE_DISCOUNT: Vertex AI commitment"_s}}};
    QList<BillLine> extras;
    qint64 net = 0;
    for (const BillLine &line : lines) {
        net += line.cost.nanos();
        const auto credit = credits.constFind(line.stream->id);
        if (credit == credits.cend() || (line.stream->id == Flash && line.meter == u"output"))
            continue;
        const Money amount = Money::fromNanos(line.cost.nanos() * credit->permille / 1000, Currency::usd());
        extras.append({line.stream, line.day, line.meter, credit->name, 0, amount});
        net += amount.nanos();
    }
    if (net > 0)
        extras.append(
            {nullptr, lines.first().day, {}, u"Tax"_s, 0, Money::fromNanos(net / 20, Currency::usd())});
    return extras;
}

} // namespace

VendorWorld googleWorld()
{
    constexpr qint64 Million = 1'000'000;
    const QDate start(2024, 1, 1);
    VendorWorld world;
    world.vendor = u"google"_s;
    world.streams = googleStreams();
    world.prices = tokenPrices(u"gemini-2.5-flash"_s, start, {u"0.3"_s, u"0.03"_s, u"0"_s, u"2.5"_s})
        + tokenPrices(u"gemini-2.5-pro"_s, start, {u"1.25"_s, u"0.125"_s, u"0"_s, u"10"_s})
        + tokenPrices(u"gemini-2.5-flash-lite"_s, start, {u"0.1"_s, u"0.01"_s, u"0"_s, u"0.4"_s})
        + QList<PriceRow>{worldPrice(u"gemini-embedding-001"_s, u"input"_s, u"0.15"_s, Million),
                          worldPrice(u"n1-standard-4"_s, u"hours"_s, u"0.219"_s, 1)};
    world.projects = {{u"support-bot"_s, u"Support bot"_s},
                      {u"research"_s, u"Research"_s},
                      {u"shop"_s, u"Shop assistant"_s}};
    world.refreshSeconds = 6 * 3600;
    world.zone = "America/Los_Angeles";
    world.extras = googleExtras;
    return world;
}

} // namespace Costglass
