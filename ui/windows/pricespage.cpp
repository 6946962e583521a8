// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/pricespage.h"

#include "charts/chartwidget.h"
#include "engine/monthwords.h"
#include "models/pricecharts.h"
#include "models/pricewords.h"
#include "windows/tables.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 16;
constexpr int TableRows = 14;
constexpr int HistoryHeight = 220;
constexpr int DebounceMs = 30;

QComboBox *makeCombo(const QString &id, const QString &name)
{
    auto *combo = new QComboBox;
    combo->setObjectName(id);
    combo->setAccessibleName(name);
    return combo;
}

QDoubleSpinBox *makePart(const QString &id, const QString &name, double value)
{
    constexpr double Most = 1000;
    auto *spin = new QDoubleSpinBox;
    spin->setObjectName(id);
    spin->setAccessibleName(name);
    spin->setDecimals(1);
    spin->setRange(0, Most);
    spin->setValue(value);
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    spin->setAlignment(Qt::AlignRight);
    spin->setFixedWidth(64);
    return spin;
}

Decimal partOf(const QDoubleSpinBox &spin)
{
    return Decimal::of(QString::number(spin.value(), 'f', spin.decimals()));
}

} // namespace

PricesPage::PricesPage(DashboardState &dashboard, PriceDesk &desk, QWidget *parent)
    : DashboardPage(dashboard, parent), m_desk(desk), m_rows(priceHead(), {1, 2, 3, 4, 5, 6, 7}),
      m_steps({tr("Price of"), tr("Per 1M tokens"), tr("From"), tr("Read"), tr("Source")}, {1}),
      m_changes({tr("Day"), tr("Model"), tr("Per 1M tokens")}, {}), m_heading(new PageHeading),
      m_content(new QWidget)
{
    setObjectName(u"prices"_s);
    m_filter.setSourceModel(&m_rows);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(Gap);
    layout->addWidget(m_heading);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(Gap);
    for (QWidget *part : {makeFilters(), makeTable(), makeModel(), makeAhead()})
        content->addWidget(part);
    layout->addWidget(m_content);
    layout->addStretch(1);
    m_heading->setTexts(tr("Reading the prices…"), {});
    m_content->hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(DebounceMs);
    connect(&m_soon, &QTimer::timeout, this, &PricesPage::askAgain);
    connect(&desk, &PriceDesk::opened, this, &PricesPage::pricesOpened);
    desk.open();
    if (desk.prices() || desk.error())
        pricesOpened();
}

bool PricesPage::isSettled() const
{
    return m_desk.error() || (!m_answer.isEmpty() && !m_running && !m_soon.isActive());
}

QWidget *PricesPage::makeFilters()
{
    m_words = new QLineEdit;
    m_words->setObjectName(u"words"_s);
    m_words->setPlaceholderText(tr("Search models"));
    m_words->setAccessibleName(tr("Search models"));
    m_words->setClearButtonEnabled(true);
    m_vendor = makeCombo(u"vendor"_s, tr("Vendor"));
    m_vendor->addItem(tr("All vendors"));
    m_tier = makeCombo(u"tier"_s, tr("Service tier"));
    for (const Tier tier : {Tier::Standard, Tier::Batch, Tier::Flex, Tier::Priority})
        m_tier->addItem(tierText(tier), static_cast<int>(tier));
    m_currency = makeCombo(u"currency"_s, tr("Currency"));
    m_currency->addItem(tr("as listed"));
    for (const QString &code : {u"USD"_s, u"CNY"_s, u"EUR"_s})
        m_currency->addItem(code, code);
    m_day = new QDateEdit(state().engine().today());
    m_day->setObjectName(u"day"_s);
    m_day->setAccessibleName(tr("Prices as of"));
    m_day->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    m_day->setButtonSymbols(QAbstractSpinBox::NoButtons);
    auto *filters = new QWidget;
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    for (QWidget *field : {static_cast<QWidget *>(m_vendor), static_cast<QWidget *>(m_tier),
                           static_cast<QWidget *>(m_currency)})
        row->addWidget(field);
    auto *day = new QLabel(tr("as of"));
    day->setProperty("role", u"caption"_s);
    row->addWidget(day);
    row->addWidget(m_day);
    connect(m_words, &QLineEdit::textChanged, this, &PricesPage::filter);
    connect(m_vendor, &QComboBox::currentIndexChanged, this, &PricesPage::filter);
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_tier, &QComboBox::currentIndexChanged, &m_soon, soon);
    connect(m_currency, &QComboBox::currentIndexChanged, &m_soon, soon);
    connect(m_day, &QDateEdit::dateChanged, &m_soon, soon);
    return filters;
}

QWidget *PricesPage::makeMix()
{
    m_inputPart = makePart(u"inputPart"_s, tr("Parts of input in the blended price"), 3);
    m_cachedPart = makePart(u"cachedPart"_s, tr("Parts of cached input in the blended price"), 0);
    m_outputPart = makePart(u"outputPart"_s, tr("Parts of output in the blended price"), 1);
    auto *mix = new QWidget;
    auto *row = new QHBoxLayout(mix);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const QList<std::pair<QString, QDoubleSpinBox *>> parts{
        {tr("Blended: input"), m_inputPart}, {tr("cached"), m_cachedPart}, {tr("output"), m_outputPart}};
    for (const auto &[text, spin] : parts) {
        auto *label = new QLabel(text);
        label->setProperty("role", u"caption"_s);
        label->setBuddy(spin);
        row->addWidget(label);
        row->addWidget(spin);
        connect(spin, &QDoubleSpinBox::valueChanged, &m_soon, qOverload<>(&QTimer::start));
    }
    return mix;
}

QWidget *PricesPage::makeTable()
{
    m_table = new PlainTable(&m_filter, TableRows);
    m_table->setObjectName(u"priceTable"_s);
    m_table->setAccessibleName(tr("Prices of models"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->keepAllColumns();
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(BlendedColumn, Qt::AscendingOrder);
    m_none = new WrappedLabel({});
    m_none->setObjectName(u"none"_s);
    m_none->setText(tr("No model fits. Search for less, or choose all vendors."));
    auto *card = new Card(tr("Per 1M tokens"));
    card->setCorner(makeMix());
    card->body()->addWidget(m_table);
    card->body()->addWidget(m_none);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                const auto *source = qobject_cast<const RowsModel *>(m_filter.sourceModel());
                const QModelIndex row = m_filter.mapToSource(current);
                if (row.isValid())
                    m_chosen = source->rows()[row.row()].raw.value<PricedModel>();
                showModel();
            });
    return card;
}

QWidget *PricesPage::makeModel()
{
    m_model = new Card;
    m_meter = new Segments({tr("Input"), tr("Cached"), tr("Output")});
    m_meter->setAccessibleName(tr("Whose price the chart shows"));
    m_model->setCorner(m_meter);
    m_history = new ChartWidget;
    m_history->setObjectName(u"history"_s);
    m_history->setFixedHeight(HistoryHeight);
    m_model->body()->addWidget(m_history);
    auto *steps = new PlainTable(&m_steps, TableRows);
    steps->setObjectName(u"steps"_s);
    steps->setAccessibleName(tr("Every price with its source"));
    steps->keepAllColumns();
    m_model->body()->addWidget(steps);
    connect(m_meter, &Segments::currentChanged, this, &PricesPage::showHistory);
    return m_model;
}

QWidget *PricesPage::makeAhead()
{
    m_ahead = new Card(tr("Price changes ahead"));
    auto *table = new PlainTable(&m_changes, TableRows);
    table->setObjectName(u"ahead"_s);
    table->setAccessibleName(tr("Price changes ahead"));
    m_ahead->body()->addWidget(table);
    return m_ahead;
}

void PricesPage::pricesOpened()
{
    if (m_desk.error()) {
        m_heading->setTexts(tr("The prices could not be read."), errorSentence(*m_desk.error()));
        return;
    }
    m_content->show();
    askAgain();
}

qint64 PricesPage::instant() const
{
    constexpr qint64 Noon = 12 * 3600;
    const Engine &engine = state().engine();
    return m_day->date() == engine.today() ? engine.now() : dayStart(m_day->date(), QTimeZone::utc()) + Noon;
}

PriceView PricesPage::view() const
{
    const auto currency = Currency::fromCode(m_currency->currentData().toString());
    return {currency ? std::optional(*currency) : std::nullopt, &m_desk.prices()->rates, m_day->date()};
}

TokenMix PricesPage::mix() const
{
    return {partOf(*m_inputPart), partOf(*m_cachedPart), partOf(*m_outputPart)};
}

void PricesPage::askAgain()
{
    if (m_running || !m_desk.prices()) {
        m_again = true;
        return;
    }
    m_running = true;
    const auto tier = static_cast<Tier>(m_tier->currentData().toInt());
    m_desk.run(
        this,
        [prices = m_desk.prices(), at = instant(), mix = mix(), tier] {
            return modelPrices(prices->book, prices->fees, prices->models, at, mix, tier);
        },
        [this](const QList<ModelPrices> &prices) {
            m_running = false;
            if (std::exchange(m_again, false))
                return askAgain();
            showAnswer(prices);
        });
}

void PricesPage::showAnswer(const QList<ModelPrices> &prices)
{
    m_answer = prices;
    if (m_vendor->count() == 1) {
        QMap<QString, QString> vendors;
        for (const ModelPrices &model : prices)
            vendors.insert(vendorName(model.vendor), model.vendor);
        for (auto it = vendors.begin(); it != vendors.end(); ++it)
            m_vendor->addItem(it.key(), it.value());
    }
    const PricedModel chosen = m_chosen; // the reset forgets the row
    m_rows.setRows(priceRows(prices, view()));
    m_chosen = chosen;
    filter();
    showAhead();
}

void PricesPage::filter()
{
    m_filter.setWanted(m_vendor->currentData().toString(), m_words->text());
    const int rows = m_filter.rowCount();
    m_none->setVisible(rows == 0);
    m_table->setVisible(rows > 0);
    int row = 0;
    for (int i = 0; i < rows; ++i) {
        const auto model = m_filter.index(i, ModelColumn).data(RawRole).toString();
        if (model == u"%1 %2"_s.arg(vendorName(m_chosen.vendor), m_chosen.model))
            row = i;
    }
    m_table->selectRow(row);
    showHeading();
    showModel();
}

void PricesPage::showHeading()
{
    const PriceView shown = view();
    const QString day = QLocale().toString(shown.day, QLocale::ShortFormat);
    QString small = tr("Prices of %1, for short prompts in quiet hours.").arg(day);
    const auto rate = shown.currency ? shown.rates->rate(Currency::usd(), *shown.currency, shown.day)
                                     : Result<FxRate>(failure(Error::Kind::Config, {}));
    if (rate && rate->to() != rate->from())
        small = tr("Prices of %1, for short prompts in quiet hours, at 1 USD = %2 %3 (%4, %5).")
                    .arg(day, rate->rateText(), rate->to().code(), rate->source(), rate->date());
    const int count = m_filter.rowCount();
    QModelIndex least;
    for (int row = 0; row < count; ++row) {
        const QModelIndex index = m_filter.index(row, BlendedColumn);
        const double price = index.data(RawRole).toDouble(); // what is free or unknown is no answer
        if (price > 0 && (!least.isValid() || price < least.data(RawRole).toDouble()))
            least = index;
    }
    if (!least.isValid()) {
        m_heading->setTexts(count == 0 ? tr("No model fits.") : tr("No model has a price of this mix."),
                            small);
        return;
    }
    m_heading->setTexts(
        tr("Of %n model(s), %1 costs the least at this mix: %2 per 1M tokens.", nullptr, count)
            .arg(least.siblingAtColumn(ModelColumn).data().toString(), least.data().toString()),
        small);
}

void PricesPage::showModel()
{
    const bool valid = m_filter.rowCount() > 0 && !m_chosen.model.isEmpty() && m_desk.prices();
    m_model->setVisible(valid);
    if (!valid)
        return;
    m_model->setTitle(tr("%1: what it cost and will cost").arg(m_chosen.model));
    m_steps.setRows(priceStepRows(m_desk.prices()->book, m_chosen.vendor, m_chosen.model, view()));
    showHistory();
}

void PricesPage::showHistory()
{
    const QStringList meters{u"input"_s, u"cached_input"_s, u"output"_s};
    const QString meter = meters.value(m_meter->current());
    const QList<PriceStep> steps
        = priceHistory(m_desk.prices()->book, m_chosen.vendor, m_chosen.model, meter);
    ChartData chart = historyChart(steps, state().engine().now());
    chart.summary = chart.isEmpty()
        ? tr("The list has no price of %1.").arg(meterName(meter))
        : tr("Price of %1 tokens of %2, month by month").arg(meterName(meter), m_chosen.model);
    m_history->setVisible(!chart.isEmpty());
    m_history->setChart(chart);
}

void PricesPage::showAhead()
{
    const QList<PriceChangeAhead> changes = changesAhead(m_desk.prices()->book, instant());
    m_changes.setRows(changeRows(changes, view()));
    m_ahead->setTitle(changes.isEmpty() ? tr("No price change is announced") : tr("Price changes ahead"));
}

} // namespace Costglass
