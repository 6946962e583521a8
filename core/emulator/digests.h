// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace Costglass {

// What servers of signed requests compute, apart from the client's own signing.

/// SHA-256 in hex.
inline QByteArray digest(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
}

/// HMAC-SHA-256, as bytes.
inline QByteArray mac(const QByteArray &key, const QByteArray &data)
{
    return QMessageAuthenticationCode::hash(data, key, QCryptographicHash::Sha256);
}

} // namespace Costglass
