// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/tencentemulator.h"

#include "base/json.h"
#include "emulator/digests.h"
#include "emulator/params.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto secretId = "AKIDSandbox20261124";
constexpr auto poorSecretId = "AKIDSandboxNoPolicy";

HttpReply respond(const HttpRequest &request, QJsonObject response)
{
    response.insert(u"RequestId"_s, u"5e6f7a8b-0000-4000-8000-000000000000"_s);
    return jsonReply(request, 200, {{u"Response"_s, response}}, "X-TC-RequestId");
}

/// The parts of "TC3-HMAC-SHA256 Credential=ID/DAY/SERVICE/tc3_request, SignedHeaders=a;b, Signature=HEX".
struct Claim
{
    QByteArrayList scope; ///< id, day, service, "tc3_request"
    QByteArrayList headers;
    QByteArray signature;
};

std::optional<Claim> readClaim(const QByteArray &header)
{
    static const QRegularExpression shape(
        u"^TC3-HMAC-SHA256 Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$"_s);
    const auto match = shape.match(QString::fromLatin1(header));
    const Claim claim{match.captured(1).toLatin1().split('/'), match.captured(2).toLatin1().split(';'),
                      match.captured(3).toLatin1()};
    constexpr int ScopeParts = 4;
    const bool whole = match.hasMatch() && claim.scope.size() == ScopeParts
        && claim.scope.last() == "tc3_request" && claim.headers.contains("content-type")
        && claim.headers.contains("host");
    return whole ? std::optional(claim) : std::nullopt;
}

/// The signature as Tencent describes it; the host has no port, as its own clients have it.
QByteArray signatureOf(const HttpRequest &request, const Claim &claim, const QByteArray &secret,
                       const QString &path)
{
    QByteArray headers;
    for (const QByteArray &name : claim.headers) {
        const QByteArray value = signedHeader(request, name);
        headers += name + ':' + (name == "host" ? value.split(':').first() : value).toLower() + '\n';
    }
    const QByteArray canonical = request.method + '\n' + path.toLatin1() + "\n\n" + headers + '\n'
        + claim.headers.join(';') + '\n' + digest(request.body);
    const QByteArrayList scope = claim.scope.mid(1);
    QByteArray key = "TC3" + secret;
    for (const QByteArray &link : scope)
        key = mac(key, link);
    const QByteArray text = "TC3-HMAC-SHA256\n" + headerOf(request, "X-TC-Timestamp") + '\n' + scope.join('/')
        + '\n' + digest(canonical);
    return mac(key, text).toHex();
}

bool isHunyuan(const Stream &stream)
{
    return stream.model.startsWith(u"hunyuan"_s);
}

QString businessOf(const Stream &stream)
{
    return isHunyuan(stream) ? u"p_hunyuan"_s : u"p_lkeap"_s;
}

QString itemOf(const BillLine &line)
{
    return line.meter == u"output"      ? u"输出token"_s
        : line.meter == u"cached_input" ? u"缓存命中token"_s
                                        : u"输入token"_s;
}

QJsonObject detail(QDate day, const QString &business, const QString &name, const QString &project,
                   const QString &item, Money cost, const QString &used, const QString &unit)
{
    const QJsonObject component{{u"ItemCode"_s, u"sv_"_s + business.mid(2)},
                                {u"ItemCodeName"_s, item},
                                {u"ComponentCode"_s, u"v_"_s + business.mid(2)},
                                {u"ComponentCodeName"_s, name},
                                {u"UsedAmount"_s, used},
                                {u"UsedAmountUnit"_s, unit},
                                {u"Cost"_s, cost.toDecimal()},
                                {u"Discount"_s, u"1"_s},
                                {u"RealCost"_s, cost.toDecimal()},
                                {u"CashPayAmount"_s, cost.toDecimal()},
                                {u"VoucherPayAmount"_s, u"0"_s},
                                {u"IncentivePayAmount"_s, u"0"_s},
                                {u"TransferPayAmount"_s, u"0"_s}};
    const QString text = day.toString(Qt::ISODate);
    return {{u"BusinessCode"_s, business},
            {u"BusinessCodeName"_s, name},
            {u"ProductCode"_s, u"sp_"_s + business.mid(2)},
            {u"ProductCodeName"_s, name},
            {u"ActionType"_s, u"postpay_deduct_d"_s},
            {u"ActionTypeName"_s, u"按量计费日结"_s},
            {u"FeeBeginTime"_s, text + u" 00:00:00"_s},
            {u"FeeEndTime"_s, text + u" 23:59:59"_s},
            {u"BillDay"_s, text},
            {u"BillMonth"_s, text.left(7)},
            {u"ProjectName"_s, project},
            {u"RegionId"_s, u"1"_s},
            {u"ComponentSet"_s, QJsonArray{component}}};
}

} // namespace

QByteArray TencentEmulator::idWithoutPolicy()
{
    return poorSecretId;
}

QMap<QString, QString> TencentEmulator::settings() const
{
    return {{u"secret_id"_s, QLatin1StringView(secretId)}};
}

HttpReply TencentEmulator::refuse(const HttpRequest &request, const Refusal &refusal)
{
    return respond(request,
                   {{u"Error"_s, QJsonObject{{u"Code"_s, refusal.code}, {u"Message"_s, refusal.message}}}});
}

std::optional<TencentEmulator::Refusal> TencentEmulator::checkSignature(const HttpRequest &request) const
{
    constexpr qint64 Tolerance = 5 * 60;
    const auto claim = readClaim(headerOf(request, "Authorization"));
    const auto signatureAt
        = [&](const QString &path) { return signatureOf(request, *claim, secret(), path); };
    if (!claim)
        return Refusal{u"AuthFailure.InvalidAuthorization"_s, u"The Authorization header is not valid."_s};
    const QByteArray &id = claim->scope.first();
    if (id != secretId && id != poorSecretId)
        return Refusal{u"AuthFailure.SecretIdNotFound"_s, u"The SecretId is not found."_s};
    const qint64 time = headerOf(request, "X-TC-Timestamp").toLongLong();
    const QByteArray day = QDateTime::fromSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM-dd"_s).toLatin1();
    if (qAbs(time - m_clock()) > Tolerance || claim->scope[1] != day)
        return Refusal{u"AuthFailure.SignatureExpire"_s, u"The signature has expired."_s};
    if (claim->scope[2] != "billing" || !isSigned(request, claim->signature, signatureAt))
        return Refusal{
            u"AuthFailure.SignatureFailure"_s,
            u"The provided credentials could not be validated. Check that the signature is correct."_s};
    if (id == poorSecretId)
        return Refusal{u"UnauthorizedOperation.CamNoAuth"_s,
                       u"The user is not authorized to perform this operation."_s};
    return std::nullopt;
}

HttpReply TencentEmulator::handle(const HttpRequest &request) const
{
    if (const auto refusal = checkSignature(request))
        return refuse(request, *refusal);
    if (headerOf(request, "X-TC-Version") != "2018-07-09")
        return refuse(request, {u"NoSuchVersion"_s, u"The version does not exist."_s});
    const QByteArray action = headerOf(request, "X-TC-Action");
    if (action == "DescribeBillDetail")
        return bill(request, QJsonDocument::fromJson(request.body).object());
    if (action != "DescribeAccountBalance")
        return refuse(request, {u"InvalidAction"_s, u"The action does not exist."_s});
    constexpr qint64 NanosOfCent = 10'000'000;
    const qint64 cents = balanceLeft(m_world, vendor()) / NanosOfCent;
    return respond(request,
                   {{u"RealBalance"_s, cents},
                    {u"Balance"_s, cents},
                    {u"CashAccountBalance"_s, cents},
                    {u"PresentAccountBalance"_s, 0},
                    {u"OweAmount"_s, 0},
                    {u"Uin"_s, qint64(100000000001)}});
}

QJsonArray TencentEmulator::lines(QDate day) const
{
    QJsonArray all;
    for (const BillLine &line : m_world.bill(vendor(), day)) {
        const QString name = isHunyuan(*line.stream) ? u"腾讯混元大模型"_s : u"知识引擎原子能力"_s;
        all.append(detail(day, businessOf(*line.stream), name, line.stream->project,
                          line.stream->model + u' ' + itemOf(line), line.cost, thousands(line.quantity),
                          u"千token"_s));
    }
    constexpr qint64 MachineOfDay = 2'880'000'000;
    if (!all.isEmpty())
        all.append(detail(day, u"p_cvm"_s, u"云服务器CVM"_s, u"shop"_s, u"标准型S5"_s,
                          Money::fromNanos(MachineOfDay, Currency::cny()), u"24"_s, u"小时"_s));
    return all;
}

HttpReply TencentEmulator::bill(const HttpRequest &request, const QJsonObject &query) const
{
    const auto month = Month::parse(query.value(u"Month"_s).toString());
    if (!month)
        return refuse(request, {u"MissingParameter"_s, u"The request is missing the parameter `Month`."_s});
    const qint64 limit = query.value(u"Limit"_s).toInteger();
    const qint64 offset = query.value(u"Offset"_s).toInteger(-1);
    constexpr qint64 Largest = 300;
    if (limit < 1 || limit > Largest || offset < 0)
        return refuse(request,
                      {u"InvalidParameterValue"_s, u"The value of `Limit` or `Offset` is invalid."_s});
    QJsonArray all;
    const DateRange days = month->range();
    for (QDate day = days.from; day < days.to; day = day.addDays(1)) {
        for (const QJsonValue &line : lines(day))
            all.append(line);
    }
    QJsonObject response{{u"DetailSet"_s, slice(all, offset, limit)}, {u"Total"_s, QJsonValue()}};
    if (query.value(u"NeedRecordNum"_s).toInt() == 1)
        response.insert(u"Total"_s, all.size());
    return respond(request, response);
}

QJsonArray TencentEmulator::balances() const
{
    constexpr qint64 NanosOfCent = 10'000'000;
    const Money left
        = Money::fromNanos(balanceLeft(m_world, vendor()) / NanosOfCent * NanosOfCent, Currency::cny());
    return {QJsonObject{{u"name"_s, u"RealBalance"_s}, {u"amount"_s, moneyToJson(left)}}};
}

QJsonObject TencentEmulator::truth(const BillLine &line) const
{
    return {{u"service"_s, businessOf(*line.stream)},
            {u"model"_s, line.stream->model},
            {u"project"_s, line.stream->project},
            {u"key"_s, QJsonValue()}};
}

QJsonObject TencentEmulator::truth(const UseDay &use) const
{
    // Bills count tokens, not requests.
    return {{u"service"_s, businessOf(*use.stream)},
            {u"model"_s, use.stream->model},
            {u"project"_s, use.stream->project},
            {u"key"_s, QJsonValue()},
            {u"user"_s, QJsonValue()},
            {u"requests"_s, QJsonValue()}};
}

} // namespace Costglass
