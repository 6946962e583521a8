// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/rowsahead.h"

namespace Costglass {

namespace {

constexpr size_t BatchRows = 512;
constexpr size_t MostBatches = 4;

} // namespace

RowsAhead::RowsAhead(CsvRows &rows, CostFile &file) : m_rows(rows), m_file(file), m_thread([this] { run(); })
{
}

RowsAhead::~RowsAhead()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

RowsAhead::Batch RowsAhead::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_batches.empty(); });
    Batch batch = std::move(m_batches.front());
    m_batches.pop_front();
    lock.unlock();
    m_changed.notify_all();
    return batch;
}

bool RowsAhead::put(Batch batch)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopping || m_batches.size() < MostBatches; });
    const bool more = !batch.last && !m_stopping;
    m_batches.push_back(std::move(batch));
    lock.unlock();
    m_changed.notify_all();
    return more;
}

void RowsAhead::run()
{
    while (put(readBatch())) { }
}

RowsAhead::Batch RowsAhead::readBatch()
{
    Batch batch;
    batch.rows.reserve(BatchRows);
    while (batch.rows.size() + batch.refused.size() < BatchRows) {
        const auto more = m_rows.next();
        if (!more)
            batch.error = more.error();
        if (!more || !*more) {
            batch.last = true;
            break;
        }
        auto row = m_file.read(m_rows.cells());
        if (row)
            batch.rows.push_back(*std::move(row));
        else
            batch.refused.push_back({m_rows.line(), row.error().detail});
    }
    return batch;
}

} // namespace Costglass
