// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// The endpoint of a stream is the bill's ServiceName, its project the resource group.
Stream azureStream(int id, const QString &group, const QString &model, int perDay, int inputPer,
                   int cachedPermille, int outputPer)
{
    Stream stream
        = tokenStream(id, u"azure"_s, group, {}, {}, model, perDay, inputPer, cachedPermille, 0, outputPer);
    stream.endpoint = u"Foundry Models"_s;
    return stream;
}

} // namespace

VendorWorld azureWorld()
{
    const QDate start(2024, 1, 1);
    constexpr qint64 Million = 1'000'000;
    const QString research = u"rg-research"_s;
    const QString shop = u"rg-shop"_s;
    VendorWorld world;
    world.vendor = u"azure"_s;
    Stream large = azureStream(211, research, u"GPT 5.1"_s, 120, 4000, 400, 600);
    large.late = true;
    Stream batch = azureStream(212, shop, u"gpt-4o 0806"_s, 300, 1500, 0, 250);
    batch.tier = u"batch"_s;
    Stream records = azureStream(215, shop, u"Standard Text Records"_s, 2000, 0, 0, 0);
    records.endpoint = u"Cognitive Services"_s;
    records.meter = u"records"_s;
    world.streams = {large, batch, azureStream(213, shop, u"GPT 5.1"_s, 200, 900, 200, 150),
                     azureStream(214, research, u"Text Embedding 3 Large"_s, 6000, 300, 0, 0), records};
    world.prices = tokenPrices(u"GPT 5.1"_s, start, {u"1.25"_s, u"0.125"_s, u"0"_s, u"10"_s})
        + tokenPrices(u"gpt-4o 0806"_s, start, {u"2.5"_s, u"1.25"_s, u"0"_s, u"10"_s})
        + QList<PriceRow>{worldPrice(u"Text Embedding 3 Large"_s, u"input"_s, u"0.13"_s, Million),
                          worldPrice(u"Standard Text Records"_s, u"records"_s, u"0.001"_s, 1)};
    world.refreshSeconds = 4 * 3600;
    return world;
}

} // namespace Costglass
