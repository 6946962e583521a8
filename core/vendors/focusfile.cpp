// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/focusfile.h"

#include "vendors/filetexts.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// What a column says of a charge. Columns of no version in which they stand are left out of it.
struct Column
{
    QString name;
    QString (*cell)(const Charge &charge, const FocusOwner &owner);
    FocusVersion first = FocusVersion::V1_2;
    FocusVersion last = FocusVersion::V1_4;
};

bool isUsage(const Charge &charge)
{
    return charge.category == ChargeCategory::Usage;
}

bool isEquivalent(const Charge &charge)
{
    return charge.kind == ChargeKind::Equivalent;
}

QString costText(const Charge &charge, const FocusOwner &)
{
    return isEquivalent(charge) ? u"0.00"_s : charge.cost.toDecimal();
}

/// Tax has neither quantity nor unit in FOCUS.
QString quantityText(const Charge &charge, const FocusOwner &)
{
    return charge.category == ChargeCategory::Tax ? QString() : charge.quantity;
}

QString unitText(const Charge &charge, const FocusOwner &owner)
{
    return quantityText(charge, owner).isNull() ? QString() : charge.unit;
}

QString frequency(const Charge &charge, const FocusOwner &)
{
    return isUsage(charge) ? u"Usage-Based"_s : u"One-Time"_s;
}

QString provider(const Charge &, const FocusOwner &owner)
{
    return owner.provider;
}

QString monthStart(const Charge &charge, const FocusOwner &owner)
{
    return toRfc3339(dayStart(Month::of(charge.day).firstDay(), owner.zone));
}

QString monthEnd(const Charge &charge, const FocusOwner &owner)
{
    return toRfc3339(dayStart(Month::of(charge.day).plus(1).firstDay(), owner.zone));
}

QString periodStart(const Charge &charge, const FocusOwner &owner)
{
    return toRfc3339(charge.periodStart > 0 ? charge.periodStart : dayStart(charge.day, owner.zone));
}

QString periodEnd(const Charge &charge, const FocusOwner &owner)
{
    return toRfc3339(charge.periodEnd > 0 ? charge.periodEnd : dayStart(charge.day.addDays(1), owner.zone));
}

QString listText(const Charge &charge, const FocusOwner &)
{
    return isEquivalent(charge) ? charge.cost.toDecimal() : charge.list.value_or(charge.cost).toDecimal();
}

const QList<Column> &allColumns()
{
    using enum FocusVersion;
    static const QList<Column> columns{
        {u"BilledCost"_s, costText},
        {u"BillingAccountId"_s, [](const Charge &, const FocusOwner &o) { return o.account; }},
        {u"BillingAccountName"_s, [](const Charge &, const FocusOwner &o) { return o.account; }},
        {u"BillingCurrency"_s, [](const Charge &c, const FocusOwner &) { return c.cost.currency().code(); }},
        {u"BillingPeriodEnd"_s, monthEnd},
        {u"BillingPeriodStart"_s, monthStart},
        {u"ChargeCategory"_s,
         [](const Charge &c, const FocusOwner &) { return chargeCategoryName(c.category); }},
        {u"ChargeClass"_s, [](const Charge &, const FocusOwner &) { return QString(); }},
        {u"ChargeDescription"_s, [](const Charge &c, const FocusOwner &) { return c.description; }},
        {u"ChargeFrequency"_s, frequency},
        {u"ChargePeriodEnd"_s, periodEnd},
        {u"ChargePeriodStart"_s, periodStart},
        {u"ConsumedQuantity"_s,
         [](const Charge &c, const FocusOwner &o) { return isUsage(c) ? quantityText(c, o) : QString(); }},
        {u"ConsumedUnit"_s,
         [](const Charge &c, const FocusOwner &o) { return isUsage(c) ? unitText(c, o) : QString(); }},
        {u"ContractedCost"_s, costText},
        {u"EffectiveCost"_s, costText},
        {u"HostProviderName"_s, provider, V1_3},
        {u"InvoiceIssuerName"_s, provider},
        {u"ListCost"_s, listText},
        {u"PricingQuantity"_s, quantityText},
        {u"PricingUnit"_s, unitText},
        {u"ProviderName"_s, provider, V1_2, V1_3},
        {u"PublisherName"_s, provider, V1_2, V1_3},
        {u"RegionId"_s, [](const Charge &c, const FocusOwner &) { return c.at.region; }},
        {u"ServiceCategory"_s,
         [](const Charge &, const FocusOwner &o) {
             return o.isAi ? u"AI and Machine Learning"_s : u"Other"_s;
         }},
        {u"ServiceName"_s,
         [](const Charge &c, const FocusOwner &o) {
             return c.at.service.isEmpty() ? o.provider : c.at.service;
         }},
        {u"ServiceProviderName"_s, provider, V1_3},
        {u"SkuMeter"_s, [](const Charge &c, const FocusOwner &) { return c.meter; }},
        {u"SubAccountId"_s, [](const Charge &c, const FocusOwner &) { return c.at.project; }},
        {u"SubAccountName"_s, [](const Charge &, const FocusOwner &o) { return o.projectName; }},
        {u"x_Account"_s, [](const Charge &, const FocusOwner &o) { return o.account; }},
        {u"x_ApiKeyId"_s, [](const Charge &c, const FocusOwner &) { return c.at.key; }},
        {u"x_BillingDay"_s, [](const Charge &c, const FocusOwner &) { return c.day.toString(Qt::ISODate); }},
        {u"x_Kind"_s, [](const Charge &c, const FocusOwner &) { return chargeKindName(c.kind); }},
        {u"x_Model"_s, [](const Charge &c, const FocusOwner &) { return c.at.model; }},
        {u"x_ServiceTier"_s, [](const Charge &c, const FocusOwner &) { return c.at.tier; }},
        {u"x_UserId"_s, [](const Charge &c, const FocusOwner &) { return c.at.user; }},
        {u"x_Vendor"_s, [](const Charge &, const FocusOwner &o) { return o.vendor; }}};
    return columns;
}

bool isFormula(const QString &text)
{
    return !text.isEmpty() && u"=+-@\t\r"_s.contains(text[0]) && plainDecimal(text.toUtf8(), '.').isNull();
}

} // namespace

std::optional<FocusVersion> focusVersionFromName(QStringView name)
{
    if (name == u"1.2")
        return FocusVersion::V1_2;
    if (name == u"1.3")
        return FocusVersion::V1_3;
    return name == u"1.4" ? std::optional(FocusVersion::V1_4) : std::nullopt;
}

QStringList focusColumns(FocusVersion version)
{
    QStringList names;
    for (const Column &column : allColumns()) {
        if (version >= column.first && version <= column.last)
            names.append(column.name);
    }
    return names;
}

QStringList focusCells(FocusVersion version, const Charge &charge, const FocusOwner &owner)
{
    QStringList cells;
    for (const Column &column : allColumns()) {
        if (version >= column.first && version <= column.last)
            cells.append(column.cell(charge, owner));
    }
    return cells;
}

QByteArray csvLine(const QStringList &cells)
{
    QByteArray line;
    for (const QString &cell : cells) {
        QByteArray text = cell.toUtf8();
        if (isFormula(cell))
            text.prepend('\'');
        const bool quoted = text.contains(',') || text.contains('"') || text.contains('\n')
            || text.contains('\r') || text.compare("null", Qt::CaseInsensitive) == 0;
        line += quoted ? '"' + text.replace('"', "\"\"") + '"' : text;
        line += ',';
    }
    line.chop(1);
    return line + '\n';
}

} // namespace Costglass
