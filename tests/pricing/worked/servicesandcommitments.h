// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/worked/common.h"

/// Storage, hours, support and commitments: FK-07 … FK-10, FK-16.
namespace Worked {

inline void storageFigures(Figures &f)
{
    const QString vectors = u"File search / vector store storage"_s;
    const Decimal gibDay = unit(u"openai"_s, vectors, u"gib_days"_s);
    const Decimal constant = dailyBeyondFree(QList<Decimal>(30, dec(u"5.5")), 1) * gibDay;
    f[u"FK-07.a_const"_s] = constant.toString();
    QList<Decimal> days(30, 0);
    std::fill_n(days.begin(), 10, Decimal(3));
    f[u"FK-07.b_daily"_s] = (dailyBeyondFree(days, 1) * gibDay).toString();
    f[u"FK-07.b_wrong_average"_s] = (beyondFree(Decimal(3 * 10).dividedBy(30, 9), 1) * gibDay).toString();
    const Decimal gib = gibibytes(10'000'000'000).rounded(6, Rounding::HalfUp);
    f[u"FK-07.c_gib"_s] = gib.toString();
    f[u"FK-07.c_cost_day"_s] = (beyondFree(gib, 1) * gibDay).toString();
    f[u"FK-07.c_wrong_cost_day"_s] = (beyondFree(10, 1) * gibDay).toString();
    const auto month = [](const QString &storageClass, const Decimal &size) {
        return request({u"google"_s, storageClass}, {{u"gib_hours"_s, size * MonthHours}});
    };
    const Decimal standard = month(u"Cloud Storage Standard us-central1"_s, 500);
    const Decimal nearline = month(u"Cloud Storage Nearline"_s, 500);
    f[u"FK-07.d_gcs_std"_s] = standard.toString();
    f[u"FK-07.d_gcs_near"_s] = nearline.toString();
    f[u"FK-07.d_saving"_s] = f[u"R-10.near_saving"_s] = (standard - nearline).toString();
    const Decimal session
        = unit(u"openai"_s, u"Code interpreter / hosted shell container 1 GB"_s, u"sessions"_s);
    const auto byMinute = [&](qint64 minutes) { return billedQuantity(minutes, 5, 1) * session; };
    f[u"FK-07.e_by_minute_45"_s] = byMinute(45).dividedBy(20, 9).toString();
    f[u"FK-07.e_by_minute_2"_s] = byMinute(2).dividedBy(20, 9).toString();
    f[u"FK-07.e_by_session_45"_s] = (billedQuantity(45, 0, 20).dividedBy(20, 0) * session).toString();
    const Decimal hour = unit(u"anthropic"_s, u"Code execution container"_s, u"hours"_s);
    f[u"FK-07.f_anthropic_hours"_s] = (beyondFree(1600, 1550) * hour).toString();
    f[u"FK-07.f_min5"_s] = (billedQuantity(2, 5, 0) * hour).dividedBy(60, 6).toString();
    const Decimal calls
        = request({u"openai"_s, u"File search call (Responses API only)"_s}, {{u"calls"_s, 40'000}});
    const Decimal searches
        = request({u"openai"_s, u"Web search (web_search, all models)"_s}, {{u"calls"_s, 1250}});
    f[u"FK-07.h_search"_s] = searches.toString();
    f[u"FK-07.h_file_calls"_s] = calls.toString();
    f[u"FK-07.h_grounding"_s]
        = request({u"google"_s, u"Grounding with Google Search, Gemini 3 and later"_s}, {{u"calls"_s, 1250}})
              .toString();
    const Decimal readings = request({u"openai"_s, u"gpt-6-luna"_s}, {{u"input"_s, 1800}}) * 40'000;
    f[u"FK-07.i_rag_month"_s] = (constant + calls + readings).toString();
    f[u"FK-07.j_web_mini_block"_s]
        = (searches * 8 + request({u"openai"_s, u"gpt-4.1-mini"_s}, {{u"input"_s, 8000}}) * 10'000)
              .toString();
    f[u"R-10.vector_now"_s] = (beyondFree(120, 1) * gibDay * 30).toString();
    const Decimal s3 = unit(u"aws"_s, u"S3 Vectors storage"_s, u"gb_months"_s) * 120 + dec(u"2.50") * 3;
    f[u"R-10.vector_s3"_s] = s3.toString();
    f[u"R-10.saving"_s] = (beyondFree(120, 1) * gibDay * 30 - s3).toString();
    f[u"R-10.put_once"_s] = (dec(u"0.20") * 120).toString();
    f[u"R-10.delete_30pct"_s] = (dec(u"0.30") * 120 * gibDay * 30).toString();
}

inline void egressFigures(Figures &f)
{
    const qint64 terabyte = 1024;
    const Ladder sydney{{0, 0},
                        {1, dec(u"0.114")},
                        {10 * terabyte, dec(u"0.098")},
                        {50 * terabyte, dec(u"0.094")},
                        {150 * terabyte, dec(u"0.092")}};
    const Ladder virginia{{0, 0},
                          {100, dec(u"0.09")},
                          {10 * terabyte, dec(u"0.085")},
                          {50 * terabyte, dec(u"0.07")},
                          {150 * terabyte, dec(u"0.05")}};
    const Ladder onTop{{0, 0}, {100, dec(u"0.09")}, {10 * terabyte + 100, dec(u"0.085")}};
    f[u"FK-07.g_egress"_s] = marginalCharge(sydney, 250).toString();
    f[u"FK-07.g_egress_12000"_s] = marginalCharge(sydney, 12'000).toString();
    f[u"FK-07.g_us_5120"_s] = marginalCharge(virginia, 5120).toString();
    f[u"FK-07.g_us_12000"_s] = marginalCharge(virginia, 12'000).toString();
    f[u"FK-07.g_us_12000_alt"_s] = marginalCharge(onTop, 12'000).toString();
}

inline void hourFigures(Figures &f)
{
    const PriceQuery peak{u"deepseek"_s, u"deepseek-v4-pro"_s, peakInstant()};
    const PriceQuery quiet{u"deepseek"_s, u"deepseek-v4-pro"_s, quietInstant()};
    const QList<Quantity> use = tokens(2'000'000, 5'000'000, 1'000'000);
    f[u"FK-08.a_peak"_s] = request(peak, use).toString();
    f[u"FK-08.a_off"_s] = request(quiet, use).toString();
    const auto hours = [](const char *instant) {
        for (const Schedule &schedule : bundledPrices().schedules) {
            if (schedule.rule().id == u"deepseek-2026")
                return schedule.contains(*parseRfc3339(QString::fromLatin1(instant))) ? u"peak"_s
                                                                                      : u"off-peak"_s;
        }
        return QString();
    };
    f[u"FK-08.b_0059"_s] = hours("2026-11-24T00:59:59Z");
    f[u"FK-08.b_0100"_s] = hours("2026-11-24T01:00:00Z");
    f[u"FK-08.b_0359"_s] = hours("2026-11-24T03:59:59Z");
    f[u"FK-08.b_0400"_s] = hours("2026-11-24T04:00:00Z");
    f[u"FK-08.b_0600"_s] = hours("2026-11-24T06:00:00Z");
    f[u"FK-08.b_1000"_s] = hours("2026-11-24T10:00:00Z");
    f[u"FK-08.b_sat"_s] = hours("2026-11-21T02:00:00Z");
    f[u"FK-08.b_holiday"_s] = hours("2026-10-01T02:00:00Z");
    f[u"FK-08.b_sun2330utc"_s] = hours("2026-11-22T23:30:00Z");
    const Decimal now = blended(1000, dec(u"0.6"), dec(u"0.5"));
    const Decimal shifted = blended(1000, dec(u"0.2"), dec(u"0.5"));
    f[u"FK-08.c_blend"_s] = now.toString();
    f[u"FK-08.c_shift"_s] = shifted.toString();
    f[u"R-11.saving"_s] = (now - shifted).toString();
    // One million tokens are several requests: a single one of that length would be a long prompt.
    const auto terra = [](Tier tier) {
        return request({u"openai"_s, u"gpt-6.1-terra"_s, 0, tier}, tokens(250'000, 0, 50'000)) * 4;
    };
    f[u"FK-08.d_terra_std"_s] = terra(Tier::Standard).toString();
    f[u"FK-08.d_terra_flex"_s] = terra(Tier::Flex).toString();
    f[u"FK-08.d_terra_fast"_s] = terra(Tier::Priority).toString();
    f[u"FK-08.e_glm_quota_peak"_s] = (Decimal(100) * 3).toString();
    f[u"FK-08.e_glm_quota_off"_s] = (Decimal(100) * 2).toString();
    f[u"FK-08.f_peak_hours_year_share"_s] = Decimal(5 * 7).dividedBy(7 * 24, 4).toString();
}

inline void supportFigures(Figures &f)
{
    const auto plus = [](const Decimal &gross) { return support(u"aws"_s, u"Business Support+"_s, gross); };
    const auto classic = [](const Decimal &gross) {
        return support(u"aws"_s, u"Business (classic, ends 2027-01-01)"_s, gross);
    };
    const auto developer = [](const Decimal &gross) {
        return support(u"aws"_s, u"Developer (classic, ends 2027-01-01)"_s, gross);
    };
    const auto enterprise
        = [](const Decimal &gross) { return support(u"aws"_s, u"Enterprise Support"_s, gross); };
    f[u"FK-09.a_business_85000"_s] = classic(85'000).toString();
    f[u"FK-09.a_dev_2000"_s] = developer(2000).toString();
    f[u"FK-09.a_ent_1_2M"_s] = enterprise(1'200'000).toString();
    f[u"FK-09.a_ent_2M"_s] = enterprise(2'000'000).toString();
    f[u"FK-09.b_busplus_85000"_s] = plus(85'000).toString();
    f[u"FK-09.b_busplus_200"_s] = plus(200).toString();
    const SupportPlan *plusPlan = bundledFacts().supportPlan(u"aws"_s, u"Business Support+"_s);
    const SupportPlan *topPlan = bundledFacts().supportPlan(u"aws"_s, u"Enterprise Support"_s);
    f[u"FK-09.b_busplus_min_point"_s] = plusPlan->minimum.dividedBy(plusPlan->ladder[0].rate, 2).toString();
    f[u"FK-09.b_busplus_10000"_s] = plus(10'000).toString();
    f[u"FK-09.b_busplus_10001"_s] = plus(10'001).toString();
    f[u"FK-09.c_ent_min_point"_s] = topPlan->minimum.dividedBy(topPlan->ladder[0].rate, 2).toString();
    f[u"FK-09.c_uni_6M"_s] = support(u"aws"_s, u"Unified Operations"_s, 6'000'000).toString();
    f[u"FK-09.d_gcp_std_900"_s] = support(u"google-cloud"_s, u"Standard"_s, 900).toString();
    f[u"FK-09.d_gcp_enh_12000"_s] = support(u"google-cloud"_s, u"Enhanced"_s, 12'000).toString();
    f[u"FK-09.e_proration"_s] = prorated(classic(0), 15, 30).toString();
    f[u"FK-09.f_gross_not_net"_s] = plus(20'000).toString();
    f[u"FK-09.f_wrong_on_net"_s] = plus(14'000).toString();
    f[u"FK-09.g_dev_to_busplus_at_1500"_s] = (plus(1500) - developer(1500)).toString();
    f[u"R-12.now"_s] = plus(40'000).toString();
    f[u"R-12.classic"_s] = classic(40'000).toString();
    f[u"R-12.enterprise"_s] = enterprise(40'000).toString();
    f[u"R-12.downgrade_saving"_s] = (enterprise(40'000) - plus(40'000)).toString();
    f[u"R-12.dev_to_bsplus_300"_s] = (plus(300) - developer(300)).toString();
    f[u"R-12.biz_to_bsplus_40000"_s] = (classic(40'000) - plus(40'000)).toString();
}

inline void capacityFigures(Figures &f)
{
    const Decimal oneMonth = dec(u"0.0175") * 3600;
    const Decimal sixMonths = dec(u"0.00972") * 3600;
    f[u"FK-10.a_1m_hour"_s] = oneMonth.toString();
    f[u"FK-10.a_6m_hour"_s] = sixMonths.toString();
    f[u"FK-10.a_1m_month"_s] = (oneMonth * MonthHours).toString();
    f[u"FK-10.a_6m_month"_s] = (sixMonths * MonthHours).toString();
    f[u"FK-10.a_6m_discount"_s] = AnnualOffer{oneMonth, sixMonths}.discount().toString();
    const Decimal claude = blendedPrice(8, 24, 3);
    f[u"FK-10.b_blended"_s] = claude.toString();
    f[u"FK-10.b_break_even_mtok_1m"_s] = (oneMonth * MonthHours).dividedBy(claude, 2).toString();
    f[u"FK-10.b_break_even_mtok_6m"_s] = (sixMonths * MonthHours).dividedBy(claude, 2).toString();
    f[u"FK-10.f_reserved_cover"_s] = Decimal(2652).dividedBy(12, 2).toString();
    f[u"FK-10.c_ptu_break_even_util"_s] = Decimal(2652).dividedBy(12 * 260, 4).toString();
    f[u"FK-10.c_ptu_hours_month"_s] = Decimal(260).dividedBy(1, 2).toString();
    f[u"FK-10.c_ptu_hours_share"_s] = Decimal(260).dividedBy(MonthHours, 4).toString();
    f[u"FK-10.c_ptu_year_vs_hourly"_s] = AnnualOffer{8760, 2652}.discount().toString();
    f[u"FK-10.c_min15_month"_s] = seatFee(1, 15, 260).toString();
    const auto hour = [](const char16_t *use) { return committedHour(7, dec(use), dec(u"0.30")).toString(); };
    f[u"FK-10.d_sp_usage10"_s] = hour(u"10");
    f[u"FK-10.d_sp_usage8"_s] = hour(u"8");
    f[u"FK-10.d_sp_usage6_5"_s] = hour(u"6.5");
    f[u"FK-10.d_sp_usage14"_s] = hour(u"14");
    f[u"FK-10.d_sp_break_even_util"_s] = (Decimal(1) - dec(u"0.30")).toString();
    const Decimal throughput = Decimal(20) * (Decimal(2000) + Decimal(500) * 4);
    const Decimal units = billedQuantity(throughput, 0, 54'000).dividedBy(54'000, 0);
    f[u"FK-10.e_throughput"_s] = throughput.toString();
    f[u"FK-10.e_gsu"_s] = units.toString();
    f[u"FK-10.e_cost_1m"_s] = (units * 2700).toString();
    f[u"FK-10.e_annual_vs_monthly"_s] = AnnualOffer{2700, 2000}.discount().toString();
    f[u"FK-10.g_ri_partial"_s] = reservedHourly(1000, dec(u"0.20"), 8760).toString();
    const Decimal breakEven = (Decimal(1000) + dec(u"0.20") * 8760).dividedBy(dec(u"0.50"), 2);
    f[u"FK-10.g_ri_breakeven_hours"_s] = breakEven.toString();
    f[u"FK-10.g_ri_breakeven_util"_s] = breakEven.dividedBy(8760, 4).toString();
    const QList<Decimal> active{950, 990, 1005, 1200, 998, 870, 640};
    f[u"FK-16.third_highest"_s] = billingPeak(active, 2).toString();
    f[u"FK-16.price"_s]
        = bracketRate({{0, 199}, {1000, Decimal::invalid()}}, billingPeak(active, 2)).toString();
}

} // namespace Worked
