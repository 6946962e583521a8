// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/bundledprices.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr int Requests = 1'000'000;

/// Models with and without conditions: long prompts, peak hours, tiers, residency, several dates.
QList<PriceQuery> queries()
{
    const qint64 at = *parseRfc3339(u"2026-11-24T03:00:00Z");
    return {{u"openai"_s, u"gpt-6.1-sol"_s, at},
            {u"openai"_s, u"gpt-6.1-terra"_s, at, Tier::Batch, u"us"_s},
            {u"anthropic"_s, u"claude-haiku-5-5"_s, at},
            {u"google"_s, u"gemini-4-argon"_s, at},
            {u"deepseek"_s, u"deepseek-v4-pro"_s, at},
            {u"qwen"_s, u"qwen3-coder-plus"_s, at}};
}

/// Prices a million requests of three token classes; returns the milliseconds.
qint64 priceRequests(const PriceBook &book)
{
    const QList<PriceQuery> asked = queries();
    QList<Quantity> use{{u"input"_s, 0}, {u"cached_input"_s, 0}, {u"output"_s, 0}};
    Decimal total = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < Requests; ++i) {
        use[0].amount = i % 300'000;
        use[1].amount = i % 20'000;
        use[2].amount = i % 4000;
        total += book.price(asked[i % asked.size()], use)->cost.value_or(0);
    }
    const qint64 elapsed = timer.elapsed();
    std::printf("total %s\n", total.toLatin1().constData());
    return elapsed;
}

/// Looks up one price at a time, warm; returns nanoseconds for each.
qint64 lookUp(const PriceBook &book)
{
    const QList<PriceQuery> asked = queries();
    const QList<Quantity> use{{u"input"_s, 1}};
    QElapsedTimer timer;
    timer.start();
    size_t found = 0;
    for (int i = 0; i < Requests; ++i)
        found += book.price(asked[i % asked.size()], use)->lines.size();
    const qint64 elapsed = timer.nsecsElapsed() / Requests;
    std::printf("found %zu\n", found);
    return elapsed;
}

/// A file of requests for the command line.
void writeRequests(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly))
        return;
    const QList<PriceQuery> asked = queries();
    for (int i = 0; i < Requests; ++i) {
        const PriceQuery &query = asked[i % asked.size()];
        file.write(u"{\"vendor\":\"%1\",\"model\":\"%2\",\"at\":\"2026-11-24T03:00:00Z\",\"tier\":\"%3\","
                   "\"usage\":{\"input\":%4,\"cached_input\":%5,\"output\":%6}}\n"_s
                       .arg(query.vendor, query.model, tierName(query.tier))
                       .arg(i % 300'000)
                       .arg(i % 20'000)
                       .arg(i % 4000)
                       .toUtf8());
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 2) {
        writeRequests(QString::fromLocal8Bit(argv[2]));
        return 0;
    }
    PriceBook book;
    book.add(bundledPrices());
    lookUp(book);
    std::printf("look-up %lld ns (mark: 1000)\n", lookUp(book));
    std::printf("1 M requests priced in %lld ms (mark: 1000)\n", priceRequests(book));
    return 0;
}
