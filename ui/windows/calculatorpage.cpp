// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/calculatorpage.h"

#include "charts/chartwidget.h"
#include "engine/monthwords.h"
#include "engine/usagescenario.h"
#include "models/estimaterows.h"
#include "models/pricecharts.h"
#include "models/pricewords.h"
#include "windows/offerdetails.h"
#include "windows/scenarioform.h"
#include "windows/tables.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 16;
constexpr int FormWidth = 304;
constexpr int MostBars = 12;
constexpr int BarRoom = 38;
constexpr int LegendRoom = 32;

QString askWithDialog(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                      bool save)
{
    return save ? QFileDialog::getSaveFileName(parent, title, suggestion, filter)
                : QFileDialog::getOpenFileName(parent, title, suggestion, filter);
}

QString inDocuments(const QString &name)
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name);
}

QComboBox *makeCombo(const QString &id, const QString &name)
{
    auto *combo = new QComboBox;
    combo->setObjectName(id);
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(14);
    return combo;
}

} // namespace

CalculatorPage::CalculatorPage(DashboardState &dashboard, PriceDesk &desk, QWidget *parent)
    : DashboardPage(dashboard, parent), m_desk(desk), m_estimator(desk), m_other(desk), m_offers({}, {}),
      m_askFile(askWithDialog), m_heading(new PageHeading), m_form(new ScenarioForm),
      m_details(new OfferDetails), m_content(new QWidget)
{
    setObjectName(u"calculator"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(Gap);
    layout->addWidget(m_heading);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(Gap);
    content->addLayout(makeTools());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Gap);
    m_form->setFixedWidth(FormWidth);
    middle->addWidget(m_form, 0, Qt::AlignTop);
    auto *results = new QVBoxLayout;
    results->setSpacing(Gap);
    results->addWidget(makeChartCard());
    results->addWidget(makeTableCard());
    results->addWidget(m_details);
    results->addStretch(1);
    middle->addLayout(results, 1);
    content->addLayout(middle);
    layout->addWidget(m_content);
    layout->addStretch(1);
    m_heading->setTexts(tr("Reading the prices…"), {});
    m_content->hide();
    connect(&m_estimator, &Estimator::answered, this, &CalculatorPage::showAnswer);
    connect(&m_other, &Estimator::answered, this, &CalculatorPage::showAnswer);
    connect(&desk, &PriceDesk::opened, this, &CalculatorPage::pricesOpened);
    desk.open();
    if (desk.prices() || desk.error())
        pricesOpened();
}

bool CalculatorPage::isSettled() const
{
    return m_desk.error() || (m_desk.prices() && !m_estimator.isBusy() && !m_other.isBusy());
}

QLayout *CalculatorPage::makeTools()
{
    m_scenario = makeCombo(u"scenario"_s, tr("Scenario"));
    m_compare = makeCombo(u"compare"_s, tr("Compare with"));
    m_told = new WrappedLabel(u"note"_s);
    m_told->setObjectName(u"told"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_scenario, 1);
    const auto add = [this, row](const QString &id, const QString &text, auto slot) {
        QPushButton *button = makeButton(text, Weight::Normal);
        button->setObjectName(id);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
    };
    add(u"openScenario"_s, tr("Open…"), &CalculatorPage::openFile);
    add(u"saveScenario"_s, tr("Save…"), &CalculatorPage::saveFile);
    add(u"duplicateScenario"_s, tr("Duplicate"), [this] { choose(m_scenarios.duplicate(m_current)); });
    row->addSpacing(8);
    row->addWidget(m_compare, 1);
    add(u"exportEstimate"_s, tr("Export CSV…"), &CalculatorPage::exportTable);
    connect(m_scenario, &QComboBox::activated, this, [this](int index) {
        if (index < m_scenarios.size())
            choose(index);
        else
            openOwnUse();
    });
    connect(m_compare, &QComboBox::activated, this, &CalculatorPage::askOther);
    auto *tools = new QVBoxLayout;
    tools->addLayout(row);
    tools->addWidget(m_told);
    m_told->hide();
    return tools;
}

QWidget *CalculatorPage::makeChartCard()
{
    auto *card = new Card(tr("Cost a month by offer"));
    m_vendors = makeCombo(u"offers"_s, tr("Offers"));
    card->setCorner(m_vendors);
    m_chart = new ChartWidget;
    m_chart->setObjectName(u"offersChart"_s);
    card->body()->addWidget(m_chart);
    connect(m_vendors, &QComboBox::activated, this, &CalculatorPage::askAgain);
    return card;
}

QWidget *CalculatorPage::makeTableCard()
{
    m_table = new PlainTable(&m_offers, MostBars);
    m_table->setObjectName(u"offersTable"_s);
    m_table->setAccessibleName(tr("Cost a month by offer"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->keepAllColumns();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showRow(current.row()); });
    auto *card = new Card;
    card->body()->addWidget(m_table);
    return card;
}

void CalculatorPage::pricesOpened()
{
    if (m_desk.error()) {
        m_heading->setTexts(tr("The prices could not be read."), errorSentence(*m_desk.error()));
        return;
    }
    m_content->show();
    fillOffers();
    choose(0);
}

/// "The scenario's offers", or all models of one vendor.
void CalculatorPage::fillOffers()
{
    m_vendors->addItem(tr("The scenario's offers"));
    QStringList vendors;
    for (const auto &[vendor, model] : m_desk.prices()->book.models()) {
        if (!vendors.contains(vendor))
            vendors.append(vendor);
    }
    std::sort(vendors.begin(), vendors.end());
    for (const QString &vendor : std::as_const(vendors))
        m_vendors->addItem(tr("All of %1").arg(vendorName(vendor)), vendor);
}

void CalculatorPage::choose(qsizetype index)
{
    m_current = index;
    m_form->disconnect(this);
    m_form->setScenario(m_scenarios.at(index), m_desk.prices()->fees);
    m_form->setTitle(m_scenarios.nameOf(index));
    connect(m_form, &ScenarioForm::edited, this, [this] {
        m_scenarios.replace(m_current, m_form->scenario());
        askAgain();
    });
    refreshNames();
    askAgain();
}

void CalculatorPage::refreshNames()
{
    const qsizetype compared = m_compare->currentIndex() - 1;
    m_scenario->clear();
    m_compare->clear();
    m_compare->addItem(tr("Compare with…"));
    for (qsizetype i = 0; i < m_scenarios.size(); ++i) {
        m_scenario->addItem(m_scenarios.nameOf(i));
        m_compare->addItem(m_scenarios.nameOf(i));
    }
    m_scenario->addItem(tr("My last 30 days"));
    m_scenario->setCurrentIndex(static_cast<int>(m_current));
    m_scenario->setToolTip(m_scenario->currentText());
    m_compare->setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, compared + 1)));
}

/// A scenario of what the ledger metered, to compare all models for it.
void CalculatorPage::openOwnUse()
{
    m_scenario->setCurrentIndex(static_cast<int>(m_current)); // until it is there
    state().engine().ledger().run(
        this,
        [today = state().engine().today()](Store &store) -> Result<Scenario> {
            const auto json = lastThirtyDays(store, today);
            return json ? readScenario(*json) : Result<Scenario>(std::unexpected(json.error()));
        },
        [this](Result<Scenario> own) {
            if (!own)
                return tell(std::unexpected(own.error()), {});
            own->name = tr("My last 30 days, %1")
                            .arg(QLocale().toString(state().engine().today(), QLocale::ShortFormat));
            choose(m_scenarios.add(*own));
        });
}

void CalculatorPage::askAgain()
{
    const QString vendor = m_vendors->currentData().toString();
    m_estimator.ask(
        {m_form->scenario(), vendor.isEmpty() ? QStringList() : QStringList{vendor}, state().engine().now()});
    if (m_compare->currentIndex() > 0)
        askOther();
}

void CalculatorPage::askOther()
{
    const qsizetype index = m_compare->currentIndex() - 1;
    if (index < 0) {
        m_other.forget();
        return showAnswer();
    }
    const QString vendor = m_vendors->currentData().toString();
    m_other.ask({m_scenarios.at(index), vendor.isEmpty() ? QStringList() : QStringList{vendor},
                 state().engine().now()});
}

void CalculatorPage::showAnswer()
{
    const QList<EstimateRow> &rows = m_estimator.rows();
    std::optional<ComparedEstimate> other;
    if (m_compare->currentIndex() > 0 && !m_other.rows().isEmpty())
        other = ComparedEstimate{m_compare->currentText(), m_other.rows()};
    const int selected = std::max(0, m_table->currentIndex().row());
    const ChartData chart = offersChart(rows, MostBars);
    m_chart->setFixedHeight(LegendRoom + BarRoom * std::max(1, chart.slotCount));
    m_chart->setChart(chart);
    showEstimate(m_offers, rows, other, state().engine().today());
    showHeading(rows);
    m_details->showGaps(rows, m_form->scenario());
    const int row = std::min(selected, static_cast<int>(rows.size()) - 1);
    m_table->selectRow(row);
    showRow(row);
}

void CalculatorPage::showHeading(const QList<EstimateRow> &rows)
{
    const auto known = std::count_if(rows.begin(), rows.end(), [](const auto &row) { return row.total; });
    const QString small
        = tr("Every fee kind its own colour, in US dollars. What is unknown is left out and named, never "
             "counted as 0.");
    if (known == 0) {
        m_heading->setTexts(tr("No offer's cost is fully known for this workload."), small);
        return;
    }
    const EstimateRow &least = rows.front();
    const QString cheapest = amountText(*least.total, Currency::usd());
    const QString dearest = amountText(*rows[known - 1].total, Currency::usd());
    const QString name = candidateName(least.candidate);
    m_heading->setTexts(known == 1
                            ? tr("This workload costs %1 a month with %2.").arg(cheapest, name)
                            : tr("This workload costs between %1 and %2 a month; %3 is the cheapest offer.")
                                  .arg(cheapest, dearest, name),
                        small);
}

void CalculatorPage::showRow(int row)
{
    const QList<EstimateRow> &rows = m_estimator.rows();
    if (row >= 0 && row < rows.size())
        m_details->showOffer(rows[row], m_form->scenario());
    else
        m_details->showNoOffer();
}

void CalculatorPage::openFile()
{
    const QString file = m_askFile(this, tr("Open scenario"), inDocuments({}), u"JSON (*.json)"_s, false);
    if (file.isEmpty())
        return;
    const auto index = m_scenarios.open(file);
    tell(index ? Result<void>() : std::unexpected(index.error()), tr("Opened %1").arg(file));
    if (index)
        choose(*index);
}

void CalculatorPage::saveFile()
{
    const QString id = m_form->scenario().id;
    const QString name = (id.isEmpty() ? u"scenario"_s : id) + u".json"_s;
    const QString file = m_askFile(this, tr("Save scenario"), inDocuments(name), u"JSON (*.json)"_s, true);
    if (!file.isEmpty())
        tell(m_scenarios.save(m_current, file), tr("Saved %1").arg(file));
}

void CalculatorPage::exportTable()
{
    const QString file
        = m_askFile(this, tr("Export estimate"), inDocuments(u"estimate.csv"_s), u"CSV (*.csv)"_s, true);
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    const QByteArray csv = estimateToCsv(m_estimator.rows());
    const bool written = out.open(QFile::WriteOnly) && out.write(csv) == csv.size() && out.commit();
    tell(written ? Result<void>()
                 : failure(Error::Kind::Storage, tr("%1 could not be written.").arg(file),
                           tr("Choose a folder that you may write to.")),
         tr("Saved %1").arg(file));
}

void CalculatorPage::tell(const Result<void> &done, const QString &success)
{
    m_told->setText(done ? success : errorSentence(done.error()));
    setTone(m_told, done ? Tone::Good : Tone::Bad);
    m_told->show();
}

} // namespace Costglass
