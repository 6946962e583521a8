// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricedesk.h"

#include "engine/fxrates.h"
#include "engine/pricestore.h"
#include "pricing/bundledprices.h"

namespace Costglass {

PriceDesk::PriceDesk(Engine &engine, QObject *parent) : QObject(parent), m_folder(engine.dataFolder())
{
    m_pool.setMaxThreadCount(1); // one question after the other: the latest answer is the latest question's
}

PriceDesk::~PriceDesk()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void PriceDesk::open()
{
    if (std::exchange(m_asked, true))
        return;
    using Read = Result<std::shared_ptr<const Prices>>;
    run(
        this,
        [folder = m_folder]() -> Read {
            auto book = openPriceBook(folder);
            if (!book)
                return std::unexpected(book.error());
            auto rates = readFxRates(folder);
            if (!rates)
                return std::unexpected(rates.error());
            return std::make_shared<const Prices>(*std::move(book), bundledFacts(), bundledModelFacts(),
                                                  *std::move(rates));
        },
        [this](const Read &read) {
            if (read)
                m_prices = *read;
            else
                m_error = read.error();
            Q_EMIT opened();
        });
}

} // namespace Costglass
