// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/tencentadapter.h"

#include "vendors/cloudbill.h"
#include "vendors/reply.h"

#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Tencent)
};

QString billName()
{
    return Texts::tr("The bill");
}

bool countsEverything(const FetchJob &job)
{
    return job.account.settings.value(u"services"_s) == u"all";
}

/// Whether a line is of an AI product, by its codes or its names: the codes are no public list.
bool isAiProduct(const QJsonObject &line)
{
    static const QRegularExpression words(
        u"hunyuan|lkeap|deepseek|tione|_asr|_tts|_ocr|_nlp|_tmt|"
        u"混元|大模型|知识引擎|智能体|机器学习平台|语音识别|语音合成|文字识别|自然语言|机器翻译|"
        u"large model|knowledge engine|speech|translation"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const QString &member :
         {u"BusinessCode"_s, u"BusinessCodeName"_s, u"ProductCode"_s, u"ProductCodeName"_s}) {
        if (words.match(line.value(member).toString()).hasMatch())
            return true;
    }
    return false;
}

/// The first text that names a model: bills have no member for it.
QString modelOf(const QStringList &texts)
{
    static const QRegularExpression name(
        u"\\b(?:hunyuan|deepseek|qwen|kimi|glm|minimax|youtu)(?:[-.][A-Za-z0-9]+)+"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const QString &text : texts) {
        const auto match = name.match(text);
        if (match.hasMatch())
            return match.captured();
    }
    return {};
}

ChargeCategory categoryOf(const QJsonObject &line)
{
    const QString action = line.value(u"ActionType"_s).toString();
    const QString name = line.value(u"ActionTypeName"_s).toString();
    if (action.contains(u"refund"_s) || action.contains(u"adjust"_s) || name.contains(u"退"_s))
        return ChargeCategory::Adjustment;
    return action.startsWith(u"prepay"_s) ? ChargeCategory::Purchase : ChargeCategory::Usage;
}

/// What the components of a line have in common.
Charge lineOf(QDate day, const QJsonObject &line)
{
    Charge charge = chinaCharge(day);
    charge.category = categoryOf(line);
    charge.at.service = idText(line.value(u"BusinessCode"_s));
    charge.at.project = idText(line.value(u"ProjectName"_s));
    charge.at.region = idText(line.value(u"RegionId"_s));
    return charge;
}

/// A component's money: RealCost, after discounts and however it is paid. Vouchers are a means of payment.
Result<Charge> readComponent(const FetchJob &job, const QJsonObject &line, Charge charge,
                             const QJsonObject &component)
{
    const Currency currency = tencentCurrency(job.account);
    const auto cost = moneyFromJson(component.value(u"RealCost"_s), currency);
    if (!cost)
        return std::unexpected(cost.error());
    charge.cost = *cost;
    charge.list = optionalMoney(component.value(u"Cost"_s), currency);
    const auto text
        = [](const QJsonObject &object, const QString &member) { return object.value(member).toString(); };
    const QString item = text(component, u"ItemCodeName"_s);
    const QString kind = text(component, u"ComponentCodeName"_s);
    const QString product = text(line, u"ProductCodeName"_s);
    charge.at.model = modelOf({item, kind, text(line, u"ResourceId"_s), text(line, u"ResourceName"_s),
                               text(component, u"ItemCode"_s), text(component, u"ComponentCode"_s), product});
    charge.description = joinedWords({product, kind, item});
    charge.quantity = decimalText(component.value(u"UsedAmount"_s)).value_or(QString());
    charge.unit = idText(component.value(u"UsedAmountUnit"_s));
    return charge;
}

TokenClass tokensOf(const QJsonObject &component)
{
    for (const QString &member : {u"ItemCodeName"_s, u"ComponentCodeName"_s, u"ItemCode"_s}) {
        const TokenClass tokens = tokenClassOf(component.value(member).toString());
        if (tokens != TokenClass::None)
            return tokens;
    }
    return TokenClass::None;
}

Result<void> readLine(const FetchJob &job, const QJsonObject &line, Records &records)
{
    const QDate day = QDate::fromString(line.value(u"BillDay"_s).toString().left(10), Qt::ISODate);
    if (!day.isValid())
        return failure(Error::Kind::Format, Texts::tr("A line has no day."));
    // The month is asked for as a whole; the job may want its last days alone.
    if (!job.days.contains(day) || (!countsEverything(job) && !isAiProduct(line)))
        return {};
    const auto components = arrayOf(line, u"ComponentSet"_s, billName());
    if (!components)
        return std::unexpected(components.error());
    for (const QJsonValue &value : *components) {
        const QJsonObject component = value.toObject();
        const auto charge = readComponent(job, line, lineOf(day, line), component);
        if (!charge)
            return std::unexpected(charge.error());
        addBillLine(records, *charge, tokensOf(component), idText(component.value(u"ItemCode"_s)));
    }
    return {};
}

} // namespace

Result<QJsonArray> tencentLines(const QJsonObject &response)
{
    const bool none = response.value(u"DetailSet"_s).isNull() && response.value(u"Total"_s) == 0;
    return none ? QJsonArray() : arrayOf(response, u"DetailSet"_s, billName());
}

HttpRequest tencentBillRequest(const FetchJob &job, Month month, int limit)
{
    return tencentRequest(
        job, "DescribeBillDetail",
        {{u"Month"_s, month.toString()}, {u"Offset"_s, 0}, {u"Limit"_s, limit}, {u"NeedRecordNum"_s, 1}});
}

Result<Page> parseTencentBill(const FetchJob &job, const HttpReply &reply)
{
    const auto response = tencentResponse(job, reply, billName());
    if (!response)
        return std::unexpected(response.error());
    const auto lines = tencentLines(*response);
    if (!lines)
        return std::unexpected(lines.error());
    Page page;
    for (const QJsonValue &line : *lines) {
        const auto read = readLine(job, line.toObject(), page.records);
        if (!read)
            return failure(
                read.error().kind,
                Texts::tr("%1 has a line that cannot be read: %2").arg(billName(), read.error().detail));
    }
    const auto next = nextOffset(reply, response->value(u"Total"_s), lines->size());
    if (!next)
        return std::unexpected(next.error());
    page.next = *next;
    return page;
}

} // namespace Costglass
