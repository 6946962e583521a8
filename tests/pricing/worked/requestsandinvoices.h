// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/worked/common.h"

/// Batches, caching, long prompts, residency, dates, currency, rounding and the order of an invoice: FK-11 … FK-19.
namespace Worked {

inline void batchFigures(Figures &f)
{
    const auto terra = [](Tier tier, const Decimal &cached) {
        return request({u"openai"_s, u"gpt-6.1-terra"_s, 0, tier},
                       tokens(Decimal(1500) - cached, cached, 400));
    };
    f[u"FK-11.std"_s] = (terra(Tier::Standard, 0) * 100'000).toString();
    f[u"FK-11.batch"_s] = (terra(Tier::Batch, 0) * 100'000).toString();
    f[u"FK-11.cached_std"_s] = (terra(Tier::Standard, 1000) * 100'000).toString();
    f[u"FK-11.cached_batch"_s] = (terra(Tier::Batch, 1000) * 100'000).toString();
    f[u"FK-11.partial_97000_done"_s] = (terra(Tier::Batch, 0) * 97'000).toString();
}

inline void cacheFigures(Figures &f)
{
    const PriceQuery opus{u"anthropic"_s, u"claude-opus-5-5"_s};
    const Decimal plain = request(opus, {{u"input"_s, 20'000}}) * 10;
    const Decimal write = request(opus, {{u"cache_write_5m"_s, 20'000}});
    const Decimal reads = request(opus, {{u"cached_input"_s, 20'000}}) * 9;
    f[u"FK-12.a_nocache"_s] = plain.toString();
    f[u"FK-12.a_write"_s] = write.toString();
    f[u"FK-12.a_reads"_s] = reads.toString();
    f[u"FK-12.a_total"_s] = (write + reads).toString();
    f[u"FK-12.a_saving"_s] = (plain - write - reads).toString();
    const Decimal r = dec(u"0.05");
    const CacheRates minutes{dec(u"1.25"), r};
    const CacheRates hour{2, r};
    const CacheRates halfDay{dec(u"2.5"), r};
    f[u"FK-12.b_reads_5m"_s] = minutes.breakEvenReads().toString();
    f[u"FK-12.b_reads_1h"_s] = hour.breakEvenReads().toString();
    f[u"FK-12.b_reads_12h"_s] = halfDay.breakEvenReads().toString();
    f[u"FK-12.b_hit_5m"_s] = f[u"R-02.h_star"_s] = minutes.breakEvenHitRate().toString();
    f[u"FK-12.b_hit_1h"_s] = hour.breakEvenHitRate().toString();
    f[u"FK-12.b_hit_12h"_s] = halfDay.breakEvenHitRate().toString();
    const CacheRates older{dec(u"1.25"), dec(u"0.1")};
    f[u"FK-12.b_hit_5m_r01"_s] = older.breakEvenHitRate().toString();
    f[u"FK-12.b_hit_1h_r01"_s] = CacheRates{2, dec(u"0.1")}.breakEvenHitRate().toString();
    f[u"FK-12.b_hit_r0025"_s] = CacheRates{dec(u"1.25"), dec(u"0.025")}.breakEvenHitRate().toString();
    const PriceQuery flash{u"google"_s, u"gemini-3.7-flash"_s};
    const Decimal held = request({u"google"_s, u"Explicit context cache storage, Gemini 3.6/3.7 Flash"_s},
                                 {{u"token_hours"_s, 100'000 * 8}});
    const Decimal made = request(flash, {{u"input"_s, 100'000}});
    const Decimal read = request(flash, {{u"cached_input"_s, 100'000}});
    f[u"FK-12.c_storage_hours"_s] = held.toString();
    f[u"FK-12.c_reads"_s] = (read * 40).toString();
    f[u"FK-12.c_create"_s] = made.toString();
    f[u"FK-12.c_total"_s] = (held + read * 40 + made).toString();
    f[u"FK-12.c_nocache"_s] = (made * 40).toString();
    f[u"FK-12.c_break_even_reads_per_hour"_s] = held.dividedBy(8, 9).dividedBy(made - read, 4).toString();
    f[u"FK-12.d_effective"_s] = (minutes.prefixMultiple(dec(u"0.70")) * 4).toString();
    f[u"FK-12.e_keepalive_min_r01"_s] = older.keepAliveMinutes(5).toString();
    f[u"FK-12.e_keepalive_min_r005"_s] = minutes.keepAliveMinutes(5).toString();
    f[u"FK-12.e_max_pings_r01"_s] = QString::number(older.mostPings());
    f[u"FK-12.f_ttl5_rate16_5"_s] = fixed(arrivalWithin(16.5, 5), 4);
    f[u"FK-12.f_ttl30_rate16_5"_s] = fixed(arrivalWithin(16.5, 30), 4);
    f[u"FK-12.g_min_1023"_s] = QString::number(cacheableTokens(1023, 1024)) + u" cached"_s;
    const PriceQuery terra{u"openai"_s, u"gpt-6.1-terra"_s};
    f[u"FK-12.h_support_10k"_s] = (request(terra, tokens(1500, 2500, 1500)) * 10'000).toString();
    f[u"FK-12.h_support_10k_nocache"_s] = (request(terra, tokens(4000, 0, 1500)) * 10'000).toString();
    const Decimal prefix = request(opus, {{u"input"_s, 20'000}}) * 1200 * 30;
    const Decimal cached = prefix * minutes.prefixMultiple(dec(u"0.80"));
    f[u"R-02.prefix_now"_s] = prefix.toString();
    f[u"R-02.prefix_after"_s] = cached.toString();
    f[u"R-02.saving"_s] = (prefix - cached).toString();
    f[u"R-02.ttl12h_multiple"_s] = halfDay.prefixMultiple(dec(u"0.80")).toString();
}

inline void longPromptFigures(Figures &f)
{
    const auto cost = [](const QString &vendor, const QString &model, qint64 input, qint64 output) {
        return request({vendor, model}, tokens(input, 0, output));
    };
    const QString sol = u"gpt-6.1-sol"_s;
    const QString openai = u"openai"_s;
    f[u"FK-13.a_272000"_s] = cost(openai, sol, 272'000, 2000).toString();
    f[u"FK-13.a_272001"_s] = cost(openai, sol, 272'001, 2000).toString();
    f[u"FK-13.b_100000"_s] = cost(u"anthropic"_s, u"claude-haiku-5-5"_s, 100'000, 1000).toString();
    f[u"FK-13.b_100001"_s] = cost(u"anthropic"_s, u"claude-haiku-5-5"_s, 100'001, 1000).toString();
    f[u"FK-13.c_199999"_s] = cost(u"xai"_s, u"grok-4.7"_s, 199'999, 1000).toString();
    f[u"FK-13.c_200000"_s] = cost(u"xai"_s, u"grok-4.7"_s, 200'000, 1000).toString();
    f[u"FK-13.d_whole"_s] = cost(openai, sol, 300'000, 0).toString();
    const Ladder marginal{{0, dec(u"2").shifted(-6)}, {272'000, dec(u"4").shifted(-6)}};
    f[u"FK-13.d_marginal_wrong"_s] = marginalCharge(marginal, 300'000).toString();
    f[u"FK-13.f_split"_s] = (cost(openai, sol, 150'000, 0) * 2).toString();
    f[u"FK-13.e_qwen_32000"_s] = cost(u"qwen"_s, u"qwen3-max"_s, 32'000, 0).toString();
    f[u"FK-13.e_qwen_32001"_s] = cost(u"qwen"_s, u"qwen3-max"_s, 32'001, 0).toString();
    f[u"FK-13.g_terra_270k"_s] = cost(openai, u"gpt-6.1-terra"_s, 270'000, 20'000).toString();
    f[u"FK-13.g_terra_300k"_s] = cost(openai, u"gpt-6.1-terra"_s, 300'000, 20'000).toString();
    const Decimal longer = cost(openai, sol, 300'000, 2000);
    const Decimal trimmed = cost(openai, sol, 270'000, 2000);
    f[u"R-15.long_now"_s] = (longer * 2000).toString();
    f[u"R-15.trim"_s] = (trimmed * 2000).toString();
    f[u"R-15.saving"_s] = ((longer - trimmed) * 2000).toString();
    f[u"R-15.extra_per_request"_s] = (longer - trimmed).toString();
}

inline void residencyFigures(Figures &f)
{
    const auto opus = [](Tier tier, const QString &region, const Decimal &cached) {
        return request({u"anthropic"_s, u"claude-opus-5-5"_s, 0, tier, region},
                       tokens(Decimal(1'000'000) - cached, cached, 200'000));
    };
    f[u"FK-14.a_global"_s] = opus(Tier::Standard, {}, 0).toString();
    f[u"FK-14.a_us"_s] = opus(Tier::Standard, u"us"_s, 0).toString();
    f[u"FK-14.b_us_batch"_s] = opus(Tier::Batch, u"us"_s, 0).toString();
    f[u"FK-14.c_us_fast"_s] = opus(Tier::Priority, u"us"_s, 0).toString();
    f[u"FK-14.d_fast_and_cache"_s] = opus(Tier::Priority, u"us"_s, 900'000).toString();
}

inline void datedFigures(Figures &f)
{
    const auto argon = [](const char *instant) {
        return request({u"google"_s, u"gemini-4-argon"_s, *parseRfc3339(QString::fromLatin1(instant))},
                       tokens(10'000'000, 0, 2'000'000));
    };
    const Decimal before = argon("2026-11-30T23:59:59Z");
    const Decimal after = argon("2026-12-01T00:00:00Z");
    f[u"FK-15.nov_day"_s] = before.toString();
    f[u"FK-15.dec_day"_s] = after.toString();
    f[u"FK-15.total"_s] = (before * 11 + after * 10).toString();
    f[u"FK-15.increase_next_30d"_s] = f[u"R-14.spread"_s] = ((after - before) * 30).toString();
    const Decimal yuan = dec(u"9") * 3 + dec(u"27");
    f[u"FK-17.cny"_s] = yuan.toString();
    const auto rate
        = FxRate::parse(Currency::usd(), Currency::cny(), u"6.7379", u"2026-08-22"_s, u"catalogue"_s);
    const auto dollars = rate->convert(*yuan.toMoney(Currency::cny()));
    f[u"FK-17.usd"_s] = dollars->rounded(4)->toDecimal();
    f[u"FK-17.usd_list"_s]
        = request({u"deepseek"_s, u"deepseek-v4-pro"_s, peakInstant()}, tokens(3'000'000, 0, 1'000'000))
              .toString();
    Decimal lines = 0;
    for (int i = 0; i < 1000; ++i)
        lines += dec(u"0.004").rounded(2, Rounding::HalfUp);
    f[u"FK-18.per_line"_s] = lines.toString();
    f[u"FK-18.per_invoice"_s] = (dec(u"0.004") * 1000).rounded(2, Rounding::HalfUp).toString();
    f[u"FK-18.half_up"_s] = dec(u"0.125").rounded(2, Rounding::HalfUp).toString();
    f[u"FK-18.half_even"_s] = dec(u"0.125").rounded(2, Rounding::HalfEven).toString();
    f[u"FK-18.nano"_s] = dec(u"0.0028").shifted(-3).shifted(9).toString();
}

inline void orderFigures(Figures &f)
{
    const PriceQuery batch{u"openai"_s, u"gpt-6.1-sol"_s, 0, Tier::Batch, u"us"_s};
    f[u"FK-19.request"_s] = request(batch, tokens(4000, 6000, 1500)).toString();
    const QList<Quantity> longRequest = tokens(100'000, 200'000, 3000);
    f[u"FK-19.d_long_std"_s] = request({u"openai"_s, u"gpt-6.1-sol"_s}, longRequest).toString();
    f[u"FK-19.d_long_resid"_s]
        = request({u"openai"_s, u"gpt-6.1-sol"_s, 0, Tier::Standard, u"us"_s}, longRequest).toString();
    InvoiceTerms terms;
    terms.list = 1200;
    terms.discountRate = dec(u"0.10");
    terms.credits = 100;
    terms.support = {{0, dec(u"0.09")}};
    terms.taxRate = dec(u"0.06");
    const Invoice invoice = invoiceOf(terms);
    const Decimal net = terms.list - invoice.discount - invoice.credit;
    f[u"FK-19.b_discount"_s] = invoice.discount.toString();
    f[u"FK-19.b_after_credit"_s] = net.toString();
    f[u"FK-19.b_support_on_gross"_s] = invoice.support.toString();
    f[u"FK-19.b_pretax"_s] = invoice.preTax.toString();
    f[u"FK-19.b_tax6"_s] = invoice.tax.toString();
    f[u"FK-19.b_total"_s] = invoice.total.toString();
    f[u"FK-19.c_support_on_net_wrong"_s] = supportFee(terms.support, 0, net).toString();
}

} // namespace Worked
