// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/volcengineemulator.h"

#include "base/json.h"
#include "emulator/digests.h"
#include "emulator/params.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto keyId = "AKLTSandbox20261124";
constexpr auto poorKeyId = "AKLTSandboxNoPolicy";
constexpr auto timeShape = "yyyyMMdd'T'hhmmss'Z'";

QJsonObject metadata(const HttpRequest &request)
{
    return {{u"RequestId"_s, u"20261124200000000000000000000001"_s},
            {u"Action"_s, Params(request.url).value(u"Action"_s)},
            {u"Version"_s, Params(request.url).value(u"Version"_s)},
            {u"Service"_s, u"billing"_s},
            {u"Region"_s, u"cn-north-1"_s}};
}

HttpReply respond(const HttpRequest &request, const QJsonObject &result)
{
    return jsonReply(request, 200, {{u"ResponseMetadata"_s, metadata(request)}, {u"Result"_s, result}},
                     "X-Tt-Logid");
}

/// The parts of "HMAC-SHA256 Credential=ID/DAY/REGION/SERVICE/request, SignedHeaders=a;b, Signature=HEX".
struct Claim
{
    QByteArrayList scope; ///< id, day, region, service, "request"
    QByteArrayList headers;
    QByteArray signature;
};

std::optional<Claim> readClaim(const QByteArray &header)
{
    static const QRegularExpression shape(
        u"^HMAC-SHA256 Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$"_s);
    const auto match = shape.match(QString::fromLatin1(header));
    const Claim claim{match.captured(1).toLatin1().split('/'), match.captured(2).toLatin1().split(';'),
                      match.captured(3).toLatin1()};
    constexpr int ScopeParts = 5;
    const bool whole = match.hasMatch() && claim.scope.size() == ScopeParts && claim.scope.last() == "request"
        && claim.headers.contains("x-date") && claim.headers.contains("x-content-sha256");
    return whole ? std::optional(claim) : std::nullopt;
}

/// The signature as Volcengine describes it: AWS's, with a key chain that begins with the bare secret.
QByteArray signatureOf(const HttpRequest &request, const Claim &claim, const QByteArray &secret,
                       const QString &path)
{
    QByteArray headers;
    for (const QByteArray &name : claim.headers)
        headers += name + ':' + signedHeader(request, name) + '\n';
    QByteArrayList query = request.url.query(QUrl::FullyEncoded).toLatin1().split('&');
    std::sort(query.begin(), query.end());
    const QByteArray canonical = request.method + '\n' + path.toLatin1() + '\n' + query.join('&') + '\n'
        + headers + '\n' + claim.headers.join(';') + '\n' + digest(request.body);
    const QByteArrayList scope = claim.scope.mid(1);
    QByteArray key = secret;
    for (const QByteArray &link : scope)
        key = mac(key, link);
    const QByteArray text
        = "HMAC-SHA256\n" + headerOf(request, "X-Date") + '\n' + scope.join('/') + '\n' + digest(canonical);
    return mac(key, text).toHex();
}

QString elementOf(const BillLine &line)
{
    return line.meter == u"output"      ? u"输出token"_s
        : line.meter == u"cached_input" ? u"缓存命中token"_s
                                        : u"输入token"_s;
}

} // namespace

QByteArray VolcengineEmulator::keyWithoutPolicy()
{
    return poorKeyId;
}

QMap<QString, QString> VolcengineEmulator::settings() const
{
    return {{u"access_key_id"_s, QLatin1StringView(keyId)}};
}

HttpReply VolcengineEmulator::refuse(const HttpRequest &request, const Refusal &refusal)
{
    QJsonObject about = metadata(request);
    about.insert(u"Error"_s, QJsonObject{{u"Code"_s, refusal.code}, {u"Message"_s, refusal.message}});
    return jsonReply(request, refusal.status, {{u"ResponseMetadata"_s, about}}, "X-Tt-Logid");
}

std::optional<VolcengineEmulator::Refusal>
VolcengineEmulator::checkSignature(const HttpRequest &request) const
{
    constexpr qint64 Tolerance = 15 * 60;
    const auto claim = readClaim(headerOf(request, "Authorization"));
    const auto signatureAt
        = [&](const QString &path) { return signatureOf(request, *claim, secret(), path); };
    if (!claim)
        return Refusal{401, u"MissingSignature"_s, u"The request has no valid signature."_s};
    const QByteArray &id = claim->scope.first();
    if (id != keyId && id != poorKeyId)
        return Refusal{401, u"InvalidAccessKey"_s, u"The access key does not exist."_s};
    const QByteArray text = headerOf(request, "X-Date");
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), QLatin1StringView(timeShape));
    time.setTimeSpec(Qt::UTC);
    if (!time.isValid() || qAbs(time.toSecsSinceEpoch() - m_clock()) > Tolerance
        || claim->scope[1] != text.left(8))
        return Refusal{400, u"InvalidTimestamp"_s, u"The request's time is not valid or has expired."_s};
    if (headerOf(request, "X-Content-Sha256") != digest(request.body) || claim->scope[3] != "billing"
        || !isSigned(request, claim->signature, signatureAt))
        return Refusal{401, u"SignatureDoesNotMatch"_s,
                       u"The request signature we calculated does not match the signature you provided."_s};
    if (id == poorKeyId)
        return Refusal{403, u"AccessDenied"_s, u"User is not authorized to perform: billing."_s};
    return std::nullopt;
}

HttpReply VolcengineEmulator::handle(const HttpRequest &request) const
{
    if (const auto refusal = checkSignature(request))
        return refuse(request, *refusal);
    const Params params(request.url);
    const QString action = params.value(u"Action"_s);
    if (params.value(u"Version"_s) != u"2022-01-01"
        || (action != u"ListBillDetail" && action != u"QueryBalanceAcct"))
        return refuse(request,
                      {404, u"InvalidActionOrVersion"_s, u"Could not find operation for version."_s});
    if (action == u"ListBillDetail")
        return bill(request, QJsonDocument::fromJson(request.body).object());
    const QString left = Money::fromNanos(balanceLeft(m_world, vendor()), Currency::cny()).toDecimal();
    return respond(request,
                   {{u"AccountID"_s, 2100000001},
                    {u"AvailableBalance"_s, left},
                    {u"CashBalance"_s, left},
                    {u"CreditLimit"_s, u"0.00"_s},
                    {u"FreezeAmount"_s, u"0.00"_s},
                    {u"ArrearsBalance"_s, u"0.00"_s}});
}

QJsonArray VolcengineEmulator::lines(QDate day) const
{
    const auto line = [day](const QString &product, const QString &instance, const QString &element,
                            const QString &project, Money cost, const QString &count, const QString &unit) {
        constexpr qint64 Tenth = 10;
        const Money coupon = Money::fromNanos(cost.nanos() / Tenth, cost.currency());
        const Money payable = Money::fromNanos(cost.nanos() - coupon.nanos(), cost.currency());
        return QJsonObject{{u"BillPeriod"_s, day.toString(u"yyyy-MM"_s)},
                           {u"ExpenseDate"_s, day.toString(Qt::ISODate)},
                           {u"Product"_s, product},
                           {u"ProductZh"_s, product == u"ark" ? u"火山方舟"_s : u"云服务器"_s},
                           {u"BillCategory"_s, u"消费"_s},
                           {u"BillingMode"_s, u"按量计费"_s},
                           {u"InstanceNo"_s, u"ins-"_s + instance},
                           {u"InstanceName"_s, instance},
                           {u"ConfigName"_s, product == u"ark" ? u"模型推理"_s : u"通用型"_s},
                           {u"Element"_s, element},
                           {u"Count"_s, count},
                           {u"Unit"_s, unit},
                           {u"OriginalBillAmount"_s, cost.toDecimal()},
                           {u"PreferentialBillAmount"_s, u"0"_s},
                           {u"DiscountBillAmount"_s, cost.toDecimal()},
                           {u"CouponAmount"_s, coupon.toDecimal()},
                           {u"PayableAmount"_s, payable.toDecimal()},
                           {u"PaidAmount"_s, payable.toDecimal()},
                           {u"Currency"_s, cost.currency().code()},
                           {u"Project"_s, project},
                           {u"Region"_s, u"cn-beijing"_s}};
    };
    QJsonArray all;
    for (const BillLine &one : m_world.bill(vendor(), day))
        all.append(line(u"ark"_s, one.stream->model, elementOf(one), one.stream->project, one.cost,
                        thousands(one.quantity), u"千tokens"_s));
    constexpr qint64 MachineOfDay = 4'320'000'000;
    if (!all.isEmpty())
        all.append(line(u"ECS"_s, u"web-1"_s, u"计算"_s, u"shop"_s,
                        Money::fromNanos(MachineOfDay, Currency::cny()), u"24"_s, u"小时"_s));
    return all;
}

HttpReply VolcengineEmulator::bill(const HttpRequest &request, const QJsonObject &query) const
{
    const auto month = Month::parse(query.value(u"BillPeriod"_s).toString());
    const qint64 limit = query.value(u"Limit"_s).toInteger();
    const qint64 offset = query.value(u"Offset"_s).toInteger();
    constexpr qint64 Largest = 300;
    constexpr int ByDay = 1;
    const bool sound = month && limit >= 1 && limit <= Largest && offset >= 0;
    if (!sound || query.value(u"GroupPeriod"_s).toInt() != ByDay)
        return refuse(
            request,
            {400, u"InvalidParameter"_s,
             u"BillPeriod, Limit, Offset or GroupPeriod is not valid (the sandbox groups by day)."_s});
    const QJsonArray products = query.value(u"Product"_s).toArray();
    QJsonArray all;
    const DateRange days = month->range();
    for (QDate day = days.from; day < days.to; day = day.addDays(1)) {
        for (const QJsonValue &line : lines(day)) {
            if (products.isEmpty() || products.contains(line[u"Product"_s]))
                all.append(line);
        }
    }
    const bool counts = query.value(u"NeedRecordNum"_s).toInt() == 1;
    return respond(request,
                   {{u"Total"_s, counts ? all.size() : -1},
                    {u"Offset"_s, offset},
                    {u"Limit"_s, limit},
                    {u"List"_s, slice(all, offset, limit)}});
}

QJsonArray VolcengineEmulator::balances() const
{
    const Money left = Money::fromNanos(balanceLeft(m_world, vendor()), Currency::cny());
    return {QJsonObject{{u"name"_s, u"AvailableBalance"_s}, {u"amount"_s, moneyToJson(left)}}};
}

QJsonObject VolcengineEmulator::truth(const BillLine &line) const
{
    return {{u"service"_s, u"ark"_s},
            {u"model"_s, line.stream->model},
            {u"project"_s, line.stream->project},
            {u"key"_s, QJsonValue()}};
}

QJsonObject VolcengineEmulator::truth(const UseDay &use) const
{
    // Bills count tokens, not requests.
    return {{u"service"_s, u"ark"_s}, {u"model"_s, use.stream->model}, {u"project"_s, use.stream->project},
            {u"key"_s, QJsonValue()}, {u"user"_s, QJsonValue()},       {u"requests"_s, QJsonValue()}};
}

} // namespace Costglass
