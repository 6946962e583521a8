// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/ledgerload.h"

#include "store/bookkeeping.h"
#include "store/snapshotwriter.h"

#include <algorithm>
#include <map>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

constexpr qsizetype MostIdsKept = 200'000;

/// A table with the columns that make two of its rows the same.
struct Compared
{
    QByteArray table;
    QByteArray columns;
};

const std::array<Compared, 2> &comparedTables()
{
    static const QByteArray common
        = "day, charge_period_start, charge_period_end, service, model, project, key, user,"
          " region, tier, consumed_unit, ";
    static const std::array<Compared, 2> tables{
        Compared{"charge",
                 common
                     + "kind, charge_category, charge_description, sku_meter, billing_currency, billed_cost,"
                       " list_cost, consumed_quantity"},
        Compared{"usage",
                 common
                     + "input, cache_read, cache_write_5m, cache_write_30m, cache_write_1h, cache_write_12h, "
                       "output,"
                       " requests, quantity"}};
    return tables;
}

} // namespace

class LedgerLoad::Private
{
public:
    Private(Database &target, DimensionIds &words, const FileToLoad &wanted)
        : database(target), ids(words), file(wanted), transaction(target), writer(target, words),
          charges(target, RowTable::Of::Charges), usage(target, RowTable::Of::Usage),
          usageCategory(words.idFor(chargeCategoryName(ChargeCategory::Usage)))
    {
        const QList<Account> accounts = readAccounts(database);
        for (const Account &account : accounts) {
            if (account.isFile() && account.fileLabel() == file.label)
                parts.emplace(account.vendor, account);
        }
    }

    /// One vendor's part of the file: an account, and a snapshot once there is a row.
    struct Part
    {
        explicit Part(const Account &owner) : account(owner) { }
        Account account;
        Snapshot snapshot = {};
        qint64 id = 0;
        qint64 rows = 0;
        qint64 paired = 0; ///< rows with a charge and use
        std::unique_ptr<RollupBuilder> rollups;
    };

    Part &partFor(const QString &vendor);
    void begin(Part &part);
    void insert(Part &part, RowTable &table, const LedgerRow &row);
    void finish(Part &part, LoadChange &change);
    struct Replaced
    {
        qint64 same = 0;
        qint64 removed = 0;
    };
    Replaced replace(const Part &part, const Compared &compared);
    bool hasOlder(const Part &part, const DateRange &days);
    QStringList othersOf(const Part &part, const DateRange &days);

    Database &database;
    DimensionIds &ids;
    FileToLoad file;
    WriteTransaction transaction;
    SnapshotWriter writer;
    RowTable charges;
    RowTable usage;
    qint64 usageCategory;
    std::map<QString, Part> parts;
    Part *last = nullptr;
    qint64 firstDay = std::numeric_limits<qint64>::max();
    qint64 lastDay = 0;
    bool committed = false;
};

LedgerLoad::LedgerLoad(Database &database, DimensionIds &ids, const FileToLoad &file)
    : d(std::make_unique<Private>(database, ids, file))
{
}

LedgerLoad::~LedgerLoad()
{
    if (!d->committed)
        d->ids.forget();
}

LedgerLoad::Private::Part &LedgerLoad::Private::partFor(const QString &vendor)
{
    if (last && last->account.vendor == vendor && last->id > 0)
        return *last;
    auto found = parts.find(vendor);
    if (found == parts.end()) {
        Account account;
        account.vendor = vendor;
        account.label = parts.empty() ? file.label : QStringLiteral("%1 (%2)").arg(file.label, vendor);
        account.settings.insert(QStringLiteral("file"), file.label);
        account.secretPlace = SecretPlace::Environment; // where nothing is stored
        found = parts.emplace(vendor, Costglass::addAccount(database, account)).first;
    }
    last = &found->second;
    if (last->id == 0)
        begin(*last);
    return *last;
}

void LedgerLoad::Private::begin(Part &part)
{
    part.snapshot.account = part.account.id;
    part.snapshot.takenAt = file.takenAt;
    part.snapshot.replies = {file.note};
    part.id = writer.insertSnapshot(part.snapshot);
    part.rollups = std::make_unique<RollupBuilder>(usageCategory);
}

void LedgerLoad::Private::insert(Part &part, RowTable &table, const LedgerRow &row)
{
    table.insert(part.account.id, Feed::Costs, part.id, row);
    part.rollups->add(row);
    firstDay = std::min(firstDay, row.day);
    lastDay = std::max(lastDay, row.day);
    if (ids.size() > MostIdsKept)
        ids.forget();
}

Result<void> LedgerLoad::add(const QString &vendor, const std::optional<Charge> &charge,
                             const std::optional<Usage> &usage)
{
    return guarded([&] {
        Private::Part &part = d->partFor(vendor);
        if (charge)
            d->insert(part, d->charges, d->charges.fromCharge(*charge, d->ids));
        if (usage)
            d->insert(part, d->usage, d->usage.fromUsage(*usage, d->ids));
        ++part.rows;
        part.paired += charge && usage ? 1 : 0;
    });
}

void LedgerLoad::name(const QString &vendor, const Name &name)
{
    const auto part = d->parts.find(vendor);
    if (part != d->parts.end())
        part->second.snapshot.records.names.append(name);
}

bool LedgerLoad::Private::hasOlder(const Part &part, const DateRange &days)
{
    const qint64 from = days.from.toJulianDay();
    const qint64 to = days.to.toJulianDay();
    return charges.hasAny(part.account.id, Feed::Costs, from, to)
        || usage.hasAny(part.account.id, Feed::Costs, from, to);
}

/// Counts what of the older rows the file has too, then removes the older ones.
LedgerLoad::Private::Replaced LedgerLoad::Private::replace(const Part &part, const Compared &compared)
{
    const QByteArray window
        = " FROM " + compared.table + " WHERE account = ?1 AND feed = ?2 AND day >= ?3 AND day < ?4";
    const qint64 from = part.snapshot.days.from.toJulianDay();
    const qint64 to = part.snapshot.days.to.toJulianDay();
    const int feed = static_cast<int>(Feed::Costs);
    Statement older(database, ("SELECT count(*)" + window + " AND snapshot <> ?5").constData());
    older.with(part.account.id, feed, from, to, part.id).step();
    const qint64 before = older.integer(0);
    if (before == 0)
        return {};
    Statement both(
        database,
        ("SELECT coalesce(sum(min(fresh, n - fresh)), 0) FROM (SELECT count(*) AS n, sum(snapshot = ?5) AS "
         "fresh"
         + window + " GROUP BY " + compared.columns + ")")
            .constData());
    both.with(part.account.id, feed, from, to, part.id).step();
    const Replaced replaced{both.integer(0), before - both.integer(0)};
    Statement(database, ("DELETE" + window + " AND snapshot <> ?5").constData())
        .with(part.account.id, feed, from, to, part.id)
        .run();
    return replaced;
}

QStringList LedgerLoad::Private::othersOf(const Part &part, const DateRange &days)
{
    QStringList labels;
    Statement read(
        database,
        "SELECT label FROM account a WHERE vendor = ?1 AND id <> ?2 AND EXISTS (SELECT 1 FROM rollup_day"
        " WHERE dim = 0 AND day >= ?3 AND day < ?4 AND account = a.id AND kind >= 0)");
    read.with(part.account.vendor, part.account.id, days.from.toJulianDay(), days.to.toJulianDay());
    while (read.step())
        labels.append(read.text(0));
    return labels;
}

void LedgerLoad::Private::finish(Part &part, LoadChange &change)
{
    if (part.id == 0) {
        if (!hasOlder(part, change.days))
            return;
        begin(part); // the file no longer has anything of this vendor
    }
    part.snapshot.days = change.days;
    const auto before = writer.daySums(part.snapshot);
    Statement(database, "UPDATE snapshot SET day_from = ?2, day_to = ?3, row_count = ?4 WHERE id = ?1")
        .with(part.id, change.days.from.toJulianDay(), change.days.to.toJulianDay(), part.rows)
        .run();
    writer.writeNames(part.snapshot);
    change.added += part.rows;
    const Replaced charge = replace(part, comparedTables()[0]);
    const Replaced use = replace(part, comparedTables()[1]);
    // Use that goes with a charge is of the same row.
    change.same += charge.same + std::max<qint64>(0, use.same - part.paired);
    change.removed += charge.removed + std::max<qint64>(0, use.removed - charge.removed);
    part.rollups->replace(database, part.account.id, Feed::Costs, change.days.from.toJulianDay(),
                          change.days.to.toJulianDay());
    writer.noteRestatements(part.snapshot, part.id, before, writer.daySums(part.snapshot));
    change.accounts.append(part.account.label);
    change.alsoTold += othersOf(part, change.days);
}

Result<LoadChange> LedgerLoad::finish()
{
    return guarded([&] {
        LoadChange change;
        if (d->lastDay == 0)
            throw StoreProblem{Error{Error::Kind::Format, Texts::tr("The file has no rows."),
                                     Texts::tr("Look whether it is the right file.")}};
        change.days = {QDate::fromJulianDay(d->firstDay), QDate::fromJulianDay(d->lastDay + 1)};
        for (auto &[vendor, part] : d->parts)
            d->finish(part, change);
        change.added -= change.same;
        return change;
    });
}

Result<void> LedgerLoad::commit()
{
    return guarded([&] {
        d->transaction.commit();
        d->committed = true;
    });
}

std::optional<LoadedFile> loadedFile(Database &database, const QByteArray &note)
{
    LoadedFile file;
    Statement read(
        database,
        "SELECT a.label, s.row_count FROM snapshot s JOIN account a ON a.id = s.account"
        " WHERE s.hash = ?1 AND NOT EXISTS (SELECT 1 FROM snapshot later WHERE later.account = s.account"
        " AND later.feed = s.feed AND later.id > s.id AND later.day_from < s.day_to"
        " AND later.day_to > s.day_from) ORDER BY s.id");
    read.with(SnapshotWriter::hashOf({note}));
    while (read.step()) {
        file.accounts.append(read.text(0));
        file.rows += read.integer(1);
    }
    return file.accounts.isEmpty() ? std::nullopt : std::optional(file);
}

} // namespace Costglass
