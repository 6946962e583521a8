// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/siliconflowadapter.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::SiliconFlow)
};

} // namespace

const VendorInfo &SiliconFlowAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"siliconflow"_s;
        vendor.name = Texts::tr("SiliconFlow");
        vendor.colour = u"#7C3AED"_s;
        vendor.baseUrl = QUrl(u"https://api.siliconflow.com"_s);
        vendor.secretLabel = Texts::tr("API key");
        vendor.secretHint = u"sk-…"_s;
        vendor.keySteps = Texts::tr("Make a key at cloud.siliconflow.com → API keys, in China at "
                                    "cloud.siliconflow.cn, and choose that region. SiliconFlow tells a key "
                                    "nothing but the balance: spend is derived from its falls, top-ups from "
                                    "its rises.");
        vendor.keyPage = QUrl(u"https://cloud.siliconflow.com/account/ak"_s);
        vendor.leastScope = Texts::tr("Any key will do; SiliconFlow's keys have no scopes.");
        vendor.fields = {regionField()};
        vendor.feeds = {Feed::Balance};
        vendor.billingZone = "Asia/Shanghai";
        vendor.trailingDays = 1;
        return vendor;
    }();
    return info;
}

QString SiliconFlowAdapter::path() const
{
    return u"/v1/user/info"_s;
}

QUrl SiliconFlowAdapter::chinaBase() const
{
    return QUrl(u"https://api.siliconflow.cn"_s);
}

QString SiliconFlowAdapter::keyRemedy() const
{
    return Texts::tr("Check the key, and the account's region: a key of the one site does not work at the "
                     "other. Your history stays.");
}

Result<Page> SiliconFlowAdapter::readBalance(const FetchJob &job, const QJsonObject &reply) const
{
    const auto good = checkCode(reply, 20000);
    if (!good)
        return std::unexpected(good.error());
    const QJsonObject data = reply.value(u"data"_s).toObject();
    const Currency currency = prepaidCurrency(isChina(job.account));
    Page page;
    const auto given
        = addBalance(page, job, u"balance"_s, data.value(u"balance"_s), currency, Balance::Of::Granted);
    if (!given)
        return std::unexpected(given.error());
    const auto charged = addBalance(page, job, u"chargeBalance"_s, data.value(u"chargeBalance"_s), currency,
                                    Balance::Of::Paid);
    if (!charged)
        return std::unexpected(charged.error());
    const QString status = data.value(u"status"_s).toString(u"normal"_s);
    if (status != u"normal")
        page.warnings.append(Texts::tr("SiliconFlow calls the account's status “%1”.").arg(status.left(60)));
    return page;
}

} // namespace Costglass
