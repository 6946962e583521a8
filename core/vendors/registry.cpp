// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/registry.h"

#include "vendors/anthropicadapter.h"
#include "vendors/awsadapter.h"
#include "vendors/googleadapter.h"
#include "vendors/openaiadapter.h"

namespace Costglass {

const QList<const VendorAdapter *> &allVendors()
{
    static const OpenAiAdapter openAi;
    static const AnthropicAdapter anthropic;
    static const AwsAdapter aws;
    static const GoogleAdapter google;
    static const QList<const VendorAdapter *> vendors{&openAi, &anthropic, &aws, &google};
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

QTimeZone billingZone(QStringView vendor)
{
    const VendorAdapter *adapter = findVendor(vendor);
    return adapter ? zoneById(adapter->info().billingZone).value_or(QTimeZone::utc()) : QTimeZone::utc();
}

} // namespace Costglass
