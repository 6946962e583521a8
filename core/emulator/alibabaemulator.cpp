// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/alibabaemulator.h"

#include "base/json.h"
#include "emulator/digests.h"
#include "emulator/params.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto keyId = "LTAI5tSandbox20261124";
constexpr auto poorKeyId = "LTAI5tSandboxNoPolicy";
constexpr auto version = "2017-12-14";

/// The parts of "ACS3-HMAC-SHA256 Credential=ID,SignedHeaders=a;b,Signature=HEX".
struct Claim
{
    QByteArray id;
    QByteArrayList headers;
    QByteArray signature;
};

std::optional<Claim> readClaim(const QByteArray &header)
{
    static const QRegularExpression shape(
        u"^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$"_s);
    const auto match = shape.match(QString::fromLatin1(header));
    if (!match.hasMatch())
        return std::nullopt;
    return Claim{match.captured(1).toLatin1(), match.captured(2).toLatin1().split(';'),
                 match.captured(3).toLatin1()};
}

QByteArray sortedQuery(const QUrl &url)
{
    QByteArrayList items = url.query(QUrl::FullyEncoded).toLatin1().split('&');
    items.removeAll(QByteArray());
    std::sort(items.begin(), items.end());
    return items.join('&');
}

/// The signature as Alibaba describes it: a canonical request, and the secret itself as key.
QByteArray signatureOf(const HttpRequest &request, const Claim &claim, const QByteArray &secret,
                       const QString &path)
{
    QByteArray headers;
    for (const QByteArray &name : claim.headers)
        headers += name + ':' + signedHeader(request, name) + '\n';
    const QByteArray canonical = request.method + '\n' + path.toLatin1() + '\n' + sortedQuery(request.url)
        + '\n' + headers + '\n' + claim.headers.join(';') + '\n' + digest(request.body);
    return mac(secret, "ACS3-HMAC-SHA256\n" + digest(canonical)).toHex();
}

QString meterOf(const BillLine &line)
{
    return line.meter == u"output"      ? u"output_token"_s
        : line.meter == u"cached_input" ? u"cached_input_token"_s
                                        : u"input_token"_s;
}

QString withCommas(const QString &amount)
{
    QString text = amount;
    for (qsizetype at = text.indexOf(u'.') - 3; at > 0; at -= 3)
        text.insert(at, u',');
    return text;
}

} // namespace

QByteArray AlibabaEmulator::keyWithoutPolicy()
{
    return poorKeyId;
}

QMap<QString, QString> AlibabaEmulator::settings() const
{
    return {{u"access_key_id"_s, QLatin1StringView(keyId)}};
}

HttpReply AlibabaEmulator::refuse(const HttpRequest &request, const Refusal &refusal)
{
    return jsonReply(request, refusal.status,
                     {{u"Code"_s, refusal.code},
                      {u"Message"_s, refusal.message},
                      {u"RequestId"_s, u"5E6F7A8B-0000-4000-8000-000000000000"_s},
                      {u"HostId"_s, u"business.aliyuncs.com"_s}},
                     "x-acs-request-id");
}

std::optional<AlibabaEmulator::Refusal> AlibabaEmulator::checkSignature(const HttpRequest &request) const
{
    constexpr qint64 Tolerance = 15 * 60;
    const auto claim = readClaim(headerOf(request, "Authorization"));
    const auto signatureAt
        = [&](const QString &path) { return signatureOf(request, *claim, secret(), path); };
    if (!claim || !claim->headers.contains("host") || !claim->headers.contains("x-acs-date")
        || !claim->headers.contains("x-acs-content-sha256"))
        return Refusal{400, u"IncompleteSignature"_s,
                       u"The request signature does not conform to Aliyun standards."_s};
    if (claim->id != keyId && claim->id != poorKeyId)
        return Refusal{404, u"InvalidAccessKeyId.NotFound"_s, u"Specified access key is not found."_s};
    const auto time = parseRfc3339(QString::fromLatin1(headerOf(request, "x-acs-date")));
    if (!time || qAbs(*time - m_clock()) > Tolerance)
        return Refusal{400, u"InvalidTimeStamp.Expired"_s,
                       u"Specified time stamp or date value is expired."_s};
    if (headerOf(request, "x-acs-content-sha256") != digest(request.body)
        || !isSigned(request, claim->signature, signatureAt))
        return Refusal{400, u"SignatureDoesNotMatch"_s,
                       u"Specified signature does not match our calculation."_s};
    const QByteArray nonce = headerOf(request, "x-acs-signature-nonce");
    if (nonce.isEmpty() || m_nonces.contains(nonce))
        return Refusal{400, u"SignatureNonceUsed"_s, u"Specified signature nonce was used already."_s};
    m_nonces.insert(nonce);
    if (claim->id == poorKeyId)
        return Refusal{403, u"NoPermission"_s,
                       u"The RAM user has no permission to perform this action: bssapi."_s};
    return std::nullopt;
}

HttpReply AlibabaEmulator::handle(const HttpRequest &request) const
{
    if (const auto refusal = checkSignature(request))
        return refuse(request, *refusal);
    const QByteArray action = headerOf(request, "x-acs-action");
    if (headerOf(request, "x-acs-version") != version)
        return refuse(request, {400, u"InvalidVersion"_s, u"Specified parameter Version is not valid."_s});
    if (action == "DescribeInstanceBill")
        return bill(request);
    if (action == "QueryAccountBalance")
        return balance(request);
    return refuse(request,
                  {404, u"InvalidAction.NotFound"_s,
                   u"Specified api is not found, please check your url and method."_s});
}

QJsonArray AlibabaEmulator::items(QDate day, const QString &product) const
{
    const auto item = [day](const QString &code, const QString &instance, const QString &name, Money cost,
                            const QString &usage, const QString &unit) {
        const double amount = cost.toDecimal().toDouble();
        return QJsonObject{{u"BillingDate"_s, day.toString(Qt::ISODate)},
                           {u"ProductCode"_s, code},
                           {u"ProductName"_s, code == u"sfm" ? u"大模型服务平台百炼"_s : u"云服务器 ECS"_s},
                           {u"ProductDetail"_s, code == u"sfm" ? u"百炼大模型推理"_s : u"云服务器ECS"_s},
                           {u"InstanceID"_s, instance},
                           {u"BillingItem"_s, name},
                           {u"Item"_s, u"PayAsYouGoBill"_s},
                           {u"SubscriptionType"_s, u"PayAsYouGo"_s},
                           {u"Usage"_s, usage},
                           {u"UsageUnit"_s, unit},
                           {u"PretaxGrossAmount"_s, amount},
                           {u"InvoiceDiscount"_s, 0},
                           {u"PretaxAmount"_s, amount},
                           {u"DeductedByCoupons"_s, 0},
                           {u"PaymentAmount"_s, amount},
                           {u"Currency"_s, cost.currency().code()},
                           {u"Region"_s, u"cn-beijing"_s}};
    };
    QJsonArray all;
    for (const BillLine &line : m_world.bill(vendor(), day)) {
        const QString meter = meterOf(line);
        const QStringList instance{
            u"text_token"_s, line.stream->key, line.stream->project, line.stream->model, meter, u"api"_s};
        all.append(
            item(u"sfm"_s, instance.join(u';'), meter, line.cost, thousands(line.quantity), u"千tokens"_s));
    }
    constexpr qint64 MachineOfDay = 3'360'000'000;
    if (!all.isEmpty())
        all.append(item(u"ecs"_s, u"i-sandbox01"_s, u"vm_cpu"_s,
                        Money::fromNanos(MachineOfDay, Currency::cny()), u"24"_s, u"小时"_s));
    QJsonArray wanted;
    for (const QJsonValue &one : std::as_const(all)) {
        if (product.isEmpty() || one[u"ProductCode"_s].toString() == product)
            wanted.append(one);
    }
    return wanted;
}

HttpReply AlibabaEmulator::bill(const HttpRequest &request) const
{
    const Params params(request.url);
    const auto month = Month::parse(params.value(u"BillingCycle"_s));
    if (!month)
        return refuse(request,
                      {400, u"MissingBillingCycle"_s, u"BillingCycle is mandatory for this action."_s});
    const bool daily = params.value(u"Granularity"_s) == u"DAILY";
    const QDate asked = QDate::fromString(params.value(u"BillingDate"_s), Qt::ISODate);
    if (daily != asked.isValid() || (daily && Month::of(asked) != *month))
        return refuse(request,
                      {400, u"InvalidParameter"_s,
                       u"BillingDate belongs to Granularity DAILY and lies in the BillingCycle."_s});
    bool valid = true;
    const int most = params.has(u"MaxResults"_s) ? params.value(u"MaxResults"_s).toInt(&valid) : 20;
    const auto from = params.has(u"NextToken"_s) ? pagePosition(params.value(u"NextToken"_s)) : 0;
    constexpr int Largest = 300;
    if (!valid || most < 1 || most > Largest || !from)
        return refuse(request, {400, u"InvalidParameter"_s, u"MaxResults or NextToken is not valid."_s});
    QJsonArray all;
    const DateRange days = daily ? DateRange{asked, asked.addDays(1)} : month->range();
    for (QDate day = days.from; day < days.to; day = day.addDays(1)) {
        for (const QJsonValue &item : items(day, params.value(u"ProductCode"_s)))
            all.append(item);
    }
    const bool more = *from + most < all.size();
    const QJsonObject data{{u"BillingCycle"_s, month->toString()},
                           {u"AccountID"_s, u"1234567890123456"_s},
                           {u"TotalCount"_s, all.size()},
                           {u"MaxResults"_s, most},
                           {u"NextToken"_s, more ? QJsonValue(pageToken(*from + most)) : QJsonValue()},
                           {u"Items"_s, slice(all, *from, most)}};
    return jsonReply(request, 200,
                     {{u"Success"_s, true},
                      {u"Code"_s, u"Success"_s},
                      {u"Message"_s, u"Successful!"_s},
                      {u"RequestId"_s, u"5E6F7A8B-0000-4000-8000-000000000000"_s},
                      {u"Data"_s, data}},
                     "x-acs-request-id");
}

HttpReply AlibabaEmulator::balance(const HttpRequest &request) const
{
    const QString left
        = withCommas(Money::fromNanos(balanceLeft(m_world, vendor()), Currency::cny()).toDecimal());
    const QJsonObject data{{u"AvailableAmount"_s, left},   {u"AvailableCashAmount"_s, left},
                           {u"CreditAmount"_s, u"0.00"_s}, {u"MybankCreditAmount"_s, u"0.00"_s},
                           {u"QuotaLimit"_s, u"0.00"_s},   {u"Currency"_s, u"CNY"_s}};
    return jsonReply(request, 200,
                     {{u"Success"_s, true},
                      {u"Code"_s, u"200"_s},
                      {u"Message"_s, u"Successful!"_s},
                      {u"RequestId"_s, u"5E6F7A8B-0000-4000-8000-000000000000"_s},
                      {u"Data"_s, data}},
                     "x-acs-request-id");
}

QJsonArray AlibabaEmulator::balances() const
{
    const Money left = Money::fromNanos(balanceLeft(m_world, vendor()), Currency::cny());
    return {QJsonObject{{u"name"_s, u"AvailableAmount"_s}, {u"amount"_s, moneyToJson(left)}}};
}

QJsonObject AlibabaEmulator::truth(const BillLine &line) const
{
    return {{u"service"_s, u"sfm"_s},
            {u"model"_s, line.stream->model},
            {u"project"_s, line.stream->project},
            {u"key"_s, line.stream->key}};
}

QJsonObject AlibabaEmulator::truth(const UseDay &use) const
{
    // Bills count tokens, not requests.
    return {{u"service"_s, u"sfm"_s},    {u"model"_s, use.stream->model}, {u"project"_s, use.stream->project},
            {u"key"_s, use.stream->key}, {u"user"_s, QJsonValue()},       {u"requests"_s, QJsonValue()}};
}

} // namespace Costglass
