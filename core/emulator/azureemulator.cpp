// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/azureemulator.h"

#include "emulator/params.h"

#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tenantId = "72f988bf-0000-4000-8000-2d7cd011db47";
constexpr auto clientId = "0f3a1c52-0000-4000-8000-7a1c5e0d9b11";
constexpr auto strangerId = "0f3a1c52-0000-4000-8000-7a1c5e0d9b12";
constexpr auto subscription = "5c2d7e90-0000-4000-8000-3b8f6a4e1d02";
constexpr qint64 Hour = 3600;
constexpr int PageRows = 100; ///< fewer than Azure's 1000, so that a small bill has several pages

/// "expiry.client" and its proof: all that a token says stands in it, so that nothing needs to be remembered.
QByteArray tokenOf(const QByteArray &claims)
{
    const auto url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray proof
        = QMessageAuthenticationCode::hash(claims, "costglass sandbox", QCryptographicHash::Sha256);
    return "eyJ" + claims.toBase64(url) + '.' + proof.toBase64(url);
}

HttpReply refuse(const HttpRequest &request, const AzureRefusal &refusal)
{
    const QJsonObject error{{u"code"_s, refusal.code}, {u"message"_s, refusal.message}};
    HttpReply reply = jsonReply(request, refusal.status, {{u"error"_s, error}}, "x-ms-request-id");
    if (refusal.status == 401)
        reply.headers.append(QPair<QByteArray, QByteArray>(
            "WWW-Authenticate", R"(Bearer authorization_uri="https://login.microsoftonline.com/common")"));
    return reply;
}

HttpReply refuseLogin(const HttpRequest &request, int status, const QString &error, int code,
                      const QString &message)
{
    const QString trace = u"3f2b1c00-0000-4000-8000-000000000000"_s;
    const QString description = u"AADSTS%1: %2 Trace ID: %3"_s.arg(code).arg(message, trace);
    return jsonReply(request, status,
                     {{u"error"_s, error},
                      {u"error_description"_s, description},
                      {u"error_codes"_s, QJsonArray{code}},
                      {u"trace_id"_s, trace},
                      {u"correlation_id"_s, trace},
                      {u"error_uri"_s, u"https://login.microsoftonline.com/error?code=%1"_s.arg(code)}},
                     "x-ms-request-id");
}

/// The client that a token was given to; empty when it is none of ours or no longer good.
QByteArray clientOf(const QByteArray &authorization, bool &expired)
{
    const QByteArray token = authorization.mid(7);
    const QByteArray claims
        = QByteArray::fromBase64(token.mid(3).split('.').first(), QByteArray::Base64UrlEncoding);
    if (!authorization.startsWith("Bearer ") || token != tokenOf(claims))
        return {};
    expired = claims.split('.').first().toLongLong() <= QDateTime::currentSecsSinceEpoch();
    return claims.split('.').last();
}

std::optional<AzureRefusal> checkLogin(const HttpRequest &request)
{
    bool expired = false;
    const QByteArray client = clientOf(headerOf(request, "Authorization"), expired);
    if (client.isEmpty())
        return AzureRefusal{401, u"InvalidAuthenticationToken"_s, u"The access token is invalid."_s};
    if (expired)
        return AzureRefusal{401, u"ExpiredAuthenticationToken"_s,
                            u"The access token expiry UTC time is earlier than current UTC time."_s};
    if (client != clientId)
        return AzureRefusal{
            403, u"AuthorizationFailed"_s,
            u"The client '%1' does not have authorization to perform action "
            "'Microsoft.CostManagement/query/action' over scope '/subscriptions/%2' or the scope is "
            "invalid."_s.arg(QString::fromLatin1(client), QLatin1StringView(subscription))};
    return std::nullopt;
}

QString meterOf(const BillLine &line)
{
    const Stream &stream = *line.stream;
    if (!stream.meter.isNull())
        return stream.model;
    if (stream.outputPer == 0)
        return stream.model + u" Glbl Tokens"_s;
    const QString direction = line.meter == u"output" ? u"outp"_s
        : line.meter == u"cached_input"               ? u"cd inp"_s
                                                      : u"inp"_s;
    return stream.model + u' ' + direction + (stream.tier == u"batch" ? u" Batch"_s : QString())
        + u" Glbl Tokens"_s;
}

AzureCost costOf(const BillLine &line)
{
    const Stream &stream = *line.stream;
    constexpr double TokensOfUnit = 1000;
    const bool tokens = stream.meter.isNull();
    return {{{u"ServiceName"_s, stream.endpoint},
             {u"MeterCategory"_s, stream.endpoint},
             {u"MeterSubCategory"_s, tokens ? u"Azure OpenAI"_s : u"Language"_s},
             {u"Meter"_s, meterOf(line)},
             {u"ResourceGroup"_s, stream.project},
             {u"ResourceGroupName"_s, stream.project},
             {u"SubscriptionId"_s, QLatin1StringView(subscription)},
             {u"ChargeType"_s, u"Usage"_s},
             {u"PublisherType"_s, u"Azure"_s}},
            line.cost,
            static_cast<double>(line.quantity) / (tokens ? TokensOfUnit : 1)};
}

/// The request's own address as its client wrote it.
QUrl publicUrl(const HttpRequest &request)
{
    QUrl url = request.url;
    const QByteArray host = headerOf(request, "Host");
    if (!host.isEmpty())
        url.setAuthority(QString::fromLatin1(host));
    if (url.scheme().isEmpty())
        url.setScheme(u"http"_s);
    url.setPath(publicPath(request));
    return url;
}

} // namespace

QByteArray AzureEmulator::clientWithoutRole()
{
    return strangerId;
}

QMap<QString, QString> AzureEmulator::settings() const
{
    return {{u"tenant_id"_s, QLatin1StringView(tenantId)},
            {u"client_id"_s, QLatin1StringView(clientId)},
            {u"scope"_s, u"subscriptions/"_s + QLatin1StringView(subscription)}};
}

HttpReply AzureEmulator::token(const HttpRequest &request, const QString &tenant) const
{
    const QUrlQuery form(QString::fromLatin1(request.body));
    const auto field
        = [&form](const QString &name) { return form.queryItemValue(name, QUrl::FullyDecoded).toUtf8(); };
    if (tenant != QLatin1StringView(tenantId))
        return refuseLogin(request, 400, u"invalid_request"_s, 90002,
                           u"Tenant '%1' not found."_s.arg(tenant));
    if (field(u"grant_type"_s) != "client_credentials")
        return refuseLogin(request, 400, u"unsupported_grant_type"_s, 70003,
                           u"The app requested an unsupported grant type."_s);
    const QByteArray client = field(u"client_id"_s);
    if (client != clientId && client != strangerId)
        return refuseLogin(
            request, 400, u"unauthorized_client"_s, 700016,
            u"Application with identifier '%1' was not found in the directory 'Sandbox'."_s.arg(
                QString::fromUtf8(client)));
    if (field(u"client_secret"_s) != secret())
        return refuseLogin(request, 401, u"invalid_client"_s, 7000215,
                           u"Invalid client secret provided. Ensure the secret being sent in the request is "
                           "the client secret value, not the client secret ID."_s);
    if (!field(u"scope"_s).endsWith("/.default"))
        return refuseLogin(request, 400, u"invalid_scope"_s, 1002012,
                           u"The provided value for scope is not valid."_s);
    const QByteArray claims = QByteArray::number(QDateTime::currentSecsSinceEpoch() + Hour) + '.' + client;
    return jsonReply(request, 200,
                     {{u"token_type"_s, u"Bearer"_s},
                      {u"expires_in"_s, Hour - 1},
                      {u"ext_expires_in"_s, Hour - 1},
                      {u"access_token"_s, QString::fromLatin1(tokenOf(claims))}},
                     "x-ms-request-id");
}

QList<AzureCost> AzureEmulator::costs(QDate day) const
{
    QList<AzureCost> all;
    for (const BillLine &line : m_world.bill(vendor(), day))
        all.append(costOf(line));
    if (all.isEmpty())
        return all;
    AzureCost machine = all.first();
    machine.dimensions.insert(u"ServiceName"_s, u"Virtual Machines"_s);
    machine.dimensions.insert(u"MeterCategory"_s, u"Virtual Machines"_s);
    machine.dimensions.insert(u"MeterSubCategory"_s, u"Dsv5 Series"_s);
    machine.dimensions.insert(u"Meter"_s, u"D2s v5"_s);
    constexpr qint64 NanosOfDay = 2'304'000'000;
    machine.cost = Money::fromNanos(NanosOfDay, Currency::usd());
    machine.quantity = 24;
    all.append(machine);
    return all;
}

HttpReply AzureEmulator::query(const HttpRequest &request) const
{
    const auto read = AzureQuery::read(request.body, m_world.today());
    if (const auto *refusal = std::get_if<AzureRefusal>(&read))
        return refuse(request, *refusal);
    const Params params(request.url);
    qint64 from = 0;
    if (params.has(u"$skiptoken"_s)) {
        const auto position = pagePosition(params.value(u"$skiptoken"_s));
        if (!position)
            return refuse(request, {400, u"BadRequest"_s, u"Invalid skiptoken."_s});
        from = *position;
    }
    const auto &query = std::get<AzureQuery>(read);
    const QJsonArray all = query.rows([this](QDate day) { return costs(day); });
    QJsonValue nextLink;
    if (from + PageRows < all.size()) {
        QUrl next = publicUrl(request);
        QUrlQuery items{{u"api-version"_s, params.value(u"api-version"_s)}};
        items.addQueryItem(u"$skiptoken"_s,
                           QString::fromLatin1(QUrl::toPercentEncoding(pageToken(from + PageRows))));
        next.setQuery(items);
        nextLink = next.toString(QUrl::FullyEncoded);
    }
    const QJsonObject properties{
        {u"nextLink"_s, nextLink}, {u"columns"_s, query.columns()}, {u"rows"_s, slice(all, from, PageRows)}};
    HttpReply reply = jsonReply(request, 200,
                                {{u"id"_s, request.url.path().mid(1)},
                                 {u"name"_s, u"sandbox"_s},
                                 {u"type"_s, u"Microsoft.CostManagement/query"_s},
                                 {u"location"_s, QJsonValue()},
                                 {u"sku"_s, QJsonValue()},
                                 {u"eTag"_s, QJsonValue()},
                                 {u"properties"_s, properties}},
                                "x-ms-request-id");
    const qint64 months = query.days().days() / 32 + 1;
    reply.headers.append(QPair<QByteArray, QByteArray>("x-ms-ratelimit-microsoft.costmanagement-qpu-consumed",
                                                       QByteArray::number(months)));
    return reply;
}

HttpReply AzureEmulator::handle(const HttpRequest &request) const
{
    const QString path = request.url.path();
    if (path.endsWith(u"/oauth2/v2.0/token"_s) && request.method == "POST")
        return token(request, path.section(u'/', 1, 1));
    if (!Params(request.url).has(u"api-version"_s))
        return refuse(request,
                      {400, u"MissingApiVersionParameter"_s,
                       u"The api-version query parameter (?api-version=) is required."_s});
    if (const auto refusal = checkLogin(request))
        return refuse(request, *refusal);
    const QString scope = path.section(u"/providers/Microsoft.CostManagement"_s, 0, 0);
    if (!path.endsWith(u"/providers/Microsoft.CostManagement/query"_s) || request.method != "POST")
        return refuse(request, {404, u"InvalidResourceType"_s, u"The resource type could not be found."_s});
    if (scope != u"/subscriptions/"_s + QLatin1StringView(subscription))
        return refuse(request,
                      {404, u"SubscriptionNotFound"_s,
                       u"The subscription '%1' could not be found."_s.arg(path.section(u'/', 2, 2))});
    return query(request);
}

QJsonObject AzureEmulator::truth(const BillLine &line) const
{
    const bool model = line.stream->meter.isNull();
    return {{u"service"_s, line.stream->endpoint},
            {u"model"_s, model ? QJsonValue(line.stream->model) : QJsonValue()},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()}};
}

QJsonObject AzureEmulator::truth(const UseDay &use) const
{
    Q_UNUSED(use);
    return {};
}

} // namespace Costglass
