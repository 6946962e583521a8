// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/minimaxadapter.h"

#include "base/redact.h"
#include "vendors/planquota.h"
#include "vendors/reply.h"

#include <algorithm>
#include <cmath>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::MiniMax)
};

QString quotaReply()
{
    return Texts::tr("The plan's quota");
}

QString olderPath()
{
    return u"/v1/api/openplatform/coding_plan/remains"_s;
}

/// One window of a model: of the members "current_interval_…" or "current_weekly_…".
struct Window
{
    qint64 total = 0; ///< 0 = the plan counts no requests
    qint64 count = 0;
    std::optional<double> percentLeft;
    QuotaWindow window;
};

Result<Window> readWindow(const QJsonObject &model, const QString &prefix, const QString &start,
                          const QString &end)
{
    Window window;
    for (const auto &[member, count] :
         {std::pair(prefix + u"_total_count"_s, &window.total),
          std::pair(prefix + u"_usage_count"_s, &window.count), std::pair(start, &window.window.start),
          std::pair(end, &window.window.end)}) {
        const auto told = useFromJson(model.value(member));
        if (!told)
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has a count that is no whole number from 0 on (%2).")
                               .arg(quotaReply(), member));
        *count = told->value_or(0);
    }
    window.window.start /= 1000;
    window.window.end /= 1000;
    const QJsonValue left = model.value(prefix + u"_remaining_percent"_s);
    if (left.isDouble())
        window.percentLeft = std::clamp(left.toDouble(), 0.0, 100.0);
    return window;
}

/// How many requests were used. \a older says what the count means where no share is told.
qint64 usedOf(const Window &window, bool older)
{
    const qint64 rest = qMax<qint64>(0, window.total - window.count);
    if (!window.percentLeft)
        return older ? rest : window.count;
    const double left = double(window.total) * *window.percentLeft / 100;
    const bool countsLeft = std::abs(double(window.count) - left) < std::abs(double(rest) - left);
    return countsLeft ? rest : window.count;
}

Result<void> tell(Page &page, const FetchJob &job, const QString &name, const Window &window, bool older,
                  Balance::Of of)
{
    if (window.total == 0)
        return window.percentLeft ? addCounter(page, job, name, qRound64(100 - *window.percentLeft), u"%"_s,
                                               Balance::Of::Told, window.window)
                                  : Result<void>();
    const qint64 used = usedOf(window, older);
    const auto added = addCounter(page, job, name, used, u"requests"_s, of, window.window);
    if (!added)
        return added;
    return addCounter(page, job, name + u" remaining"_s, qMax<qint64>(0, window.total - used), u"requests"_s,
                      Balance::Of::Told, window.window);
}

Result<void> readModel(Page &page, const FetchJob &job, const QJsonObject &model, bool older)
{
    const QString name = idText(model.value(u"model_name"_s));
    if (name.isEmpty())
        return failure(Error::Kind::Format, Texts::tr("%1 has a model without a name.").arg(quotaReply()));
    const auto interval = readWindow(model, u"current_interval"_s, u"start_time"_s, u"end_time"_s);
    const auto week = readWindow(model, u"current_weekly"_s, u"weekly_start_time"_s, u"weekly_end_time"_s);
    if (!interval || !week)
        return std::unexpected(!interval ? interval.error() : week.error());
    // Both count the same requests: only one of them may be use.
    const bool byWeek = week->total > 0;
    const auto told = tell(page, job, name, *interval, older, byWeek ? Balance::Of::Told : Balance::Of::Used);
    return told ? tell(page, job, name + u" weekly"_s, *week, older, Balance::Of::Used) : told;
}

/// Refusals come with status 200 and a code in "base_resp".
Result<void> checkEnvelope(const QJsonObject &reply, const QString &keyRemedy)
{
    constexpr int Longest = 300;
    const QJsonObject base = reply.value(u"base_resp"_s).toObject();
    const QJsonValue code = base.value(u"status_code"_s);
    if (!code.isDouble())
        return failure(Error::Kind::Format, Texts::tr("%1 comes without a code.").arg(quotaReply()));
    const int number = code.toInt();
    if (number == 0)
        return {};
    const QString message = QString::fromUtf8(
        redact(base.value(u"status_msg"_s).toString().simplified().left(Longest).toUtf8()));
    const QString words = message.isEmpty() ? decimalText(code).value_or(QString()) : message;
    if (number == 1004 || number == 2049)
        return failure(Error::Kind::Auth, Texts::tr("The vendor refused the key (%1).").arg(words),
                       keyRemedy);
    if (number == 1002 || number == 1039)
        return failure(Error::Kind::RateLimited, Texts::tr("The vendor asks to wait (%1).").arg(words));
    return failure(Error::Kind::Server,
                   Texts::tr("The vendor could not tell the plan's quota (%1).").arg(words));
}

} // namespace

const VendorInfo &MiniMaxAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"minimax"_s;
        vendor.name = u"MiniMax"_s;
        vendor.colour = u"#E2167E"_s;
        vendor.baseUrl = QUrl(u"https://api.minimax.io"_s);
        vendor.secretLabel = Texts::tr("Key of the plan");
        vendor.secretHint = u"sk-cp-…"_s;
        vendor.keySteps = Texts::tr("Take the key of the coding or token plan (sk-cp-…) at "
                                    "platform.minimax.io → Coding plan, in China at platform.minimaxi.com, "
                                    "and choose that region. Compare the first figures with that page: "
                                    "MiniMax does not document whether a count is used or left. The "
                                    "pay-as-you-go balance has no API: keep it by hand.");
        vendor.keyPage = QUrl(u"https://platform.minimax.io/user-center/payment/coding-plan"_s);
        vendor.leastScope = Texts::tr("The plan's own key; a pay-as-you-go key (sk-api-…) is refused.");
        vendor.fields = {regionField()};
        vendor.feeds = {Feed::Balance};
        vendor.billingZone = "Asia/Shanghai";
        vendor.trailingDays = 1;
        vendor.pollMinutes = 15;
        return vendor;
    }();
    return info;
}

QString MiniMaxAdapter::path() const
{
    return u"/v1/token_plan/remains"_s;
}

QUrl MiniMaxAdapter::chinaBase() const
{
    return QUrl(u"https://api.minimaxi.com"_s);
}

QString MiniMaxAdapter::keyRemedy() const
{
    return Texts::tr("Check that it is the plan's key (sk-cp-…), and the account's region: a key of the one "
                     "site does not work at the other. Your history stays.");
}

Result<Page> MiniMaxAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    const bool older = reply.request.context.contains(u"older"_s);
    if (!older && (reply.status == 404 || reply.status == 405)) {
        Page page;
        page.next = firstRequest(job);
        page.next->url = urlUnder(job.baseUrl, olderPath(), {});
        page.next->context.insert(u"older"_s, true);
        return page;
    }
    if (!older || reply.status != 200)
        return PrepaidAdapter::parse(job, reply);
    const auto object = readReply(reply, quotaReply(), job.now);
    return object ? readQuota(job, *object, older) : std::unexpected(object.error());
}

Result<Page> MiniMaxAdapter::readBalance(const FetchJob &job, const QJsonObject &reply) const
{
    return readQuota(job, reply, false);
}

Result<Page> MiniMaxAdapter::readQuota(const FetchJob &job, const QJsonObject &reply, bool older) const
{
    const auto good = checkEnvelope(reply, keyRemedy());
    if (!good)
        return std::unexpected(good.error());
    const auto models = arrayOf(reply, u"model_remains"_s, quotaReply());
    if (!models)
        return std::unexpected(models.error());
    Page page;
    for (const QJsonValue &model : *models) {
        const auto read = readModel(page, job, model.toObject(), older);
        if (!read)
            return std::unexpected(read.error());
    }
    return page;
}

Result<KeyCheck> MiniMaxAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    auto page = parse(job, reply);
    if (!page)
        return std::unexpected(page.error());
    if (page->next)
        return KeyCheck{{}, {}, page->next};
    return planCheck(*std::move(page));
}

} // namespace Costglass
