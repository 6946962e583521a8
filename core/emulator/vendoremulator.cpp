// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/vendoremulator.h"

#include "emulator/anthropicemulator.h"
#include "emulator/awsemulator.h"
#include "emulator/googleemulator.h"
#include "emulator/openaiemulator.h"

namespace Costglass {

std::vector<std::unique_ptr<VendorEmulator>> makeEmulators(const World &world)
{
    std::vector<std::unique_ptr<VendorEmulator>> emulators;
    emulators.push_back(std::make_unique<OpenAiEmulator>(world));
    emulators.push_back(std::make_unique<AnthropicEmulator>(world));
    emulators.push_back(std::make_unique<AwsEmulator>(world));
    emulators.push_back(std::make_unique<GoogleEmulator>(world));
    return emulators;
}

} // namespace Costglass
