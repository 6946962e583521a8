// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/worked/common.h"

/// What recommendations are founded on: R-00 … R-20.
namespace Worked {

inline void generalFigures(Figures &f)
{
    // Half of a bill of 1,000 could go into batches and to a model of a twentieth of the price.
    const Decimal bill = 1000;
    const Decimal part = 500;
    const Decimal batch = part - blended(part, 0, dec(u"0.5"));
    const Decimal sibling = part - blended(part, 0, dec(u"0.05"));
    const Decimal both = part - blended(blended(part, 0, dec(u"0.5")), 0, dec(u"0.05"));
    f[u"R-00.naive_sum"_s] = (batch + sibling).toString();
    f[u"R-00.combined"_s] = (bill - (bill - both)).toString();
    f[u"R-00.order_batch_first"_s] = batch.toString();
    f[u"R-00.order_sibling_second"_s] = (both - batch).toString();
    f[u"R-00.confidence"_s]
        = smaller(smaller(dec(u"0.92"), Decimal(21).dividedBy(28, 4)), dec(u"0.8")).toString();
}

inline void modelFigures(Figures &f)
{
    const PriceQuery sol{u"openai"_s, u"gpt-6.1-sol"_s};
    const Decimal grading = request(sol, tokens(2600, 0, 500)) * 4000 * 30;
    const Decimal saving = grading - blended(grading, dec(u"0.05"), dec(u"0.5"));
    f[u"R-01.now"_s] = grading.toString();
    f[u"R-01.saving"_s] = saving.toString();
    f[u"R-00.payback_months"_s] = Decimal(1200).dividedBy(saving, 2).toString();
    f[u"R-01.not_if_min"_s] = (Decimal(8) - blended(8, dec(u"0.05"), dec(u"0.5"))).toString();
    const QList<Quantity> thousandth = tokens(200'000, 0, 30'000);
    const Decimal now = request(sol, thousandth) * 1000;
    const Decimal luna = request({u"openai"_s, u"gpt-6-luna"_s}, thousandth) * 1000;
    const Decimal share = dec(u"0.60");
    f[u"R-03.now"_s] = now.toString();
    f[u"R-03.sibling"_s] = luna.toString();
    f[u"R-03.saving_60pct"_s] = (share * (now - luna)).toString();
    f[u"R-03.tokenizer_adj"_s] = (share * (now - luna * dec(u"1.3"))).toString();
    f[u"R-03.with_retry"_s] = (share * (now - luna) - share * dec(u"0.08") * now).toString();
    const Decimal effort = request(sol, {{u"output"_s, 2400 - 800}}) * 50'000;
    f[u"R-16.reasoning"_s] = effort.toString();
    f[u"R-16.effort_external"_s] = dec(u"453.75").dividedBy(dec(u"91.25"), 2).toString();
    f[u"R-17.residency"_s] = (Decimal(5500) - Decimal(5500).dividedBy(dec(u"1.1"), 6)).toString();
    const auto opus = [](Tier tier) {
        return request({u"anthropic"_s, u"claude-opus-5-5"_s, 0, tier}, tokens(40'000, 0, 9000)) * 1000;
    };
    f[u"R-18.fast"_s] = (opus(Tier::Priority) - opus(Tier::Standard)).toString();
}

inline void seatFigures(Figures &f)
{
    const Decimal value
        = request({u"anthropic"_s, u"claude-opus-5-5"_s}, tokens(4'000'000, 90'000'000, 6'000'000));
    f[u"R-04.api_value"_s] = value.toString();
    f[u"R-04.max5x_net"_s] = (value - 100).toString();
    f[u"R-04.light_user_value"_s]
        = (request({u"anthropic"_s, u"claude-opus-5-5"_s}, tokens(500'000, 0, 300'000))).toString();
    f[u"R-04.light_net"_s] = (Decimal(8) - 20).toString();
    const QList<Decimal> users{154, 41, 26, 19, 8, 3};
    const Decimal seat = 20;
    Decimal mixed = 0;
    int kept = 0;
    for (const Decimal &user : users) {
        kept += user >= seat ? 1 : 0;
        mixed += smaller(seat, user);
    }
    f[u"R-04.users_keep"_s] = QString::number(kept);
    f[u"R-04.seats_fee"_s] = seatFee(users.size(), 0, seat).toString();
    f[u"R-04.mixed_cost"_s] = mixed.toString();
    f[u"R-04.mixed_saving"_s] = (seatFee(users.size(), 0, seat) - mixed).toString();
    const Decimal idle = 7;
    const Decimal credits = creditPool({{idle, 1900}}, 1'000'000);
    f[u"R-08.unused"_s] = (seatFee(idle, 0, 19) * 12).toString();
    f[u"R-08.inactive_share"_s] = idle.dividedBy(40, 4).toString();
    f[u"R-08.pool_credits_lost"_s] = credits.toString();
    f[u"R-08.net_if_pool_full"_s] = (seatFee(idle, 0, 19) - credits * dec(u"0.01")).toString();
    f[u"R-09.value"_s] = (wasted(400'000, 30'000, 6) * dec(u"0.40").shifted(-6)).toString();
    f[u"R-09.credit_expiring"_s] = beyondFree(100, 63).toString();
}

inline void commitmentFigures(Figures &f)
{
    const Decimal gpt5 = blendedPrice(unit(u"openai"_s, u"gpt-5"_s, u"input"_s).shifted(6),
                                      unit(u"openai"_s, u"gpt-5"_s, u"output"_s).shifted(6), 3);
    const Decimal reserved = seatFee(1, 15, 260);
    const Decimal breakEven = reserved.dividedBy(gpt5, 2);
    const Decimal use = dec(u"0.62");
    f[u"R-06.blended_gpt5"_s] = gpt5.toString();
    f[u"R-06.ptu_break_even_tokens"_s] = breakEven.toString();
    f[u"R-06.util"_s] = use.toString();
    f[u"R-06.mtok_at_62"_s] = (breakEven * use).rounded(2, Rounding::HalfUp).toString();
    f[u"R-06.cost_if_util62"_s] = reserved.toString();
    f[u"R-06.payg_equiv"_s] = (reserved * use).toString();
    f[u"R-06.payg_1300"_s] = (gpt5 * 1300).toString();
    const Ladder ladder{{100, dec(u"0.05")}, {1000, dec(u"0.30")}, {5000, dec(u"0.35")}};
    const Decimal credit = creditFor(5000, ladder);
    const Decimal bonus = credit - 5000;
    const Decimal months = credit.dividedBy(450, 2);
    const Decimal capital = Decimal(5000).dividedBy(2, 2) * dec(u"0.06") * months.dividedBy(12, 6);
    f[u"R-07.need"_s] = (Decimal(450) * 12).toString();
    f[u"R-07.tier1000_x5"_s] = (Decimal(1000) * 5).toString();
    f[u"R-07.months"_s] = months.toString();
    f[u"R-07.saving"_s] = bonus.toString();
    f[u"R-07.cost_of_capital"_s] = capital.toString();
    f[u"R-07.net"_s] = (bonus - capital).toString();
    f[u"R-07.bonus_expired_case"_s] = (Decimal(5000) + smaller(bonus, 450 * 6)).toString();
    f[u"R-07.slow_user_bonus_used"_s] = smaller(bonus, 200 * 6).toString();
    f[u"R-07.slow_user_lost"_s] = wasted(bonus, 200, 6).toString();
    const Decimal discount = dec(u"0.30");
    const Decimal best = bestCommitment(QList<Decimal>(24, 9), discount);
    const Decimal hour = committedHour(best, 9, discount);
    f[u"R-13.recommended_commit"_s] = best.toString();
    f[u"R-13.hourly_cost"_s] = hour.toString();
    f[u"R-13.saving_hour"_s] = (Decimal(9) - hour).toString();
    f[u"R-13.saving_month"_s] = ((Decimal(9) - hour) * MonthHours).toString();
    const QList<Decimal> day = QList<Decimal>(14, 9) + QList<Decimal>(10, 16);
    const auto dayCost = [&](const Decimal &commitment) {
        Decimal sum = 0;
        for (const Decimal &onDemand : day)
            sum += committedHour(commitment, onDemand, discount);
        return sum.rounded(9, Rounding::HalfUp).toString();
    };
    f[u"R-13.day_no_commit"_s] = dayCost(0);
    f[u"R-13.day_c6_3"_s] = dayCost(bestCommitment(day, discount));
    f[u"R-13.day_c11_2"_s] = dayCost(dec(u"11.2"));
    f[u"R-13.share_at_or_above_9"_s] = shareAtOrAbove(day, 9).toString();
    f[u"R-13.share_at_or_above_16"_s] = shareAtOrAbove(day, 16).toString();
}

} // namespace Worked
