// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricefiles.h"

#include "pricing/bundledprices.h"
#include "pricing/meters.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

QJsonValue figure(const std::optional<Decimal> &amount)
{
    return amount ? QJsonValue(amount->toString()) : QJsonValue();
}

QJsonArray ladderToJson(const Ladder &ladder)
{
    QJsonArray steps;
    for (const LadderStep &step : ladder)
        steps.append(QJsonObject{{u"above"_s, step.above.toString()}, {u"rate"_s, step.rate.toString()}});
    return steps;
}

/// What every entry has in common; \a own is added to it.
QJsonObject entryOf(const QString &vendor, const QString &name, const Provenance &provenance,
                    const QJsonObject &own)
{
    QJsonObject object{{u"vendor"_s, vendor},
                       {u"name"_s, name},
                       {u"source"_s, provenance.source},
                       {u"as_of"_s, provenance.asOf}};
    for (auto it = own.begin(); it != own.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject toJson(const PrepayOffer &offer)
{
    return entryOf(offer.vendor, offer.name, offer.provenance,
                   {{u"kind"_s, offer.kind == PrepayOffer::Kind::Fee ? u"fee"_s : u"bonus"_s},
                    {u"rates"_s, ladderToJson(offer.ladder)},
                    {u"minimum"_s, offer.minimum.toString()},
                    {u"terms"_s, textOrNull(offer.terms)}});
}

QJsonObject toJson(const Commitment &commitment)
{
    return entryOf(
        commitment.vendor, commitment.name, commitment.provenance,
        {{u"price"_s,
          commitment.price ? QJsonValue(exactMoney(*commitment.price, commitment.currency)) : QJsonValue()},
         {u"unit"_s, commitment.unit},
         {u"terms"_s, textOrNull(commitment.terms)}});
}

QJsonObject toJson(const SupportPlan &plan)
{
    return entryOf(plan.vendor, plan.plan, plan.provenance,
                   {{u"flat"_s, figure(plan.flat)},
                    {u"minimum"_s, plan.minimum.toString()},
                    {u"tiers"_s, ladderToJson(plan.ladder)}});
}

QJsonObject toJson(const SeatPlan &plan)
{
    return entryOf(plan.vendor, plan.plan, plan.provenance,
                   {{u"currency"_s, plan.currency.code()},
                    {u"monthly"_s, figure(plan.monthly)},
                    {u"annual_per_month"_s, figure(plan.annualPerMonth)},
                    {u"seats_minimum"_s, plan.seatsMinimum.toString()},
                    {u"included"_s, textOrNull(plan.included)}});
}

template<typename T>
QJsonArray ofVendor(const QList<T> &entries, const QString &vendor)
{
    QJsonArray array;
    for (const T &entry : entries) {
        if (vendor.isEmpty() || entry.vendor == vendor)
            array.append(toJson(entry));
    }
    return array;
}

/// A kind of fee with the keys whose words tell an entry to a person.
struct Kind
{
    QString key;
    QString title;
    QStringList told;
};

QString wordOf(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList steps;
        for (const QJsonValue &step : value.toArray())
            steps.append(step[u"above"_s].toString() + u": "_s + step[u"rate"_s].toString());
        return steps.join(u", "_s);
    }
    if (value.isObject())
        return value[u"amount"_s].toString() + u' ' + value[u"currency"_s].toString();
    return value.isString() ? value.toString() : u"–"_s;
}

void printText(Cli &cli, const QJsonObject &fees)
{
    const QList<Kind> kinds{
        {u"free_quotas"_s, Texts::tr("Free quotas"), {u"amount"_s, u"currency"_s, u"unit"_s, u"terms"_s}},
        {u"prepay"_s, Texts::tr("Paying beforehand"), {u"kind"_s, u"rates"_s, u"minimum"_s, u"terms"_s}},
        {u"commitments"_s, Texts::tr("Commitments"), {u"price"_s, u"unit"_s, u"terms"_s}},
        {u"support"_s, Texts::tr("Support"), {u"flat"_s, u"minimum"_s, u"tiers"_s}},
        {u"seats"_s,
         Texts::tr("Seats"),
         {u"currency"_s, u"monthly"_s, u"annual_per_month"_s, u"included"_s}}};
    for (const Kind &kind : kinds) {
        QList<QStringList> rows;
        for (const QJsonValue &entry : fees.value(kind.key).toArray()) {
            QStringList row{entry[u"vendor"_s].toString(), entry[u"name"_s].toString()};
            for (const QString &key : kind.told)
                row.append(wordOf(entry[key]));
            rows.append(row + QStringList{entry[u"as_of"_s].toString()});
        }
        if (rows.isEmpty())
            continue;
        QStringList header(rows.first().size());
        header.first() = kind.title;
        printTable(cli.out, header, rows, {});
    }
    cli.out.flush();
}

int listFees(Cli &cli)
{
    const QString vendor
        = cli.arguments.has(u"vendor"_s) ? canonicalVendor(cli.arguments.value(u"vendor"_s)) : QString();
    const FeeFacts &facts = bundledFacts();
    const QJsonObject fees{{u"free_quotas"_s, freeQuotasToJson(vendor)},
                           {u"prepay"_s, ofVendor(facts.prepayOffers, vendor)},
                           {u"commitments"_s, ofVendor(facts.commitments, vendor)},
                           {u"support"_s, ofVendor(facts.supportPlans, vendor)},
                           {u"seats"_s, ofVendor(facts.seatPlans, vendor)}};
    if (cli.json)
        return cli.print(fees);
    printText(cli, fees);
    return 0;
}

} // namespace

QList<Command> feeCommands()
{
    return {
        {u"prices fees"_s,
         {},
         Texts::tr("What is paid besides prices of quantities: free quotas, paying beforehand, commitments, "
                   "support and seats."),
         {u"prices fees --vendor openrouter"_s},
         {{u"vendor"_s, u"V"_s, Texts::tr("only this vendor's")}},
         0,
         0,
         listFees}};
}

} // namespace Costglass
