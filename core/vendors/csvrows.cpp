// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/csvrows.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Files)
};

constexpr qsizetype FirstBuffer = 256 * 1024;

/// The separator that stands most often in the first line, outside quotes.
char separatorOf(QByteArrayView text)
{
    constexpr std::string_view candidates = ",;\t|";
    std::array<int, candidates.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '\n' && !quoted)
            break;
        if (c == '"')
            quoted = !quoted;
        const size_t which = quoted ? std::string_view::npos : candidates.find(c);
        if (which != std::string_view::npos)
            ++counts[which];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return candidates[static_cast<size_t>(most - counts.begin())];
}

} // namespace

bool CsvRows::Cell::isNull() const
{
    return text.isEmpty() || (!quoted && text.size() == 4 && qstrnicmp(text.data(), "null", 4) == 0);
}

CsvRows::CsvRows(Source source) : m_source(std::move(source)), m_buffer(FirstBuffer, Qt::Uninitialized) { }

Result<bool> CsvRows::fill()
{
    if (m_sourceEnded)
        return false;
    char *data = m_buffer.data();
    if (m_record > 0) {
        std::memmove(data, data + m_record, static_cast<size_t>(m_end - m_record));
        m_at -= m_record;
        m_end -= m_record;
        m_record = 0;
    }
    if (m_end == m_buffer.size()) {
        if (m_buffer.size() >= LongestRecord)
            return failure(Error::Kind::Format,
                           Texts::tr("The record that begins in line %1 does not end.").arg(m_recordLine),
                           Texts::tr("Look there for a quote that is opened and never closed."));
        m_buffer.resize(2 * m_buffer.size());
        data = m_buffer.data();
    }
    const auto read = m_source(data + m_end, m_buffer.size() - m_end);
    if (!read)
        return std::unexpected(read.error());
    m_end += *read;
    m_sourceEnded = *read == 0;
    return !m_sourceEnded;
}

Result<void> CsvRows::begin()
{
    m_begun = true;
    for (bool more = true;
         more && std::memchr(m_buffer.constData(), '\n', static_cast<size_t>(m_end)) == nullptr;) {
        const auto filled = fill();
        if (!filled)
            return std::unexpected(filled.error());
        more = *filled;
    }
    const QByteArrayView start(m_buffer.constData(), m_end);
    if (start.startsWith("\xff\xfe") || start.startsWith("\xfe\xff"))
        return failure(Error::Kind::Format, Texts::tr("The file is written in UTF-16."),
                       Texts::tr("Save it as CSV in UTF-8."));
    if (start.startsWith("\xef\xbb\xbf"))
        m_at = 3;
    m_separator = separatorOf(start);
    return {};
}

Result<bool> CsvRows::next()
{
    if (!m_begun) {
        const auto begun = begin();
        if (!begun)
            return std::unexpected(begun.error());
    }
    do {
        m_record = m_at;
        m_recordLine = m_line;
        m_spans.clear();
        if (m_at == m_end) {
            const auto filled = fill();
            if (!filled || !*filled)
                return filled;
        }
        const auto read = readRecord();
        if (!read)
            return std::unexpected(read.error());
    } while (m_spans.size() == 1 && !m_spans[0].quoted && m_spans[0].from == m_spans[0].to);
    m_cells.clear();
    const char *record = m_buffer.constData() + m_record;
    for (const Span &span : m_spans)
        m_cells.push_back({QByteArrayView(record + span.from, span.to - span.from), span.quoted});
    return true;
}

Result<void> CsvRows::readRecord()
{
    for (;;) {
        const auto more = readCell();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return {};
    }
}

/// Reads one cell with what ends it; true when another of the same record follows.
Result<bool> CsvRows::readCell()
{
    if (m_at == m_end) {
        const auto filled = fill();
        if (!filled)
            return filled;
    }
    const bool quoted = m_at < m_end && m_buffer.at(m_at) == '"';
    m_at += quoted ? 1 : 0;
    Span span{m_at - m_record, 0, quoted};
    qsizetype written = span.from;
    if (quoted) {
        const auto read = readQuoted(written);
        if (!read)
            return std::unexpected(read.error());
    }
    const auto read = readPlain(written); // the whole cell, or what stands behind its closing quote
    if (!read)
        return std::unexpected(read.error());
    span.to = written;
    return endCell(span);
}

bool CsvRows::endCell(Span span)
{
    const bool another = m_at < m_end && m_buffer.at(m_at) == m_separator;
    const bool carriage = !another && span.to > span.from && m_buffer.at(m_record + span.to - 1) == '\r';
    span.to -= carriage ? 1 : 0;
    m_spans.push_back(span);
    if (m_at < m_end)
        ++m_at;
    if (!another)
        ++m_line;
    return another;
}

/// Moves text to where the cell's text ends so far; doubled quotes leave a gap in front of it.
void CsvRows::append(const char *from, const char *to, qsizetype &written)
{
    char *target = m_buffer.data() + m_record + written;
    if (target != from)
        std::memmove(target, from, static_cast<size_t>(to - from));
    written += to - from;
}

Result<void> CsvRows::readQuoted(qsizetype &written)
{
    for (;;) {
        const char *from = m_buffer.constData() + m_at;
        const char *end = m_buffer.constData() + m_end;
        const void *found = std::memchr(from, '"', static_cast<size_t>(end - from));
        const char *to = found ? static_cast<const char *>(found) : end;
        m_line += std::count(from, to, '\n');
        append(from, to, written);
        m_at += to - from;
        if (m_at + 1 >= m_end) { // the end, or a quote of which nobody knows yet whether another follows
            const auto filled = fill();
            if (!filled)
                return std::unexpected(filled.error());
            if (!*filled && !found)
                return failure(
                    Error::Kind::Format,
                    Texts::tr("A quote in the record of line %1 is never closed.").arg(m_recordLine),
                    Texts::tr("Export the file again, or close the quote."));
        }
        if (!found)
            continue;
        ++m_at;
        if (m_at == m_end || m_buffer.at(m_at) != '"')
            return {};
        const char *quote = m_buffer.constData() + m_at;
        append(quote, quote + 1, written);
        ++m_at;
    }
}

Result<void> CsvRows::readPlain(qsizetype &written)
{
    for (;;) {
        const char *from = m_buffer.constData() + m_at;
        const char *end = m_buffer.constData() + m_end;
        const char *to = from;
        while (to != end && *to != m_separator && *to != '\n')
            ++to;
        append(from, to, written);
        m_at += to - from;
        if (to != end)
            return {};
        const auto filled = fill();
        if (!filled)
            return std::unexpected(filled.error());
        if (!*filled)
            return {};
    }
}

} // namespace Costglass
