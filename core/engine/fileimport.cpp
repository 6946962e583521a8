// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/fileimport.h"

#include "engine/filebytes.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Files)
};

/// One import, from the first line to the last.
class Import
{
public:
    Import(Store &store, const FileImportWish &wish, FileBytes &bytes)
        : m_store(store), m_wish(wish),
          m_rows([&bytes](char *to, qint64 room) { return bytes.read(to, room); })
    {
    }

    Result<FileImport> run(const QByteArray &hash);

private:
    Result<CostFileMap> chooseMap(const std::vector<CsvRows::Cell> &header) const;
    QByteArray noteOf(const CostFileMap &map, const QByteArray &hash) const;
    Result<void> readRows(CostFile &file);
    Result<void> keep(const CostRow &row);
    Result<void> count(const Charge &charge);
    Result<void> finish();

    Store &m_store;
    const FileImportWish &m_wish;
    CsvRows m_rows;
    std::unique_ptr<LedgerLoad> m_load;
    QSet<QPair<QString, QString>> m_named; ///< (vendor, project)
    FileImport m_done;
};

Result<CostFileMap> Import::chooseMap(const std::vector<CsvRows::Cell> &header) const
{
    if (m_wish.map)
        return readCostFileMap(*m_wish.map);
    if (const CostFileMap *asked = findCostFileMap(m_wish.format))
        return *asked;
    const auto found = CostFile::recognise(header);
    return found ? Result<CostFileMap>(**found) : std::unexpected(found.error());
}

/// What stands in the ledger for the file: the same content read in the same way is the same file.
QByteArray Import::noteOf(const CostFileMap &map, const QByteArray &hash) const
{
    const QByteArray how = m_wish.map ? m_wish.map->toBase64() : map.id.toUtf8();
    return "{\"format\":\"" + how + "\",\"sha256\":\"" + hash + "\"}";
}

Result<FileImport> Import::run(const QByteArray &hash)
{
    const auto first = m_rows.next();
    if (!first)
        return std::unexpected(first.error());
    if (!*first)
        return failure(Error::Kind::Format, Texts::tr("The file is empty."),
                       Texts::tr("Look whether it is the right file."));
    const auto map = chooseMap(m_rows.cells());
    if (!map)
        return std::unexpected(map.error());
    m_done.format = map->id;
    const QByteArray note = noteOf(*map, hash);
    const auto known = m_store.loadedFile(note);
    if (!known)
        return std::unexpected(known.error());
    if (*known) {
        m_done.known = m_done.stored = true;
        m_done.read = m_done.change.same = (*known)->rows;
        m_done.change.accounts = (*known)->accounts;
        return m_done;
    }
    auto file = CostFile::open(*map, m_rows.cells());
    if (!file)
        return std::unexpected(file.error());
    const QString label = m_wish.label.isEmpty() ? QFileInfo(m_wish.file).fileName() : m_wish.label;
    auto load = m_store.load({label, note, m_wish.now});
    if (!load)
        return std::unexpected(load.error());
    m_load = *std::move(load);
    for (const auto &done : {readRows(*file), finish()}) {
        if (!done)
            return std::unexpected(done.error());
    }
    return m_done;
}

Result<void> Import::readRows(CostFile &file)
{
    RowsAhead ahead(m_rows, file);
    for (bool last = false; !last;) {
        const RowsAhead::Batch batch = ahead.next();
        last = batch.last;
        m_done.read += static_cast<qint64>(batch.rows.size() + batch.refused.size());
        m_done.refused += static_cast<qint64>(batch.refused.size());
        for (const RefusedRow &row : batch.refused) {
            if (m_done.refusedRows.size() < FileImport::MostRefusedKept)
                m_done.refusedRows.append(row);
        }
        for (const CostRow &row : batch.rows) {
            const auto kept = keep(row);
            if (!kept)
                return kept;
        }
        if (batch.error)
            return std::unexpected(*batch.error);
    }
    return {};
}

Result<void> Import::keep(const CostRow &row)
{
    const auto counted = row.charge ? count(*row.charge) : Result<void>();
    const auto added = counted ? m_load->add(row.vendor, row.charge, row.usage) : counted;
    if (!added)
        return added;
    const QString &project = row.charge ? row.charge->at.project : row.usage->at.project;
    if (!project.isNull() && !row.projectName.isNull() && !m_named.contains({row.vendor, project})) {
        m_named.insert({row.vendor, project});
        m_load->name(row.vendor, {Name::Of::Project, project, row.projectName});
    }
    return {};
}

Result<void> Import::count(const Charge &charge)
{
    const auto same = std::find_if(m_done.totals.begin(), m_done.totals.end(), [&charge](const Total &total) {
        return total.kind == charge.kind && total.cost.currency() == charge.cost.currency();
    });
    if (same == m_done.totals.end()) {
        m_done.totals.append({charge.cost, charge.kind});
        return {};
    }
    const auto sum = same->cost.plus(charge.cost);
    if (!sum)
        return std::unexpected(sum.error());
    same->cost = *sum;
    return {};
}

Result<void> Import::finish()
{
    if (m_done.refused > 0 && !m_wish.skipRefused)
        return {};
    const auto change = m_load->finish();
    if (!change)
        return std::unexpected(change.error());
    m_done.change = *change;
    if (m_wish.dryRun)
        return {};
    const auto kept = m_load->commit();
    m_done.stored = kept.has_value();
    return kept;
}

} // namespace

Result<FileImport> importFile(Store &store, const FileImportWish &wish)
{
    auto bytes = FileBytes::open(wish.file);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto hash = bytes->hash();
    if (!hash)
        return std::unexpected(hash.error());
    return Import(store, wish, *bytes).run(*hash);
}

} // namespace Costglass
