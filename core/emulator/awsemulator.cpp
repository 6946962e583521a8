// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/awsemulator.h"

#include "base/json.h"
#include "emulator/awsquery.h"
#include "emulator/awssignature.h"
#include "emulator/params.h"

#include <QCryptographicHash>
#include <QUrlQuery>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto KeyId = "AKIASANDBOX20261124";
constexpr auto KeyWithoutRights = "AKIASANDBOXNORIGHTS";
constexpr auto Region = "us-east-1";
constexpr qint64 Micro = 1'000'000;

bool isMarketplace(const Stream &stream)
{
    return stream.model.startsWith(u"Claude"_s);
}

QString serviceOf(const Stream &stream)
{
    return isMarketplace(stream)        ? stream.model + u" (Amazon Bedrock Edition)"_s
        : stream.meter == u"hours"      ? u"Amazon SageMaker"_s
        : stream.meter == u"characters" ? u"Amazon Polly"_s
        : stream.meter == u"units"      ? u"Amazon Comprehend"_s
                                        : u"Amazon Bedrock"_s;
}

QString usageTypeOf(const BillLine &line)
{
    const Stream &stream = *line.stream;
    const QString region = stream.endpoint + u'-';
    if (stream.meter == u"hours")
        return region + u"Host:"_s + stream.model;
    if (!stream.meter.isNull())
        return region + stream.model;
    if (isMarketplace(stream)) {
        const QString meter = line.meter == u"cached_input" ? u"CacheReadInputTokenCount"_s
            : line.meter == u"cache_write"                  ? u"CacheWriteInputTokenCount"_s
            : line.meter == u"output"                       ? u"OutputTokenCount"_s
                                                            : u"InputTokenCount"_s;
        return region + u"MP:"_s + stream.endpoint + u'_' + meter + u"-Units"_s;
    }
    const QString meter = line.meter == u"cached_input" ? u"cache-read-input-token-count"_s
        : line.meter == u"cache_write"                  ? u"cache-write-input-token-count"_s
                                                        : line.meter + u"-tokens"_s;
    return region + stream.model + u'-' + meter + (stream.tier == u"batch" ? u"-batch"_s : QString());
}

AwsCost costOf(const BillLine &line)
{
    if (!line.stream)
        return {u"Amazon Bedrock"_s, line.lineItem, u"111122223333"_s, u"Credit"_s, line.cost, 0, u"N/A"_s};
    const Stream &stream = *line.stream;
    const bool tokens = stream.meter.isNull();
    // A unit of the Marketplace is a million tokens, one of Amazon's own models a thousand.
    const qint64 micros = isMarketplace(stream) ? line.quantity
        : tokens                                ? line.quantity * 1000
                                                : line.quantity * Micro;
    const QString unit = isMarketplace(stream) ? u"N/A"_s
        : tokens                               ? u"1K tokens"_s
        : stream.meter == u"hours"             ? u"Hrs"_s
        : stream.meter == u"characters"        ? u"Characters"_s
                                               : u"Units"_s;
    return {serviceOf(stream), usageTypeOf(line), stream.project, u"Usage"_s, line.cost, micros, unit};
}

/// A reply in the protocol's own type.
HttpReply reply(const HttpRequest &request, int status, const QJsonObject &body)
{
    HttpReply answer = jsonReply(request, status, body, "x-amzn-RequestId");
    answer.headers[0].second = "application/x-amz-json-1.1";
    return answer;
}

HttpReply refuse(const HttpRequest &request, const AwsRefusal &refusal)
{
    return reply(request, 400, {{u"__type"_s, refusal.code}, {u"message"_s, refusal.message}});
}

HttpReply xmlReply(const HttpRequest &request, int status, const QString &body)
{
    HttpReply answer;
    answer.status = status;
    answer.headers = {{"Content-Type", "text/xml"}};
    answer.body = body.toUtf8();
    answer.request = request;
    return answer;
}

/// The query protocol names some refusals otherwise, and answers most of them with 403.
HttpReply refuseInXml(const HttpRequest &request, const AwsRefusal &refusal)
{
    const QString code = refusal.code == u"UnrecognizedClientException" ? u"InvalidClientTokenId"_s
        : refusal.code == u"InvalidSignatureException"                  ? u"SignatureDoesNotMatch"_s
                                                       : QString(refusal.code).remove(u"Exception"_s);
    return xmlReply(
        request, refusal.code == u"InvalidAction" ? 400 : 403,
        u"<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>"
        u"<Code>%1</Code><Message>%2</Message></Error></ErrorResponse>"_s.arg(
            code, refusal.message.toHtmlEscaped()));
}

} // namespace

QMap<QString, QString> AwsEmulator::settings() const
{
    return {{u"access_key_id"_s, QString::fromLatin1(KeyId)}};
}

QList<AwsCost> AwsEmulator::costs(QDate day) const
{
    QList<AwsCost> all;
    for (const BillLine &line : m_world.bill(vendor(), day))
        all.append(costOf(line));
    if (all.isEmpty())
        return all;
    const auto dollars = [](const QString &amount) { return *Money::parse(amount, Currency::usd()); };
    const QString payer = u"111122223333"_s;
    constexpr qint64 HoursOfDay = 24;
    all.append({u"Amazon Elastic Compute Cloud - Compute"_s, u"BoxUsage:t3.micro"_s, payer, u"Usage"_s,
                dollars(u"0.2496"_s), HoursOfDay * Micro, u"Hrs"_s});
    if (day.day() == 1) {
        all.append(
            {u"AWS Support (Business)"_s, u"Dollar"_s, payer, u"Support"_s, dollars(u"29"_s), 0, u"N/A"_s});
        all.append({u"Tax"_s, u"NoUsageType"_s, payer, u"Tax"_s, dollars(u"7.61"_s), 0, u"N/A"_s});
    }
    return all;
}

HttpReply AwsEmulator::handle(const HttpRequest &request) const
{
    if (request.method == "GET" && request.url.path() == u"/requests") {
        constexpr qint64 NanosPerRequest = 10'000'000; // $0.01
        const qint64 count = m_requests;
        return jsonReply(
            request, 200,
            {{u"requests"_s, count},
             {u"cost"_s, moneyToJson(Money::fromNanos(count * NanosPerRequest, Currency::usd()))}},
            "x-amzn-RequestId");
    }
    const bool query = headerOf(request, "Content-Type").startsWith("application/x-www-form-urlencoded");
    AwsLogin login{{KeyId, KeyWithoutRights}, secret(), Region, query ? "sts" : "ce",
                   '/' + vendor().toLatin1(), m_clock()};
    QByteArray keyId;
    if (const auto refusal = checkAwsSignature(request, login, keyId))
        return query ? refuseInXml(request, *refusal) : refuse(request, *refusal);
    if (query)
        return identify(request);
    ++m_requests;
    if (headerOf(request, "X-Amz-Target") != "AWSInsightsIndexService.GetCostAndUsage")
        return refuse(request, {u"UnknownOperationException"_s, {}});
    if (keyId == KeyWithoutRights)
        return refuse(
            request,
            {u"AccessDeniedException"_s,
             u"User: arn:aws:iam::111122223333:user/nobody is not authorized to perform: "
             "ce:GetCostAndUsage on resource: arn:aws:ce:us-east-1:111122223333:/GetCostAndUsage because no "
             "identity-based policy allows the ce:GetCostAndUsage action"_s});
    return costAndUsage(request);
}

HttpReply AwsEmulator::identify(const HttpRequest &request) const
{
    const QUrlQuery form(QString::fromLatin1(request.body));
    if (form.queryItemValue(u"Action"_s) != u"GetCallerIdentity"
        || form.queryItemValue(u"Version"_s) != u"2011-06-15")
        return refuseInXml(request, {u"InvalidAction"_s, u"Could not find operation for that version"_s});
    return xmlReply(request, 200,
                    u"<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                    u"<GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/costglass</Arn>"
                    u"<UserId>AIDASANDBOX</UserId><Account>111122223333</Account></GetCallerIdentityResult>"
                    u"</GetCallerIdentityResponse>"_s);
}

HttpReply AwsEmulator::costAndUsage(const HttpRequest &request) const
{
    const auto query = AwsQuery::read(request.body, m_world.today());
    if (const auto *refusal = std::get_if<AwsRefusal>(&query))
        return refuse(request, *refusal);
    return reply(request, 200, std::get<AwsQuery>(query).answer([this](QDate day) { return costs(day); }));
}

QJsonObject AwsEmulator::truth(const BillLine &line) const
{
    // Grouped by service and usage type the bill names neither account nor key.
    const bool model = line.stream && line.stream->meter.isNull();
    return {{u"service"_s, costOf(line).service},
            {u"model"_s, model ? QJsonValue(line.stream->model) : QJsonValue()},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()}};
}

QJsonObject AwsEmulator::truth(const UseDay &use) const
{
    QJsonObject row{{u"service"_s, serviceOf(*use.stream)},
                    {u"model"_s, use.stream->meter.isNull() ? QJsonValue(use.stream->model) : QJsonValue()},
                    {u"project"_s, QJsonValue()},
                    {u"key"_s, QJsonValue()},
                    {u"user"_s, QJsonValue()},
                    {u"requests"_s, QJsonValue()}};
    // The Marketplace's unit does not say how many tokens it is.
    if (isMarketplace(*use.stream)) {
        for (const QString &count :
             {u"input_tokens"_s, u"cached_tokens"_s, u"cache_write_tokens"_s, u"output_tokens"_s})
            row.insert(count, QJsonValue());
    }
    return row;
}

} // namespace Costglass
