// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QUrl>

#include <optional>

namespace Costglass {

/// Where an account's secret is kept. There is no plain-text store.
enum class SecretPlace
{
    Keyring,
    Vault,
    Environment
};

/// A log-in at a vendor. The secret itself is never here: only where it is kept.
struct Account
{
    qint64 id = 0; ///< of the ledger; 0 = not stored yet
    QString vendor = {}; ///< VendorInfo::id
    QString label = {}; ///< the person's own name for it, unique
    QUrl baseUrl = {}; ///< empty = the vendor's own
    QMap<QString, QString> settings = {}; ///< the vendor's --set keys
    SecretPlace secretPlace = SecretPlace::Keyring;
    bool paused = false;

    /// Whether it holds what a file told.
    bool isFile() const { return settings.contains(QStringLiteral("file")); }
    /// What all accounts of the same file have in common; empty for others.
    QString fileLabel() const { return settings.value(QStringLiteral("file")); }
    /// Whether it holds what a person entered by hand (plan.h).
    bool isPlans() const { return settings.contains(QStringLiteral("plans")); }
    /// Whether there is a log-in, and something to fetch.
    bool hasLogin() const { return !isFile() && !isPlans(); }

    bool operator==(const Account &) const = default;
};

QString secretPlaceName(SecretPlace place); ///< "keyring", "vault", "env"
std::optional<SecretPlace> secretPlaceFromName(QStringView name);

/// COSTGLASS_SECRET_<LABEL>: the label in upper case, each other character than A–Z and 0–9 as "_".
QString secretVariable(const QString &label);

} // namespace Costglass
