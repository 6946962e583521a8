// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/http.h"
#include "base/result.h"

#include <QObject>

#include <functional>

namespace Costglass {

class Fetcher;

/// What signs a request to AWS.
struct AwsCredentials
{
    QByteArray id;
    QByteArray secret;
    QByteArray token; ///< empty = the key does not expire
};

/// Reads the credentials of a profile where AWS's own tools keep them, each time anew and without keeping any:
/// ~/.aws/credentials and ~/.aws/config (or $AWS_SHARED_CREDENTIALS_FILE, $AWS_CONFIG_FILE), the token of "aws sso login"
/// in ~/.aws/sso/cache, which AWS trades for a role's keys, and the environment, which is the profile "env" unless the
/// files have one of that name.
class AwsProfiles : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<AwsCredentials>)>;

    explicit AwsProfiles(Fetcher &fetcher, QObject *parent = nullptr);

    /// Answers once; destroying \a context drops the answer. Config: there is no such profile, or it names a program or
    /// another profile's role, which are not followed; Auth: the log-in of aws sso has expired or is refused.
    void read(const QByteArray &profile, QObject *context, const Answer &answer);

private:
    void askRole(const QString &profile, const QMap<QString, QString> &values, const QByteArray &token,
                 QObject *context, const Answer &answer);

    Fetcher &m_fetcher;
};

} // namespace Costglass
