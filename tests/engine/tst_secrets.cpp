// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/simplestores.h"
#include "engine/vaultstore.h"
#include "eventually.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Secret = "Zq81-maple-Torrent-5521";
constexpr auto Passphrase = "correct horse 电池";

template<typename T, typename Start>
Result<T> waitFor(Start start)
{
    std::optional<Result<T>> result;
    start([&](Result<T> answer) { result = std::move(answer); });
    if (result)
        return failure(Error::Kind::Overflow, u"answered from within the call"_s);
    if (!eventually([&] { return result.has_value(); }, 30'000))
        return failure(Error::Kind::Overflow, u"never answered"_s);
    return *result;
}

Result<QByteArray> read(SecretStore &store, const QString &label)
{
    QObject context;
    return waitFor<QByteArray>([&](auto answer) { store.read(label, &context, answer); });
}

Result<void> write(SecretStore &store, const QString &label, const QByteArray &secret)
{
    QObject context;
    return waitFor<void>([&](auto answer) { store.write(label, secret, &context, answer); });
}

Result<void> remove(SecretStore &store, const QString &label)
{
    QObject context;
    return waitFor<void>([&](auto answer) { store.remove(label, &context, answer); });
}

QByteArray bytesOf(const QString &file)
{
    QFile reader(file);
    return reader.open(QFile::ReadOnly) ? reader.readAll() : QByteArray();
}

void overwrite(const QString &file, const QByteArray &bytes)
{
    QFile writer(file);
    QVERIFY(writer.open(QFile::WriteOnly | QFile::Truncate));
    writer.write(bytes);
}

QString detailOf(const Result<QByteArray> &result)
{
    return result ? u"no error"_s : result.error().detail;
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void vaultKeepsAndForgets();
    void vaultFileShowsNothing();
    void vaultWantsItsPassphrase();
    void vaultAsksAgainAfterAWrongOne();
    void vaultKeepsARightPassphrase();
    void vaultRefusesDamage_data();
    void vaultRefusesDamage();
    void vaultTakesTwoWriters();
    void vaultTakesTwoPrograms();
    void vaultSaysWhenItCannotWrite();
    void vaultMayGoWhileItWorks();
    void contextMayGo();
    void environmentReadsAndStoresNothing();
    void memoryForgets();

private:
    std::unique_ptr<VaultStore> vault(const QByteArray &passphrase = Passphrase);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    int m_prompts = 0;
};

void TestSecrets::init()
{
    qunsetenv("COSTGLASS_VAULT_PASSPHRASE");
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"vault.bin"_s);
    m_prompts = 0;
}

std::unique_ptr<VaultStore> TestSecrets::vault(const QByteArray &passphrase)
{
    auto store = std::make_unique<VaultStore>(m_file);
    store->setPrompt([this, passphrase](bool) -> std::optional<QByteArray> {
        ++m_prompts;
        return passphrase;
    });
    return store;
}

void TestSecrets::vaultKeepsAndForgets()
{
    const auto store = vault();
    QVERIFY(remove(*store, u"none"_s)); // no vault yet: nothing to remove, nothing asked
    QCOMPARE(m_prompts, 0);
    QVERIFY(write(*store, u"生产"_s, Secret));
    QVERIFY(write(*store, u"research"_s, QByteArray("\x00\xff binary", 9)));
    QCOMPARE(read(*vault(), u"生产"_s).value(), Secret);
    QCOMPARE(read(*vault(), u"research"_s).value(), QByteArray("\x00\xff binary", 9));
    QVERIFY(write(*store, u"生产"_s, "second"));
    QVERIFY(remove(*store, u"research"_s));
    const auto again = vault();
    QCOMPARE(read(*again, u"生产"_s).value(), "second");
    QCOMPARE(detailOf(read(*again, u"research"_s)), u"The vault holds no key for “research”."_s);
}

void TestSecrets::vaultFileShowsNothing()
{
    const auto store = vault();
    QVERIFY(write(*store, u"production"_s, Secret));
    const QByteArray first = bytesOf(m_file);
    const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFile::permissions(m_file), ownerOnly);
    QVERIFY(first.startsWith("costglass-vault-1\n"));
    QVERIFY(!first.contains(Secret));
    QVERIFY(!first.contains("production"));
    QVERIFY(!first.contains(QByteArray("p\0r\0o\0d", 7))); // UTF-16
    QVERIFY(!first.contains(Passphrase));
    // Salt and nonce are new each time: the same content never looks the same.
    QVERIFY(write(*store, u"production"_s, Secret));
    const QByteArray second = bytesOf(m_file);
    QCOMPARE(second.size(), first.size());
    constexpr qsizetype Magic = 18;
    constexpr qsizetype Salt = 16; // of argon2id
    QVERIFY(first.mid(Magic, Salt) != second.mid(Magic, Salt));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"vault.bin"_s});
}

void TestSecrets::vaultWantsItsPassphrase()
{
    QVERIFY(write(*vault(), u"a"_s, Secret));
    VaultStore unasked(m_file);
    const auto none = read(unasked, u"a"_s);
    QVERIFY(!none);
    QCOMPARE(none.error(),
             (Error{Error::Kind::Keychain, u"The vault needs its passphrase."_s,
                    u"Type it when asked, or set COSTGLASS_VAULT_PASSPHRASE."_s}));
    VaultStore declined(m_file);
    declined.setPrompt([](bool) -> std::optional<QByteArray> { return std::nullopt; });
    QCOMPARE(detailOf(read(declined, u"a"_s)), none.error().detail);
    QVERIFY(!write(declined, u"b"_s, "x"));

    qputenv("COSTGLASS_VAULT_PASSPHRASE", Passphrase);
    QCOMPARE(read(*vault("not asked"), u"a"_s).value(), Secret);
    QCOMPARE(m_prompts, 1);
}

void TestSecrets::vaultAsksAgainAfterAWrongOne()
{
    QVERIFY(write(*vault(), u"a"_s, Secret));
    const QByteArray before = bytesOf(m_file);
    QByteArrayList typed{"wrong", "wrong too", Passphrase};
    VaultStore store(m_file);
    store.setPrompt([&](bool fresh) -> std::optional<QByteArray> {
        return fresh ? std::nullopt : std::optional(typed.takeFirst());
    });
    QCOMPARE(detailOf(read(store, u"a"_s)), u"The passphrase does not open the vault."_s);
    QVERIFY(!write(store, u"a"_s, "other"));
    QCOMPARE(bytesOf(m_file), before);
    QCOMPARE(read(store, u"a"_s).value(), Secret);
}

void TestSecrets::vaultKeepsARightPassphrase()
{
    const auto store = vault();
    QVERIFY(write(*store, u"a"_s, Secret));
    QVERIFY(!read(*store, u"missing"_s));
    QVERIFY(read(*store, u"a"_s));
    QCOMPARE(m_prompts, 1);
}

void TestSecrets::vaultRefusesDamage_data()
{
    QTest::addColumn<int>("cutTo");
    QTest::addColumn<int>("flip");
    QTest::addColumn<bool>("saysDamaged");
    QTest::newRow("empty") << 0 << -1 << true;
    QTest::newRow("another file") << -1 << 3 << true;
    QTest::newRow("only the head") << 18 + 16 + 24 << -1 << true;
    QTest::newRow("cut off") << 80 << -1 << false;
    QTest::newRow("salt changed") << -1 << 20 << false;
    QTest::newRow("content changed") << -1 << 85 << false;
}

void TestSecrets::vaultRefusesDamage()
{
    QFETCH(int, cutTo);
    QFETCH(int, flip);
    QFETCH(bool, saysDamaged);
    QVERIFY(write(*vault(), u"a"_s, Secret));
    QByteArray bytes = bytesOf(m_file);
    if (cutTo >= 0)
        bytes.truncate(cutTo);
    if (flip >= 0)
        bytes[flip] = static_cast<char>(bytes.at(flip) ^ 1);
    overwrite(m_file, bytes);
    const auto result = read(*vault(), u"a"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Keychain);
    QCOMPARE(result.error().detail,
             saysDamaged ? u"The vault %1 is damaged."_s.arg(m_file)
                         : u"The passphrase does not open the vault."_s);
    QVERIFY(result.error().remedy.contains(u"backup"_s));
    QVERIFY(!write(*vault(), u"b"_s, "x"));
    QVERIFY(!remove(*vault(), u"a"_s));
    QCOMPARE(bytesOf(m_file), bytes);
}

void TestSecrets::vaultTakesTwoWriters()
{
    const auto one = vault();
    const auto two = vault();
    constexpr int Writes = 6;
    int left = Writes;
    for (int i = 0; i < Writes; ++i) {
        VaultStore &store = i % 2 == 0 ? *one : *two;
        store.write(u"account %1"_s.arg(i), Secret, this, [&left](const Result<void> &kept) {
            if (kept)
                --left;
        });
    }
    QVERIFY(eventually([&] { return left == 0; }));
    const auto secrets = openVault(m_file, Passphrase);
    QVERIFY(secrets);
    QCOMPARE(secrets->size(), Writes);
}

void TestSecrets::vaultTakesTwoPrograms()
{
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    const QString name = child == 0 ? u"child"_s : u"parent"_s;
    bool well = true;
    for (int i = 0; i < 3; ++i) {
        well = well && changeVault(m_file, Passphrase, [&](QMap<QString, QByteArray> &secrets) {
                           secrets.insert(name + QString::number(i), Secret);
                       }).has_value();
    }
    if (child == 0)
        ::_exit(well ? 0 : 1);
    int status = 1;
    ::waitpid(child, &status, 0);
    QVERIFY(well);
    QCOMPARE(status, 0);
    QCOMPARE(openVault(m_file, Passphrase).value().size(), 6);
}

void TestSecrets::vaultSaysWhenItCannotWrite()
{
    VaultStore store(m_folder->filePath(u"not/there/vault.bin"_s));
    store.setPrompt([](bool) { return std::optional<QByteArray>(Passphrase); });
    const auto kept = write(store, u"a"_s, Secret);
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Error::Kind::Keychain);
    QVERIFY(kept.error().remedy.contains(u"write"_s));
}

void TestSecrets::vaultMayGoWhileItWorks()
{
    auto store = vault();
    bool answered = false;
    store->write(u"a"_s, Secret, this, [&](const Result<void> &) { answered = true; });
    store.reset();
    QCOMPARE(read(*vault(), u"a"_s).value(), Secret); // what was begun is done
    QVERIFY(!answered);
}

void TestSecrets::contextMayGo()
{
    const auto store = vault();
    auto context = std::make_unique<QObject>();
    bool answered = false;
    store->write(u"a"_s, Secret, context.get(), [&](const Result<void> &) { answered = true; });
    context.reset();
    QCOMPARE(read(*store, u"a"_s).value(), Secret);
    QVERIFY(!answered);
}

void TestSecrets::environmentReadsAndStoresNothing()
{
    EnvironmentStore store;
    const auto missing = read(store, u"My team-2"_s);
    QVERIFY(!missing);
    QCOMPARE(missing.error(),
             (Error{Error::Kind::Keychain, u"The key of “My team-2” is not in the environment."_s,
                    u"Set COSTGLASS_SECRET_MY_TEAM_2 before starting Costglass."_s}));
    QVERIFY(write(store, u"My team-2"_s, Secret));
    QVERIFY(!read(store, u"My team-2"_s));
    qputenv("COSTGLASS_SECRET_MY_TEAM_2", Secret);
    QCOMPARE(read(store, u"My team-2"_s).value(), Secret);
    qputenv("COSTGLASS_SECRET_MY_TEAM_2", "changed"); // read each time
    QCOMPARE(read(store, u"My team-2"_s).value(), "changed");
    qunsetenv("COSTGLASS_SECRET_MY_TEAM_2");
}

void TestSecrets::memoryForgets()
{
    MemoryStore store;
    QVERIFY(write(store, u"a"_s, Secret));
    QCOMPARE(read(store, u"a"_s).value(), Secret);
    QVERIFY(remove(store, u"a"_s));
    QCOMPARE(detailOf(read(store, u"a"_s)), u"There is no key for “a”."_s);
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
