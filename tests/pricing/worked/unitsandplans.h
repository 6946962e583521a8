// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/worked/common.h"

/// Units, free quotas, plans and prepayment: FK-01 … FK-06.
namespace Worked {

inline void tokenFigures(Figures &f)
{
    const PriceQuery sol{u"openai"_s, u"gpt-6.1-sol"_s};
    const Decimal total = request(sol, tokens(4000, 6000, 1500));
    f[u"FK-01.uncached"_s] = request(sol, {{u"input"_s, 4000}}).toString();
    f[u"FK-01.cached"_s] = request(sol, {{u"cached_input"_s, 6000}}).toString();
    f[u"FK-01.output"_s] = request(sol, {{u"output"_s, 1500}}).toString();
    f[u"FK-01.total"_s] = total.toString();
    f[u"FK-01.month_1000_per_day"_s] = (total * 1000 * 30).toString();
}

inline void unitFigures(Figures &f)
{
    const Decimal speech = unit(u"openai"_s, u"tts-1"_s, u"characters"_s);
    f[u"FK-02.per1k_to_per1m"_s] = dec(u"0.002").shifted(3).toString();
    f[u"FK-02.chars_exact"_s] = request({u"openai"_s, u"tts-1"_s}, {{u"characters"_s, 2350}}).toString();
    f[u"FK-02.chars_blocks"_s] = (billedQuantity(2350, 0, 1000) * speech).toString();
    const Decimal hanziTokens = Decimal(10'000).dividedBy(dec(u"1.6"), 0);
    f[u"FK-02.hanzi_tokens"_s] = hanziTokens.toString();
    f[u"FK-02.hanzi_cost_cny"_s]
        = request({u"zhipu"_s, u"glm-5.3 (cn)"_s}, {{u"input"_s, hanziTokens}}).toString();
    f[u"FK-02.requests"_s] = (dec(u"2.50").shifted(-6) * 1'250'000).toString();
    f[u"FK-02.pages"_s] = request({u"mistral"_s, u"OCR"_s}, {{u"pages"_s, 137}}).toString();
    f[u"FK-02.seconds"_s] = request({u"openai"_s, u"whisper-1"_s}, {{u"seconds"_s, 125}}).toString();
    f[u"FK-02.minutes_rounded_up"_s]
        = (billedQuantity(125, 0, 60).dividedBy(60, 0) * dec(u"0.006")).toString();
    f[u"FK-02.images"_s] = request({u"google"_s, u"Imagen 4"_s}, {{u"images"_s, 12}}).toString();
    f[u"FK-02.video"_s] = request({u"google"_s, u"Veo 3.1 (preview)"_s}, {{u"seconds"_s, 8}}).toString();
}

inline void quotaFigures(Figures &f)
{
    const Decimal price = dec(u"0.40").shifted(-6);
    const Decimal billable = beyondFree(1'300'000, 1'000'000);
    f[u"FK-03.a_billable"_s] = billable.toString();
    f[u"FK-03.a_cost"_s] = (billable * price).toString();
    const QDate expiry = grantEnd(QDate(2026, 9, 1), 90);
    const Decimal days = QDate(2026, 11, 24).daysTo(expiry);
    const Decimal lost = wasted(400'000, 30'000, days);
    f[u"FK-03.b_expiry_date"_s] = expiry.toString(Qt::ISODate);
    f[u"FK-03.b_days_left"_s] = days.toString();
    f[u"FK-03.b_used"_s] = (Decimal(400'000) - lost).toString();
    f[u"FK-03.b_wasted"_s] = lost.toString();
    f[u"FK-03.b_wasted_value"_s] = (lost * price).toString();
    f[u"FK-03.b_days_to_exhaust"_s] = Decimal(400'000).dividedBy(30'000, 2).toString();
    const Decimal lasts = Decimal(400'000).dividedBy(100'000, 2);
    f[u"FK-03.c_exhaust_days"_s] = lasts.toString();
    f[u"FK-03.c_autobilled"_s] = ((Decimal(30) - lasts) * 100'000 * price).toString();
    const GrantUse use = useGrants({{u"bought"_s, 20, {}, true}, {u"free"_s, 5, {}, false}}, 12,
                                   QDate(2026, 11, 24), GrantOrder::FreeFirst);
    f[u"FK-03.d_free_left"_s] = use.left[1].amount.toString();
    f[u"FK-03.d_paid_left"_s] = use.left[0].amount.toString();
    const CapForecast cap = capForecast(52, 12, 30, 100);
    f[u"FK-03.e_forecast"_s] = cap.month.toString();
    f[u"FK-03.e_cap_day"_s] = cap.capDay.toString();
    f[u"R-20.overshoot"_s] = beyondFree(cap.month, 100).toString();
    const QTimeZone pacific("America/Los_Angeles");
    const auto reset = [&](QDate day) { return toRfc3339(dayStart(day, pacific)).mid(11, 5); };
    f[u"FK-03.f_reset_utc_winter"_s] = reset(QDate(2026, 1, 15));
    f[u"FK-03.f_reset_utc_summer"_s] = reset(QDate(2026, 7, 15));
}

inline void personalPlanFigures(Figures &f)
{
    const SeatPlan *business = bundledFacts().seatPlan(u"openai"_s, u"ChatGPT Business standard seat"_s);
    const AnnualOffer offer{*business->monthly, *business->annualPerMonth};
    f[u"FK-04.a_monthly_year"_s] = (offer.monthly * 12).toString();
    f[u"FK-04.a_annual_year"_s] = (offer.annualPerMonth * 12).toString();
    f[u"FK-04.a_saving"_s] = offer.saving(1).toString();
    f[u"FK-04.a_discount"_s] = offer.discount().toString();
    f[u"FK-04.a_break_even_months"_s] = offer.breakEvenMonths().toString();
    f[u"FK-04.a_first_month_annual_wins"_s] = QString::number(offer.firstMonthAnnualWins());
    const Decimal part = prorated(5 * 30, 16, 31);
    f[u"FK-04.b_proration"_s] = part.toString();
    f[u"FK-04.b_next_invoice"_s] = (Decimal(15 * 30) + part).toString();
    f[u"FK-04.c_annual_formula_literal"_s] = prorated(25 * 5, 275, 365).toString();
    f[u"FK-04.c_annual_correct"_s] = prorated(300 * 5, 275, 365).toString();
    f[u"FK-04.d_glm_discount"_s] = AnnualOffer{49, 39}.discount().toString();
    f[u"FK-04.e_upgrade"_s] = prorated(100 - 20, 10, 30).toString();
    f[u"FK-04.f_value_ratio"_s] = Decimal(70).dividedBy(60, 4).toString();
    f[u"R-05.saving"_s] = offer.saving(30).toString();
    f[u"R-05.worst_case_leave_month5"_s] = offer.lossWhenLeft(5).toString();
    f[u"R-05.expected"_s] = offer.expectedSaving(30, dec(u"0.85"), 5).toString();
    f[u"R-05.break_even_prob"_s] = offer.breakEvenProbability(5).toString();
}

inline void teamPlanFigures(Figures &f)
{
    const SeatPlan *business = bundledFacts().seatPlan(u"openai"_s, u"ChatGPT Business standard seat"_s);
    f[u"FK-05.a_min_seats"_s] = seatFee(1, business->seatsMinimum, *business->monthly).toString();
    const Decimal fee = seatFee(12, 0, 19);
    const Decimal overage = pooledOverage({30'000}, 12, 1900, dec(u"0.01"));
    f[u"FK-05.b_seat_fee"_s] = fee.toString();
    f[u"FK-05.b_pool"_s] = creditPool({{12, 1900}}, 1'000'000).toString();
    f[u"FK-05.b_overage"_s] = overage.toString();
    f[u"FK-05.b_total"_s] = (fee + overage).toString();
    QList<Decimal> users{20'000};
    for (int i = 0; i < 11; ++i)
        users.append(Decimal(10'000).dividedBy(11, 6));
    f[u"FK-05.b_unpooled_overage"_s] = unpooledOverage(users, 1900, dec(u"0.01")).toString();
    f[u"FK-05.c_credits"_s] = creditPool({{3, 20}, {2, 100}}, 500).toString();
    f[u"FK-05.c_credits_plus1"_s] = creditPool({{3, 20}, {3, 100}}, 500).toString();
    f[u"FK-05.c_cap"_s] = creditPool({{10, 20}, {4, 100}}, 500).toString();
    const SeatPlan *enterprise
        = bundledFacts().seatPlan(u"anthropic"_s, u"Claude Enterprise (usage-based)"_s);
    f[u"FK-05.d_enterprise_min"_s]
        = (seatFee(1, enterprise->seatsMinimum, *enterprise->annualPerMonth) * 12).toString();
}

inline void prepayFigures(Figures &f)
{
    f[u"FK-06.a_factor"_s] = effectiveFactor(1, dec(u"1.2")).toString();
    f[u"FK-06.a_price10"_s] = effectiveFactor(dec(u"1.60"), dec(u"1.1"), 2).toString();
    f[u"FK-06.a_price20"_s] = effectiveFactor(dec(u"1.60"), dec(u"1.2"), 2).toString();
    f[u"FK-06.a_out10"_s] = effectiveFactor(dec(u"4.80"), dec(u"1.1"), 2).toString();
    f[u"FK-06.a_out20"_s] = effectiveFactor(dec(u"4.80"), dec(u"1.2"), 2).toString();
    f[u"FK-06.b_bonus_equiv_of_15pct_discount"_s] = bonusOfDiscount(dec(u"0.15")).toString();
    const auto fee = [](qint64 credit) { return topUpFee(credit, dec(u"0.055"), dec(u"0.80")); };
    f[u"FK-06.c_fee10"_s] = fee(10).toString();
    f[u"FK-06.c_pay10"_s] = (Decimal(10) + fee(10)).toString();
    f[u"FK-06.c_fee100"_s] = fee(100).toString();
    f[u"FK-06.c_pay100"_s] = (Decimal(100) + fee(100)).toString();
    f[u"FK-06.c_threshold"_s] = dec(u"0.80").dividedBy(dec(u"0.055"), 6).toString();
    f[u"FK-06.c_four_x_25"_s] = ((Decimal(25) + fee(25)) * 4).toString();
    f[u"FK-06.c_ten_x_10"_s] = ((Decimal(10) + fee(10)) * 10).toString();
    const Ladder ladder{{100, dec(u"0.05")},  {200, dec(u"0.10")},  {500, dec(u"0.20")},
                        {1000, dec(u"0.30")}, {5000, dec(u"0.35")}, {10'000, dec(u"0.40")}};
    f[u"FK-06.d_99"_s] = creditFor(99, ladder).toString();
    f[u"FK-06.d_100"_s] = creditFor(100, ladder).toString();
    f[u"FK-06.d_499"_s] = creditFor(499, ladder).toString();
    f[u"FK-06.d_500"_s] = creditFor(500, ladder).toString();
    f[u"FK-06.d_600_whole"_s] = creditFor(600, ladder).toString();
    f[u"FK-06.d_600_marginal"_s] = (Decimal(600) + marginalCharge(ladder, 600)).toString();
    f[u"FK-06.e_byok_fee"_s]
        = (Decimal(900) * beyondFree(1'200'000, 1'000'000) * dec(u"0.05")).dividedBy(1'200'000, 9).toString();
    f[u"FK-06.f_waste"_s] = wasted(1300, 90, 12).toString();
    f[u"FK-06.f_eff_price"_s] = effectiveFactor(1000, smaller(1300, 90 * 12)).toString();
    f[u"FK-06.f_eff_price_full"_s] = effectiveFactor(1000, 1300).toString();
    f[u"R-07.pay_5000_get"_s] = creditFor(5000, ladder).toString();
    f[u"R-19.openrouter"_s] = fee(2000).toString();
    f[u"R-19.ten_by_hundred"_s] = (fee(10) * 100).toString();
    f[u"R-19.one_by_thousand"_s] = fee(1000).toString();
    f[u"R-19.small_topups"_s] = (fee(10) * 100 - fee(1000)).toString();
}

} // namespace Worked
