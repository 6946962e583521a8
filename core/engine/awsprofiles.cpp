// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/awsprofiles.h"

#include "base/dates.h"
#include "base/json.h"
#include "engine/fetcher.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMap>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::AwsProfiles)
};

using Values = QMap<QString, QString>;

/// The sections of one of AWS's files. Values stand as they are: no escapes, and a "#" may be part of a secret.
QMap<QString, Values> readSections(const QString &path)
{
    QMap<QString, Values> sections;
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return sections;
    QString section;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QString text = QString::fromUtf8(line);
        const QString trimmed = text.trimmed();
        if (trimmed.startsWith(u'#') || trimmed.startsWith(u';'))
            continue;
        if (trimmed.startsWith(u'[') && trimmed.contains(u']'))
            section = trimmed.mid(1, trimmed.indexOf(u']') - 1).simplified();
        else if (trimmed.contains(u'=') && !text.startsWith(u' ') && !text.startsWith(u'\t'))
            sections[section].insert(trimmed.section(u'=', 0, 0).trimmed().toLower(),
                                     trimmed.section(u'=', 1).trimmed());
    }
    return sections;
}

QString pathOf(const char *variable, const QString &usual)
{
    const QString path = qEnvironmentVariable(variable);
    return path.isEmpty() ? QDir::homePath() + u"/.aws/"_s + usual : path;
}

AwsCredentials credentialsIn(const Values &values)
{
    return {values.value(u"aws_access_key_id"_s).toLatin1(),
            values.value(u"aws_secret_access_key"_s).toLatin1(),
            values.value(u"aws_session_token"_s).toLatin1()};
}

bool isWhole(const AwsCredentials &credentials)
{
    return !credentials.id.isEmpty() && !credentials.secret.isEmpty();
}

/// What both files say of the profile, and of the SSO session that it names.
Values readProfile(const QString &profile)
{
    const auto config = readSections(pathOf("AWS_CONFIG_FILE", u"config"_s));
    Values values = config.value(profile == u"default" ? profile : u"profile "_s + profile);
    values.insert(config.value(u"sso-session "_s + values.value(u"sso_session"_s)));
    values.insert(readSections(pathOf("AWS_SHARED_CREDENTIALS_FILE", u"credentials"_s)).value(profile));
    return values;
}

Error expired(const QString &profile)
{
    return {Error::Kind::Auth, Texts::tr("The AWS log-in of the profile “%1” has expired.").arg(profile),
            Texts::tr("Run aws sso login --profile %1, then sync again.").arg(profile)};
}

/// The token that "aws sso login" left: its file is named by the hash of the session's name, or of the start address in
/// older profiles.
Result<QByteArray> readSsoToken(const QString &profile, const Values &values)
{
    const QString name = values.value(u"sso_session"_s, values.value(u"sso_start_url"_s));
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1).toHex();
    QFile file(QDir::homePath() + u"/.aws/sso/cache/"_s + QString::fromLatin1(hash) + u".json"_s);
    if (!file.open(QFile::ReadOnly))
        return std::unexpected(expired(profile));
    const QJsonObject cache = QJsonDocument::fromJson(file.readAll()).object();
    const auto until = parseRfc3339(cache.value(u"expiresAt"_s).toString().replace(u"UTC"_s, u"Z"_s));
    const QByteArray token = cache.value(u"accessToken"_s).toString().toLatin1();
    if (token.isEmpty() || !until || *until <= QDateTime::currentSecsSinceEpoch())
        return std::unexpected(expired(profile));
    return token;
}

Error missing(const QString &profile, const Values &values)
{
    if (values.contains(u"credential_process"_s) || values.contains(u"role_arn"_s)) {
        return {Error::Kind::Config,
                Texts::tr("The profile “%1” takes its keys from a program or another role.").arg(profile),
                Texts::tr(
                    "Costglass starts no programs and takes on no roles: name a profile with keys or one of "
                    "aws sso.")};
    }
    return {Error::Kind::Config, Texts::tr("There is no AWS profile “%1” with keys.").arg(profile),
            Texts::tr("The profiles are in ~/.aws/credentials and ~/.aws/config; aws configure makes one.")};
}

Result<AwsCredentials> readRole(const QString &profile, const Result<HttpReply> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->status == 401 || reply->status == 403)
        return std::unexpected(expired(profile));
    const QJsonObject role
        = QJsonDocument::fromJson(reply->body).object().value(u"roleCredentials"_s).toObject();
    const AwsCredentials credentials{role.value(u"accessKeyId"_s).toString().toLatin1(),
                                     role.value(u"secretAccessKey"_s).toString().toLatin1(),
                                     role.value(u"sessionToken"_s).toString().toLatin1()};
    if (isWhole(credentials))
        return credentials;
    return failure(Error::Kind::Server, Texts::tr("AWS gave no keys for the profile “%1”.").arg(profile));
}

} // namespace

AwsProfiles::AwsProfiles(Fetcher &fetcher, QObject *parent) : QObject(parent), m_fetcher(fetcher) { }

void AwsProfiles::read(const QByteArray &profile, QObject *context, const Answer &answer)
{
    const auto later = [context, answer](const Result<AwsCredentials> &result) {
        QMetaObject::invokeMethod(
            context, [answer, result] { answer(result); }, Qt::QueuedConnection);
    };
    const QString name = QString::fromUtf8(profile);
    const Values values = readProfile(name);
    AwsCredentials credentials = credentialsIn(values);
    if (values.isEmpty() && name == u"env")
        credentials
            = {qgetenv("AWS_ACCESS_KEY_ID"), qgetenv("AWS_SECRET_ACCESS_KEY"), qgetenv("AWS_SESSION_TOKEN")};
    if (isWhole(credentials))
        return later(credentials);
    if (!values.contains(u"sso_account_id"_s))
        return later(std::unexpected(missing(name, values)));
    const auto token = readSsoToken(name, values);
    if (!token)
        return later(std::unexpected(token.error()));
    askRole(name, values, *token, context, answer);
}

void AwsProfiles::askRole(const QString &profile, const Values &values, const QByteArray &token,
                          QObject *context, const Answer &answer)
{
    HttpRequest request;
    request.url
        = QUrl(u"https://portal.sso.%1.amazonaws.com/federation/credentials?account_id=%2&role_name=%3"_s.arg(
            values.value(u"sso_region"_s), values.value(u"sso_account_id"_s),
            values.value(u"sso_role_name"_s)));
    request.auth.scheme = Auth::Scheme::Header;
    request.auth.header = "x-amz-sso_bearer_token";
    m_fetcher.fetch(request, token, context,
                    [profile, answer](const Result<HttpReply> &reply) { answer(readRole(profile, reply)); });
}

} // namespace Costglass
