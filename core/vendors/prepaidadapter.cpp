// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/prepaidadapter.h"

#include "base/redact.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Balances)
};

} // namespace

Result<void> addBalance(Page &page, const FetchJob &job, const QString &name, const QJsonValue &value,
                        Currency currency, Balance::Of of)
{
    const auto amount = moneyFromJson(value, currency);
    if (!amount)
        return failure(amount.error().kind,
                       Texts::tr("The balance has an amount that cannot be read (%1): %2")
                           .arg(name, amount.error().detail));
    page.records.balances.append({.at = job.now, .name = name, .amount = *amount, .of = of});
    return {};
}

Result<void> checkCode(const QJsonObject &reply, int good)
{
    const QJsonValue code = reply.value(u"code"_s);
    if (!code.isDouble())
        return failure(Error::Kind::Format, Texts::tr("The balance comes without a code."));
    if (code.toInt() == good && reply.value(u"status"_s) != false)
        return {};
    constexpr int Longest = 300;
    const QString message
        = QString::fromUtf8(redact(reply.value(u"message"_s).toString().simplified().left(Longest).toUtf8()));
    const QString number = decimalText(code).value_or(QString());
    return failure(
        Error::Kind::Server,
        message.isEmpty()
            ? Texts::tr("The vendor could not tell the balance (code %1).").arg(number)
            : Texts::tr("The vendor could not tell the balance (code %1, “%2”).").arg(number, message));
}

Currency prepaidCurrency(bool china)
{
    return china ? Currency::cny() : Currency::usd();
}

LoginField PrepaidAdapter::regionField()
{
    return {.key = u"region"_s,
            .label = Texts::tr("Region"),
            .defaultValue = u"intl"_s,
            .choices = {u"intl"_s, u"cn"_s}};
}

bool PrepaidAdapter::isChina(const Account &account)
{
    return account.settings.value(u"region"_s) == u"cn";
}

QUrl PrepaidAdapter::baseUrl(const Account &account) const
{
    const bool china = account.baseUrl.isEmpty() && isChina(account) && !chinaBase().isEmpty();
    return china ? chinaBase() : VendorAdapter::baseUrl(account);
}

HttpRequest PrepaidAdapter::firstRequest(const FetchJob &job) const
{
    HttpRequest request;
    request.url = urlUnder(job.baseUrl, path(), {});
    request.auth.scheme = Auth::Scheme::Bearer;
    return request;
}

Result<Page> PrepaidAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    const auto object = readReply(reply, Texts::tr("The balance"), job.now);
    if (object)
        return readBalance(job, *object);
    Error error = object.error();
    if (error.kind == Error::Kind::Auth)
        error.remedy = keyRemedy();
    return std::unexpected(error);
}

HttpRequest PrepaidAdapter::checkRequest(const FetchJob &job) const
{
    return firstRequest(job);
}

Result<KeyCheck> PrepaidAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    auto page = parse(job, reply);
    if (!page)
        return std::unexpected(page.error());
    KeyCheck check;
    check.summary = Texts::tr("The key works: it reads the balance. Spend is derived from what is left.");
    check.warnings = std::move(page->warnings);
    check.warnings.append(
        Texts::tr("The key may also make requests that cost money; the vendor has none for reading only."));
    return check;
}

} // namespace Costglass
