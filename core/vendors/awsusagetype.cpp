// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/awsadapter.h"

#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

const QString &edition()
{
    static const QString suffix = u" (Amazon Bedrock Edition)"_s;
    return suffix;
}

/// The bill's codes of regions where AI services are offered; the oldest ones have two letters.
QString regionOf(const QString &code)
{
    static const QMap<QString, QString> regions{
        {u"USE1"_s, u"us-east-1"_s},      {u"USE2"_s, u"us-east-2"_s},      {u"USW1"_s, u"us-west-1"_s},
        {u"USW2"_s, u"us-west-2"_s},      {u"CAN1"_s, u"ca-central-1"_s},   {u"SAE1"_s, u"sa-east-1"_s},
        {u"EU"_s, u"eu-west-1"_s},        {u"EUW1"_s, u"eu-west-1"_s},      {u"EUW2"_s, u"eu-west-2"_s},
        {u"EUW3"_s, u"eu-west-3"_s},      {u"EUC1"_s, u"eu-central-1"_s},   {u"EUC2"_s, u"eu-central-2"_s},
        {u"EUN1"_s, u"eu-north-1"_s},     {u"EUS1"_s, u"eu-south-1"_s},     {u"EUS2"_s, u"eu-south-2"_s},
        {u"APN1"_s, u"ap-northeast-1"_s}, {u"APN2"_s, u"ap-northeast-2"_s}, {u"APN3"_s, u"ap-northeast-3"_s},
        {u"APS1"_s, u"ap-southeast-1"_s}, {u"APS2"_s, u"ap-southeast-2"_s}, {u"APS3"_s, u"ap-south-1"_s},
        {u"APS4"_s, u"ap-southeast-3"_s}, {u"APS5"_s, u"ap-south-2"_s},     {u"APS6"_s, u"ap-southeast-4"_s},
        {u"APE1"_s, u"ap-east-1"_s},      {u"MES1"_s, u"me-south-1"_s},     {u"MEC1"_s, u"me-central-1"_s},
        {u"ILC1"_s, u"il-central-1"_s},   {u"AFS1"_s, u"af-south-1"_s},     {u"UGW1"_s, u"us-gov-west-1"_s},
        {u"UGE1"_s, u"us-gov-east-1"_s},  {u"CNN1"_s, u"cn-north-1"_s},     {u"CNW1"_s, u"cn-northwest-1"_s}};
    return regions.value(code);
}

/// The kind of tokens that a type without its region counts.
TokenClass tokensOf(const QString &type)
{
    const QString plain = type.toLower().remove(u'-').remove(u'_');
    if (!plain.contains(u"token"))
        return TokenClass::None;
    if (plain.contains(u"cacheread"))
        return TokenClass::CacheRead;
    if (plain.contains(u"cachewrite"))
        return plain.contains(u"cachewrite1h") ? TokenClass::CacheWrite1h
            : plain.contains(u"cachewrite5m")  ? TokenClass::CacheWrite5m
                                               : TokenClass::CacheWrite;
    if (plain.contains(u"output"))
        return TokenClass::Output;
    return plain.contains(u"input") ? TokenClass::Input : TokenClass::None;
}

} // namespace

bool isAwsAiService(const QString &service)
{
    static const QRegularExpression names(
        u"^(?:Amazon|AWS) "
        u"(?:Bedrock|SageMaker|Comprehend|Polly|Transcribe|Translate|Textract|Rekognition|Lex|"
        u"Kendra|Personalize|Q)\\b"_s);
    return service.endsWith(edition()) || names.match(service).hasMatch();
}

QString awsMarketplaceModel(const QString &service)
{
    return service.endsWith(edition()) ? service.chopped(edition().size()) : QString();
}

AwsUsageType readAwsUsageType(const QString &service, const QString &usageType)
{
    AwsUsageType read;
    QString rest = usageType;
    const QString code = usageType.section(u'-', 0, 0);
    read.region = regionOf(code);
    if (!read.region.isNull())
        rest = usageType.mid(code.size() + 1);
    if (rest.startsWith(u"MP:"_s)) {
        rest = rest.mid(3);
        if (rest.startsWith(code + u'_'))
            rest = rest.mid(code.size() + 1);
    }
    static const QRegularExpression tier(u"[-_](batch|flex|priority|standard)(?![a-z])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto tierMatch = tier.match(rest);
    if (tierMatch.hasMatch())
        read.tier = tierMatch.captured(1).toLower();
    read.tokens = tokensOf(rest);
    read.meter = read.tokens == TokenClass::None ? rest : tokenMeter(read.tokens);
    static const QRegularExpression ownModel(u"^(.+?)[-_](?:text[-_])?(?:input|output|cache)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const auto modelMatch = ownModel.match(rest);
    if (read.tokens != TokenClass::None && service.startsWith(u"Amazon Bedrock"_s) && modelMatch.hasMatch())
        read.model = modelMatch.captured(1);
    return read;
}

} // namespace Costglass
