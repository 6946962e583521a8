// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/chartdata.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "models/theme.h"

#include <algorithm>
#include <cmath>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Chart)
};

constexpr int WeekDays = 7;

constexpr int MostParts = 9; ///< of a bar; what is beyond has no colour that the eye could tell apart

/// The dearest parts, and the sum of the others.
QList<ChartData::Stack> withoutSmallParts(const QList<ChartData::Stack> &stacks)
{
    if (stacks.size() <= MostParts)
        return stacks;
    QList<ChartData::Stack> kept = stacks.first(MostParts - 1);
    ChartData::Stack others{Texts::tr("Others"), vendorColour({}), {}};
    for (const ChartData::Stack &stack : stacks.sliced(MostParts - 1)) {
        others.values.resize(std::max(others.values.size(), stack.values.size()), 0);
        for (qsizetype i = 0; i < stack.values.size(); ++i)
            others.values[i] += stack.values[i];
    }
    kept.append(others);
    return kept;
}

Money fromChart(double value, Currency currency)
{
    return Money::fromNanos(std::llround(value * Money::NanosPerUnit), currency);
}

/// The multiples of \a step from below \a bottom (0 or less) to above \a top; at least 0 and 1.
std::pair<int, int> multiplesAround(double bottom, double top, double step)
{
    constexpr double Hair = 1e-9; // 0.3 / 0.1 is not quite 3
    return {static_cast<int>(std::floor(bottom / step + Hair)),
            std::max(1, static_cast<int>(std::ceil(top / step - Hair)))};
}

/// Labels for the first day and each week after it.
QList<QPair<int, QString>> weeklyAxis(Month month)
{
    QList<QPair<int, QString>> axis;
    for (int day = 0; day < month.days(); day += WeekDays)
        axis.append({day, dayName(month.firstDay().addDays(day))});
    return axis;
}

/// The vendors of a view, dearest at the bottom; the kinds of one vendor are one part.
QList<ChartData::Stack> vendorStacks(const MonthView &view)
{
    QList<ChartData::Stack> stacks;
    for (const VendorLine &line : view.vendors) {
        const QString name = vendorName(line.vendor);
        const auto same = std::find_if(stacks.begin(), stacks.end(),
                                       [&name](const ChartData::Stack &stack) { return stack.name == name; });
        const bool fresh = same == stacks.end();
        ChartData::Stack stack = fresh ? ChartData::Stack{name, vendorColour(line.vendor), {}} : *same;
        stack.values.resize(std::max(stack.values.size(), line.daily.size()), 0);
        for (qsizetype day = 0; day < line.daily.size(); ++day)
            stack.values[day] += chartValue(line.daily[day]);
        if (fresh)
            stacks.append(stack);
        else
            *same = stack;
    }
    return withoutSmallParts(stacks);
}

/// Sums of what is above and below zero per slot, and the texts of each slot.
void describeSlots(ChartData &chart, Currency currency, double &bottom, double &top)
{
    for (int slot = 0; slot < chart.slotCount; ++slot) {
        double up = 0;
        double down = 0;
        QStringList parts;
        for (const ChartData::Stack &stack : std::as_const(chart.stacks)) {
            const double value = stack.values.value(slot);
            (value < 0 ? down : up) += value;
            if (value != 0) {
                parts.append(Texts::tr("%1: %2", "vendor: amount")
                                 .arg(stack.name, moneyText(fromChart(value, currency))));
            }
        }
        if (parts.size() > 1)
            parts.prepend(Texts::tr("Together: %1").arg(moneyText(fromChart(up + down, currency))));
        chart.slotTexts.append(parts.join(u'\n'));
        bottom = std::min(bottom, down);
        top = std::max(top, up);
    }
}

void addExpected(ChartData &chart, const MonthView &view, double &top)
{
    if (!view.forecast)
        return;
    for (const DayForecast &day : view.forecast->days) {
        const int slot = day.day.day() - 1;
        top = std::max(top, chartValue(day.upper80));
        if (day.day <= view.today)
            continue; // what today holds already is the bar
        chart.expected.append({slot, chartValue(day.mean), chartValue(day.lower80), chartValue(day.upper80)});
        chart.slotTexts[slot] = Texts::tr("Likely %1, between %2 and %3")
                                    .arg(moneyText(day.mean), moneyText(day.lower80), moneyText(day.upper80));
    }
}

QPolygonF runningSum(const QList<double> &daily)
{
    QPolygonF points{QPointF(0, 0)};
    double sum = 0;
    for (qsizetype i = 0; i < daily.size(); ++i) {
        sum += daily[i];
        points.append(QPointF(double(i + 1), sum));
    }
    return points;
}

QList<double> dailyTotals(const MonthView &view)
{
    QList<double> totals;
    for (const VendorLine &line : view.vendors) {
        totals.resize(std::max(totals.size(), line.daily.size()), 0);
        for (qsizetype day = 0; day < line.daily.size(); ++day)
            totals[day] += chartValue(line.daily[day]);
    }
    return totals;
}

/// The whole-spend monthly budget, if there is one: the line that a month's chart can show.
std::optional<Money> budgetLine(const MonthView &view)
{
    for (const BudgetStanding &standing : view.budgets) {
        const Budget &budget = standing.budget;
        if (budget.period == BudgetPeriod::Month && budget.scope.isEmpty()
            && budget.amount.currency() == view.currency)
            return budget.amount;
    }
    return std::nullopt;
}

void addOutlook(ChartData &chart, const MonthView &view, const QPolygonF &sum, double &top)
{
    if (!view.forecast)
        return;
    const QPointF from = sum.last();
    const double end = chart.slotCount;
    const QPointF mean(end, chartValue(view.forecast->mean));
    const QPointF lower(end, chartValue(view.forecast->lower80));
    const QPointF upper(end, chartValue(view.forecast->upper80));
    chart.band = QPolygonF{from, upper, lower};
    chart.lines.append({Texts::tr("Likely"), ChartData::Ink::Accent, true, QPolygonF{from, mean}});
    top = std::max(top, upper.y());
}

} // namespace

QList<ChartData::Tick> moneyTicks(double bottom, double top, Currency currency)
{
    const double step = niceStep(bottom, top);
    const auto [first, last] = multiplesAround(bottom, top, step);
    QList<ChartData::Tick> ticks;
    for (int i = first; i <= last; ++i)
        ticks.append({i * step, moneyText(fromChart(i * step, currency))});
    const QString zeros = QLocale().decimalPoint() + QStringLiteral("00");
    const bool whole = std::all_of(ticks.begin(), ticks.end(), [&zeros](const ChartData::Tick &tick) {
        return tick.label.endsWith(zeros);
    });
    for (ChartData::Tick &tick : ticks)
        tick.label.chop(whole ? zeros.size() : 0);
    return ticks;
}

double chartValue(Money money)
{
    return static_cast<double>(money.nanos()) / Money::NanosPerUnit;
}

double niceStep(double bottom, double top)
{
    constexpr int MostTicks = 5;
    if (top <= bottom)
        return 1;
    for (double power = std::pow(10.0, std::floor(std::log10(top - bottom)) - 1);; power *= 10) {
        for (const double factor : {1.0, 2.0, 2.5, 4.0, 5.0}) {
            const auto [first, last] = multiplesAround(bottom, top, factor * power);
            if (last - first < MostTicks)
                return factor * power;
        }
    }
}

ChartData dailyChart(const MonthView &view)
{
    ChartData chart;
    chart.slotCount = view.month.days();
    chart.stacks = vendorStacks(view);
    for (int day = 0; day < chart.slotCount; ++day)
        chart.slotNames.append(dayName(view.month.firstDay().addDays(day)));
    chart.axis = weeklyAxis(view.month);
    double bottom = 0;
    double top = 0;
    describeSlots(chart, view.currency, bottom, top);
    if (!view.isOver && view.month.range().contains(view.today))
        chart.partialSlot = view.today.day() - 1;
    addExpected(chart, view, top);
    for (const SpendAnomaly &anomaly : view.unusual)
        chart.marks.append({anomaly.day.day() - 1, unusualText(anomaly)});
    constexpr double MarkRoom = 1.08; // above the bar that may be the tallest
    chart.ticks = moneyTicks(bottom, chart.marks.isEmpty() ? top : top * MarkRoom, view.currency);
    chart.summary = monthHeadline(view);
    return chart;
}

ChartData cumulativeChart(const MonthView &view)
{
    ChartData chart;
    chart.slotCount = view.month.days();
    chart.axis = weeklyAxis(view.month);
    const QPolygonF sum = runningSum(dailyTotals(view));
    QList<double> before;
    for (const Money money : view.previousDaily.mid(0, chart.slotCount))
        before.append(chartValue(money));
    const QPolygonF past = runningSum(before);
    double top = std::max(sum.last().y(), past.last().y());
    if (past.last().y() > 0)
        chart.lines.append({monthName(view.month.plus(-1), false), ChartData::Ink::Muted, false, past});
    if (const auto budget = budgetLine(view)) {
        const double limit = chartValue(*budget);
        chart.lines.append({Texts::tr("Budget %1").arg(moneyText(*budget)), ChartData::Ink::Bad, true,
                            QPolygonF{QPointF(0, limit), QPointF(chart.slotCount, limit)}});
        top = std::max(top, limit);
    }
    addOutlook(chart, view, sum, top);
    chart.lines.append({monthName(view.month, false), ChartData::Ink::Accent, false, sum});
    for (int day = 0; day < chart.slotCount; ++day) {
        chart.slotNames.append(dayName(view.month.firstDay().addDays(day)));
        chart.slotTexts.append(
            day + 1 < sum.size()
                ? Texts::tr("So far: %1").arg(moneyText(fromChart(sum[day + 1].y(), view.currency)))
                : QString());
    }
    chart.ticks = moneyTicks(0, top, view.currency);
    chart.summary = monthHeadline(view);
    return chart;
}

ChartData monthsChart(const MonthView &view)
{
    ChartData chart;
    chart.slotCount = static_cast<int>(view.months.size());
    QStringList order;
    for (const VendorLine &line : view.vendors) {
        if (!order.contains(line.vendor))
            order.append(line.vendor);
    }
    for (const auto &[month, sums] : view.months) {
        for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
            if (!order.contains(it.key()))
                order.append(it.key());
        }
    }
    for (const QString &vendor : std::as_const(order)) {
        ChartData::Stack stack{vendorName(vendor), vendorColour(vendor), {}};
        for (const auto &[month, sums] : view.months)
            stack.values.append(chartValue(sums.value(vendor, Money::zero(view.currency))));
        chart.stacks.append(stack);
    }
    chart.stacks = withoutSmallParts(chart.stacks);
    for (int i = 0; i < chart.slotCount; ++i) {
        const Month month = view.months[i].first;
        chart.slotNames.append(monthName(month, true));
        chart.axis.append({i, QLocale().toString(month.firstDay(), Texts::tr("MMM", "date format"))});
    }
    double bottom = 0;
    double top = 0;
    describeSlots(chart, view.currency, bottom, top);
    if (!view.isOver)
        chart.partialSlot = chart.slotCount - 1;
    chart.ticks = moneyTicks(bottom, top, view.currency);
    chart.summary = Texts::tr("Spend of the twelve months up to %1.").arg(monthName(view.month, true));
    return chart;
}

} // namespace Costglass
