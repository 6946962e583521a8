// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/requestbudget.h"

#include "eventually.h"
#include "vendors/registry.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// What an account's requests may cost in a month, with AWS's cent a request.
class TestRequestBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stopsAtTheLimit();
    void beginsAnewEachMonth();
    void takesTheUsualLimit();
    void refusesWhatIsNoLimit_data();
    void refusesWhatIsNoLimit();
    void tellsWhatWasSpent();

private:
    Result<void> take(qint64 now);

    QTemporaryDir m_folder;
    std::unique_ptr<StoreThread> m_ledger;
    Account m_account;
};

namespace {

constexpr qint64 Nov24Noon = 1795521600;
constexpr qint64 Dec1 = 1796083200; // 2026-12-01T00:00:00Z

const VendorInfo &aws()
{
    return findVendor(u"aws")->info();
}

} // namespace

void TestRequestBudget::init()
{
    static int round = 0;
    m_ledger.reset();
    m_ledger = std::move(*StoreThread::open(m_folder.filePath(QString::number(++round))));
    std::optional<Result<Account>> added;
    m_ledger->run(
        this, [](Store &store) { return store.addAccount({.vendor = u"aws"_s, .label = u"cloud"_s}); },
        [&](const Result<Account> &account) { added = account; });
    QVERIFY(eventually([&] { return added.has_value(); }));
    m_account = **added;
}

Result<void> TestRequestBudget::take(qint64 now)
{
    RequestBudget budget(*m_ledger, m_account, aws(), now);
    std::optional<Result<void>> taken;
    budget.take(this, [&](const Result<void> &answer) { taken = answer; });
    if (!eventually([&] { return taken.has_value(); }))
        return failure(Error::Kind::Timeout, u"no answer"_s);
    return *taken;
}

void TestRequestBudget::stopsAtTheLimit()
{
    m_account.settings.insert(u"request_budget"_s, u"0.035"_s); // three cents and a half: three requests
    for (int i = 0; i < 3; ++i)
        QVERIFY(take(Nov24Noon));
    const auto refused = take(Nov24Noon);
    QCOMPARE(refused.error().kind, Error::Kind::RateLimited);
    QCOMPARE(refused.error().retryAfter.value(), static_cast<int>(Dec1 - Nov24Noon));
    QVERIFY(refused.error().detail.contains(u"have cost $0.03"_s));
    QVERIFY(refused.error().detail.contains(u"“cloud”"_s));
    QVERIFY(refused.error().remedy.contains(u"request_budget"_s));
}

void TestRequestBudget::beginsAnewEachMonth()
{
    m_account.settings.insert(u"request_budget"_s, u"0.01"_s);
    QVERIFY(take(Dec1 - 1));
    QVERIFY(!take(Dec1 - 1));
    QVERIFY(take(Dec1));
    QVERIFY(!take(Dec1));
}

void TestRequestBudget::takesTheUsualLimit()
{
    QCOMPARE(RequestBudget::most(m_account, aws())->toDecimal(), u"2.00"_s);
    m_account.settings.insert(u"request_budget"_s, u"0"_s); // nothing at all may be spent
    QCOMPARE(take(Nov24Noon).error().kind, Error::Kind::RateLimited);
}

void TestRequestBudget::refusesWhatIsNoLimit_data()
{
    QTest::addColumn<QString>("limit");
    for (const QString &limit : {u"much"_s, u"-1"_s, u""_s, u"2,00"_s})
        QTest::newRow(qPrintable(u"“%1”"_s.arg(limit))) << limit;
}

void TestRequestBudget::refusesWhatIsNoLimit()
{
    QFETCH(QString, limit);
    m_account.settings.insert(u"request_budget"_s, limit);
    QCOMPARE(take(Nov24Noon).error().kind, Error::Kind::Config);
}

void TestRequestBudget::tellsWhatWasSpent()
{
    QVERIFY(take(Nov24Noon));
    QVERIFY(take(Nov24Noon));
    Account other = m_account;
    other.vendor = u"openai"_s;
    std::optional<Result<bool>> checked;
    m_ledger->run(
        this,
        [account = m_account, other](Store &store) -> Result<bool> {
            const auto spend = requestSpend(store, account, Nov24Noon);
            const auto free = requestSpend(store, other, Nov24Noon);
            return spend && *spend && (*spend)->requests == 2 && (*spend)->spent.toDecimal() == u"0.02"
                && (*spend)->most.toDecimal() == u"2.00" && free && !*free;
        },
        [&](const Result<bool> &right) { checked = right; });
    QVERIFY(eventually([&] { return checked.has_value(); }));
    QVERIFY(**checked);
}

QTEST_GUILESS_MAIN(TestRequestBudget)
#include "tst_requestbudget.moc"
