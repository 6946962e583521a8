// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricerows.h"

#include "engine/monthwords.h"
#include "models/pricewords.h"
#include "models/theme.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceTable)
};

/// A cell with what it sorts by.
void addCell(RowsModel::Row &row, const QString &text, const QVariant &raw)
{
    row.roles.insert({static_cast<int>(row.cells.size()), RawRole}, raw);
    row.cells.append(text);
}

void addPrice(RowsModel::Row &row, const std::optional<Decimal> &price, Currency currency,
              const PriceView &view)
{
    const auto shown = price ? view.convert(*price, currency) : std::nullopt;
    if (!shown)
        return addCell(row, price ? unknownText() : u"–"_s, {});
    // Prices of several currencies stand in order by what they are in dollars.
    const auto dollars = PriceView{Currency::usd(), view.rates, view.day}.convert(*price, currency);
    addCell(row, priceText(*shown, view.currency.value_or(currency)),
            dollars ? QVariant(dollars->toDouble()) : QVariant());
}

/// "1,050,000": a count of tokens, or "–".
void addTokens(RowsModel::Row &row, std::optional<qint64> tokens)
{
    if (tokens)
        addCell(row, QLocale().toString(*tokens), *tokens);
    else
        addCell(row, u"–"_s, {});
}

QString clockText(const std::pair<QTime, QTime> &window)
{
    return u"%1–%2"_s.arg(window.first.toString(u"HH:mm"), window.second.toString(u"HH:mm"));
}

/// "09:00–12:00, 14:00–18:00 Asia/Shanghai".
QString hoursText(const Schedule::Rule &rule)
{
    QStringList windows;
    for (const auto &window : rule.windows)
        windows.append(clockText(window));
    return u"%1 %2"_s.arg(windows.join(u", "_s), QString::fromLatin1(rule.zone));
}

void addConditions(RowsModel::Row &row, const ModelPrices &prices)
{
    addTokens(row, prices.context);
    addTokens(row, prices.longFrom > 0 ? std::optional(prices.longFrom) : std::nullopt);
    if (prices.peakFactor) {
        row.roles.insert({PeakColumn, Qt::ToolTipRole}, hoursText(*prices.peak));
        addCell(row, u"× "_s + quantityText(*prices.peakFactor), prices.peakFactor->toDouble());
    } else {
        addCell(row, u"–"_s, {});
    }
    QStringList tiers;
    for (const Tier tier : prices.tiers) {
        if (tier != Tier::Standard)
            tiers.append(tierText(tier));
    }
    addCell(row, tiers.isEmpty() ? u"–"_s : tiers.join(u", "_s), tiers.size());
    addTokens(row, prices.cacheFrom);
    addCell(row, prices.freeQuota.isEmpty() ? u"–"_s : prices.freeQuota,
            prices.freeQuota.isEmpty() ? QVariant() : prices.freeQuota);
}

QString instantText(const std::optional<qint64> &at)
{
    return at ? QLocale().toString(dayOf(*at, QTimeZone::utc()), QLocale::ShortFormat)
              : Texts::tr("as long as known");
}

QString shownPrice(const std::optional<Decimal> &price, Currency currency, const PriceView &view)
{
    const auto shown = price ? view.convert(*price, currency) : std::nullopt;
    return shown ? priceText(*shown, view.currency.value_or(currency)) : unknownText();
}

} // namespace

std::optional<Decimal> PriceView::convert(const Decimal &price, Currency from) const
{
    if (!currency || *currency == from)
        return price;
    const auto rate
        = rates ? rates->rate(from, *currency, day) : Result<FxRate>(failure(Error::Kind::Config, {}));
    const auto money = price.toMoney(from);
    const auto converted
        = rate && money ? rate->convert(*money) : Result<Money>(failure(Error::Kind::Config, {}));
    return converted ? std::optional(Decimal::fromMoney(*converted).rounded(4, Rounding::HalfEven))
                     : std::nullopt;
}

QStringList priceHead()
{
    return {Texts::tr("Model"),       Texts::tr("Input"),       Texts::tr("Cached"),
            Texts::tr("Cache write"), Texts::tr("Output"),      Texts::tr("Blended"),
            Texts::tr("Context"),     Texts::tr("Long from"),   Texts::tr("Peak"),
            Texts::tr("Other tiers"), Texts::tr("Caches from"), Texts::tr("Free"),
            Texts::tr("Price age")};
}

QList<RowsModel::Row> priceRows(const QList<ModelPrices> &prices, const PriceView &view)
{
    QList<RowsModel::Row> rows;
    for (const ModelPrices &model : prices) {
        RowsModel::Row row{{}, QVariant::fromValue(PricedModel{model.vendor, model.model})};
        row.roles.insert({ModelColumn, ColourRole}, vendorColour(model.vendor));
        row.roles.insert({ModelColumn, NoteRole}, vendorName(model.vendor));
        addCell(row, model.model, u"%1 %2"_s.arg(vendorName(model.vendor), model.model));
        for (const auto &price : {model.input, model.cached, model.write, model.output, model.blended})
            addPrice(row, price, model.currency, view);
        row.roles.insert({BlendedColumn, StrongRole}, true);
        addConditions(row, model);
        const PriceAge age = priceAge(model.provenance.asOf, view.day);
        row.roles.insert({AgeColumn, Qt::ToolTipRole},
                         Texts::tr("Read %1 · %2").arg(model.provenance.asOf, model.provenance.source));
        addCell(row, age.text, model.provenance.asOf);
        rows.append(row);
    }
    return rows;
}

QList<RowsModel::Row> priceStepRows(const PriceBook &book, const QString &vendor, const QString &model,
                                    const PriceView &view)
{
    QList<RowsModel::Row> rows;
    for (const QString &meter : {u"input"_s, u"cached_input"_s, u"output"_s}) {
        const QList<PriceStep> steps = priceHistory(book, vendor, model, meter);
        for (auto step = steps.crbegin(); step != steps.crend(); ++step) {
            RowsModel::Row row{{meterName(meter), shownPrice(step->price, step->currency, view),
                                instantText(step->from), step->provenance.asOf, step->provenance.source},
                               {}};
            row.roles.insert({4, Qt::ToolTipRole},
                             Texts::tr("%1 · %2", "source, how sure")
                                 .arg(step->provenance.source, step->provenance.confidence));
            rows.append(row);
        }
    }
    return rows;
}

QList<RowsModel::Row> changeRows(const QList<PriceChangeAhead> &changes, const PriceView &view)
{
    QList<RowsModel::Row> rows;
    for (const PriceChangeAhead &change : changes) {
        QStringList parts;
        for (const PriceChangeAhead::Change &part : change.changes)
            parts.append(Texts::tr("%1 %2 → %3", "meter, price before, price after")
                             .arg(meterName(part.meter), shownPrice(part.before, change.currency, view),
                                  shownPrice(part.after, change.currency, view)));
        RowsModel::Row row{{instantText(change.at), change.model, parts.join(u", "_s)},
                           QVariant::fromValue(PricedModel{change.vendor, change.model})};
        row.roles.insert({1, ColourRole}, vendorColour(change.vendor));
        rows.append(row);
    }
    return rows;
}

PriceFilter::PriceFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(RawRole);
}

void PriceFilter::setWanted(const QString &vendor, const QString &words)
{
    m_vendor = vendor;
    m_words = words.toLower().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool PriceFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, ModelColumn, parent);
    const auto *rows = qobject_cast<const RowsModel *>(sourceModel());
    const auto model = rows->rows()[row].raw.value<PricedModel>();
    const QString name = index.data(RawRole).toString().toLower();
    return (m_vendor.isEmpty() || model.vendor == m_vendor)
        && std::all_of(m_words.begin(), m_words.end(),
                       [&name](const QString &word) { return name.contains(word); });
}

bool PriceFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(RawRole);
    const QVariant b = right.data(RawRole);
    if (a.isValid() != b.isValid())
        return a.isValid() == (sortOrder() == Qt::AscendingOrder);
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

} // namespace Costglass
