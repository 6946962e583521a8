// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/vaultstore.h"

#include "engine/datafile.h"
#include "engine/simplestores.h"

#include <QDataStream>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QPointer>

#include <sodium.h>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Vault)
};

constexpr auto StreamVersion = QDataStream::Qt_6_0;

// Layout: magic, salt of argon2id, nonce of secretbox, sealed QDataStream of the map.
const QByteArray &magic()
{
    static const QByteArray text = "costglass-vault-1\n";
    return text;
}

std::unexpected<Error> damaged(const QString &file)
{
    return failure(
        Error::Kind::Keychain, Texts::tr("The vault %1 is damaged.").arg(file),
        Texts::tr(
            "It was left as it is. Put a backup in its place, or move it away and enter the keys again."));
}

Result<QByteArray> keyOf(const QByteArray &passphrase, const QByteArray &salt)
{
    QByteArray key(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    const int code = crypto_pwhash(
        reinterpret_cast<unsigned char *>(key.data()), static_cast<unsigned long long>(key.size()),
        passphrase.constData(), static_cast<unsigned long long>(passphrase.size()),
        reinterpret_cast<const unsigned char *>(salt.constData()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
        crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
    if (code != 0)
        return failure(Error::Kind::Keychain, Texts::tr("There is not enough memory to open the vault."));
    return key;
}

void wipe(QByteArray &bytes)
{
    bytes.detach();
    sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

} // namespace

Result<QMap<QString, QByteArray>> openVault(const QString &file, const QByteArray &passphrase)
{
    QFile vault(file);
    if (!vault.exists())
        return QMap<QString, QByteArray>();
    if (!vault.open(QFile::ReadOnly))
        return failure(Error::Kind::Keychain, Texts::tr("The vault %1 cannot be read.").arg(file));
    const QByteArray bytes = vault.readAll();
    const qsizetype head
        = magic().size() + qsizetype(crypto_pwhash_SALTBYTES) + qsizetype(crypto_secretbox_NONCEBYTES);
    if (!bytes.startsWith(magic()) || bytes.size() < head + qsizetype(crypto_secretbox_MACBYTES))
        return damaged(file);
    auto key = keyOf(passphrase, bytes.mid(magic().size(), crypto_pwhash_SALTBYTES));
    if (!key)
        return std::unexpected(key.error());
    const QByteArray sealed = bytes.mid(head);
    QByteArray plain(sealed.size() - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    const int code = crypto_secretbox_open_easy(
        reinterpret_cast<unsigned char *>(plain.data()),
        reinterpret_cast<const unsigned char *>(sealed.constData()),
        static_cast<unsigned long long>(sealed.size()),
        reinterpret_cast<const unsigned char *>(bytes.constData() + head - crypto_secretbox_NONCEBYTES),
        reinterpret_cast<const unsigned char *>(key->constData()));
    wipe(*key);
    if (code != 0) {
        return failure(
            Error::Kind::Keychain, Texts::tr("The passphrase does not open the vault."),
            Texts::tr(
                "Type it again, or set COSTGLASS_VAULT_PASSPHRASE to the right one. If it is right, the "
                "file is damaged: put a backup in its place."));
    }
    QMap<QString, QByteArray> secrets;
    QDataStream stream(plain);
    stream.setVersion(StreamVersion);
    stream >> secrets;
    wipe(plain);
    return stream.status() == QDataStream::Ok ? Result<QMap<QString, QByteArray>>(secrets) : damaged(file);
}

Result<void> sealVault(const QString &file, const QByteArray &passphrase,
                       const QMap<QString, QByteArray> &secrets)
{
    QByteArray plain;
    QDataStream stream(&plain, QIODevice::WriteOnly);
    stream.setVersion(StreamVersion);
    stream << secrets;
    QByteArray salt(crypto_pwhash_SALTBYTES, Qt::Uninitialized);
    QByteArray nonce(crypto_secretbox_NONCEBYTES, Qt::Uninitialized);
    randombytes_buf(salt.data(), static_cast<size_t>(salt.size()));
    randombytes_buf(nonce.data(), static_cast<size_t>(nonce.size()));
    auto key = keyOf(passphrase, salt);
    if (!key)
        return std::unexpected(key.error());
    QByteArray sealed(plain.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(reinterpret_cast<unsigned char *>(sealed.data()),
                          reinterpret_cast<const unsigned char *>(plain.constData()),
                          static_cast<unsigned long long>(plain.size()),
                          reinterpret_cast<const unsigned char *>(nonce.constData()),
                          reinterpret_cast<const unsigned char *>(key->constData()));
    wipe(*key);
    wipe(plain);
    const QFileInfo vault(file);
    const auto written = writeDataFile(vault.path(), vault.fileName(), magic() + salt + nonce + sealed);
    if (!written)
        return failure(Error::Kind::Keychain, Texts::tr("The vault %1 cannot be written.").arg(file),
                       written.error().remedy);
    return {};
}

Result<void> changeVault(const QString &file, const QByteArray &passphrase,
                         const std::function<void(QMap<QString, QByteArray> &)> &edit)
{
    constexpr int PatienceMs = 10'000;
    QLockFile lock(file + QStringLiteral(".lock"));
    if (!lock.tryLock(PatienceMs))
        return failure(
            Error::Kind::Keychain,
            Texts::tr("The vault %1 is held by another program, or cannot be written.").arg(file),
            Texts::tr("Close the other Costglass, and see that you may write to the data folder."));
    auto secrets = openVault(file, passphrase);
    if (!secrets)
        return std::unexpected(secrets.error());
    edit(*secrets);
    return sealVault(file, passphrase, *secrets);
}

VaultStore::VaultStore(const QString &file, QObject *parent) : SecretStore(parent), m_file(file)
{
    [[maybe_unused]] static const int ready = sodium_init();
    m_worker.setMaxThreadCount(1); // changes come one after the other
}

VaultStore::~VaultStore()
{
    m_worker.waitForDone();
    forgetPassphrase();
}

void VaultStore::forgetPassphrase()
{
    if (!m_passphrase.isEmpty())
        wipe(m_passphrase);
}

Result<QByteArray> VaultStore::passphrase()
{
    if (m_passphrase.isEmpty())
        m_passphrase = qgetenv("COSTGLASS_VAULT_PASSPHRASE");
    if (m_passphrase.isEmpty() && m_prompt)
        m_passphrase = m_prompt(!QFile::exists(m_file)).value_or(QByteArray());
    if (m_passphrase.isEmpty()) {
        return failure(Error::Kind::Keychain, Texts::tr("The vault needs its passphrase."),
                       Texts::tr("Type it when asked, or set COSTGLASS_VAULT_PASSPHRASE."));
    }
    return m_passphrase;
}

void VaultStore::read(const QString &label, QObject *context, Answer answer)
{
    const auto words = passphrase();
    if (!words)
        return answerLater(context, std::move(answer), Result<QByteArray>(std::unexpected(words.error())));
    m_worker.start([this, guard = QPointer<QObject>(context), file = m_file, words = *words, label,
                    answer = std::move(answer)] {
        const auto secrets = openVault(file, words);
        Result<QByteArray> result = secrets ? secrets->value(label) : QByteArray();
        if (!secrets)
            result = std::unexpected(secrets.error());
        else if (!secrets->contains(label))
            result = failure(Error::Kind::Keychain, Texts::tr("The vault holds no key for “%1”.").arg(label),
                             Texts::tr("Enter the key again."));
        QMetaObject::invokeMethod(this, [this, guard, answer, result, opened = secrets.has_value()] {
            if (!opened)
                forgetPassphrase(); // a wrong one is asked for again
            if (guard)
                answer(result);
        });
    });
}

void VaultStore::change(const std::function<void(QMap<QString, QByteArray> &)> &edit, QObject *context,
                        Done done)
{
    const auto words = passphrase();
    if (!words)
        return answerLater(context, std::move(done), Result<void>(std::unexpected(words.error())));
    m_worker.start([this, guard = QPointer<QObject>(context), file = m_file, words = *words, edit,
                    done = std::move(done)] {
        const auto changed = changeVault(file, words, edit);
        QMetaObject::invokeMethod(this, [this, guard, done, changed] {
            if (!changed)
                forgetPassphrase();
            if (guard)
                done(changed);
        });
    });
}

void VaultStore::write(const QString &label, const QByteArray &secret, QObject *context, Done done)
{
    change([label, secret](QMap<QString, QByteArray> &secrets) { secrets.insert(label, secret); }, context,
           std::move(done));
}

void VaultStore::remove(const QString &label, QObject *context, Done done)
{
    if (!QFile::exists(m_file))
        return answerLater(context, std::move(done), Result<void>());
    change([label](QMap<QString, QByteArray> &secrets) { secrets.remove(label); }, context, std::move(done));
}

} // namespace Costglass
