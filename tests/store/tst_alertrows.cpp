// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledgerfixture.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

class TestAlertRows : public QObject, private LedgerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openLedger(); }
    void cleanup() { closeLedger(); }
    void alertsAreNotedOnce();
    void webhooksOweAlerts();
    void snoozesAlerts();
};

void TestAlertRows::alertsAreNotedOnce()
{
    Budget budget{
        .name = u"All AI"_s, .amount = usd(u"1500"_s), .scope = {{u"model"_s, QString()}}, .failAt = 100};
    budget = *m_store->saveBudget(budget);
    QVERIFY(budget.id > 0);
    QCOMPARE(m_store->saveBudget({.name = u"All AI"_s}).error().kind, Error::Kind::Config);
    budget.thresholds = {75};
    QVERIFY(m_store->saveBudget(budget));
    QCOMPARE(m_store->budgets()->size(), 1);
    QCOMPARE(m_store->budgets()->first().thresholds, QList<int>{75});
    QVERIFY(m_store->budgets()->first().scope.value(u"model"_s).isNull());
    Alert alert{.budget = budget.id,
                .budgetName = budget.name,
                .periodStart = november.from,
                .threshold = 80,
                .spent = usd(u"1200"_s),
                .amount = budget.amount,
                .causeModel = u"m1"_s,
                .raisedAt = Nov24Noon};
    QVERIFY(*m_store->recordAlert(alert));
    Alert same = alert;
    QVERIFY(!*m_store->recordAlert(same));
    alert.periodStart = QDate(2026, 12, 1);
    QVERIFY(*m_store->recordAlert(alert));
    QVERIFY(m_store->markAlertShown(alert.id, Nov24Noon + 1));
    QCOMPARE(m_store->alerts(0)->size(), 2);
    QCOMPARE(m_store->alerts(0)->first().shownAt, Nov24Noon + 1);
    QVERIFY(m_store->removeBudget(budget.id));
    QCOMPARE(m_store->alerts(0)->first().budgetName, u"All AI"_s); // history outlives the budget
}

/// Every webhook that was there when an alert came owes it one delivery; what goes with a webhook is its own.
void TestAlertRows::webhooksOweAlerts()
{
    const auto alertAt = [](qint64 when) {
        return Alert{
            .kind = AlertKind::Anomaly, .periodStart = november.from.addDays(when), .raisedAt = when};
    };
    Alert before = alertAt(1);
    QVERIFY(*m_store->recordAlert(before));
    const auto team = m_store->addWebhook({.name = u"team"_s, .kind = WebhookKind::DingTalk});
    const auto ops = m_store->addWebhook({.name = u"ops"_s, .secretPlace = SecretPlace::Vault});
    QVERIFY(team && ops);
    QCOMPARE(m_store->addWebhook({.name = u"team"_s}).error().kind, Error::Kind::Config);
    QCOMPARE(m_store->webhooks()->first().name, u"ops"_s);
    QCOMPARE(m_store->webhooks()->last().kind, WebhookKind::DingTalk);
    QVERIFY(m_store->deliveries()->isEmpty());
    Alert after = alertAt(2);
    QVERIFY(*m_store->recordAlert(after));
    QVERIFY(!*m_store->recordAlert(after));
    QCOMPARE(m_store->deliveries()->size(), 2);
    Delivery first = m_store->deliveries()->first();
    QCOMPARE(first.alert, after.id);
    QCOMPARE(first.webhookName, u"team"_s);
    QVERIFY(first.isPending());
    first.tries = 3;
    first.givenUpAt = 99;
    first.problem = u"It answered 404."_s;
    QVERIFY(m_store->saveDelivery(first));
    QVERIFY(!m_store->deliveries()->first().isPending());
    QCOMPARE(m_store->deliveries()->first().problem, u"It answered 404."_s);
    QVERIFY(m_store->removeWebhook(team->id));
    QCOMPARE(m_store->deliveries()->size(), 1);
    QCOMPARE(m_store->alerts(0)->size(), 2);
}

void TestAlertRows::snoozesAlerts()
{
    Alert alert{.periodStart = november.from, .raisedAt = 100};
    QVERIFY(*m_store->recordAlert(alert));
    QVERIFY(m_store->alerts(0)->first().isDue(100));
    QVERIFY(m_store->snoozeAlert(alert.id, 500));
    QVERIFY(!m_store->alerts(0)->first().isDue(499));
    QVERIFY(m_store->alerts(0)->first().isDue(500));
    QVERIFY(m_store->markAlertShown(alert.id, 501));
    QVERIFY(!m_store->alerts(0)->first().isDue(502));
    QVERIFY(m_store->snoozeAlert(alert.id, 600)); // once shown, it comes again
    QVERIFY(m_store->alerts(0)->first().isDue(600));
    QCOMPARE(m_store->snoozeAlert(alert.id + 1, 600).error().kind, Error::Kind::Config);
    QCOMPARE(m_store->expectAlert(alert.id).error().kind,
             Error::Kind::Config); // only anomalies can be expected
}

QTEST_GUILESS_MAIN(TestAlertRows)
#include "tst_alertrows.moc"
