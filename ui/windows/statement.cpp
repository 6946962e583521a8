// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/statement.h"

#include "base/moneytext.h"
#include "charts/chartpainter.h"
#include "engine/alertwords.h"
#include "engine/monthwords.h"
#include "models/budgettone.h"
#include "models/vendortablemodel.h"
#include "windows/overviewlists.h"
#include "windows/pageflow.h"

#include <QCoreApplication>
#include <QPdfWriter>
#include <QSaveFile>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Statement)
};

constexpr double PointsPerInch = 72;
constexpr double Margin = 56 * Pt;
constexpr double FootHeight = 30 * Pt;
constexpr double SectionGap = 16 * Pt;

const Theme &paper()
{
    return Theme::light();
}

/// "That is 7 % more than on the same days of October ($865.23)."; empty without anything to compare with.
QString comparisonWords(const MonthView &view)
{
    if (!view.previousSameDays || view.previousSameDays->nanos() <= 0)
        return {};
    const qint64 percent = changePercent(view.total, *view.previousSameDays);
    const QString number = QLocale().toString(qAbs(percent));
    const QString before = monthName(view.month.plus(-1), false);
    const QString amount = moneyText(*view.previousSameDays);
    if (percent == 0)
        return view.isOver ? Texts::tr("That is as much as in %1 (%2).").arg(before, amount)
                           : Texts::tr("That is as much as on the same days of %1 (%2).").arg(before, amount);
    if (view.isOver) {
        return percent > 0 ? Texts::tr("That is %1 % more than in %2 (%3).").arg(number, before, amount)
                           : Texts::tr("That is %1 % less than in %2 (%3).").arg(number, before, amount);
    }
    return percent > 0
        ? Texts::tr("That is %1 % more than on the same days of %2 (%3).").arg(number, before, amount)
        : Texts::tr("That is %1 % less than on the same days of %2 (%3).").arg(number, before, amount);
}

void addTitle(PageFlow &flow, const MonthView &view)
{
    flow.addText(Texts::tr("AI spend · monthly statement"), paperFont(8.5), paper().muted);
    flow.addGap(2 * Pt);
    flow.addText(monthName(view.month, true), paperFont(17, true), paper().text);
    flow.addGap(2 * Pt);
    flow.addText(Texts::tr("%n account(s) · sums in %1", nullptr, view.accounts).arg(view.currency.code()),
                 paperFont(8.5), paper().muted);
    flow.addGap(SectionGap);
    const QString comparison = comparisonWords(view);
    QString sentence = monthHeadline(view);
    if (!comparison.isEmpty())
        sentence = Texts::tr("%1 %2", "two sentences").arg(sentence, comparison);
    flow.addText(sentence, paperFont(11), paper().text);
    flow.addGap(SectionGap);
}

void addChart(PageFlow &flow, const MonthView &view)
{
    constexpr double ChartHeight = 170 * Pt;
    constexpr double LegendGap = 8 * Pt;
    flow.addText(Texts::tr("Spend per day"), paperFont(9.5, true), paper().text, true);
    flow.addGap(4 * Pt);
    const ChartData chart = dailyChart(view);
    const QFont font = paperFont(7.5);
    const double legend = paintLegend(nullptr, chart, paper(), font, {}, flow.width());
    flow.add(legend + LegendGap + ChartHeight, [chart, font, legend](QPainter &painter, const QRectF &area) {
        paintLegend(&painter, chart, paper(), font, area.topLeft(), area.width());
        ChartPainter(chart, paper(), area.adjusted(0, legend + LegendGap, 0, 0), font).paint(painter);
    });
    flow.addGap(SectionGap);
}

QString amountOrDash(const std::optional<Money> &amount)
{
    return amount ? moneyText(*amount) : QStringLiteral("–");
}

void addVendors(PageFlow &flow, const MonthView &view)
{
    flow.addText(Texts::tr("By vendor"), paperFont(9.5, true), paper().text, true);
    flow.addGap(2 * Pt);
    QList<PageFlow::Row> rows;
    for (const VendorLine &line : view.vendors) {
        rows.append({{{vendorName(line.vendor), vendorColour(line.vendor), -1, {}},
                      {kindText(line.kind), {}, -1, {}},
                      {moneyText(line.cost), {}, -1, {}},
                      {shareText(line.cost, view.total), {}, -1, {}},
                      {amountOrDash(previousOf(view, line)), {}, -1, {}},
                      {changeText(line.cost, previousOf(view, line), ChangeSign::PlusMinus), {}, -1, {}}},
                     false});
    }
    rows.append({{{Texts::tr("Total"), {}, -1, {}},
                  {},
                  {moneyText(view.total), {}, -1, {}},
                  {shareText(view.total, view.total), {}, -1, {}},
                  {amountOrDash(view.previousSameDays), {}, -1, {}},
                  {changeText(view.total, view.previousSameDays, ChangeSign::PlusMinus), {}, -1, {}}},
                 true});
    const QString before = monthName(view.month.plus(-1), false);
    flow.addTable({Texts::tr("Vendor"), Texts::tr("Kind"), monthName(view.month, false), Texts::tr("Share"),
                   view.isOver ? before : Texts::tr("%1, same days").arg(before), Texts::tr("Change")},
                  rows, {0.28, 0.14, -0.16, -0.10, -0.20, -0.12});
    flow.addGap(SectionGap);
}

/// What changed most: the causes of the chart's marks.
void addMovers(PageFlow &flow, const MonthView &view)
{
    if (view.movers.isEmpty())
        return;
    flow.addText(Texts::tr("What changed against %1").arg(monthName(view.month.plus(-1), false)),
                 paperFont(9.5, true), paper().text, true);
    flow.addGap(2 * Pt);
    QList<PageFlow::Row> rows;
    for (const Mover &mover : view.movers) {
        rows.append({{{mover.model, vendorColour(mover.vendor), -1, {}},
                      {vendorName(mover.vendor), {}, -1, {}},
                      {moverPlace(mover), {}, -1, {}},
                      {signedText(mover.change), {}, -1, {}}},
                     false});
    }
    flow.addTable({Texts::tr("Model"), Texts::tr("Vendor"), Texts::tr("Mostly"), Texts::tr("Change")}, rows,
                  {0.32, 0.20, 0.32, -0.16});
    flow.addGap(SectionGap);
}

void addBudgets(PageFlow &flow, const MonthView &view)
{
    if (view.budgets.isEmpty())
        return;
    flow.addText(Texts::tr("Budgets"), paperFont(9.5, true), paper().text, true);
    flow.addGap(2 * Pt);
    QList<PageFlow::Row> rows;
    for (const BudgetStanding &standing : view.budgets) {
        const QColor colour = toneColour(budgetTone(standing), paper());
        rows.append({{{standing.budget.name, {}, -1, {}},
                      {moneyText(standing.budget.amount), {}, -1, {}},
                      {moneyText(standing.spent), {}, -1, {}},
                      {Texts::tr("%1 %", "used share").arg(QLocale().toString(standing.percent)), {}, -1, {}},
                      {{}, {}, standing.percent / 100.0, colour},
                      {outlookText(standing), {}, -1, {}}},
                     false});
    }
    flow.addTable({Texts::tr("Budget"),
                   Texts::tr("Amount"),
                   Texts::tr("Spent"),
                   Texts::tr("Used"),
                   {},
                   Texts::tr("Outlook")},
                  rows, {0.26, -0.15, -0.15, -0.10, 0.14, 0.20});
    for (const Alert &alert : view.alerts) {
        if (!alert.ofBudget())
            continue;
        flow.addGap(4 * Pt);
        flow.addText(Texts::tr("%1: %2", "day, what happened")
                         .arg(dayName(dayOf(alert.raisedAt, QTimeZone::utc())), alertSentence(alert)),
                     paperFont(8.5), paper().text);
    }
    flow.addGap(SectionGap);
}

void addMethod(PageFlow &flow, const MonthView &view)
{
    flow.addText(Texts::tr("Data and method"), paperFont(9.5, true), paper().text, true);
    flow.addGap(2 * Pt);
    QStringList sentences{
        monthCompleteness(view),
        Texts::tr("Amounts are the vendors' own figures, kept to 10⁻⁹ of a unit and rounded only "
                  "here; days are the vendors' billing days."),
        apartText(view)};
    if (view.restatedDays > 0 && view.restatedBy) {
        sentences.append(Texts::tr("The vendors changed %n day(s) after the first reading, by %1 in all.",
                                   nullptr, view.restatedDays)
                             .arg(moneyText(*view.restatedBy)));
    }
    if (view.forecast) {
        sentences.append(Texts::tr("Forecast: %1").arg(view.forecast->method));
        if (view.forecast->backtestErrorPercent) {
            sentences.append(
                Texts::tr("At the same day of %n earlier month(s) it was off by %1 % on average.", nullptr,
                          view.forecast->backtestMonths)
                    .arg(QLocale().toString(*view.forecast->backtestErrorPercent)));
        }
    }
    sentences.append(Texts::tr("Each figure can be traced to the vendor's reply in the program."));
    sentences.removeAll(QString());
    flow.addText(sentences.join(Texts::tr(" ", "between two sentences")), paperFont(8.5), paper().muted);
}

void paintFoot(QPainter &painter, const QSizeF &size, const MonthView &view, int page, int pages)
{
    const QRectF area(Margin, size.height() - Margin, size.width() - 2 * Margin, FootHeight);
    painter.setPen(QPen(paper().line, 0.5 * Pt));
    painter.drawLine(area.topLeft(), area.topRight());
    painter.setFont(paperFont(7));
    painter.setPen(paper().muted);
    painter.drawText(area.adjusted(0, 6 * Pt, 0, 0), Qt::AlignLeft,
                     Texts::tr("Costglass · made on %1 (UTC)").arg(view.today.toString(Qt::ISODate)));
    painter.drawText(area.adjusted(0, 6 * Pt, 0, 0), Qt::AlignRight,
                     Texts::tr("%1 / %2", "page of pages").arg(page).arg(pages));
}

std::unexpected<Error> notWritten(const QString &file)
{
    return failure(Error::Kind::Storage, Texts::tr("%1 could not be written.").arg(file),
                   Texts::tr("Choose another folder, or free some space."));
}

} // namespace

Result<void> writeStatement(const MonthView &view, const QString &file, const StatementOptions &options)
{
    const bool letter = options.paper == u"letter";
    if (!letter && options.paper != u"a4")
        return failure(Error::Kind::Config, Texts::tr("There is no paper “%1”.").arg(options.paper),
                       Texts::tr("There are: a4, letter."));
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return notWritten(file);
    {
        QPdfWriter writer(&target);
        writer.setPageSize(QPageSize(letter ? QPageSize::Letter : QPageSize::A4));
        writer.setPageMargins({});
        writer.setTitle(Texts::tr("AI spend %1").arg(monthName(view.month, true)));
        writer.setCreator(QStringLiteral("Costglass ") + QStringLiteral(COSTGLASS_VERSION));
        writer.setResolution(static_cast<int>(PointsPerInch * Pt));
        QPainter painter(&writer);
        const QSizeF size = writer.pageLayout().fullRect(QPageLayout::Point).size() * Pt;
        PageFlow flow(size.width() - 2 * Margin, size.height() - 2 * Margin - SectionGap);
        addTitle(flow, view);
        addChart(flow, view);
        addVendors(flow, view);
        addMovers(flow, view);
        addBudgets(flow, view);
        addMethod(flow, view);
        const int pages = flow.pageCount();
        flow.paint(writer, painter, {Margin, Margin},
                   [&](int page) { paintFoot(painter, size, view, page, pages); });
    }
    return target.commit() ? Result<void>() : Result<void>(notWritten(file));
}

} // namespace Costglass
