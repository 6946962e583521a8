// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the keyring store does in front of real keyrings; keyring.sh sets each scene and calls its function.

#include "engine/keyringstore.h"

#include "eventually.h"

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const QString &label()
{
    static const QString text = u"生产 production"_s;
    return text;
}

/// Owns the keyring's name and never answers, as one that waits for its password does.
class MuteKeyring : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override { return true; }
};

int serveMute(QCoreApplication &application)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    MuteKeyring keyring;
    bus.registerVirtualObject(u"/"_s, &keyring, QDBusConnection::SubPath);
    return bus.registerService(u"org.freedesktop.secrets"_s) ? application.exec() : 1;
}

} // namespace

class KeyringScenes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unlocked();
    void fill();
    void locked();
    void filledStill();
    void noBus();
    void noService();
    void mute();

private:
    Result<QByteArray> read(KeyringStore &store, const QString &name = label());
    Result<void> write(KeyringStore &store, const QByteArray &secret, const QString &name = label());
    Result<void> remove(KeyringStore &store, const QString &name = label());
    void refusesEverything(const QString &detail, int patienceMs = 20'000);
};

namespace {

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

} // namespace

Result<QByteArray> KeyringScenes::read(KeyringStore &store, const QString &name)
{
    return waitFor<QByteArray>([&](auto answer) { store.read(name, this, answer); });
}

Result<void> KeyringScenes::write(KeyringStore &store, const QByteArray &secret, const QString &name)
{
    return waitFor<void>([&](auto answer) { store.write(name, secret, this, answer); });
}

Result<void> KeyringScenes::remove(KeyringStore &store, const QString &name)
{
    return waitFor<void>([&](auto answer) { store.remove(name, this, answer); });
}

void KeyringScenes::refusesEverything(const QString &detail, int patienceMs)
{
    KeyringStore store(u"folder-one"_s);
    store.setPatience(patienceMs);
    const QString remedy = u"Start or unlock the keyring, or keep the key in the passphrase vault "
                           u"(--secret-store vault) or the "
                           "environment (--secret-store env)."_s;
    const Error expected{Error::Kind::Keychain, detail, remedy};
    const auto had = read(store);
    QVERIFY(!had);
    QCOMPARE(had.error().detail, detail);
    QCOMPARE(had.error(), expected);
    const auto kept = write(store, "other-secret");
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Error::Kind::Keychain);
    QCOMPARE(kept.error().remedy, remedy);
    const auto removed = remove(store);
    QVERIFY(!removed);
    QCOMPARE(removed.error().detail, detail);
}

void KeyringScenes::unlocked()
{
    KeyringStore one(u"folder-one"_s);
    KeyringStore two(u"folder-two"_s);
    const auto missing = read(one);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Error::Kind::Keychain);
    QCOMPARE(missing.error().detail, u"The keyring holds no key for “生产 production”."_s);
    QCOMPARE(missing.error().remedy, u"Enter the key again."_s);

    const QByteArray secret("sk-密钥-\x00\xff-end", 17);
    QVERIFY(write(one, secret));
    QCOMPARE(read(one).value(), secret);
    QVERIFY(!read(two)); // another data folder, the same label

    QVERIFY(write(two, "second"));
    QVERIFY(write(one, "replaced"));
    QCOMPARE(read(one).value(), "replaced");
    QCOMPARE(read(two).value(), "second");

    QVERIFY(remove(one));
    QVERIFY(!read(one));
    QVERIFY(remove(one)); // nothing to remove is well
    QCOMPARE(read(two).value(), "second");

    // Whoever asked may be gone before the answer.
    auto context = std::make_unique<QObject>();
    bool answered = false;
    two.read(label(), context.get(), [&](const Result<QByteArray> &) { answered = true; });
    context.reset();
    QCOMPARE(read(two).value(), "second");
    QVERIFY(!answered);
}

void KeyringScenes::fill()
{
    KeyringStore store(u"folder-one"_s);
    QVERIFY(write(store, "Zq81-maple-Torrent-5521"));
}

void KeyringScenes::locked()
{
    KeyringStore store(u"folder-one"_s);
    const auto had = read(store);
    QVERIFY(!had);
    QCOMPARE(had.error().detail, u"The keyring is locked."_s);
    const auto removed = remove(store);
    QVERIFY(!removed);
    QCOMPARE(removed.error().detail, u"The keyring is locked."_s);
    const auto kept = write(store, "other");
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Error::Kind::Keychain);
}

void KeyringScenes::filledStill()
{
    KeyringStore store(u"folder-one"_s);
    QCOMPARE(read(store).value(), "Zq81-maple-Torrent-5521");
}

void KeyringScenes::noBus()
{
    refusesEverything(u"There is no usable keyring on this desktop."_s);
}

void KeyringScenes::noService()
{
    refusesEverything(u"There is no usable keyring on this desktop."_s);
}

void KeyringScenes::mute()
{
    refusesEverything(u"The keyring has not answered; perhaps it waits for its password in another window."_s,
                      300);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == u"--serve-mute")
        return serveMute(application);
    KeyringScenes scenes;
    return QTest::qExec(&scenes, argc, argv);
}

#include "keyringscenes.moc"
