// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/reply.h"

#include "base/redact.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Vendors)
};

/// A vendor's own words as they may be shown.
QString shortened(const QString &message)
{
    constexpr int Longest = 300;
    const QString words = QString::fromUtf8(redact(message.simplified().toUtf8()));
    return words.size() > Longest ? words.left(Longest) + u'…' : words;
}

/// What the vendor says, from {"error":{"message"}}, {"error":"…"}, {"message"}, {"Message"} or the error within Tencent's
/// {"Response"} and Volcengine's {"ResponseMetadata"}; empty when it says nothing.
QString vendorMessage(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue error = object.value(QStringLiteral("error"));
    const QString top = object.value(QStringLiteral("message")).toString();
    for (const QString &wrapper : {QStringLiteral("Response"), QStringLiteral("ResponseMetadata")}) {
        const QJsonValue wrapped = object.value(wrapper)[QStringLiteral("Error")];
        if (wrapped.isObject())
            return shortened(wrapped[QStringLiteral("Message")].toString());
    }
    const QString message = error.isObject() ? error.toObject().value(QStringLiteral("message")).toString()
        : error.isString()                   ? error.toString()
        : top.isEmpty()                      ? object.value(QStringLiteral("Message")).toString()
                                             : top;
    return shortened(message);
}

/// "what happened: the vendor's words." or just what happened, as a whole sentence.
QString withMessage(const QString &what, const QString &message)
{
    if (message.isEmpty())
        return Texts::tr("%1.").arg(what);
    const bool whole = QStringLiteral(".!?…").contains(message.back());
    return whole ? Texts::tr("%1: %2", "what happened: the vendor's sentence").arg(what, message)
                 : Texts::tr("%1: %2.", "what happened: the vendor's words").arg(what, message);
}

/// What the vendor's support asks for.
QString withRequestId(const QString &sentence, const HttpReply &reply)
{
    QByteArray id;
    for (const char *name : {"request-id", "x-request-id", "x-amzn-requestid"}) {
        if (id.isEmpty())
            id = reply.header(name);
    }
    return id.isEmpty() ? sentence
                        : Texts::tr("%1 (Request %2.)", "sentence, the vendor's id of the request")
                              .arg(sentence, QString::fromLatin1(redact(id.left(80))));
}

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Auth;
    case 402:
    case 403:
        return Error::Kind::Permission;
    case 404:
    case 405:
        return Error::Kind::Config;
    case 408:
    case 409: // the server's own lock timed out
    case 504:
        return Error::Kind::Timeout;
    case 429:
        return Error::Kind::RateLimited;
    default:
        break;
    }
    if (status >= 500)
        return Error::Kind::Server;
    return status >= 300 && status < 400 ? Error::Kind::Network : Error::Kind::Format;
}

} // namespace

Error replyError(const HttpReply &reply, qint64 now)
{
    const QString message = vendorMessage(reply.body);
    Error error{kindOf(reply.status), {}, {}};
    switch (reply.status) {
    case 401:
        error.detail = withMessage(Texts::tr("The vendor refused the key"), message);
        break;
    case 402:
        error.detail = withMessage(Texts::tr("The vendor wants a payment first"), message);
        error.remedy = Texts::tr("Settle it in the vendor's billing page; your history stays.");
        break;
    case 403:
        error.detail = withMessage(Texts::tr("This key may not read this"), message);
        break;
    case 404:
    case 405:
        error.detail = withMessage(Texts::tr("The address does not know this request"), message);
        error.remedy = Texts::tr("Check the account's base address.");
        break;
    case 408:
    case 409:
    case 504:
        error.detail = withMessage(Texts::tr("The vendor took too long"), message);
        break;
    case 429:
        error.detail = withMessage(Texts::tr("The vendor asks to wait"), message);
        error.retryAfter = retryAfterSeconds(reply, now);
        break;
    default:
        error.detail = error.kind == Error::Kind::Server
            ? withMessage(Texts::tr("The vendor's server failed (%1)").arg(reply.status), message)
            : withMessage(Texts::tr("The vendor refused the request (%1)").arg(reply.status), message);
        error.detail = withRequestId(error.detail, reply);
        if (error.kind == Error::Kind::Server)
            error.retryAfter = retryAfterSeconds(reply, now);
        break;
    }
    return error;
}

Result<QJsonObject> readReply(const HttpReply &reply, const QString &what, qint64 now)
{
    if (reply.status != 200)
        return std::unexpected(replyError(reply, now));
    return parseJsonObject(reply.body, what);
}

Result<QJsonArray> arrayOf(const QJsonObject &object, const QString &member, const QString &what)
{
    const QJsonValue value = object.value(member);
    if (!value.isArray())
        return failure(Error::Kind::Format, Texts::tr("%1 has no list “%2”.").arg(what, member));
    return value.toArray();
}

Result<std::optional<qint64>> useFromJson(const QJsonValue &value)
{
    constexpr qint64 Most = 1'000'000'000'000'000'000;
    const auto count = countFromJson(value);
    if (count && (count->value_or(0) < 0 || count->value_or(0) > Most))
        return failure(Error::Kind::Format, Texts::tr("A count is negative or beyond all use."));
    return count;
}

Result<Money> amountOf(const QJsonObject &object, const QString &member, Currency currency,
                       const QString &what, int shift)
{
    const auto amount = moneyFromJson(object.value(member), currency, shift);
    if (amount)
        return amount;
    return failure(
        amount.error().kind,
        Texts::tr("%1 has an amount that cannot be read (%2): %3").arg(what, member, amount.error().detail));
}

Charge chargeOn(QDate day)
{
    Charge charge;
    charge.day = day;
    charge.periodStart = dayStart(day, QTimeZone::utc());
    charge.periodEnd = dayStart(day.addDays(1), QTimeZone::utc());
    return charge;
}

Usage usageOn(QDate day)
{
    Usage usage;
    usage.day = day;
    usage.periodStart = dayStart(day, QTimeZone::utc());
    usage.periodEnd = dayStart(day.addDays(1), QTimeZone::utc());
    return usage;
}

QString errorText(const HttpReply &reply, const QStringList &path)
{
    QJsonValue value = QJsonDocument::fromJson(reply.body).object().value(QStringLiteral("error"));
    for (const QString &member : path)
        value = value.toObject().value(member);
    return value.toString();
}

bool isFirstPage(const HttpReply &reply)
{
    return !reply.request.context.contains(QStringLiteral("seen"));
}

QString idText(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString();
        return text.isNull() ? QStringLiteral("") : text;
    }
    return value.isDouble() ? decimalText(value).value_or(QString()) : QString();
}

QString encodedQuery(const QList<QPair<QString, QString>> &items)
{
    QStringList parts;
    for (const auto &[name, value] : items)
        parts.append(
            QString::fromLatin1(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value)));
    return parts.join(u'&');
}

Result<HttpRequest> followed(const HttpRequest &request, const QString &token)
{
    HttpRequest next = request;
    QStringList seen = next.context.value(QStringLiteral("seen")).toStringList();
    if (seen.contains(token))
        return failure(Error::Kind::Format, Texts::tr("The vendor's pages go in a circle."));
    seen.append(token);
    next.context.insert(QStringLiteral("seen"), seen);
    return next;
}

Result<HttpRequest> nextPage(const HttpRequest &request, const QString &name, const QString &token)
{
    auto next = followed(request, token);
    if (!next)
        return next;
    QList<QPair<QString, QString>> items = QUrlQuery(request.url).queryItems(QUrl::FullyDecoded);
    items.removeIf([&name](const auto &item) { return item.first == name; });
    items.append({name, token});
    next->url.setQuery(encodedQuery(items), QUrl::StrictMode);
    return next;
}

QString nextToken(const QJsonObject &page)
{
    const bool more = page.value(QStringLiteral("has_more")).toBool(true);
    return more ? idText(page.value(QStringLiteral("next_page"))) : QString();
}

QUrl urlUnder(const QUrl &base, const QString &path, const QList<QPair<QString, QString>> &query)
{
    QUrl url = base;
    url.setPath(base.path() + path);
    url.setQuery(encodedQuery(query), QUrl::StrictMode);
    return url;
}

} // namespace Costglass
