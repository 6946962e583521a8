// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/requestbudget.h"

#include "base/moneytext.h"
#include "engine/simplestores.h"
#include "vendors/registry.h"

#include <algorithm>
#include <limits>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Sync)
};

const QString &settingKey()
{
    static const QString key = QStringLiteral("request_budget");
    return key;
}

Month monthOf(qint64 now)
{
    return Month::of(dayOf(now, QTimeZone::utc()));
}

} // namespace

Result<std::optional<RequestSpend>> requestSpend(Store &store, const Account &account, qint64 now)
{
    const VendorAdapter *vendor = findVendor(account.vendor);
    if (!vendor || !vendor->info().requestPrice)
        return std::nullopt;
    const auto requests = store.paidRequests(account.id, monthOf(now));
    const auto most = RequestBudget::most(account, vendor->info());
    if (!requests || !most)
        return std::unexpected(requests ? most.error() : requests.error());
    const auto spent = vendor->info().requestPrice->times(*requests);
    if (!spent)
        return std::unexpected(spent.error());
    return RequestSpend{*requests, *spent, *most};
}

RequestBudget::RequestBudget(StoreThread &ledger, const Account &account, const VendorInfo &vendor,
                             qint64 now)
    : m_ledger(ledger), m_account(account), m_vendor(vendor), m_now(now)
{
}

Result<Money> RequestBudget::most(const Account &account, const VendorInfo &vendor)
{
    const auto field = std::find_if(vendor.fields.begin(), vendor.fields.end(),
                                    [](const LoginField &one) { return one.key == settingKey(); });
    const QString usual = field == vendor.fields.end() ? QString() : field->defaultValue;
    const auto most
        = Money::parse(account.settings.value(settingKey(), usual), vendor.requestPrice->currency());
    if (!most || most->isNegative()) {
        return failure(Error::Kind::Config,
                       Texts::tr("“%1” is no limit for what requests may cost.")
                           .arg(account.settings.value(settingKey())),
                       Texts::tr("Write request_budget like 2.00."));
    }
    return most;
}

Error RequestBudget::refusal(Money most, int requests) const
{
    const Money spent = m_vendor.requestPrice->times(requests).value_or(most);
    const qint64 next = dayStart(monthOf(m_now).plus(1).firstDay(), QTimeZone::utc());
    return {Error::Kind::RateLimited,
            Texts::tr("This month's requests of “%1” have cost %2; one more would pass the limit of %3.")
                .arg(m_account.label, moneyText(spent), moneyText(most)),
            Texts::tr("Raise the account's setting request_budget, or wait for the first of the month."),
            static_cast<int>(next - m_now)};
}

void RequestBudget::take(QObject *context, const Taken &taken)
{
    const auto limit = most(m_account, m_vendor);
    if (!limit)
        return answerLater(context, taken, Result<void>(std::unexpected(limit.error())));
    const int requests = static_cast<int>(
        std::min<qint64>(limit->nanos() / m_vendor.requestPrice->nanos(), std::numeric_limits<int>::max()));
    m_ledger.run(
        context,
        [id = m_account.id, month = monthOf(m_now), requests](Store &store) {
            return store.countPaidRequest(id, month, requests);
        },
        [taken, refusal = refusal(*limit, requests)](const Result<bool> &counted) {
            if (!counted)
                taken(std::unexpected(counted.error()));
            else if (*counted)
                taken({});
            else
                taken(std::unexpected(refusal));
        });
}

} // namespace Costglass
