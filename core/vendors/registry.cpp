// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/registry.h"

#include "vendors/alibabaadapter.h"
#include "vendors/anthropicadapter.h"
#include "vendors/awsadapter.h"
#include "vendors/azureadapter.h"
#include "vendors/claudecodelog.h"
#include "vendors/codexlog.h"
#include "vendors/copilotlog.h"
#include "vendors/cursoradapter.h"
#include "vendors/deepseekadapter.h"
#include "vendors/elevenlabsadapter.h"
#include "vendors/geminilog.h"
#include "vendors/githubadapter.h"
#include "vendors/googleadapter.h"
#include "vendors/lanyingadapter.h"
#include "vendors/litellmadapter.h"
#include "vendors/minimaxadapter.h"
#include "vendors/mistraladapter.h"
#include "vendors/moonshotadapter.h"
#include "vendors/openaiadapter.h"
#include "vendors/opencodelog.h"
#include "vendors/openrouteradapter.h"
#include "vendors/siliconflowadapter.h"
#include "vendors/tencentadapter.h"
#include "vendors/volcengineadapter.h"
#include "vendors/xaiadapter.h"
#include "vendors/zhipuadapter.h"

namespace Costglass {

const QList<const VendorAdapter *> &allVendors()
{
    static const OpenAiAdapter openAi;
    static const AnthropicAdapter anthropic;
    static const AwsAdapter aws;
    static const GoogleAdapter google;
    static const AzureAdapter azure;
    static const AlibabaAdapter alibaba;
    static const TencentAdapter tencent;
    static const VolcengineAdapter volcengine;
    static const LanyingAdapter lanying;
    static const OpenRouterAdapter openRouter;
    static const DeepSeekAdapter deepSeek;
    static const MoonshotAdapter moonshot;
    static const SiliconFlowAdapter siliconFlow;
    static const GitHubAdapter gitHub;
    static const CursorAdapter cursor;
    static const LiteLlmAdapter liteLlm;
    static const XaiAdapter xai;
    static const ElevenLabsAdapter elevenLabs;
    static const MistralAdapter mistral;
    static const ZhipuAdapter zhipu;
    static const MiniMaxAdapter miniMax;
    static const ClaudeCodeLog claudeCode;
    static const CodexLog codex;
    static const GeminiLog gemini;
    static const OpenCodeLog openCode;
    static const CopilotLog copilot;
    static const QList<const VendorAdapter *> vendors{
        &openAi,     &anthropic, &aws,        &google,     &azure,    &alibaba,     &tencent,
        &volcengine, &lanying,   &openRouter, &deepSeek,   &moonshot, &siliconFlow, &gitHub,
        &cursor,     &liteLlm,   &xai,        &elevenLabs, &mistral,  &zhipu,       &miniMax,
        &claudeCode, &codex,     &gemini,     &openCode,   &copilot,
    };
    return vendors;
}

const VendorAdapter *findVendor(QStringView id)
{
    for (const VendorAdapter *vendor : allVendors()) {
        if (vendor->info().id == id)
            return vendor;
    }
    return nullptr;
}

QString vendorMeant(const QString &words)
{
    const QString meant = words.simplified();
    for (const VendorAdapter *vendor : allVendors()) {
        const VendorInfo &info = vendor->info();
        if (info.id.compare(meant, Qt::CaseInsensitive) == 0
            || info.name.compare(meant, Qt::CaseInsensitive) == 0)
            return info.id;
    }
    return meant;
}

QTimeZone billingZone(QStringView vendor)
{
    const VendorAdapter *adapter = findVendor(vendor);
    return adapter ? zoneById(adapter->info().billingZone).value_or(QTimeZone::utc()) : QTimeZone::utc();
}

} // namespace Costglass
