// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/moonshotadapter.h"

#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Moonshot)
};

} // namespace

const VendorInfo &MoonshotAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"moonshot"_s;
        vendor.name = Texts::tr("Moonshot (Kimi)");
        vendor.colour = u"#16191E"_s;
        vendor.baseUrl = QUrl(u"https://api.moonshot.ai"_s);
        vendor.secretLabel = Texts::tr("API key");
        vendor.secretHint = u"sk-…"_s;
        vendor.keySteps = Texts::tr("Make a key at platform.moonshot.ai → API keys, in China at "
                                    "platform.moonshot.cn, and choose that region. Moonshot tells a key "
                                    "nothing but the balance: spend is derived from its falls, top-ups from "
                                    "its rises.");
        vendor.keyPage = QUrl(u"https://platform.moonshot.ai/console/api-keys"_s);
        vendor.leastScope = Texts::tr("Any key will do; Moonshot's keys have no scopes.");
        vendor.fields = {regionField()};
        vendor.feeds = {Feed::Balance};
        vendor.billingZone = "Asia/Shanghai";
        vendor.trailingDays = 1;
        return vendor;
    }();
    return info;
}

QString MoonshotAdapter::path() const
{
    return u"/v1/users/me/balance"_s;
}

QUrl MoonshotAdapter::chinaBase() const
{
    return QUrl(u"https://api.moonshot.cn"_s);
}

QString MoonshotAdapter::keyRemedy() const
{
    return Texts::tr("Check the key, and the account's region: a key of the one site does not work at the "
                     "other. Your history stays.");
}

Result<Page> MoonshotAdapter::readBalance(const FetchJob &job, const QJsonObject &reply) const
{
    const auto good = checkCode(reply, 0);
    if (!good)
        return std::unexpected(good.error());
    const QJsonObject data = reply.value(u"data"_s).toObject();
    const Currency currency = prepaidCurrency(isChina(job.account));
    Page page;
    const auto voucher = addBalance(page, job, u"voucher_balance"_s, data.value(u"voucher_balance"_s),
                                    currency, Balance::Of::Granted);
    if (!voucher)
        return std::unexpected(voucher.error());
    const auto cash = addBalance(page, job, u"cash_balance"_s, data.value(u"cash_balance"_s), currency,
                                 Balance::Of::Paid);
    if (!cash)
        return std::unexpected(cash.error());
    const auto available = moneyFromJson(data.value(u"available_balance"_s), currency);
    if (available && (available->isZero() || available->isNegative()))
        page.warnings.append(Texts::tr("Nothing is left at Moonshot: it refuses requests now."));
    return page;
}

} // namespace Costglass
