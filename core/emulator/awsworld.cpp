// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// The endpoint of a stream is its region, in the code that the bill uses.
Stream inRegion(const QString &region, Stream stream, const QString &tier = u"standard"_s)
{
    stream.endpoint = region;
    stream.tier = tier;
    return stream;
}

Stream tokens(int id, const QString &account, const QString &model, int perDay, int inputPer,
              int cachedPermille, int writtenPermille, int outputPer)
{
    return tokenStream(id, u"aws"_s, account, {}, {}, model, perDay, inputPer, cachedPermille,
                       writtenPermille, outputPer);
}

Stream metered(int id, const QString &account, const QString &model, int perDay, const QString &meter)
{
    Stream stream = tokens(id, account, model, perDay, 0, 0, 0, 0);
    stream.meter = meter;
    return stream;
}

QList<Stream> awsStreams(const QString &research, const QString &shop)
{
    Stream opus = inRegion(u"USW2"_s, tokens(201, research, u"Claude Opus 5.5"_s, 90, 5000, 500, 80, 700));
    opus.late = true;
    const Stream campaign
        = inRegion(u"USE1"_s, tokens(203, shop, u"NovaPro"_s, 400, 1500, 0, 0, 300), u"batch"_s);
    return {opus,
            inRegion(u"USE1"_s, tokens(202, shop, u"NovaLite"_s, 3000, 900, 300, 40, 150)),
            campaign,
            inRegion(u"USE1"_s, tokens(204, research, u"NovaLite"_s, 500, 600, 0, 0, 90)),
            inRegion(u"EU"_s, tokens(205, shop, u"TitanEmbeddingV2"_s, 8000, 250, 0, 0, 0)),
            inRegion(u"USW2"_s, metered(206, research, u"ml.g5.xlarge"_s, 24, u"hours"_s)),
            inRegion(u"USE1"_s,
                     metered(207, shop, u"SynthesizeSpeechNeural-Characters"_s, 60'000, u"characters"_s)),
            inRegion(u"USE1"_s, metered(208, shop, u"DetectSentiment"_s, 4000, u"units"_s))};
}

} // namespace

VendorWorld awsWorld()
{
    VendorWorld world;
    world.vendor = u"aws"_s;
    const QString research = u"111122223333"_s;
    const QString shop = u"444455556666"_s;
    world.streams = awsStreams(research, shop);
    const QDate start(2024, 1, 1);
    constexpr qint64 Million = 1'000'000;
    world.prices = tokenPrices(u"Claude Opus 5.5"_s, start, {u"4"_s, u"0.2"_s, u"5"_s, u"20"_s})
        + tokenPrices(u"NovaLite"_s, start, {u"0.06"_s, u"0.015"_s, u"0.06"_s, u"0.24"_s})
        + tokenPrices(u"NovaPro"_s, start, {u"0.8"_s, u"0.2"_s, u"0.8"_s, u"3.2"_s})
        + QList<PriceRow>{
            worldPrice(u"TitanEmbeddingV2"_s, u"input"_s, u"0.02"_s, Million),
            worldPrice(u"ml.g5.xlarge"_s, u"hours"_s, u"1.408"_s, 1),
            worldPrice(u"SynthesizeSpeechNeural-Characters"_s, u"characters"_s, u"16"_s, Million),
            worldPrice(u"DetectSentiment"_s, u"units"_s, u"0.0001"_s, 1)};
    world.projects = {{research, u"Research"_s}, {shop, u"Shop"_s}};
    constexpr qint64 RefreshHours = 8;
    world.refreshSeconds = RefreshHours * 3600;
    world.quarterCredit = Money::fromNanos(-12'500'000'000, Currency::usd());
    return world;
}

} // namespace Costglass
