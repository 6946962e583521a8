// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/secretstore.h"

#include <QMap>
#include <QThreadPool>

namespace Costglass {

/// One file of secrets under a passphrase: argon2id makes the key, secretbox seals the content. It is read and
/// written off the interface thread. The passphrase is asked for once and kept while the program runs.
class VaultStore : public SecretStore
{
    Q_OBJECT

public:
    /// Asks the person for the passphrase; nothing when the person declines. \a fresh: the vault is yet to be made.
    using Prompt = std::function<std::optional<QByteArray>(bool fresh)>;

    explicit VaultStore(const QString &file, QObject *parent = nullptr);
    ~VaultStore() override; ///< wipes the passphrase

    /// COSTGLASS_VAULT_PASSPHRASE goes before it.
    void setPrompt(Prompt prompt) { m_prompt = std::move(prompt); }

    void read(const QString &label, QObject *context, Answer answer) override;
    void write(const QString &label, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &label, QObject *context, Done done) override;

private:
    Result<QByteArray> passphrase();
    void forgetPassphrase();
    void change(const std::function<void(QMap<QString, QByteArray> &)> &edit, QObject *context, Done done);

    QString m_file;
    Prompt m_prompt;
    QByteArray m_passphrase;
    QThreadPool m_worker;
};

/// The vault's file format; they throw nothing and leave the file as it is on failure (kind Keychain). Of several
/// programs that change it at once, one waits for the other.
Result<QMap<QString, QByteArray>> openVault(const QString &file, const QByteArray &passphrase);
Result<void> sealVault(const QString &file, const QByteArray &passphrase,
                       const QMap<QString, QByteArray> &secrets);

Result<void> changeVault(const QString &file, const QByteArray &passphrase,
                         const std::function<void(QMap<QString, QByteArray> &)> &edit);

} // namespace Costglass
