// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/worked/common.h"

/// Education, e-commerce and healthcare: S-00, S-ED, S-EC, S-HC.
namespace Worked {

/// One request or conversation of which the share \a hit of the input is read from a cache.
inline Decimal chat(PriceQuery query, const Decimal &input, const Decimal &hit, const Decimal &output)
{
    return request(query, tokens(input * (Decimal(1) - hit), input * hit, output));
}

inline Decimal vectorMonth(const Decimal &gib)
{
    return beyondFree(gib, 1) * unit(u"openai"_s, u"File search / vector store storage"_s, u"gib_days"_s)
        * 30;
}

inline Decimal storageMonth(const QString &storageClass, const Decimal &gib)
{
    return request({u"google"_s, storageClass}, {{u"gib_hours"_s, gib * MonthHours}})
        .rounded(6, Rounding::HalfUp);
}

inline void methodFigures(Figures &f)
{
    const Conversation plain{6, 500, 0, 150, 200};
    f[u"S-00.tokenrate"_s] = QString::number(plain.inputTokens());
    f[u"S-00.out"_s] = QString::number(plain.outputTokens());
    f[u"S-00.hits_S500_min1024"_s] = QString::number(plain.cacheableTokens(1024));
    f[u"S-00.hits_S500_min0"_s] = QString::number(plain.cacheableTokens(0));
    f[u"S-00.hits_S1500_min1024"_s]
        = QString::number(Conversation{6, 1500, 0, 150, 200}.cacheableTokens(1024));
}

inline void educationFigures(Figures &f)
{
    const Decimal questions = 22 * 18'000;
    const Decimal papers = 22 * 4000;
    const Decimal hit = dec(u"0.60");
    const auto tutoring = [&](const QString &vendor, const QString &model, qint64 at) {
        return chat({vendor, model, at}, 3200, hit, 450) * questions;
    };
    const auto grading = [&](const QString &vendor, const QString &model, Tier tier, qint64 at) {
        return chat({vendor, model, at, tier}, 2600, 0, 500) * papers;
    };
    const auto model = [&](const QString &name) {
        const Decimal standard = grading(u"openai"_s, name, Tier::Standard, 0);
        return tutoring(u"openai"_s, name, 0) + dec(u"0.05") * standard
            + dec(u"0.95") * grading(u"openai"_s, name, Tier::Batch, 0);
    };
    const QString terra = u"gpt-6.1-terra"_s;
    const Decimal standard = grading(u"openai"_s, terra, Tier::Standard, 0);
    const Decimal total = model(terra);
    const Decimal batched = total - tutoring(u"openai"_s, terra, 0);
    const Decimal uncached = chat({u"openai"_s, terra}, 3200, 0, 450) * questions;
    f[u"S-ED.stable_share"_s] = Decimal(2200).dividedBy(3200, 4).toString();
    const double peakRate = 150 * 0.55 / 5;
    const double otherRate = 150 * 0.45 / 19;
    const auto hits = [&](double ttl) {
        return 0.6875 * (0.55 * arrivalWithin(peakRate, ttl) + 0.45 * arrivalWithin(otherRate, ttl));
    };
    f[u"S-ED.rate_peak"_s] = fixed(peakRate, 1);
    f[u"S-ED.rate_off"_s] = fixed(otherRate, 4);
    f[u"S-ED.hit_ttl5"_s] = fixed(hits(5), 4);
    f[u"S-ED.hit_ttl30"_s] = fixed(hits(30), 4);
    f[u"S-ED.qa_terra"_s] = tutoring(u"openai"_s, terra, 0).toString();
    f[u"S-ED.qa_terra_nocache"_s] = uncached.toString();
    f[u"S-ED.cache_saving"_s] = (uncached - tutoring(u"openai"_s, terra, 0)).toString();
    f[u"S-ED.grading_terra_std"_s] = standard.toString();
    f[u"S-ED.grading_terra_batched"_s] = batched.toString();
    f[u"S-ED.batch_saving"_s] = (standard - batched).toString();
    f[u"S-ED.total_terra"_s] = total.toString();
    f[u"S-ED.total_luna"_s] = model(u"gpt-6-luna"_s).toString();
    const QString flash = u"deepseek-flash"_s;
    const Decimal peak = tutoring(u"deepseek"_s, flash, peakInstant());
    const Decimal quiet = tutoring(u"deepseek"_s, flash, quietInstant());
    const Decimal deepseek = dec(u"0.30") * peak + dec(u"0.70") * quiet;
    const Decimal night = grading(u"deepseek"_s, flash, Tier::Standard, quietInstant());
    f[u"S-ED.qa_deepseek_flash"_s] = deepseek.toString();
    f[u"S-ED.grading_deepseek_flash_night"_s] = night.toString();
    f[u"S-ED.total_deepseek_flash"_s] = (deepseek + night).toString();
    const Decimal week = Decimal(5) + Decimal(2) * dec(u"0.4");
    const Decimal year = week * (Decimal(32) + Decimal(4) * dec(u"2.5") + Decimal(16) * dec(u"0.1"));
    const Decimal day = total.dividedBy(22, 9);
    f[u"S-ED.week_equiv"_s] = week.toString();
    f[u"S-ED.year_day_equiv"_s] = year.toString();
    f[u"S-ED.year_month_avg"_s] = year.dividedBy(12, 4).toString();
    f[u"S-ED.year_terra"_s] = (day * year).toString();
    f[u"S-ED.exam_day"_s] = (day * dec(u"2.5")).toString();
    const Decimal calls = Decimal(22'000) * dec(u"0.55");
    f[u"S-ED.rps_peak"_s] = calls.dividedBy(5 * 3600, 4).toString();
    f[u"S-ED.rps_exam"_s] = (calls * dec(u"2.5")).dividedBy(5 * 3600, 4).toString();
    const Decimal files = storageMonth(u"Cloud Storage Standard us-central1"_s, 400);
    const Decimal gross = total + vectorMonth(60) + files;
    const Decimal help = support(u"aws"_s, u"Business Support+"_s, gross);
    f[u"S-ED.vectors"_s] = vectorMonth(60).toString();
    f[u"S-ED.files"_s] = files.toString();
    f[u"S-ED.files_gb"_s] = (Decimal(4000 * 220) * dec(u"0.4")).shifted(-3).toString();
    f[u"S-ED.support"_s] = help.toString();
    f[u"S-ED.platform_total"_s] = (gross + help).toString();
    f[u"S-ED.seats_annual"_s] = seatFee(120, 2, 20).toString();
    f[u"S-ED.seats_monthly"_s] = seatFee(120, 2, 25).toString();
}

inline void commerceFigures(Figures &f)
{
    const Conversation talk{6, 1500, 1200, 150, 200};
    const Decimal input = talk.inputTokens();
    const Decimal output = talk.outputTokens();
    const Decimal month = 30 * 40'000;
    const Decimal hit = dec(u"0.45");
    const auto openai = [&](const QString &model, const Decimal &hits) {
        return chat({u"openai"_s, model}, input, hits, output);
    };
    const QString lunaId = u"gpt-6-luna"_s;
    const QString terraId = u"gpt-6.1-terra"_s;
    const Decimal luna = openai(lunaId, hit) * month;
    const Decimal terra = openai(terraId, hit) * month;
    f[u"S-EC.in_per_conv"_s] = input.toString();
    f[u"S-EC.out_per_conv"_s] = output.toString();
    const Decimal prefix = talk.cacheableTokens(1024);
    f[u"S-EC.prefix_tokens"_s] = prefix.toString();
    f[u"S-EC.prefix_share"_s] = prefix.dividedBy(input, 4).toString();
    f[u"S-EC.hit_after_0_8"_s] = (prefix * dec(u"0.8")).dividedBy(input, 4).toString();
    f[u"S-EC.month_luna"_s] = luna.toString();
    const PriceQuery haiku{u"anthropic"_s, u"claude-haiku-5-5"_s};
    f[u"S-EC.month_haiku55"_s] = (chat(haiku, input, hit, output) * month).toString();
    f[u"S-EC.month_haiku55_nocache"_s] = (chat(haiku, input, 0, output) * month).toString();
    f[u"S-EC.month_terra"_s] = terra.toString();
    f[u"S-EC.month_terra_nocache"_s] = (openai(terraId, 0) * month).toString();
    f[u"S-EC.cache_saving_terra"_s] = (openai(terraId, 0) * month - terra).toString();
    f[u"S-EC.month_sol"_s] = (openai(u"gpt-6.1-sol"_s, hit) * month).toString();
    const Decimal peakShare = (dec(u"0.28") * 5).dividedBy(7, 4);
    const auto flash = [&](qint64 at) {
        return chat({u"deepseek"_s, u"deepseek-flash"_s, at}, input, hit, output) * month;
    };
    f[u"S-EC.ds_peak_share"_s] = peakShare.toString();
    f[u"S-EC.ds_all_peak"_s] = flash(peakInstant()).toString();
    f[u"S-EC.month_deepseek_flash"_s]
        = (peakShare * flash(peakInstant()) + (Decimal(1) - peakShare) * flash(quietInstant())).toString();
    const Decimal router = dec(u"0.85") * luna + dec(u"0.15") * terra;
    f[u"S-EC.router_85_15"_s] = router.toString();
    f[u"S-EC.per_conv_luna"_s] = luna.dividedBy(month, 6).toString();
    f[u"S-EC.per_conv_terra"_s] = terra.dividedBy(month, 6).toString();
    const Decimal calls = 40'000 * talk.turns;
    const Decimal rps = (calls * dec(u"0.45")).dividedBy(6 * 3600, 4);
    f[u"S-EC.calls_day"_s] = calls.toString();
    f[u"S-EC.rps_peak"_s] = rps.toString();
    f[u"S-EC.rps_1111"_s] = (rps * 5).toString();
    f[u"S-EC.tpm_peak"_s] = (rps * 60 * input.dividedBy(talk.turns, 6)).toString();
    const Decimal november = 27 + 3 * 5;
    f[u"S-EC.nov_day_equiv"_s] = november.toString();
    f[u"S-EC.nov_luna"_s] = (luna.dividedBy(30, 9) * november).toString();
    f[u"S-EC.year_luna"_s] = (luna.dividedBy(30, 9) * (365 - 6 + 6 * 5)).toString();
    const Decimal log = (Decimal(40'000) * (6 * 350 * 4 + 4000)).shifted(-9);
    f[u"S-EC.log_gb_day"_s] = log.toString();
    f[u"S-EC.log_gb_180d"_s] = (log * 180).toString();
    const Decimal logs
        = storageMonth(u"Cloud Storage Standard us-central1"_s, gibibytes((log * 180).shifted(9)));
    const Decimal vectors = vectorMonth(20);
    const Decimal help = support(u"aws"_s, u"Business Support+"_s, router + vectors);
    f[u"S-EC.vectors"_s] = vectors.toString();
    f[u"S-EC.log_cost"_s] = logs.toString();
    f[u"S-EC.support_bsplus"_s] = help.toString();
    f[u"S-EC.platform_router"_s] = (router + vectors + logs + help).toString();
    f[u"S-EC.seats"_s] = seatFee(60, 2, 20).toString();
    // What the prefix could read but does not is written at most: a quarter above input.
    const Decimal written = prefix - input * hit;
    const PriceQuery query{u"openai"_s, terraId};
    const Decimal surcharge
        = request(query, {{u"cache_write_30m"_s, written}}) - request(query, {{u"input"_s, written}});
    f[u"S-EC.write_surcharge_upper_terra"_s] = (surcharge * month).toString();
}

inline void healthFigures(Figures &f)
{
    const Conversation talk{8, 1400, 900, 80, 180};
    const Decimal input = talk.inputTokens();
    const Decimal output = talk.outputTokens();
    const Decimal month = 30 * 3500;
    const Decimal hit = dec(u"0.50");
    const auto triage = [&](const QString &vendor, const QString &model, const QString &region) {
        return chat({vendor, model, 0, Tier::Standard, region}, input, hit, output) * month;
    };
    const Decimal everywhere = triage(u"anthropic"_s, u"claude-sonnet-5-5"_s, {});
    const Decimal inRegion = triage(u"anthropic"_s, u"claude-sonnet-5-5"_s, u"us"_s);
    const auto summaries = [&](Tier tier, const QString &region) {
        return chat({u"anthropic"_s, u"claude-sonnet-5-5"_s, 0, tier, region}, 6000, 0, 400) * month;
    };
    f[u"S-HC.in_per_session"_s] = input.toString();
    f[u"S-HC.out_per_session"_s] = output.toString();
    f[u"S-HC.calls_day"_s] = QString::number(3500 * talk.turns);
    const Decimal prefix = talk.cacheableTokens(1024);
    f[u"S-HC.prefix_tokens"_s] = prefix.toString();
    f[u"S-HC.prefix_share"_s] = prefix.dividedBy(input, 4).toString();
    f[u"S-HC.hit_after_0_8"_s] = (prefix * dec(u"0.8")).dividedBy(input, 4).toString();
    f[u"S-HC.month_sonnet55_global"_s] = everywhere.toString();
    f[u"S-HC.month_sonnet55_us"_s] = inRegion.toString();
    f[u"S-HC.residency_part"_s] = (inRegion - everywhere).toString();
    f[u"S-HC.month_terra_resid"_s] = triage(u"openai"_s, u"gpt-6.1-terra"_s, u"us"_s).toString();
    f[u"S-HC.month_glm53_cn_cny"_s] = triage(u"zhipu"_s, u"glm-5.3"_s, u"cn"_s).toString();
    f[u"S-HC.rps_peak"_s] = (Decimal(3500 * talk.turns) * dec(u"0.60")).dividedBy(4 * 3600, 4).toString();
    f[u"S-HC.summaries_std"_s] = summaries(Tier::Standard, {}).toString();
    f[u"S-HC.summaries_batch"_s] = summaries(Tier::Batch, {}).toString();
    f[u"S-HC.summaries_batch_us"_s] = summaries(Tier::Batch, u"us"_s).toString();
    const Decimal total = inRegion + summaries(Tier::Batch, u"us"_s);
    f[u"S-HC.llm_total_us"_s] = total.toString();
    f[u"S-HC.per_session"_s] = inRegion.dividedBy(month, 6).toString();
    const Decimal log = (Decimal(3500 * 365) * (8 * 260 * 4 + 6000)).shifted(-9);
    f[u"S-HC.log_gb_year"_s] = log.toString();
    f[u"S-HC.log_gb_15y"_s] = (log * 15).toString();
    f[u"S-HC.archive_month_full"_s]
        = storageMonth(u"Cloud Storage Archive"_s, gibibytes((log * 15).shifted(9))).toString();
    const Decimal gross = total + vectorMonth(8);
    const Decimal enterprise = support(u"aws"_s, u"Enterprise Support"_s, gross);
    const Decimal plus = support(u"aws"_s, u"Business Support+"_s, gross);
    f[u"S-HC.vectors"_s] = vectorMonth(8).toString();
    f[u"S-HC.support_ent"_s] = enterprise.toString();
    f[u"S-HC.support_bsplus"_s] = support(u"aws"_s, u"Business Support+"_s, 20'000).toString();
    f[u"S-HC.platform_ent"_s] = (gross + enterprise).toString();
    f[u"S-HC.platform_bsplus"_s] = (gross + plus).toString();
    f[u"S-HC.support_choice"_s] = (enterprise - plus).toString();
    f[u"S-HC.seats"_s] = seatFee(40, 2, 20).toString();
    f[u"S-HC.year_us"_s] = (total.dividedBy(30, 9) * (Decimal(365) + Decimal(90) * dec(u"0.3"))).toString();
}

} // namespace Worked
