// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/scenarioform.h"

#include "engine/monthwords.h"
#include "models/pricewords.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int FieldWidth = 128;
constexpr int MostDecimals = 4;
constexpr double Most = 1e12;

/// Digits after the point that the field shows of a figure.
int decimalsOf(const Decimal &value)
{
    return std::min<int>(MostDecimals, static_cast<int>(value.toString().section(u'.', 1).size()));
}

Decimal decimalOf(const QDoubleSpinBox &spin)
{
    return Decimal::of(QString::number(spin.value(), 'f', spin.decimals()));
}

const QChar between = u'\n'; ///< vendor and plan in one value

QString planValue(const QString &vendor, const QString &plan)
{
    return plan.isEmpty() ? QString() : vendor + between + plan;
}

} // namespace

ScenarioForm::ScenarioForm(QWidget *parent) : Card({}, parent)
{
    setObjectName(u"scenarioForm"_s);
}

void ScenarioForm::setScenario(const Scenario &scenario, const FeeFacts &facts)
{
    m_scenario = scenario;
    delete m_fields;
    m_fields = new QWidget;
    m_grid = new QGridLayout(m_fields);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
    for (qsizetype i = 0; i < scenario.workloads.size(); ++i)
        addWorkload(i);
    addServices(facts);
    body()->addWidget(m_fields);
    body()->setAlignment(Qt::AlignTop);
}

/// A wheel that turns over a field scrolls the page and never changes a figure by chance.
bool ScenarioForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return Card::eventFilter(watched, event);
}

void ScenarioForm::change(const std::function<void(Scenario &)> &how)
{
    how(m_scenario);
    Q_EMIT edited();
}

void ScenarioForm::addTitle(const QString &text)
{
    auto *title = new WrappedLabel(u"cardTitle"_s);
    title->setText(text);
    title->setContentsMargins(0, m_grid->rowCount() > 1 ? 8 : 0, 0, 0);
    m_grid->addWidget(title, m_grid->rowCount(), 0, 1, 2);
}

void ScenarioForm::addRow(const QString &label, QWidget *field, QWidget *below)
{
    auto *words = new WrappedLabel(u"caption"_s);
    words->setText(label);
    words->setBuddy(field);
    constexpr int TwoLines = 36;
    const int row = m_grid->rowCount();
    m_grid->setRowMinimumHeight(row, TwoLines);
    m_grid->addWidget(words, row, 0);
    m_grid->addWidget(field, row, 1);
    field->setFixedWidth(FieldWidth);
    if (below)
        m_grid->addWidget(below, row + 1, 0, 1, 2);
}

QDoubleSpinBox *ScenarioForm::makeSpin(const QString &id, const QString &title, const QString &label,
                                       const Decimal &value, const QString &suffix)
{
    auto *spin = new QDoubleSpinBox;
    spin->setObjectName(id);
    spin->setAccessibleName(title.isEmpty() ? label : u"%1: %2"_s.arg(title, label));
    spin->setDecimals(decimalsOf(value));
    spin->setRange(0, Most);
    spin->setGroupSeparatorShown(true);
    spin->setButtonSymbols(
        QAbstractSpinBox::NoButtons); // the arrow keys step; a column of figures stays calm
    spin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    spin->setAlignment(Qt::AlignRight);
    spin->setSuffix(suffix.isEmpty() ? QString() : QChar(0x00a0) + suffix);
    spin->setValue(value.toDouble());
    spin->installEventFilter(this);
    return spin;
}

void ScenarioForm::addCount(const QString &id, const QString &title, const QString &label,
                            const QString &unit, const Decimal &value, const Decimal &least,
                            const Setter &set)
{
    QDoubleSpinBox *spin = makeSpin(id, title, label, value, unit);
    spin->setMinimum(least.toDouble());
    addRow(label, spin);
    connect(spin, &QDoubleSpinBox::valueChanged, this,
            [this, spin, set] { change([&](Scenario &scenario) { set(scenario, decimalOf(*spin)); }); });
}

void ScenarioForm::addShare(const QString &id, const QString &title, const QString &label,
                            const Decimal &value, const Setter &set)
{
    constexpr int Hundred = 100;
    QDoubleSpinBox *spin = makeSpin(id, title, label, value * Decimal(Hundred), u"%"_s);
    spin->setRange(0, Hundred);
    spin->setStepType(QAbstractSpinBox::DefaultStepType);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setAccessibleName(spin->accessibleName());
    slider->setRange(0, Hundred);
    slider->setPageStep(Hundred / 10);
    slider->setFocusPolicy(Qt::ClickFocus); // by keyboard the field beside it does the same
    slider->setValue(static_cast<int>(std::lround(spin->value())));
    slider->installEventFilter(this);
    addRow(label, spin, slider);
    connect(slider, &QSlider::valueChanged, spin, [spin](int percent) {
        if (std::lround(spin->value()) != percent)
            spin->setValue(percent);
    });
    connect(spin, &QDoubleSpinBox::valueChanged, this, [this, spin, slider, set] {
        slider->setValue(static_cast<int>(std::lround(spin->value())));
        change([&](Scenario &scenario) { set(scenario, decimalOf(*spin).shifted(-2)); });
    });
}

void ScenarioForm::addChoice(const QString &id, const QString &label, const Choices &choices,
                             const QString &value, const TextSetter &set)
{
    auto *combo = new QComboBox;
    combo->setObjectName(id);
    combo->setAccessibleName(label);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    for (const auto &[text, chosen] : choices)
        combo->addItem(text, chosen);
    if (combo->findData(value) < 0)
        combo->addItem(QString(value).replace(between, u" · "_s), value);
    combo->setCurrentIndex(combo->findData(value));
    combo->setToolTip(combo->currentText());
    combo->installEventFilter(this);
    auto *words = new WrappedLabel(u"caption"_s);
    words->setText(label);
    words->setBuddy(combo);
    const int row = m_grid->rowCount();
    m_grid->addWidget(words, row, 0, 1, 2);
    m_grid->addWidget(combo, row + 1, 0, 1, 2);
    connect(combo, &QComboBox::currentIndexChanged, this, [this, combo, set] {
        combo->setToolTip(combo->currentText());
        change([&](Scenario &scenario) { set(scenario, combo->currentData().toString()); });
    });
}

void ScenarioForm::addWorkload(qsizetype index)
{
    const Workload &work = m_scenario.workloads[index];
    const QString id = work.name + u'.';
    const QString title = partName(work.name);
    addTitle(title);
    addCount(id + u"per_day"_s, title, work.conversation ? tr("Conversations a day") : tr("Requests a day"),
             {}, work.perDay, 1,
             [index](Scenario &scenario, const Decimal &value) { scenario.workloads[index].perDay = value; });
    if (work.conversation) {
        addConversation(index, id, title);
    } else {
        addCount(id + u"tokens_in"_s, title, tr("Tokens in"), {}, work.tokensIn, 0,
                 [index](Scenario &scenario, const Decimal &value) {
                     scenario.workloads[index].tokensIn = value;
                 });
        addCount(id + u"tokens_out"_s, title, tr("Tokens out"), {}, work.tokensOut, 0,
                 [index](Scenario &scenario, const Decimal &value) {
                     scenario.workloads[index].tokensOut = value;
                 });
    }
    addShare(id + u"hit"_s, title, tr("Served from cache"), work.hit,
             [index](Scenario &scenario, const Decimal &value) { scenario.workloads[index].hit = value; });
    addShare(
        id + u"batchable"_s, title, tr("Can wait for a batch"), work.batchable,
        [index](Scenario &scenario, const Decimal &value) { scenario.workloads[index].batchable = value; });
    addPeaks(index, id, title);
}

void ScenarioForm::addConversation(qsizetype index, const QString &id, const QString &title)
{
    const Conversation &talk = *m_scenario.workloads[index].conversation;
    struct Part
    {
        QString key;
        QString label;
        qint64 Conversation::*member;
        int least;
    };
    const QList<Part> parts{{u"turns"_s, tr("Turns"), &Conversation::turns, 1},
                            {u"system"_s, tr("System prompt"), &Conversation::system, 0},
                            {u"retrieved"_s, tr("Text looked up a turn"), &Conversation::retrieved, 0},
                            {u"question"_s, tr("Question"), &Conversation::question, 0},
                            {u"answer"_s, tr("Answer"), &Conversation::answer, 0}};
    constexpr double MostTurns = 10'000;
    for (const Part &part : parts) {
        addCount(
            id + part.key, title, part.label, part.least == 1 ? QString() : tr("tokens"), talk.*part.member,
            part.least, [index, member = part.member](Scenario &scenario, const Decimal &value) {
                (*scenario.workloads[index].conversation).*member = static_cast<qint64>(value.toDouble());
            });
    }
    m_fields->findChild<QDoubleSpinBox *>(id + u"turns"_s)->setMaximum(MostTurns);
}

void ScenarioForm::addPeaks(qsizetype index, const QString &id, const QString &title)
{
    const QString name = m_scenario.workloads[index].name;
    for (auto it = m_scenario.peakShare.begin(); it != m_scenario.peakShare.end(); ++it) {
        addShare(id + it.key(), title, tr("In peak hours"), it->value(name),
                 [schedule = it.key(), name](Scenario &scenario, const Decimal &value) {
                     scenario.peakShare[schedule][name] = value;
                 });
    }
}

void ScenarioForm::addServices(const FeeFacts &facts)
{
    addTitle(tr("Around it"));
    addCount(u"days_per_month"_s, {}, tr("Days a month"), {}, m_scenario.daysPerMonth, 1,
             [](Scenario &scenario, const Decimal &value) { scenario.daysPerMonth = value; });
    for (qsizetype i = 0; i < m_scenario.storage.size(); ++i) {
        const StoredData &stored = m_scenario.storage[i];
        addCount(u"storage."_s + stored.name, {}, tr("%1 kept").arg(partName(stored.name)), u"GiB"_s,
                 stored.gib, 0,
                 [i](Scenario &scenario, const Decimal &value) { scenario.storage[i].gib = value; });
    }
    addCount(u"seats"_s, {}, tr("Seats"), {}, m_scenario.seats, 0,
             [](Scenario &scenario, const Decimal &value) { scenario.seats = value; });
    Choices seats{{tr("none"), {}}};
    for (const SeatPlan &plan : facts.seatPlans)
        seats.append(
            {u"%1 · %2"_s.arg(vendorName(plan.vendor), plan.plan), planValue(plan.vendor, plan.plan)});
    addChoice(u"seatPlan"_s, tr("Plan of the seats"), seats,
              planValue(m_scenario.seatVendor, m_scenario.seatPlan),
              [](Scenario &scenario, const QString &value) {
                  scenario.seatVendor = value.section(between, 0, 0);
                  scenario.seatPlan = value.section(between, 1);
              });
    addChoice(u"billing"_s, tr("Seats are paid"),
              {{tr("monthly"), u"monthly"_s}, {tr("for a year at once"), u"annual"_s}},
              m_scenario.seatsAnnual ? u"annual"_s : u"monthly"_s,
              [](Scenario &scenario, const QString &value) { scenario.seatsAnnual = value == u"annual"; });
    Choices supports{{tr("none"), {}}};
    for (const SupportPlan &plan : facts.supportPlans)
        supports.append(
            {u"%1 · %2"_s.arg(vendorName(plan.vendor), plan.plan), planValue(plan.vendor, plan.plan)});
    addChoice(u"support"_s, tr("Support plan"), supports,
              planValue(m_scenario.supportVendor, m_scenario.supportPlan),
              [](Scenario &scenario, const QString &value) {
                  scenario.supportVendor = value.section(between, 0, 0);
                  scenario.supportPlan = value.section(between, 1);
              });
    addChoice(
        u"region"_s, tr("Requests are processed in"),
        {{tr("any region"), {}}, {tr("the United States"), u"us"_s}, {tr("the European Union"), u"eu"_s}},
        m_scenario.region, [](Scenario &scenario, const QString &value) { scenario.region = value; });
    addShare(u"tax"_s, {}, tr("Tax"), m_scenario.taxRate,
             [](Scenario &scenario, const Decimal &value) { scenario.taxRate = value; });
}

} // namespace Costglass
