// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"
#include "engine/simplestores.h"
#include "eventually.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Nov24Noon = 1795521600; // 2026-11-24 12:00:00 UTC

/// A keyring that nobody unlocks.
class LockedStore : public SecretStore
{
public:
    void read(const QString &, QObject *context, Answer answer) override
    {
        answerLater(context, std::move(answer),
                    Result<QByteArray>(failure(Error::Kind::Keychain, u"locked"_s)));
    }
    void write(const QString &, const QByteArray &, QObject *context, Done done) override
    {
        answerLater(context, std::move(done), Result<void>(failure(Error::Kind::Keychain, u"locked"_s)));
    }
    void remove(const QString &, QObject *context, Done done) override
    {
        answerLater(context, std::move(done), Result<void>(failure(Error::Kind::Keychain, u"locked"_s)));
    }
};

Account account(const QString &label, SecretPlace place = SecretPlace::Keyring)
{
    Account account;
    account.vendor = u"openai"_s;
    account.label = label;
    account.secretPlace = place;
    return account;
}

} // namespace

/// Accounts and their secrets never stay without each other.
class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void addKeepsBoth();
    void addKeepsNeitherWhenTheSecretCannotBeKept();
    void addGoesOnWhenTheAskerIsGone();
    void takenNameHarmsNobody();
    void secretSettingsStayOutOfTheLedger();
    void refusesWhatCannotWork_data();
    void refusesWhatCannotWork();
    void renameTakesTheSecretAlong();
    void renameToATakenNameHarmsNobody();
    void newPlaceTakesTheSecretAlong();
    void editStaysWhenTheSecretCannotMove();
    void environmentMustHaveTheSecretBeforeItMoves();
    void editForgetsTheFailure();
    void removeTakesTheSecret();
    void removeGoesOnWithoutTheKeyring();
    void sampleDataFillOnce();

private:
    template<typename T, typename Start>
    Result<T> wait(Start start);
    Result<Account> add(const Account &account, const QByteArray &secret);
    Result<void> update(const Account &account, const std::optional<QByteArray> &secret = {});
    Result<void> remove(const Account &account);
    QString secretOf(const QString &label, SecretPlace place = SecretPlace::Keyring);
    QStringList labels();

    std::unique_ptr<Engine> m_engine;
};

template<typename T, typename Start>
Result<T> TestAccounts::wait(Start start)
{
    std::optional<Result<T>> result;
    start([&](Result<T> answer) { result = std::move(answer); });
    if (!eventually([&] { return result.has_value(); }))
        return failure(Error::Kind::Overflow, u"never answered"_s);
    return *result;
}

Result<Account> TestAccounts::add(const Account &account, const QByteArray &secret)
{
    return wait<Account>([&](auto answer) { m_engine->addAccount(account, secret, this, answer); });
}

Result<void> TestAccounts::update(const Account &account, const std::optional<QByteArray> &secret)
{
    return wait<void>([&](auto answer) { m_engine->updateAccount(account, secret, this, answer); });
}

Result<void> TestAccounts::remove(const Account &account)
{
    return wait<void>([&](auto answer) { m_engine->removeAccount(account, true, this, answer); });
}

/// The secret, or "-" when there is none.
QString TestAccounts::secretOf(const QString &label, SecretPlace place)
{
    const auto secret
        = wait<QByteArray>([&](auto answer) { m_engine->secrets().at(place).read(label, this, answer); });
    return secret ? QString::fromUtf8(*secret) : u"-"_s;
}

QStringList TestAccounts::labels()
{
    const auto accounts = wait<QList<Account>>([&](auto answer) {
        m_engine->ledger().run(
            this, [](Store &store) { return store.accounts(); }, answer);
    });
    QStringList labels;
    for (const Account &known : accounts.value())
        labels.append(known.label + u'@' + secretPlaceName(known.secretPlace));
    return labels;
}

void TestAccounts::init()
{
    auto engine = Engine::open({.dataFolder = {}, .now = Nov24Noon, .demo = true}); // secrets in memory
    QVERIFY(engine);
    m_engine = std::move(*engine);
}

void TestAccounts::addKeepsBoth()
{
    int changes = 0;
    connect(m_engine.get(), &Engine::accountsChanged, this, [&] { ++changes; });
    const auto added = add(account(u"production"_s), "key-1");
    QVERIFY(added);
    QVERIFY(added->id > 0);
    QCOMPARE(secretOf(u"production"_s), u"key-1"_s);
    QCOMPARE(labels(), QStringList{u"production@keyring"_s});
    QCOMPARE(changes, 1);
}

void TestAccounts::addKeepsNeitherWhenTheSecretCannotBeKept()
{
    m_engine->secrets().setStore(SecretPlace::Keyring, std::make_unique<LockedStore>());
    const auto added = add(account(u"production"_s), "key-1");
    QVERIFY(!added);
    QCOMPARE(added.error().kind, Error::Kind::Keychain);
    QCOMPARE(labels(), QStringList());
    QVERIFY(add(account(u"production"_s, SecretPlace::Vault), "key-1")); // the name is free
}

void TestAccounts::addGoesOnWhenTheAskerIsGone()
{
    auto wizard = std::make_unique<QObject>();
    bool answered = false;
    bool changed = false;
    connect(m_engine.get(), &Engine::accountsChanged, this, [&] { changed = true; });
    m_engine->addAccount(account(u"production"_s), "key-1", wizard.get(),
                         [&](const Result<Account> &) { answered = true; });
    wizard.reset();
    QVERIFY(eventually([&] { return changed; }));
    QCOMPARE(labels(), QStringList{u"production@keyring"_s});
    QCOMPARE(secretOf(u"production"_s), u"key-1"_s);
    QVERIFY(!answered);
}

void TestAccounts::takenNameHarmsNobody()
{
    QVERIFY(add(account(u"production"_s), "key-1"));
    const auto again = add(account(u"production"_s), "key-2");
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::Config);
    QCOMPARE(secretOf(u"production"_s), u"key-1"_s);
}

/// AWS's session token is as secret as the key: it goes where the key goes.
void TestAccounts::secretSettingsStayOutOfTheLedger()
{
    Account aws = account(u"aws"_s);
    aws.vendor = u"aws"_s;
    aws.settings = {{u"access_key_id"_s, u"ASIATEMP"_s}, {u"session_token"_s, u"t0ken"_s}};
    auto added = add(aws, "key-1");
    QVERIFY(added);
    QCOMPARE(added->settings.keys(), QStringList{u"access_key_id"_s});
    QCOMPARE(secretOf(u"aws"_s), u"key-1\nt0ken"_s);
    added->settings.insert(u"session_token"_s, u"t0ken-2"_s);
    QCOMPARE(update(*added).error().kind, Error::Kind::Config); // whose key would be the old one
    QVERIFY(update(*added, "key-2"));
    QCOMPARE(secretOf(u"aws"_s), u"key-2\nt0ken-2"_s);
    aws.label = u"elsewhere"_s;
    aws.secretPlace = SecretPlace::Environment;
    QCOMPARE(add(aws, "key-1").error().kind, Error::Kind::Config);
}

void TestAccounts::refusesWhatCannotWork_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("setting");
    QTest::newRow("vendor") << u"nobody"_s << u"a"_s << QUrl() << QString();
    QTest::newRow("no name") << u"openai"_s << u"  "_s << QUrl() << QString();
    QTest::newRow("plain http") << u"openai"_s << u"a"_s << QUrl(u"http://api.vendor.test/v1"_s) << QString();
    QTest::newRow("no address") << u"openai"_s << u"a"_s << QUrl(u"api.vendor.test"_s) << QString();
    QTest::newRow("setting") << u"openai"_s << u"a"_s << QUrl() << u"colour=x"_s;
    QTest::newRow("value") << u"aws"_s << u"a"_s << QUrl() << u"group_by=colour"_s;
    QTest::newRow("tag without its name") << u"aws"_s << u"a"_s << QUrl() << u"group_by=tag:"_s;
}

void TestAccounts::refusesWhatCannotWork()
{
    QFETCH(QString, vendor);
    QFETCH(QString, label);
    QFETCH(QUrl, url);
    QFETCH(QString, setting);
    Account wrong = account(label);
    wrong.vendor = vendor;
    wrong.baseUrl = url;
    if (!setting.isEmpty())
        wrong.settings = {{setting.section(u'=', 0, 0), setting.section(u'=', 1)}, {u"profile"_s, u"p"_s}};
    const auto added = add(wrong, "key-1");
    QVERIFY(!added);
    QCOMPARE(added.error().kind, Error::Kind::Config);
    QCOMPARE(labels(), QStringList());
    QCOMPARE(secretOf(label), u"-"_s);
}

void TestAccounts::renameTakesTheSecretAlong()
{
    Account known = add(account(u"production"_s), "key-1").value();
    known.label = u"live"_s;
    QVERIFY(update(known));
    QCOMPARE(labels(), QStringList{u"live@keyring"_s});
    QCOMPARE(secretOf(u"live"_s), u"key-1"_s);
    QCOMPARE(secretOf(u"production"_s), u"-"_s);

    known.label = u"prod"_s;
    QVERIFY(update(known, "key-2"));
    QCOMPARE(secretOf(u"prod"_s), u"key-2"_s);
    QCOMPARE(secretOf(u"live"_s), u"-"_s);
}

void TestAccounts::renameToATakenNameHarmsNobody()
{
    QVERIFY(add(account(u"one"_s), "key-1"));
    Account two = add(account(u"two"_s), "key-2").value();
    two.label = u"one"_s;
    const auto updated = update(two, "key-3");
    QVERIFY(!updated);
    QCOMPARE(updated.error().kind, Error::Kind::Config);
    QCOMPARE(labels(), (QStringList{u"one@keyring"_s, u"two@keyring"_s}));
    QCOMPARE(secretOf(u"one"_s), u"key-1"_s);
    QCOMPARE(secretOf(u"two"_s), u"key-2"_s);
}

void TestAccounts::newPlaceTakesTheSecretAlong()
{
    Account known = add(account(u"production"_s), "key-1").value();
    known.secretPlace = SecretPlace::Vault;
    QVERIFY(update(known));
    QCOMPARE(labels(), QStringList{u"production@vault"_s});
    QCOMPARE(secretOf(u"production"_s, SecretPlace::Vault), u"key-1"_s);
    QCOMPARE(secretOf(u"production"_s), u"-"_s);
}

void TestAccounts::editStaysWhenTheSecretCannotMove()
{
    Account known = add(account(u"production"_s, SecretPlace::Vault), "key-1").value();
    m_engine->secrets().setStore(SecretPlace::Keyring, std::make_unique<LockedStore>());
    known.secretPlace = SecretPlace::Keyring;
    const auto updated = update(known);
    QVERIFY(!updated);
    QCOMPARE(updated.error().kind, Error::Kind::Keychain);
    QCOMPARE(labels(), QStringList{u"production@vault"_s});
    QCOMPARE(secretOf(u"production"_s, SecretPlace::Vault), u"key-1"_s);
}

void TestAccounts::environmentMustHaveTheSecretBeforeItMoves()
{
    m_engine->secrets().setStore(SecretPlace::Environment, std::make_unique<EnvironmentStore>());
    Account known = add(account(u"production"_s), "key-1").value();
    known.secretPlace = SecretPlace::Environment;
    QVERIFY(!update(known));
    QCOMPARE(labels(), QStringList{u"production@keyring"_s});
    QCOMPARE(secretOf(u"production"_s), u"key-1"_s);
    qputenv("COSTGLASS_SECRET_PRODUCTION", "key-1");
    QVERIFY(update(known));
    QCOMPARE(labels(), QStringList{u"production@env"_s});
    QCOMPARE(secretOf(u"production"_s), u"-"_s);
    qunsetenv("COSTGLASS_SECRET_PRODUCTION");
}

void TestAccounts::editForgetsTheFailure()
{
    Account known = add(account(u"production"_s), "key-1").value();
    FeedState state;
    state.account = known.id;
    state.lastGoodAt = Nov24Noon - 7200;
    state.lastTriedAt = Nov24Noon;
    state.completeTo = Nov24Noon - 86400;
    state.lastError = Error{Error::Kind::Config, u"The address does not know this request."_s};
    QVERIFY(wait<void>([&](auto answer) {
        m_engine->ledger().run(
            this, [state](Store &store) { return store.setFeedState(state); }, answer);
    }));
    known.baseUrl = QUrl(u"https://gateway.vendor.test/v1"_s);
    QVERIFY(update(known));
    const auto states = wait<QList<FeedState>>([&](auto answer) {
        m_engine->ledger().run(
            this, [](Store &store) { return store.feedStates(); }, answer);
    });
    QCOMPARE(states->size(), 1);
    QVERIFY(!states->first().lastError);
    QCOMPARE(states->first().lastTriedAt, state.lastGoodAt); // the try that failed does not count
    QCOMPARE(states->first().completeTo, state.completeTo);
}

void TestAccounts::removeTakesTheSecret()
{
    const Account known = add(account(u"production"_s), "key-1").value();
    QVERIFY(remove(known));
    QCOMPARE(labels(), QStringList());
    QCOMPARE(secretOf(u"production"_s), u"-"_s);
}

void TestAccounts::removeGoesOnWithoutTheKeyring()
{
    const Account known = add(account(u"production"_s), "key-1").value();
    m_engine->secrets().setStore(SecretPlace::Keyring, std::make_unique<LockedStore>());
    QVERIFY(remove(known));
    QCOMPARE(labels(), QStringList());
}

void TestAccounts::sampleDataFillOnce()
{
    const auto filled = wait<void>([&](auto answer) { m_engine->fillDemo(this, answer); });
    QVERIFY2(filled, filled ? "" : qPrintable(errorSentence(filled.error())));
    const auto extent = wait<DateRange>([&](auto answer) {
        m_engine->ledger().run(
            this, [](Store &store) { return store.extent(); }, answer);
    });
    QCOMPARE(extent->from, QDate(2025, 11, 1));
    QCOMPARE_GE(extent->to, QDate(2026, 11, 24));
    // The names are taken: it says so rather than keep whoever waits for ever.
    const auto again = wait<void>([&](auto answer) { m_engine->fillDemo(this, answer); });
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::Config);
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
