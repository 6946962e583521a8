// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/awsadapter.h"
#include "vendors/reply.h"

#include "base/redact.h"

#include <QXmlStreamReader>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Aws)
};

/// The first text with that name, however deep.
QString memberOf(const QJsonObject &object, const QString &name)
{
    if (object.value(name).isString())
        return object.value(name).toString();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString found = memberOf(it.value().toObject(), name);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString messageOf(const HttpReply &reply)
{
    constexpr int Longest = 300;
    QString message = awsMember(reply.body, u"message"_s);
    if (message.isEmpty())
        message = awsMember(reply.body, u"Message"_s);
    message = QString::fromUtf8(redact(message.simplified().toUtf8()));
    return message.size() > Longest ? message.left(Longest) + u'…' : message;
}

Error notEnabled()
{
    return {
        Error::Kind::Permission, Texts::tr("Cost Explorer is not enabled for this AWS account."),
        Texts::tr("Open Billing and Cost Management → Cost Explorer once in the AWS console (in an "
                  "organization: the management account, which must also let members see costs). AWS then "
                  "needs up to 24 hours.")};
}

Error denied(const QString &message)
{
    if (message.contains(u"not enabled for cost explorer"_s, Qt::CaseInsensitive))
        return notEnabled();
    const QString detail = message.isEmpty() ? Texts::tr("This key may not read costs.")
        : message.endsWith(u'.')             ? Texts::tr("This key may not read costs: %1").arg(message)
                                             : Texts::tr("This key may not read costs: %1.").arg(message);
    return {
        Error::Kind::Permission, detail,
        Texts::tr("Attach a policy that allows ce:GetCostAndUsage to the key's user or role (IAM → Users → "
                  "Add permissions); your history stays.")};
}

Error badSignature(const QString &message)
{
    if (message.contains(u"expired"_s, Qt::CaseInsensitive)
        || message.contains(u"not yet current"_s, Qt::CaseInsensitive)
        || message.contains(u"too skewed"_s, Qt::CaseInsensitive))
        return {
            Error::Kind::Auth, Texts::tr("AWS does not accept the signature's time."),
            Texts::tr("This computer's clock is wrong by more than a few minutes: set it, then sync again.")};
    if (message.contains(u"scoped to"_s, Qt::CaseInsensitive))
        return {Error::Kind::Config, Texts::tr("AWS does not accept the region of the log-in."),
                Texts::tr("Cost Explorer is signed for us-east-1 wherever your services run: set region to "
                          "us-east-1.")};
    return {Error::Kind::Auth, Texts::tr("AWS does not accept the signature."),
            Texts::tr("The secret access key does not belong to the access key id: enter both again; your "
                      "history stays.")};
}

Error unknownKey()
{
    return {
        Error::Kind::Auth, Texts::tr("AWS does not know this access key."),
        Texts::tr("Check the access key id, and that the key is active (IAM → Users → Security credentials); "
                  "your history stays.")};
}

Error expired()
{
    return {Error::Kind::Auth, Texts::tr("The temporary credentials have expired."),
            Texts::tr("Log in again (for example with aws sso login), or use a key that does not expire.")};
}

std::optional<Error> errorOf(const QString &code, const QString &message)
{
    constexpr int Hour = 3600; // asking again at once would cost money and bring nothing
    if (code.startsWith(u"AccessDenied"_s) || code == u"UnauthorizedException")
        return denied(message);
    if (code.startsWith(u"OptInRequired"_s) || code.startsWith(u"SubscriptionRequired"_s))
        return notEnabled();
    if (code.startsWith(u"UnrecognizedClient"_s) || code.startsWith(u"InvalidClientTokenId"_s)
        || code.startsWith(u"MissingAuthenticationToken"_s) || code.startsWith(u"IncompleteSignature"_s))
        return unknownKey();
    if (code.startsWith(u"ExpiredToken"_s))
        return expired();
    if (code.startsWith(u"InvalidSignature"_s) || code.startsWith(u"SignatureDoesNotMatch"_s))
        return badSignature(message);
    if (code.startsWith(u"RequestTimeTooSkewed"_s) || code.startsWith(u"RequestExpired"_s))
        return badSignature(u"expired"_s);
    if (code.startsWith(u"Throttl"_s) || code.startsWith(u"TooManyRequests"_s)
        || code.startsWith(u"LimitExceeded"_s) || code.startsWith(u"RequestLimitExceeded"_s))
        return Error{Error::Kind::RateLimited, Texts::tr("AWS asks to wait."), {}};
    if (code.startsWith(u"DataUnavailable"_s))
        return Error{Error::Kind::Server, Texts::tr("Cost Explorer has no data for these days yet."),
                     Texts::tr("A new account's costs appear within 24 hours; the next sync asks again."),
                     6 * Hour};
    if (code.startsWith(u"InvalidNextToken"_s) || code.startsWith(u"RequestChanged"_s))
        return Error{Error::Kind::Server, Texts::tr("Cost Explorer's pages changed while they were read."),
                     Texts::tr("The next sync reads them anew."), Hour};
    if (code.startsWith(u"BillExpiration"_s))
        return Error{
            Error::Kind::Config, Texts::tr("Cost Explorer no longer holds these days."),
            Texts::tr("It keeps the month under way and the 13 before it: ask for fewer with --since.")};
    if (code.startsWith(u"InternalFailure"_s) || code.startsWith(u"InternalServerError"_s)
        || code.startsWith(u"ServiceUnavailable"_s))
        return Error{Error::Kind::Server, Texts::tr("Cost Explorer has trouble."), {}};
    return std::nullopt;
}

} // namespace

QString awsMember(const QByteArray &body, const QString &name)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        return memberOf(document.object(), name);
    QXmlStreamReader xml(body);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == name)
            return xml.readElementText(QXmlStreamReader::SkipChildElements);
    }
    return {};
}

QString awsErrorCode(const HttpReply &reply)
{
    QString code = QJsonDocument::fromJson(reply.body).object().value(u"__type"_s).toString();
    if (code.isEmpty())
        code = QString::fromLatin1(reply.header("x-amzn-errortype"));
    if (code.isEmpty())
        code = awsMember(reply.body, u"Code"_s);
    return code.section(u'#', -1).section(u':', 0, 0).trimmed();
}

Error awsError(const HttpReply &reply, qint64 now)
{
    auto error = errorOf(awsErrorCode(reply), messageOf(reply));
    if (!error)
        return replyError(reply, now);
    if (!error->retryAfter)
        error->retryAfter = retryAfterSeconds(reply, now);
    return *error;
}

} // namespace Costglass
