// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/costfile.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace Costglass {

/// A row that cannot be read, and why.
struct RefusedRow
{
    qint64 line = 0; ///< of the file, from 1
    QString why; ///< translated
};

/// Reads the rows of a cost file in a thread of its own, a few hundred ahead of who stores them: reading takes as long
/// as storing. \a rows and \a file are that thread's alone until this object is destroyed.
class RowsAhead
{
public:
    struct Batch
    {
        std::vector<CostRow> rows;
        std::vector<RefusedRow> refused;
        std::optional<Error> error; ///< the file cannot be read on
        bool last = false;
    };

    RowsAhead(CsvRows &rows, CostFile &file);
    ~RowsAhead();
    RowsAhead(const RowsAhead &) = delete;
    RowsAhead &operator=(const RowsAhead &) = delete;

    Batch next(); ///< waits for it; not to be called after the last one

private:
    void run();
    Batch readBatch();
    bool put(Batch batch); ///< waits for room; false when nobody wants it any more

    CsvRows &m_rows;
    CostFile &m_file;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Batch> m_batches;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace Costglass
