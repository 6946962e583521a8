// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/emulatornetwork.h"
#include "engine/engine.h"
#include "engine/pricestore.h"
#include "engine/reconcile.h"
#include "eventually.h"

#include <QtTest>

#include <algorithm>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// The sample world's bills held to the bundled price book, by the names that the vendors report.
class TestSandboxBill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesAwsModels();
};

void TestSandboxBill::pricesAwsModels()
{
    const qint64 now = parseRfc3339(u"2026-11-24T12:00:00Z").value();
    auto engine = Engine::open({.dataFolder = {}, .now = now, .demo = true});
    QVERIFY(engine);
    const World world(World::DefaultSeed, now);
    const EmulatorNetwork aws(world);
    Account account;
    account.vendor = account.label = u"aws"_s;
    account.baseUrl = EmulatorNetwork::baseUrl(account.vendor);
    account.settings = aws.settings(account.vendor);
    std::optional<Result<Account>> added;
    (*engine)->addAccount(account, aws.secret(account.vendor), this,
                          [&added](const Result<Account> &done) { added = done; });
    QVERIFY(eventually([&] { return added.has_value(); }, 20'000));
    QVERIFY2(*added, *added ? "" : qPrintable(added->error().detail));
    QSignalSpy synced((*engine)->startSync({}), &SyncRun::finished);
    QVERIFY(synced.wait(120'000));
    using Reconciled = Result<QList<ReconciledAccount>>;
    std::optional<Reconciled> answer;
    (*engine)->ledger().run(
        this,
        [folder = (*engine)->dataFolder()](Store &store) -> Reconciled {
            auto accounts = store.accounts();
            if (!accounts)
                return std::unexpected(accounts.error());
            accounts->removeIf([](const Account &one) { return one.vendor != u"aws"; });
            return reconcileMonth(store, *accounts, Month(2026, 10), *openPriceBook(folder));
        },
        [&answer](const Reconciled &reconciled) { answer = reconciled; });
    QVERIFY(eventually([&] { return answer.has_value(); }, 20'000));
    QVERIFY(*answer);
    QCOMPARE((*answer)->size(), 1);
    QStringList agreed;
    for (const ReconciledLine &line : (*answer)->first().lines) {
        QVERIFY2(line.reason != DifferenceReason::UnknownModel, qPrintable(line.model));
        if (!line.reason && line.difference && line.difference->isZero() && !line.billed.isZero())
            agreed.append(line.model);
    }
    agreed.sort();
    QCOMPARE(agreed, (QStringList{u"NovaLite"_s, u"NovaPro"_s, u"TitanEmbeddingV2"_s}));
}

QTEST_GUILESS_MAIN(TestSandboxBill)
#include "tst_sandboxbill.moc"
