// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/syncplan.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

VendorInfo vendor()
{
    VendorInfo info;
    info.feeds = {Feed::Names, Feed::Costs, Feed::Usage};
    info.historyMonths = 24;
    return info;
}

VendorInfo costsOnly()
{
    VendorInfo info;
    info.feeds = {Feed::Costs};
    return info;
}

qint64 at(const QString &instant)
{
    return *parseRfc3339(instant);
}

DateRange days(const QString &from, const QString &to)
{
    return {QDate::fromString(from, Qt::ISODate), QDate::fromString(to, Qt::ISODate)};
}

PlannedJob costs(const QString &from, const QString &to)
{
    return {Feed::Costs, days(from, to)};
}

QList<PlannedJob> plan(const VendorInfo &info, const QString &now, const QList<DateRange> &settled = {},
                       const SyncOptions &options = {})
{
    return planJobs(info, {{Feed::Costs, settled}, {Feed::Usage, settled}}, false, options, at(now));
}

} // namespace

class TestSyncPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstSync();
    void newMonth_data();
    void newMonth();
    void leapDay();
    void trailingDays();
    void trailingDaysOverTwoMonths();
    void gapsAreFilled();
    void since_data();
    void since();
    void fullAsksForSettledDays();
    void feedsAndNames();
    void manyMonthsInOneJob();
};

void TestSyncPlan::firstSync()
{
    const auto jobs = plan(vendor(), u"2026-11-24T12:00:00Z"_s);
    QCOMPARE(jobs.size(), 1 + 13 * 2); // names; the month of today and twelve before, costs and usage
    QCOMPARE(jobs.at(0), (PlannedJob{Feed::Names, {}}));
    QCOMPARE(jobs.at(1), costs(u"2026-11-01"_s, u"2026-11-25"_s)); // today included
    QCOMPARE(jobs.at(2), (PlannedJob{Feed::Usage, days(u"2026-11-01"_s, u"2026-11-25"_s)}));
    QCOMPARE(jobs.at(3), costs(u"2026-10-01"_s, u"2026-11-01"_s));
    QCOMPARE(jobs.last(), (PlannedJob{Feed::Usage, days(u"2025-11-01"_s, u"2025-12-01"_s)}));
}

void TestSyncPlan::newMonth_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("end");
    const QByteArray utc = "UTC";
    QTest::newRow("last second") << utc << u"2026-11-30T23:59:59Z"_s << u"2026-11-01"_s << u"2026-12-01"_s;
    QTest::newRow("first second") << utc << u"2026-12-01T00:00:00Z"_s << u"2026-12-01"_s << u"2026-12-02"_s;
    QTest::newRow("new year") << utc << u"2027-01-01T00:00:00Z"_s << u"2027-01-01"_s << u"2027-01-02"_s;
    // The vendor's day, not ours: 17:00 UTC is tomorrow in Shanghai, 07:59 UTC is yesterday in Los Angeles.
    QTest::newRow("Shanghai") << QByteArray("Asia/Shanghai") << u"2026-11-30T17:00:00Z"_s << u"2026-12-01"_s
                              << u"2026-12-02"_s;
    QTest::newRow("Los Angeles") << QByteArray("America/Los_Angeles") << u"2026-12-01T07:59:59Z"_s
                                 << u"2026-11-01"_s << u"2026-12-01"_s;
}

void TestSyncPlan::newMonth()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, now);
    QFETCH(QString, first);
    QFETCH(QString, end);
    VendorInfo info = costsOnly();
    info.billingZone = zone;
    const auto jobs = plan(info, now);
    QCOMPARE(jobs.first(), costs(first, end));
    QCOMPARE(jobs.size(), 13);
}

void TestSyncPlan::leapDay()
{
    const auto jobs = plan(costsOnly(), u"2028-03-01T12:00:00Z"_s);
    QCOMPARE(jobs.at(0), costs(u"2028-03-01"_s, u"2028-03-02"_s));
    QCOMPARE(jobs.at(1), costs(u"2028-02-01"_s, u"2028-03-01"_s));
    QCOMPARE(jobs.at(1).days.days(), 29);
}

void TestSyncPlan::trailingDays()
{
    // Settled up to the 20th: the 21st to today are asked again, in one job, and no older month.
    const auto jobs = plan(costsOnly(), u"2026-11-24T12:00:00Z"_s, {days(u"2025-11-01"_s, u"2026-11-21"_s)});
    QCOMPARE(jobs, QList{costs(u"2026-11-21"_s, u"2026-11-25"_s)});
}

void TestSyncPlan::trailingDaysOverTwoMonths()
{
    const auto jobs = plan(costsOnly(), u"2026-12-02T12:00:00Z"_s, {days(u"2025-12-01"_s, u"2026-11-29"_s)});
    const QList expected{costs(u"2026-12-01"_s, u"2026-12-03"_s), costs(u"2026-11-29"_s, u"2026-12-01"_s)};
    QCOMPARE(jobs, expected);
}

void TestSyncPlan::gapsAreFilled()
{
    // A pass was stopped after three months, and within August five days are open on both sides of a settled one.
    const auto jobs = plan(costsOnly(), u"2026-11-24T12:00:00Z"_s,
                           {days(u"2025-11-01"_s, u"2026-08-10"_s), days(u"2026-08-12"_s, u"2026-08-13"_s),
                            days(u"2026-08-16"_s, u"2026-11-25"_s)});
    QCOMPARE(jobs, QList{costs(u"2026-08-10"_s, u"2026-08-16"_s)});
}

void TestSyncPlan::since_data()
{
    QTest::addColumn<QString>("month");
    QTest::addColumn<int>("months");
    QTest::newRow("this month") << u"2026-11"_s << 1;
    QTest::newRow("less than at first") << u"2026-09"_s << 3;
    QTest::newRow("more than at first") << u"2025-01"_s << 23;
    QTest::newRow("before what the vendor has") << u"2020-01"_s << 25;
    QTest::newRow("to come") << u"2027-02"_s << 0;
}

void TestSyncPlan::since()
{
    QFETCH(QString, month);
    QFETCH(int, months);
    SyncOptions options;
    options.since = *Month::parse(month);
    const auto jobs = plan(costsOnly(), u"2026-11-24T12:00:00Z"_s, {}, options);
    QCOMPARE(jobs.size(), months);
    // What is known is not asked for again, however far back.
    QCOMPARE(plan(costsOnly(), u"2026-11-24T12:00:00Z"_s, {days(u"2019-01-01"_s, u"2026-11-25"_s)}, options)
                 .size(),
             0);
}

void TestSyncPlan::fullAsksForSettledDays()
{
    SyncOptions options;
    options.full = true;
    const QList<DateRange> all{days(u"2020-01-01"_s, u"2026-11-25"_s)};
    const auto jobs = planJobs(vendor(), {{Feed::Costs, all}, {Feed::Usage, all}}, true, options,
                               at(u"2026-11-24T12:00:00Z"_s));
    QCOMPARE(jobs.size(), 1 + 13 * 2);
    QCOMPARE(jobs.at(1), costs(u"2026-11-01"_s, u"2026-11-25"_s));
    QCOMPARE(jobs.at(3), costs(u"2026-10-01"_s, u"2026-11-01"_s));
}

void TestSyncPlan::feedsAndNames()
{
    VendorInfo info = vendor();
    info.feeds.append(Feed::Balance);
    const qint64 now = at(u"2026-11-24T12:00:00Z"_s);
    SyncOptions options;
    options.since = Month(2026, 11);
    const auto feedsOf = [](const QList<PlannedJob> &jobs) {
        QList<Feed> feeds;
        for (const PlannedJob &job : jobs)
            feeds.append(job.feed);
        return feeds;
    };
    QCOMPARE(feedsOf(planJobs(info, {}, false, options, now)),
             (QList{Feed::Names, Feed::Balance, Feed::Costs, Feed::Usage}));
    QCOMPARE(feedsOf(planJobs(info, {}, true, options, now)),
             (QList{Feed::Balance, Feed::Costs, Feed::Usage}));
    options.feeds = {Feed::Usage};
    QCOMPARE(feedsOf(planJobs(info, {}, false, options, now)), QList{Feed::Usage});
    options.feeds = {Feed::Balance};
    QCOMPARE(feedsOf(planJobs(vendor(), {}, false, options, now)), QList<Feed>()); // it has none
}

void TestSyncPlan::manyMonthsInOneJob()
{
    VendorInfo info = costsOnly();
    info.monthsPerJob = 14;
    info.historyMonths = 13;
    // Where each request costs money a first sync is one walk …
    const auto first = plan(info, u"2026-11-24T12:00:00Z"_s);
    QCOMPARE(first, (QList<PlannedJob>{costs(u"2025-11-01"_s, u"2026-11-25"_s)}));
    const auto all = plan(info, u"2026-11-24T12:00:00Z"_s, {}, {.since = Month(2025, 1)});
    QCOMPARE(all, (QList<PlannedJob>{costs(u"2025-10-01"_s, u"2026-11-25"_s)}));
    // … and so are the open days of two months.
    const auto later = plan(info, u"2026-11-03T12:00:00Z"_s, {days(u"2025-11-01"_s, u"2026-10-20"_s)});
    QCOMPARE(later, (QList<PlannedJob>{costs(u"2026-10-20"_s, u"2026-11-04"_s)}));
    info.monthsPerJob = 10; // what does not fit goes into a second one, the newest first
    QCOMPARE(plan(info, u"2026-11-24T12:00:00Z"_s),
             (QList<PlannedJob>{costs(u"2026-02-01"_s, u"2026-11-25"_s),
                                costs(u"2025-11-01"_s, u"2026-02-01"_s)}));
}

QTEST_APPLESS_MAIN(TestSyncPlan)
#include "tst_syncplan.moc"
