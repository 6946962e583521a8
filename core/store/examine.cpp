// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/bookkeeping.h"
#include "store/rows.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

/// Days of a dimension on which the rollup and the records disagree.
qint64 disagreements(Database &database, const char *rollup, const char *records)
{
    const QByteArray sql = QByteArray("SELECT count(*) FROM (SELECT * FROM (") + rollup + " EXCEPT " + records
        + ") UNION ALL SELECT * FROM (" + records + " EXCEPT " + rollup + "))";
    Statement count(database, sql.constData());
    count.step();
    return count.integer(0);
}

qint64 wrongRollups(Database &database)
{
    qint64 wrong = 0;
    const QList<QPair<RollupDim, QByteArray>> dims{
        {RollupDim::None, "0"},          {RollupDim::Service, "service"}, {RollupDim::Model, "model"},
        {RollupDim::Project, "project"}, {RollupDim::Key, "key"},         {RollupDim::User, "user"},
        {RollupDim::Region, "region"},   {RollupDim::Tier, "tier"}};
    for (const auto &[dim, column] : dims) {
        const QByteArray number = QByteArray::number(static_cast<int>(dim));
        const QByteArray money = "SELECT day, account, feed, value, kind, currency, cost FROM rollup_day "
                                 "WHERE kind >= 0 AND dim = "
            + number;
        const QByteArray charges = "SELECT day, account, feed, " + column
            + ", kind, billing_currency, sum(billed_cost) FROM charge GROUP BY 1,2,3,4,5,6";
        wrong += disagreements(database, money.constData(), charges.constData());
        const QByteArray use = "SELECT day, account, feed, value, input, cache_read, output, requests FROM "
                               "rollup_day WHERE kind < 0 AND dim = "
            + number;
        const QByteArray usage = "SELECT day, account, feed, " + column
            + ", sum(input), sum(cache_read), sum(output), sum(requests) FROM usage GROUP BY 1,2,3,4";
        wrong += disagreements(database, use.constData(), usage.constData());
    }
    return wrong;
}

} // namespace

QStringList examine(Database &database)
{
    QStringList findings;
    Statement integrity(database, "PRAGMA integrity_check(20)");
    while (integrity.step()) {
        if (integrity.text(0) != u"ok")
            findings.append(Texts::tr("The file is damaged: %1.").arg(integrity.text(0)));
    }
    Statement keys(database, "PRAGMA foreign_key_check");
    if (keys.step())
        findings.append(Texts::tr("Rows of “%1” belong to nothing.").arg(keys.text(0)));
    const qint64 wrong = wrongRollups(database);
    if (wrong > 0)
        findings.append(
            Texts::tr("%n daily sum(s) disagree with the records.", nullptr, static_cast<int>(wrong)));
    Statement replies(database, "SELECT id FROM snapshot WHERE same_as IS NULL");
    while (replies.step()) {
        const auto read = guarded([&] { return readReplies(database, replies.integer(0)); });
        if (!read)
            findings.append(Texts::tr("The replies of snapshot %1 cannot be read.").arg(replies.integer(0)));
    }
    return findings;
}

} // namespace Costglass
