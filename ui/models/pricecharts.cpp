// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricecharts.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "models/pricewords.h"

#include <algorithm>
#include <cmath>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceChart)
};

constexpr int PastMonths = 12;
constexpr int ComingMonths = 6;

/// Where an instant stands among months that begin with \a first: 1.5 is the middle of the second.
double monthsAfter(Month first, qint64 at)
{
    const QDate day = dayOf(at, QTimeZone::utc());
    const int months = (day.year() - first.year()) * 12 + day.month() - first.month();
    return months + double(day.day() - 1) / day.daysInMonth();
}

/// What the bar says when it is looked at: each kind's part, and what is unknown.
QString partsOf(const EstimateRow &row)
{
    QStringList lines;
    for (const FeeKind kind : feeKinds) {
        const auto fee = feeOf(row, kind);
        if (fee && !fee->isZero())
            lines.append(Texts::tr("%1: %2", "fee kind: amount")
                             .arg(feeName(kind), amountText(*fee, Currency::usd())));
    }
    if (!row.unknown.isEmpty())
        lines.append(Texts::tr("Unknown: %1").arg(row.unknown.join(QStringLiteral(", "))));
    return lines.join(u'\n');
}

} // namespace

ChartData offersChart(const QList<EstimateRow> &rows, int most)
{
    ChartData chart;
    chart.horizontal = true;
    chart.slotCount = static_cast<int>(std::min<qsizetype>(rows.size(), most));
    for (const FeeKind kind : feeKinds)
        chart.stacks.append({feeName(kind), feeColour(kind), QList<double>(chart.slotCount, 0)});
    double top = 0;
    for (int slot = 0; slot < chart.slotCount; ++slot) {
        const EstimateRow &row = rows[slot];
        chart.slotNames.append(candidateName(row.candidate));
        chart.slotTexts.append(partsOf(row));
        chart.slotEnds.append(row.total
                                  ? amountText(*row.total, Currency::usd())
                                  : Texts::tr("unknown: %1").arg(row.unknown.join(QStringLiteral(", "))));
        if (!row.total)
            continue; // rather no bar than a part of one
        for (size_t kind = 0; kind < feeKinds.size(); ++kind)
            chart.stacks[static_cast<qsizetype>(kind)].values[slot]
                = feeOf(row, feeKinds[kind]).value_or(0).toDouble();
        top = std::max(top, row.total->toDouble());
    }
    chart.stacks.removeIf([](const ChartData::Stack &stack) {
        return std::all_of(stack.values.begin(), stack.values.end(), [](double value) { return value == 0; });
    });
    chart.ticks = {{0, {}}, {top > 0 ? top : 1, {}}};
    chart.summary = Texts::tr("Cost a month of %n offer(s), cheapest first", nullptr, chart.slotCount);
    return chart;
}

ChartData seatsChart(const EstimateRow &row, const Decimal &perDay)
{
    const auto volume
        = row.modelDollars && row.seats ? breakEvenVolume(*row.modelDollars, *row.seats) : std::nullopt;
    if (!volume || volume->isZero() || perDay.isZero())
        return {};
    constexpr double Beyond = 1.3; // the crossing stands within the picture
    const double turn = (*volume * perDay).toDouble();
    const double own = perDay.toDouble();
    const double api = row.modelDollars->toDouble() / own; // of one request a day
    const double seats = row.seats->toDouble();
    const double step = niceStep(0, Beyond * std::max(turn, own));
    ChartData chart;
    chart.slotCount = static_cast<int>(std::ceil(Beyond * std::max(turn, own) / step)) + 1;
    const auto at = [step](double requests) { return requests / step + 0.5; }; // the middle of its slot
    const double last = (chart.slotCount - 1) * step;
    const auto money = [](double value) {
        return moneyText(Money::fromNanos(std::llround(value) * Money::NanosPerUnit, Currency::usd()));
    };
    for (int slot = 0; slot < chart.slotCount; ++slot) {
        const QString requests = QLocale().toString(std::llround(slot * step));
        chart.axis.append({slot, requests});
        chart.slotNames.append(Texts::tr("%1 requests a day").arg(requests));
        chart.slotTexts.append(Texts::tr("API: %1").arg(money(slot * step * api)) + u'\n'
                               + Texts::tr("Seats: %1").arg(money(seats)));
    }
    chart.ticks = moneyTicks(0, std::max(last * api, seats), Currency::usd());
    const double top = chart.ticks.last().value;
    const QString same = QLocale().toString(std::llround(turn));
    chart.lines = {{Texts::tr("The same at %1 requests a day").arg(same),
                    ChartData::Ink::Muted,
                    true,
                    {{at(turn), 0}, {at(turn), top}}},
                   {Texts::tr("Seats"), ChartData::Ink::Bad, false, {{at(0), seats}, {at(last), seats}}},
                   {Texts::tr("API of %1").arg(candidateName(row.candidate)),
                    ChartData::Ink::Accent,
                    false,
                    {{at(0), 0}, {at(last), last * api}}}};
    chart.summary
        = Texts::tr("Below %1 requests a day the API of %2 costs less than the seats; this workload has %3.")
              .arg(same, candidateName(row.candidate), QLocale().toString(std::llround(own)));
    return chart;
}

ChartData historyChart(const QList<PriceStep> &steps, qint64 now)
{
    ChartData chart;
    const Month first = Month::of(dayOf(now, QTimeZone::utc())).plus(-PastMonths);
    const int months = PastMonths + ComingMonths + 1;
    const double present = monthsAfter(first, now);
    ChartData::Line told{Texts::tr("Price"), ChartData::Ink::Accent, false, {}};
    ChartData::Line announced{Texts::tr("Announced"), ChartData::Ink::Accent, true, {}};
    QStringList texts(months);
    double top = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const PriceStep &step = steps[i];
        const double from = step.from ? std::max(0.0, monthsAfter(first, *step.from)) : 0;
        const double until = i + 1 < steps.size()
            ? std::clamp(monthsAfter(first, *steps[i + 1].from), 0.0, double(months))
            : months;
        if (!step.price || until <= from)
            continue;
        const double price = step.price->toDouble();
        top = std::max(top, price);
        if (from < present)
            told.points << QPointF(from, price) << QPointF(std::min(until, present), price);
        if (until > present)
            announced.points << QPointF(std::max(from, present), price) << QPointF(until, price);
        for (int month = static_cast<int>(from); month < std::min(months, static_cast<int>(std::ceil(until)));
             ++month)
            texts[month] += (texts[month].isEmpty() ? QString() : QStringLiteral(" → "))
                + priceText(*step.price, step.currency);
    }
    if (told.points.isEmpty() && announced.points.isEmpty())
        return {};
    chart.slotCount = months;
    for (int month = 0; month < months; ++month) {
        chart.axis.append({month, monthName(first.plus(month), false)});
        chart.slotNames.append(monthName(first.plus(month), true));
    }
    chart.slotTexts = texts;
    chart.ticks = moneyTicks(0, top, steps.first().currency);
    chart.lines = {announced, told};
    chart.lines.removeIf([](const ChartData::Line &line) { return line.points.isEmpty(); });
    return chart;
}

} // namespace Costglass
