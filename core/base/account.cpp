// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/account.h"

namespace Costglass {

QString secretPlaceName(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Keyring:
        return QStringLiteral("keyring");
    case SecretPlace::Vault:
        return QStringLiteral("vault");
    case SecretPlace::Environment:
        return QStringLiteral("env");
    }
    Q_UNREACHABLE();
}

std::optional<SecretPlace> secretPlaceFromName(QStringView name)
{
    for (const SecretPlace place : {SecretPlace::Keyring, SecretPlace::Vault, SecretPlace::Environment}) {
        if (name == secretPlaceName(place))
            return place;
    }
    return std::nullopt;
}

QString secretVariable(const QString &label)
{
    QString name = QStringLiteral("COSTGLASS_SECRET_");
    for (const QChar c : label.toUpper()) {
        const bool plain = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        name += plain ? c : QChar(u'_');
    }
    return name;
}

} // namespace Costglass
