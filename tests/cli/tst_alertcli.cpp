// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/wire.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Budgets' thresholds, webhooks and alert settings as a script meets them.
class TestAlertCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void budgetsTakeForecastThresholds();
    void webhooksKeepTheirAddressToThemselves();
    void webhooksMayLiveInTheEnvironment();
    void settingsAreChecked();
    void unknownAlertsAreRefused();

private:
    struct Outcome
    {
        int exitCode = -1;
        QJsonObject json;
        QByteArray err;
    };
    Outcome run(const QStringList &words, const QByteArray &input = {});

    std::unique_ptr<QTemporaryDir> m_place;
    QProcessEnvironment m_environment;
};

void TestAlertCli::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(u"XDG_DATA_HOME"_s, m_place->path());
    m_environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    m_environment.insert(u"COSTGLASS_VAULT_PASSPHRASE"_s, u"a passphrase"_s);
}

/// With --json. The event loop runs meanwhile, for a server of the test.
TestAlertCli::Outcome TestAlertCli::run(const QStringList &words, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(COSTGLASS_CLI), words + QStringList{u"--json"_s});
    process.write(input);
    process.closeWriteChannel();
    if (finished.isEmpty())
        finished.wait(30'000);
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
            process.readAllStandardError()};
}

void TestAlertCli::budgetsTakeForecastThresholds()
{
    const QStringList add{u"budget"_s,   u"add"_s, u"--name"_s,     u"A"_s,
                          u"--amount"_s, u"100"_s, u"--currency"_s, u"USD"_s};
    QJsonObject budget = run(add
                             + QStringList{u"--forecast-threshold"_s, u"120,100"_s, u"--period"_s, u"week"_s,
                                           u"--week-start"_s, u"Sunday"_s})
                             .json;
    QCOMPARE(budget[u"forecast_thresholds"_s].toArray(), QJsonArray({100, 120}));
    QCOMPARE(budget[u"week_start"_s].toString(), u"sunday"_s);
    budget = run({u"budget"_s, u"edit"_s, u"A"_s, u"--forecast-threshold"_s, u"none"_s}).json;
    QCOMPARE(budget[u"forecast_thresholds"_s].toArray(), QJsonArray());
    QCOMPARE(budget[u"thresholds"_s].toArray(), QJsonArray({50, 80, 100}));
    QCOMPARE(run({u"budget"_s, u"edit"_s, u"A"_s, u"--forecast-threshold"_s, u"0"_s}).exitCode, 2);
    QCOMPARE(run({u"budget"_s, u"edit"_s, u"A"_s, u"--week-start"_s, u"someday"_s}).exitCode, 2);
}

void TestAlertCli::webhooksKeepTheirAddressToThemselves()
{
    Wire server(Wire::says(Wire::reply("200 OK", R"({"errcode":0,"errmsg":"ok"})")));
    const QByteArray address = server.url(u"/robot/send?access_token=T0KEN"_s).toEncoded();
    const Outcome added = run({u"webhook"_s, u"add"_s, u"team"_s, u"--kind"_s, u"dingtalk"_s, u"--url"_s,
                               u"-"_s, u"--secret-store"_s, u"vault"_s},
                              address + "\nSECret\n");
    QCOMPARE(added.exitCode, 0);
    QCOMPARE(added.json[u"name"_s].toString(), u"team"_s);
    QCOMPARE(run({u"alerts"_s, u"test"_s, u"--channel"_s, u"webhook:team"_s}).json[u"sent"_s].toBool(), true);
    QCOMPARE(server.requests.size(), 1);
    QVERIFY(server.requests.first().contains("access_token=T0KEN&timestamp="));
    QDirIterator files(m_place->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("T0KEN") && !bytes.contains("SECret"), qPrintable(file.fileName()));
    }
    const QJsonArray list = run({u"webhook"_s, u"list"_s}).json[u"webhooks"_s].toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0][u"secret_store"_s].toString(), u"vault"_s);
    QCOMPARE(run({u"webhook"_s, u"remove"_s, u"team"_s}).exitCode, 0);
    QCOMPARE(run({u"alerts"_s, u"test"_s, u"--channel"_s, u"webhook:team"_s}).exitCode, 2);
}

void TestAlertCli::webhooksMayLiveInTheEnvironment()
{
    Wire server(Wire::says(Wire::reply("404 Not Found", {})));
    const QStringList add{u"webhook"_s,        u"add"_s, u"ops"_s, u"--kind"_s, u"generic"_s,
                          u"--secret-store"_s, u"env"_s};
    QCOMPARE(run(add).exitCode, 0);
    QCOMPARE(run({u"alerts"_s, u"test"_s, u"--channel"_s, u"webhook:ops"_s}).exitCode, 4); // no variable
    m_environment.insert(u"COSTGLASS_SECRET_WEBHOOK_OPS"_s, server.url(u"/x"_s).toString());
    const Outcome refused = run({u"alerts"_s, u"test"_s, u"--channel"_s, u"webhook:ops"_s});
    QVERIFY(refused.exitCode != 0);
    QVERIFY(refused.err.contains("404"));
    QCOMPARE(
        run({u"webhook"_s, u"add"_s, u"x"_s, u"--kind"_s, u"slack"_s, u"--url"_s, u"http://example.com/x"_s})
            .exitCode,
        2);
    QCOMPARE(
        run({u"webhook"_s, u"add"_s, u"x"_s, u"--kind"_s, u"pigeon"_s, u"--url"_s, u"https://example.com/"_s})
            .exitCode,
        2);
}

void TestAlertCli::settingsAreChecked()
{
    const QStringList settings{u"alerts"_s, u"settings"_s};
    QVERIFY(run(settings).json[u"quiet_hours"_s].isNull());
    run(settings + QStringList{u"--quiet-hours"_s, u"22:00-07:30"_s, u"--least-anomaly"_s, u"25.50"_s});
    QJsonObject there = run(settings).json;
    QCOMPARE(there[u"quiet_hours"_s][u"to"_s].toString(), u"07:30"_s);
    QCOMPARE(there[u"least_anomaly"_s].toString(), u"25.50"_s);
    for (const QString &wrong : {u"22:00"_s, u"25:00-07:00"_s, u"07:00-07:00"_s})
        QCOMPARE(run(settings + QStringList{u"--quiet-hours"_s, wrong}).exitCode, 2);
    QCOMPARE(run(settings + QStringList{u"--least-anomaly"_s, u"much"_s}).exitCode, 2);
    there = run(settings + QStringList{u"--quiet-hours"_s, u"none"_s, u"--least-anomaly"_s, u"none"_s}).json;
    QVERIFY(there[u"quiet_hours"_s].isNull());
    QVERIFY(there[u"least_anomaly"_s].isNull());
}

void TestAlertCli::unknownAlertsAreRefused()
{
    QCOMPARE(run({u"alerts"_s, u"snooze"_s, u"7"_s, u"--until"_s, u"2099-01-01"_s}).exitCode, 2);
    QCOMPARE(run({u"alerts"_s, u"snooze"_s, u"7"_s, u"--until"_s, u"2001-01-01"_s}).exitCode, 2);
    QCOMPARE(run({u"alerts"_s, u"expect"_s, u"seven"_s}).exitCode, 2);
    QCOMPARE(run({u"alerts"_s, u"test"_s, u"--channel"_s, u"pigeon"_s}).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestAlertCli)
#include "tst_alertcli.moc"
