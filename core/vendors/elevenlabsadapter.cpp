// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/elevenlabsadapter.h"

#include "vendors/planquota.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::ElevenLabs)
};

QString subscriptionReply()
{
    return Texts::tr("The subscription");
}

HttpRequest subscriptionRequest(const FetchJob &job)
{
    HttpRequest request;
    request.url = urlUnder(job.baseUrl, u"/user/subscription"_s, {});
    request.auth.scheme = Auth::Scheme::Header;
    request.auth.header = "xi-api-key";
    return request;
}

/// ElevenLabs says why in "detail", and 401 for a missing right as well as for a wrong key.
Error explained(const HttpReply &reply, qint64 now)
{
    Error error = replyError(reply, now);
    const QJsonValue detail = QJsonDocument::fromJson(reply.body).object().value(u"detail"_s);
    const bool lacksRight = detail[u"status"_s] == u"missing_permissions"_s;
    if (lacksRight || error.kind == Error::Kind::Permission) {
        error.kind = Error::Kind::Permission;
        error.detail = Texts::tr("This key may not read the subscription.");
        error.remedy = Texts::tr("Edit the key at elevenlabs.io → Developers → API keys: give it the "
                                 "permission User → read. Your history stays.");
    } else if (error.kind == Error::Kind::Auth) {
        error.remedy = Texts::tr("Check that the whole key was pasted (sk_…) and that it was not deleted; "
                                 "your history stays.");
    }
    return error;
}

/// The credits' period, which ends when they are counted anew.
QuotaWindow periodOf(const QJsonObject &subscription, qint64 end)
{
    static const QMap<QString, int> lengths{{u"monthly_period"_s, 1},
                                            {u"3_month_period"_s, 3},
                                            {u"6_month_period"_s, 6},
                                            {u"annual_period"_s, 12}};
    constexpr qint64 Farthest = 4'102'444'800; // 2100
    const int months = lengths.value(subscription.value(u"character_refresh_period"_s).toString());
    if (end <= 0 || end > Farthest || months == 0)
        return {};
    return {QDateTime::fromSecsSinceEpoch(end, Qt::UTC).addMonths(-months).toSecsSinceEpoch(), end};
}

Result<std::optional<qint64>> countOf(const QJsonObject &object, const QString &member)
{
    const auto count = useFromJson(object.value(member));
    if (count)
        return count;
    return failure(
        Error::Kind::Format,
        Texts::tr("%1 has a count that is no whole number from 0 on (%2).").arg(subscriptionReply(), member));
}

Result<QuotaWindow> readCredits(Page &page, const FetchJob &job, const QJsonObject &subscription)
{
    const auto used = countOf(subscription, u"character_count"_s);
    const auto limit = countOf(subscription, u"character_limit"_s);
    const auto end = countOf(subscription, u"next_character_count_reset_unix"_s);
    if (!used || !limit || !end)
        return std::unexpected(!used ? used.error() : !limit ? limit.error() : end.error());
    if (!*used)
        return failure(Error::Kind::Format,
                       Texts::tr("%1 does not tell the used credits.").arg(subscriptionReply()));
    const QuotaWindow window = periodOf(subscription, end->value_or(0));
    const auto told
        = addCounter(page, job, u"character_count"_s, **used, u"credits"_s, Balance::Of::Used, window);
    if (!told)
        return std::unexpected(told.error());
    if (!*limit)
        return window;
    const auto left = addCounter(page, job, u"credits_left"_s, qMax<qint64>(0, **limit - **used),
                                 u"credits"_s, Balance::Of::Told, window);
    return left ? Result<QuotaWindow>(window) : std::unexpected(left.error());
}

/// What is charged beyond the plan so far, and what the next invoice will be.
Result<void> readMoney(Page &page, const FetchJob &job, const QJsonObject &subscription,
                       const QuotaWindow &window)
{
    constexpr int Cents = -2;
    const QJsonValue overage = subscription.value(u"current_overage"_s);
    if (overage.isObject()) {
        const auto currency = Currency::fromCode(overage[u"currency"_s].toString(u"usd"_s));
        if (!currency)
            return std::unexpected(currency.error());
        const auto amount = amountOf(overage.toObject(), u"amount"_s, *currency, subscriptionReply());
        if (!amount)
            return std::unexpected(amount.error());
        page.records.balances.append({.at = job.now,
                                      .name = u"current_overage"_s,
                                      .amount = *amount,
                                      .of = Balance::Of::Used,
                                      .periodStart = window.start,
                                      .periodEnd = window.end});
    }
    const QJsonValue invoice = subscription.value(u"next_invoice"_s);
    if (invoice.isObject()) {
        const auto currency = Currency::fromCode(subscription.value(u"currency"_s).toString(u"usd"_s));
        if (!currency)
            return std::unexpected(currency.error());
        const auto due
            = amountOf(invoice.toObject(), u"amount_due_cents"_s, *currency, subscriptionReply(), Cents);
        if (!due)
            return std::unexpected(due.error());
        page.records.balances.append({.at = job.now, .name = u"next_invoice"_s, .amount = *due});
    }
    if (subscription.value(u"has_open_invoices"_s) == true)
        page.warnings.append(Texts::tr("ElevenLabs says that an invoice is open."));
    return {};
}

Result<Page> readSubscription(const FetchJob &job, const HttpReply &reply)
{
    if (reply.status != 200)
        return std::unexpected(explained(reply, job.now));
    const auto subscription = readReply(reply, subscriptionReply(), job.now);
    if (!subscription)
        return std::unexpected(subscription.error());
    Page page;
    const auto window = readCredits(page, job, *subscription);
    if (!window)
        return std::unexpected(window.error());
    const auto money = readMoney(page, job, *subscription, *window);
    return money ? Result<Page>(std::move(page)) : std::unexpected(money.error());
}

} // namespace

const VendorInfo &ElevenLabsAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"elevenlabs"_s;
        vendor.name = u"ElevenLabs"_s;
        vendor.colour = u"#A23B72"_s;
        vendor.baseUrl = QUrl(u"https://api.elevenlabs.io/v1"_s);
        vendor.secretLabel = Texts::tr("API key");
        vendor.secretHint = u"sk_…"_s;
        vendor.keySteps
            = Texts::tr("Make a key at elevenlabs.io → Developers → API keys. It tells the credits that "
                        "are used of the plan, overage and the next invoice. The plan's own price is "
                        "entered as a plan by hand. In which unit an overage is told is not documented: "
                        "compare the first one with the invoice.");
        vendor.keyPage = QUrl(u"https://elevenlabs.io/app/developers/api-keys"_s);
        vendor.leastScope = Texts::tr("Restrict the key to User → read; all else can stay off.");
        vendor.feeds = {Feed::Balance};
        vendor.trailingDays = 1;
        vendor.pollMinutes = 15;
        return vendor;
    }();
    return info;
}

HttpRequest ElevenLabsAdapter::firstRequest(const FetchJob &job) const
{
    return subscriptionRequest(job);
}

Result<Page> ElevenLabsAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return readSubscription(job, reply);
}

HttpRequest ElevenLabsAdapter::checkRequest(const FetchJob &job) const
{
    return subscriptionRequest(job);
}

Result<KeyCheck> ElevenLabsAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    auto page = readSubscription(job, reply);
    return page ? Result<KeyCheck>(planCheck(*std::move(page))) : std::unexpected(page.error());
}

} // namespace Costglass
