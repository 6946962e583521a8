// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/redact.h"

#include <QRegularExpression>

namespace Costglass {

namespace {

/// The mark that stands where a secret stood.
const QByteArray &mark()
{
    static const QByteArray text = "[secret]";
    return text;
}

const QRegularExpression &keyShapes()
{
    static const QRegularExpression shapes(
        QStringLiteral(
            R"((\bsk-[A-Za-z0-9_-]{6,}|\bya29\.[A-Za-z0-9._-]+|\bAKIA[A-Z0-9]{12,}|\bgh[pousr]_[A-Za-z0-9]{16,}))"
            R"(|((?:\b(?:Bearer|Basic)\s+))[A-Za-z0-9._~+/=-]{8,})"
            R"(|([?&](?:api_?key|key|token|access_token|secret|signature|sig)=)[^&#\s"]+)"),
        QRegularExpression::CaseInsensitiveOption);
    return shapes;
}

} // namespace

QByteArray redact(const QByteArray &text, const QList<QByteArray> &secrets)
{
    QByteArray safe = text;
    for (const QByteArray &secret : secrets) {
        if (secret.size() < 4)
            continue;
        safe.replace(secret, mark());
        safe.replace(secret.toPercentEncoding(), mark());
        safe.replace(secret.toBase64(), mark());
    }
    // Latin-1 maps bytes to characters one to one, so the text survives whatever its encoding is.
    QString shaped = QString::fromLatin1(safe);
    shaped.replace(keyShapes(), QStringLiteral("\\2\\3[secret]"));
    return shaped.toLatin1();
}

QString redactUrl(const QUrl &url)
{
    const QByteArray plain = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment).toEncoded();
    return QString::fromUtf8(redact(plain));
}

} // namespace Costglass
