// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/planform.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "vendors/registry.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int FormWidth = 640;
constexpr int MostSeats = 1'000'000;

QString askWithDialog(QWidget *parent, const QString &title)
{
    return QFileDialog::getOpenFileName(parent, title, {}, u"PDF (*.pdf)"_s);
}

template<typename Widget>
Widget *named(Widget *widget, const QString &name)
{
    widget->setObjectName(name);
    return widget;
}

QDateEdit *makeDay(const QString &name)
{
    auto *day = named(new QDateEdit, name);
    day->setCalendarPopup(true);
    day->setDisplayFormat(PlanForm::tr("d MMM yyyy", "date format"));
    return day;
}

QHBoxLayout *rowIn(QWidget *holder)
{
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

Result<Money> readAmount(const QString &text, Currency currency)
{
    if (text.trimmed().isEmpty())
        return failure(Error::Kind::Config, PlanForm::tr("There is no price yet."),
                       PlanForm::tr("Write it like 20 or 1250.50."));
    const auto amount = Money::parse(plainAmount(text), currency);
    if (!amount)
        return failure(Error::Kind::Config, PlanForm::tr("“%1” is not an amount.").arg(text),
                       PlanForm::tr("Write it like 20 or 1250.50."));
    return amount;
}

bool isOther(const PlanTerms &a, const PlanTerms &b)
{
    return a.price != b.price || a.seats != b.seats || a.tax != b.tax;
}

} // namespace

PlanForm::PlanForm(QWidget *parent)
    : Card({}, parent), m_form(makeForm()), m_problem(named(new WrappedLabel(QString()), u"planProblem"_s)),
      m_askFile(askWithDialog)
{
    setObjectName(u"planForm"_s);
    setMaximumWidth(FormWidth);
    m_problem->setProperty("tone", u"bad"_s);
    body()->addLayout(m_form);
    body()->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"), Weight::Normal);
    QPushButton *save = named(makeButton(tr("Save"), Weight::Primary), u"savePlan"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    body()->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    connect(save, &QPushButton::clicked, this, &PlanForm::save);
    connect(m_what, &QComboBox::currentIndexChanged, this, &PlanForm::showRows);
    connect(m_ends, &QCheckBox::toggled, m_end, &QWidget::setEnabled);
    hide();
}

QFormLayout *PlanForm::makeForm()
{
    m_what = named(new QComboBox, u"planWhat"_s);
    m_what->addItems({tr("Subscription"), tr("One-off purchase"), tr("Credit"), tr("Tax"), tr("Invoice")});
    m_name = named(new QLineEdit, u"planName"_s);
    m_name->setPlaceholderText(tr("for example ChatGPT Business"));
    m_vendor = named(new QComboBox, u"planVendor"_s);
    m_vendor->setEditable(true);
    for (const VendorAdapter *vendor : allVendors())
        m_vendor->addItem(vendor->info().name);
    m_priceRow = makePriceRow();
    m_seats = named(new QSpinBox, u"planSeats"_s);
    m_seats->setRange(1, MostSeats);
    m_tax = named(new QLineEdit, u"planTax"_s);
    m_tax->setPlaceholderText(tr("on top of the price; may stay empty"));
    m_start = makeDay(u"planStart"_s);
    m_endRow = makeEndRow();
    m_included = named(new QLineEdit, u"planIncluded"_s);
    m_included->setPlaceholderText(tr("for example 10000 AI points; may stay empty"));
    m_invoice = named(new QLineEdit, u"planInvoice"_s);
    m_documentRow = makeDocumentRow();
    m_recordOnly
        = named(new QCheckBox(tr("A synced or imported bill has the amount already")), u"planRecordOnly"_s);
    m_from = named(new QComboBox, u"planFrom"_s);
    auto *form = new QFormLayout;
    form->setSpacing(10);
    form->addRow(tr("&What"), m_what);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Vendor"), m_vendor);
    form->addRow(tr("&Price"), m_priceRow);
    form->addRow(tr("&Seats"), m_seats);
    form->addRow(tr("&Tax"), m_tax);
    form->addRow(tr("First pai&d on"), m_start);
    form->addRow(tr("&Ends"), m_endRow);
    form->addRow(tr("&Included"), m_included);
    form->addRow(tr("Invoice n&umber"), m_invoice);
    form->addRow(tr("Its PD&F"), m_documentRow);
    form->addRow(QString(), m_recordOnly);
    form->addRow(tr("C&hanges hold"), m_from);
    return form;
}

QWidget *PlanForm::makePriceRow()
{
    auto *holder = new QWidget;
    m_price = named(new QLineEdit, u"planPrice"_s);
    m_price->setAccessibleName(tr("Price of one seat"));
    m_currency = named(new QComboBox, u"planCurrency"_s);
    m_currency->setEditable(true);
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->addItems({u"USD"_s, u"CNY"_s, u"EUR"_s, u"GBP"_s, u"JPY"_s});
    m_per = named(new QComboBox, u"planPer"_s);
    m_per->setAccessibleName(tr("Paid each"));
    m_per->addItem(tr("a month"), static_cast<int>(PlanPeriod::Month));
    m_per->addItem(tr("a year"), static_cast<int>(PlanPeriod::Year));
    QHBoxLayout *row = rowIn(holder);
    row->addWidget(m_price, 1);
    row->addWidget(m_currency);
    row->addWidget(m_per);
    holder->setFocusProxy(m_price);
    return holder;
}

QWidget *PlanForm::makeEndRow()
{
    auto *holder = new QWidget;
    m_ends = named(new QCheckBox(tr("nothing is paid from")), u"planEnds"_s);
    m_end = makeDay(u"planEnd"_s);
    m_end->setAccessibleName(tr("First day on which nothing is paid"));
    QHBoxLayout *row = rowIn(holder);
    row->addWidget(m_ends);
    row->addWidget(m_end, 1);
    holder->setFocusProxy(m_ends);
    return holder;
}

QWidget *PlanForm::makeDocumentRow()
{
    auto *holder = new QWidget;
    QPushButton *choose = named(makeButton(tr("Choose…"), Weight::Normal), u"planDocument"_s);
    m_documentName = new WrappedLabel(u"small"_s);
    QHBoxLayout *row = rowIn(holder);
    row->addWidget(choose);
    row->addWidget(m_documentName, 1);
    holder->setFocusProxy(choose);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString file = m_askFile(this, tr("The invoice as PDF"));
        if (file.isEmpty())
            return;
        m_document = file;
        m_documentName->setText(QFileInfo(file).fileName());
    });
    return holder;
}

bool PlanForm::recurs() const
{
    return m_edited.id != 0 ? m_edited.per != PlanPeriod::Once
                            : m_what->currentIndex() == static_cast<int>(What::Subscription);
}

/// What does not belong to the kind of entry is not asked for.
void PlanForm::showRows()
{
    const bool isNew = m_edited.id == 0;
    const bool isInvoice = isNew ? m_what->currentIndex() == static_cast<int>(What::Invoice)
                                 : m_edited.per == PlanPeriod::Once && !m_edited.invoice.isEmpty();
    m_form->setRowVisible(m_what, isNew);
    m_per->setVisible(recurs());
    m_form->setRowVisible(m_seats, recurs());
    m_form->setRowVisible(m_tax, recurs() || isInvoice);
    m_form->setRowVisible(m_endRow, recurs());
    m_form->setRowVisible(m_included, recurs());
    m_form->setRowVisible(m_invoice, isInvoice);
    m_form->setRowVisible(m_documentRow, isInvoice);
    m_form->setRowVisible(m_recordOnly, isInvoice);
    m_form->setRowVisible(m_from, !isNew && recurs());
    auto *label = qobject_cast<QLabel *>(m_form->labelForField(m_start));
    label->setText(recurs() ? tr("First pai&d on") : tr("&Day"));
}

void PlanForm::show(const Plan &plan)
{
    m_edited = plan;
    m_document.clear();
    const PlanTerms &terms = termsOn(plan, changeDay(plan, m_today));
    m_name->setText(plan.name);
    m_vendor->setCurrentText(vendorName(plan.vendor));
    m_price->setText(terms.price.isZero() ? QString() : terms.price.toDecimal());
    m_currency->setCurrentText(plan.currency().code());
    m_currency->setEnabled(plan.id == 0); // a plan has one currency
    m_per->setEnabled(plan.id == 0);
    m_per->setCurrentIndex(plan.per == PlanPeriod::Year ? 1 : 0);
    m_seats->setValue(static_cast<int>(terms.seats));
    m_tax->setText(terms.tax.isZero() ? QString() : terms.tax.toDecimal());
    m_start->setDate(plan.start);
    m_ends->setChecked(plan.end.has_value());
    m_end->setEnabled(plan.end.has_value());
    m_end->setDate(plan.end.value_or(changeDay(plan, m_today)));
    QStringList included;
    for (const PlanQuota &quota : plan.included)
        included.append(quotaText(quota));
    m_included->setText(included.join(u"; "_s));
    m_invoice->setText(plan.invoice);
    m_documentName->setText(plan.document.isEmpty() ? QString() : tr("A copy is kept."));
    m_recordOnly->setChecked(!plan.charged);
    m_from->clear();
    m_from->addItem(tr("from %1 on, the next payment").arg(dayName(changeDay(plan, m_today))));
    m_from->addItem(tr("from the first payment on: changes what was charged"));
    m_problem->clear();
    showRows();
    QWidget::show();
    m_name->setFocus();
}

void PlanForm::openNew(Currency currency, QDate today)
{
    m_today = today;
    Plan plan;
    plan.start = today;
    plan.terms = {{.from = today, .price = Money::zero(currency), .tax = Money::zero(currency)}};
    setTitle(tr("New plan"));
    m_what->setCurrentIndex(0);
    show(plan);
    m_vendor->setCurrentText({});
}

void PlanForm::openEdit(const Plan &plan, QDate today)
{
    m_today = today;
    setTitle(tr("Edit “%1”").arg(plan.name));
    show(plan);
}

void PlanForm::openEnd(const Plan &plan, QDate today)
{
    openEdit(plan, today);
    m_ends->setChecked(true);
    m_end->setFocus();
}

void PlanForm::say(const QString &problem)
{
    m_problem->setText(problem);
}

Result<PlanTerms> PlanForm::readTerms() const
{
    const auto currency = Currency::fromCode(m_currency->currentText().trimmed());
    if (!currency)
        return failure(Error::Kind::Config, tr("“%1” is no currency.").arg(m_currency->currentText()),
                       tr("Write its three letters, like USD."));
    const auto price = readAmount(m_price->text(), *currency);
    const bool noTax = m_tax->text().trimmed().isEmpty() || m_tax->isHidden();
    const auto tax = noTax ? Result<Money>(Money::zero(*currency)) : readAmount(m_tax->text(), *currency);
    if (!price || !tax)
        return std::unexpected(price ? tax.error() : price.error());
    return PlanTerms{m_start->date(), *price, recurs() ? m_seats->value() : 1, *tax};
}

Result<void> PlanForm::readIncluded(Plan &plan) const
{
    plan.included.clear();
    for (const QString &text : m_included->text().split(u';', Qt::SkipEmptyParts)) {
        const auto quota = parseQuota(text);
        if (!quota)
            return std::unexpected(quota.error());
        plan.included.append(*quota);
    }
    return {};
}

Result<Plan> PlanForm::read() const
{
    Plan plan = m_edited;
    auto terms = readTerms();
    const auto included = terms ? readIncluded(plan) : std::unexpected(terms.error());
    if (!included)
        return std::unexpected(included.error());
    plan.name = m_name->text().trimmed();
    plan.vendor = vendorMeant(m_vendor->currentText());
    plan.invoice = m_invoice->isHidden() ? plan.invoice : m_invoice->text().trimmed();
    plan.charged = m_recordOnly->isHidden() ? plan.charged : !m_recordOnly->isChecked();
    plan.end = m_ends->isChecked() && recurs() ? std::optional(m_end->date()) : std::nullopt;
    if (plan.id == 0) {
        const auto what = static_cast<What>(m_what->currentIndex());
        plan.per = recurs() ? static_cast<PlanPeriod>(m_per->currentData().toInt()) : PlanPeriod::Once;
        plan.category = what == What::Credit ? ChargeCategory::Credit
            : what == What::Tax              ? ChargeCategory::Tax
                                             : ChargeCategory::Purchase;
        plan.start = terms->from;
        plan.terms = {*terms};
        return plan;
    }
    if (terms->from != plan.start)
        moveStart(plan, terms->from);
    const bool fromNext = recurs() && m_from->currentIndex() == 0;
    terms->from = std::max(plan.start, fromNext ? changeDay(plan, m_today) : plan.start);
    if (!fromNext || isOther(*terms, termsOn(plan, terms->from)))
        changeTerms(plan, *terms);
    return plan;
}

void PlanForm::save()
{
    const auto plan = read();
    const auto problem = plan ? planProblem(*plan) : plan.error();
    if (problem)
        return say(errorSentence(*problem));
    m_problem->clear();
    Q_EMIT saveWanted(*plan, m_document);
}

} // namespace Costglass
