// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArrayView>

#include <functional>
#include <vector>

namespace Costglass {

/// Reads CSV (RFC 4180 and what spreadsheets and clouds make of it) record by record in constant memory: comma,
/// semicolon, tab or bar, whichever the first line has most of; a byte order mark; LF or CRLF; quoted cells with
/// doubled quotes and line breaks; empty lines, which are passed over.
class CsvRows
{
public:
    /// Fills at most \a room bytes at \a to and says how many; 0 = the end.
    using Source = std::function<Result<qint64>(char *to, qint64 room)>;
    static constexpr qsizetype LongestRecord = 16 * 1024 * 1024;

    struct Cell
    {
        QByteArrayView text; ///< without its quotes; valid until the next record is read
        bool quoted = false;

        /// Nothing stands there: an empty cell, or NULL that is not in quotes.
        bool isNull() const;
    };

    explicit CsvRows(Source source);

    /// Reads the next record; false at the end. Format: a quote that is never closed, a record beyond
    /// LongestRecord, UTF-16 text; what \a source answers is passed on.
    Result<bool> next();

    const std::vector<Cell> &cells() const { return m_cells; }
    qint64 line() const { return m_recordLine; } ///< where the record begins, from 1

private:
    struct Span
    {
        qsizetype from; ///< from the record's beginning: the buffer moves while it is read
        qsizetype to;
        bool quoted;
    };

    Result<bool> fill();
    Result<void> begin();
    Result<void> readRecord();
    Result<bool> readCell();
    Result<void> readQuoted(qsizetype &written);
    Result<void> readPlain(qsizetype &written);
    bool endCell(Span span);
    void append(const char *from, const char *to, qsizetype &written);

    Source m_source;
    QByteArray m_buffer;
    qsizetype m_record = 0; ///< where the record begins in the buffer
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    bool m_sourceEnded = false;
    bool m_begun = false;
    char m_separator = ',';
    qint64 m_line = 1;
    qint64 m_recordLine = 1;
    std::vector<Span> m_spans;
    std::vector<Cell> m_cells;
};

} // namespace Costglass
