// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/vendoremulator.h"

#include "emulator/alibabaemulator.h"
#include "emulator/anthropicemulator.h"
#include "emulator/awsemulator.h"
#include "emulator/azureemulator.h"
#include "emulator/cursoremulator.h"
#include "emulator/elevenlabsemulator.h"
#include "emulator/githubemulator.h"
#include "emulator/googleemulator.h"
#include "emulator/lanyingemulator.h"
#include "emulator/litellmemulator.h"
#include "emulator/mistralemulator.h"
#include "emulator/openaiemulator.h"
#include "emulator/openrouteremulator.h"
#include "emulator/planemulator.h"
#include "emulator/prepaidemulator.h"
#include "emulator/tencentemulator.h"
#include "emulator/volcengineemulator.h"
#include "emulator/xaiemulator.h"

#include <QJsonArray>

namespace Costglass {

QJsonArray VendorEmulator::balances() const
{
    return {};
}

std::vector<std::unique_ptr<VendorEmulator>> makeEmulators(const World &world)
{
    std::vector<std::unique_ptr<VendorEmulator>> emulators;
    emulators.push_back(std::make_unique<OpenAiEmulator>(world));
    emulators.push_back(std::make_unique<AnthropicEmulator>(world));
    emulators.push_back(std::make_unique<AwsEmulator>(world));
    emulators.push_back(std::make_unique<GoogleEmulator>(world));
    emulators.push_back(std::make_unique<AzureEmulator>(world));
    emulators.push_back(std::make_unique<AlibabaEmulator>(world));
    emulators.push_back(std::make_unique<TencentEmulator>(world));
    emulators.push_back(std::make_unique<VolcengineEmulator>(world));
    emulators.push_back(std::make_unique<LanyingEmulator>(world));
    emulators.push_back(std::make_unique<OpenRouterEmulator>(world));
    for (const QString &vendor :
         {QStringLiteral("deepseek"), QStringLiteral("moonshot"), QStringLiteral("siliconflow")})
        emulators.push_back(std::make_unique<PrepaidEmulator>(world, vendor));
    emulators.push_back(std::make_unique<GitHubEmulator>(world));
    emulators.push_back(std::make_unique<CursorEmulator>(world));
    emulators.push_back(std::make_unique<LiteLlmEmulator>(world));
    emulators.push_back(std::make_unique<XaiEmulator>(world));
    emulators.push_back(std::make_unique<ElevenLabsEmulator>(world));
    emulators.push_back(std::make_unique<MistralEmulator>(world));
    for (const QString &vendor : {QStringLiteral("zhipu"), QStringLiteral("minimax")})
        emulators.push_back(std::make_unique<PlanEmulator>(world, vendor));
    return emulators;
}

} // namespace Costglass
