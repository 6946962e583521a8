// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/deepseekadapter.h"

#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::DeepSeek)
};

/// One currency's balance; the total alone where its parts are not told.
Result<void> readInfo(Page &page, const FetchJob &job, const QJsonObject &info)
{
    const auto currency = Currency::fromCode(info.value(u"currency"_s).toString());
    if (!currency)
        return std::unexpected(currency.error());
    const QString granted = u"granted_balance"_s;
    const QString paid = u"topped_up_balance"_s;
    const QString total = u"total_balance"_s;
    if (!info.contains(granted) || !info.contains(paid))
        return addBalance(page, job, total, info.value(total), *currency, Balance::Of::Paid);
    const auto added = addBalance(page, job, granted, info.value(granted), *currency, Balance::Of::Granted);
    return added ? addBalance(page, job, paid, info.value(paid), *currency, Balance::Of::Paid) : added;
}

} // namespace

const VendorInfo &DeepSeekAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"deepseek"_s;
        vendor.name = u"DeepSeek"_s;
        vendor.colour = u"#4D6BFE"_s;
        vendor.baseUrl = QUrl(u"https://api.deepseek.com"_s);
        vendor.secretLabel = Texts::tr("API key");
        vendor.secretHint = u"sk-…"_s;
        vendor.keySteps = Texts::tr("Make a key at platform.deepseek.com → API keys. DeepSeek tells a key "
                                    "nothing but the balance: spend is derived from its falls, top-ups from "
                                    "its rises.");
        vendor.keyPage = QUrl(u"https://platform.deepseek.com/api_keys"_s);
        vendor.leastScope = Texts::tr("Any key will do; DeepSeek's keys have no scopes.");
        vendor.feeds = {Feed::Balance};
        vendor.trailingDays = 1;
        return vendor;
    }();
    return info;
}

QString DeepSeekAdapter::path() const
{
    return u"/user/balance"_s;
}

Result<Page> DeepSeekAdapter::readBalance(const FetchJob &job, const QJsonObject &reply) const
{
    const auto infos = arrayOf(reply, u"balance_infos"_s, Texts::tr("The balance"));
    if (!infos)
        return std::unexpected(infos.error());
    Page page;
    for (const QJsonValue &info : *infos) {
        const auto read = readInfo(page, job, info.toObject());
        if (!read)
            return std::unexpected(read.error());
    }
    if (reply.value(u"is_available"_s) == false)
        page.warnings.append(Texts::tr("DeepSeek says that the balance is too low for a request."));
    return page;
}

} // namespace Costglass
