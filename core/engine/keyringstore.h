// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/secretstore.h"

namespace Costglass {

/// The desktop's keyring through the Secret Service. A keyring that cannot be used, is locked or never answers is a
/// Keychain error that names the other two places; nothing is ever written in plain text.
class KeyringStore : public SecretStore
{
    Q_OBJECT

public:
    /// \a folderId keeps data folders apart: it is part of the entries' service name.
    explicit KeyringStore(const QString &folderId, QObject *parent = nullptr);

    void read(const QString &label, QObject *context, Answer answer) override;
    void write(const QString &label, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &label, QObject *context, Done done) override;

    /// How long a person may take to unlock the keyring.
    void setPatience(int milliseconds) { m_patienceMs = milliseconds; }

private:
    QString m_service;
    int m_patienceMs = 60'000;
};

} // namespace Costglass
