// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/zhipuadapter.h"

#include "base/redact.h"
#include "vendors/planquota.h"
#include "vendors/reply.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Zhipu)
};

QString quotaReply()
{
    return Texts::tr("The plan's quota");
}

/// One limit of the plan, as the reply has it.
struct Limit
{
    QString type; ///< "TOKENS_LIMIT", "CREDIT_LIMIT", "TIME_LIMIT"
    QString name; ///< with its window: "TOKENS_LIMIT 5h"
    qint64 seconds = 0; ///< length of the window; 0 = not known
    QuotaWindow window;
    std::optional<qint64> whole; ///< how much the window holds
    std::optional<qint64> used;
    std::optional<qint64> left;
    std::optional<qint64> percent; ///< used
};

QString unitOf(const QString &type)
{
    return type == u"TOKENS_LIMIT" ? u"tokens"_s : type == u"CREDIT_LIMIT" ? u"credits"_s : u"calls"_s;
}

/// Length and name of a window from the vendor's code and number.
void setWindow(Limit &limit, int code, qint64 number, qint64 resetMilliseconds)
{
    constexpr qint64 Hour = 3600;
    constexpr qint64 MostNumber = 1000;
    struct Length
    {
        int code;
        qint64 seconds;
        QChar letter;
    };
    static constexpr Length lengths[]
        = {{1, 24 * Hour, u'd'}, {3, Hour, u'h'}, {5, 60, u'm'}, {6, 7 * 24 * Hour, u'w'}};
    limit.name = limit.type;
    limit.window.end = resetMilliseconds / 1000;
    if (limit.type == u"TIME_LIMIT" && code == 5 && number == 1) {
        limit.name += u" month"_s;
        limit.seconds = 31 * 24 * Hour;
        if (limit.window.end > 0)
            limit.window.start
                = QDateTime::fromSecsSinceEpoch(limit.window.end, Qt::UTC).addMonths(-1).toSecsSinceEpoch();
        return;
    }
    for (const Length &length : lengths) {
        if (length.code != code || number < 1 || number > MostNumber)
            continue;
        limit.name += u' ' + QString::number(number) + length.letter;
        limit.seconds = number * length.seconds;
        if (limit.window.end > 0)
            limit.window.start = limit.window.end - limit.seconds;
    }
}

Result<Limit> readLimit(const QJsonObject &object)
{
    Limit limit;
    limit.type = object.value(u"type"_s).toString();
    std::optional<qint64> reset;
    std::optional<qint64> number;
    std::optional<qint64> code;
    for (const auto &[member, count] :
         {std::pair(u"usage"_s, &limit.whole), std::pair(u"currentValue"_s, &limit.used),
          std::pair(u"remaining"_s, &limit.left), std::pair(u"nextResetTime"_s, &reset),
          std::pair(u"number"_s, &number), std::pair(u"unit"_s, &code)}) {
        const auto told = useFromJson(object.value(member));
        if (!told)
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has a count that is no whole number from 0 on (%2).")
                               .arg(quotaReply(), member));
        *count = *told;
    }
    const QJsonValue percent = object.value(u"percentage"_s);
    if (percent.isDouble())
        limit.percent = qRound64(std::clamp(percent.toDouble(), 0.0, 1000.0));
    setWindow(limit, static_cast<int>(std::min<qint64>(code.value_or(0), 100)), number.value_or(0),
              reset.value_or(0));
    if (!limit.used && limit.whole && limit.left)
        limit.used = qMax<qint64>(0, *limit.whole - *limit.left);
    if (!limit.left && limit.whole && limit.used)
        limit.left = qMax<qint64>(0, *limit.whole - *limit.used);
    return limit;
}

/// Whether no other window of the same type is longer: what two windows count would else be counted twice.
bool isLongest(const Limit &limit, const QList<Limit> &all)
{
    return std::none_of(all.begin(), all.end(), [&limit](const Limit &other) {
        return other.type == limit.type && other.used && other.seconds > limit.seconds;
    });
}

Result<void> tell(Page &page, const FetchJob &job, const Limit &limit, bool longest)
{
    // Newer plans tell a share alone.
    if (!limit.used)
        return limit.percent
            ? addCounter(page, job, limit.name, *limit.percent, u"%"_s, Balance::Of::Told, limit.window)
            : Result<void>();
    const QString unit = unitOf(limit.type);
    const auto used = addCounter(page, job, limit.name, *limit.used, unit,
                                 longest ? Balance::Of::Used : Balance::Of::Told, limit.window);
    if (!used || !limit.left)
        return used;
    return addCounter(page, job, limit.name + u" remaining"_s, *limit.left, unit, Balance::Of::Told,
                      limit.window);
}

/// Refusals come with status 200 and a code of their own; 1000 to 1004 are about the key.
Result<void> checkEnvelope(const QJsonObject &reply, const QString &keyRemedy)
{
    constexpr int Longest = 300;
    const QJsonValue code = reply.value(u"code"_s);
    if (!code.isDouble())
        return failure(Error::Kind::Format, Texts::tr("%1 comes without a code.").arg(quotaReply()));
    const int number = code.toInt();
    if (number == 200 && reply.value(u"success"_s) != false)
        return {};
    const QString message
        = QString::fromUtf8(redact(reply.value(u"msg"_s).toString().simplified().left(Longest).toUtf8()));
    const QString words = message.isEmpty() ? decimalText(code).value_or(QString()) : message;
    if (number == 401 || (number >= 1000 && number <= 1004))
        return failure(Error::Kind::Auth, Texts::tr("The vendor refused the key (%1).").arg(words),
                       keyRemedy);
    return failure(Error::Kind::Server,
                   Texts::tr("The vendor could not tell the plan's quota (%1).").arg(words));
}

} // namespace

const VendorInfo &ZhipuAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"zhipu"_s;
        vendor.name = Texts::tr("Zhipu GLM (z.ai)");
        vendor.colour = u"#2D6CDF"_s;
        vendor.baseUrl = QUrl(u"https://api.z.ai"_s);
        vendor.secretLabel = Texts::tr("API key");
        vendor.secretHint = u"….…"_s;
        vendor.keySteps = Texts::tr("Take a key of the coding plan: at z.ai → API keys, in China at "
                                    "bigmodel.cn, and choose that region. It tells how much of the plan is "
                                    "used, from an endpoint that Zhipu's own pages use but do not document. "
                                    "The cash balance has no API: keep it by hand.");
        vendor.keyPage = QUrl(u"https://z.ai/manage-apikey/apikey-list"_s);
        vendor.leastScope = Texts::tr("Any key of the account will do; Zhipu's keys have no scopes.");
        vendor.fields = {regionField()};
        vendor.feeds = {Feed::Balance};
        vendor.billingZone = "Asia/Shanghai";
        vendor.trailingDays = 1;
        vendor.pollMinutes = 15;
        return vendor;
    }();
    return info;
}

QString ZhipuAdapter::path() const
{
    return u"/api/monitor/usage/quota/limit"_s;
}

QUrl ZhipuAdapter::chinaBase() const
{
    return QUrl(u"https://open.bigmodel.cn"_s);
}

QString ZhipuAdapter::keyRemedy() const
{
    return Texts::tr("Check the key, and the account's region: a key of the one site does not work at the "
                     "other. Your history stays.");
}

Result<Page> ZhipuAdapter::readBalance(const FetchJob &job, const QJsonObject &reply) const
{
    const auto good = checkEnvelope(reply, keyRemedy());
    if (!good)
        return std::unexpected(good.error());
    const auto limits = arrayOf(reply.value(u"data"_s).toObject(), u"limits"_s, quotaReply());
    if (!limits)
        return std::unexpected(limits.error());
    QList<Limit> all;
    for (const QJsonValue &value : *limits) {
        const auto limit = readLimit(value.toObject());
        if (!limit)
            return std::unexpected(limit.error());
        if (!limit->type.isEmpty())
            all.append(*limit);
    }
    Page page;
    for (const Limit &limit : std::as_const(all)) {
        const auto told = tell(page, job, limit, isLongest(limit, all));
        if (!told)
            return std::unexpected(told.error());
    }
    if (all.isEmpty())
        page.warnings.append(Texts::tr("This account has no coding plan: there is nothing to read."));
    return page;
}

Result<KeyCheck> ZhipuAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    auto page = parse(job, reply);
    return page ? Result<KeyCheck>(planCheck(*std::move(page))) : std::unexpected(page.error());
}

} // namespace Costglass
