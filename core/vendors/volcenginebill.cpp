// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/volcengineadapter.h"

#include "vendors/cloudbill.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Volcengine)
};

QString billName()
{
    return Texts::tr("The bill");
}

bool countsEverything(const FetchJob &job)
{
    return job.account.settings.value(u"services"_s) == u"all";
}

/// Ark's products: "ark" is billed by tokens, "ark_bd" by what was bought beforehand.
const QStringList &arkProducts()
{
    static const QStringList codes{u"ark"_s, u"ark_bd"_s};
    return codes;
}

bool isArk(const QJsonObject &line)
{
    return line.value(u"Product"_s).toString().startsWith(u"ark"_s, Qt::CaseInsensitive)
        || line.value(u"ProductZh"_s).toString().contains(u"方舟"_s);
}

ChargeCategory categoryOf(const QJsonObject &line)
{
    const QString words = line.value(u"BillCategory"_s).toString();
    if (words.contains(u"退"_s) || words.contains(u"调"_s)
        || words.contains(u"refund"_s, Qt::CaseInsensitive))
        return ChargeCategory::Adjustment;
    return words.contains(u"新购"_s) || words.contains(u"续费"_s) ? ChargeCategory::Purchase
                                                                  : ChargeCategory::Usage;
}

/// A line's money: after discounts and however it is paid. A coupon is a means of payment, so where only what is payable
/// is told, what the coupon paid comes to it.
Result<Money> costOf(const QJsonObject &line, Currency currency)
{
    const QJsonValue discounted = line.value(u"DiscountBillAmount"_s);
    if (!discounted.isUndefined() && !discounted.isNull())
        return moneyFromJson(discounted, currency);
    const auto payable = moneyFromJson(line.value(u"PayableAmount"_s), currency);
    const QJsonValue coupon = line.value(u"CouponAmount"_s);
    if (!payable || coupon.isUndefined() || coupon.isNull())
        return payable;
    const auto paid = moneyFromJson(coupon, currency);
    return paid ? payable->plus(*paid) : paid;
}

Result<Charge> readLine(const QJsonObject &line)
{
    const QDate day = QDate::fromString(line.value(u"ExpenseDate"_s).toString().left(10), Qt::ISODate);
    if (!day.isValid())
        return failure(Error::Kind::Format, Texts::tr("A line has no day."));
    Charge charge = chinaCharge(day);
    const QJsonValue code = line.value(u"Currency"_s);
    const auto currency = code.isUndefined() || code.isNull() ? Result<Currency>(Currency::cny())
                                                              : Currency::fromCode(code.toString());
    if (!currency)
        return std::unexpected(currency.error());
    const auto cost = costOf(line, *currency);
    if (!cost)
        return std::unexpected(cost.error());
    charge.cost = *cost;
    charge.list = optionalMoney(line.value(u"OriginalBillAmount"_s), *currency);
    charge.category = categoryOf(line);
    charge.at.service = idText(line.value(u"Product"_s));
    if (isArk(line)) // the model, or the endpoint that serves it
        charge.at.model = idText(line.value(u"InstanceName"_s));
    charge.at.project = idText(line.value(u"Project"_s));
    charge.at.region = idText(line.value(u"Region"_s));
    const auto text = [&line](const QString &member) { return line.value(member).toString(); };
    charge.description = joinedWords({text(u"ConfigName"_s), text(u"Element"_s), text(u"Factor"_s)});
    charge.quantity = decimalText(line.value(u"Count"_s)).value_or(QString());
    charge.unit = idText(line.value(u"Unit"_s));
    return charge;
}

TokenClass tokensOf(const QJsonObject &line)
{
    for (const QString &member : {u"Element"_s, u"Factor"_s, u"ElementCode"_s, u"ChargeItemCode"_s}) {
        const TokenClass tokens = tokenClassOf(line.value(member).toString());
        if (tokens != TokenClass::None)
            return tokens;
    }
    return TokenClass::None;
}

} // namespace

HttpRequest volcengineBillRequest(const FetchJob &job, Month month, int limit)
{
    constexpr int ByDay = 1;
    QJsonObject body{{u"BillPeriod"_s, month.toString()},
                     {u"GroupPeriod"_s, ByDay},
                     {u"Limit"_s, limit},
                     {u"NeedRecordNum"_s, 1},
                     {u"Offset"_s, 0}};
    if (!countsEverything(job))
        body.insert(u"Product"_s, QJsonArray::fromStringList(arkProducts()));
    return volcengineRequest(job, u"ListBillDetail"_s, body);
}

Result<Page> parseVolcengineBill(const FetchJob &job, const HttpReply &reply)
{
    const auto result = volcengineResult(job, reply, billName());
    if (!result)
        return std::unexpected(result.error());
    const auto lines = arrayOf(*result, u"List"_s, billName());
    if (!lines)
        return std::unexpected(lines.error());
    Page page;
    for (const QJsonValue &value : *lines) {
        const QJsonObject line = value.toObject();
        const auto charge = readLine(line);
        if (!charge)
            return failure(
                charge.error().kind,
                Texts::tr("%1 has a line that cannot be read: %2").arg(billName(), charge.error().detail));
        // The month is asked for as a whole; the job may want its last days alone.
        if (job.days.contains(charge->day) && (countsEverything(job) || isArk(line)))
            addBillLine(page.records, *charge, tokensOf(line), idText(line.value(u"ElementCode"_s)));
    }
    const auto next = nextOffset(reply, result->value(u"Total"_s), lines->size());
    if (!next)
        return std::unexpected(next.error());
    page.next = *next;
    return page;
}

} // namespace Costglass
