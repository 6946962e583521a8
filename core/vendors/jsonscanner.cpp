// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <charconv>
#include <cstring>

namespace Costglass {

void JsonScanner::space()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\r' || *m_at == '\n'))
        ++m_at;
}

bool JsonScanner::take(char c)
{
    space();
    if (m_at == m_end || *m_at != c)
        return false;
    ++m_at;
    return true;
}

bool JsonScanner::isNull()
{
    space();
    return m_at < m_end && *m_at == 'n';
}

bool JsonScanner::word(std::string_view expected)
{
    if (static_cast<size_t>(m_end - m_at) < expected.size()
        || std::memcmp(m_at, expected.data(), expected.size()) != 0)
        return false;
    m_at += expected.size();
    return true;
}

bool JsonScanner::atEnd()
{
    space();
    return m_at == m_end;
}

bool JsonScanner::string(std::string_view &raw)
{
    if (!take('"'))
        return false;
    const char *start = m_at;
    const char *from = start;
    while (true) {
        const auto *quote
            = static_cast<const char *>(std::memchr(from, '"', static_cast<size_t>(m_end - from)));
        if (!quote)
            return false;
        const char *before = quote;
        while (before > start && before[-1] == '\\')
            --before;
        if ((quote - before) % 2 == 0) {
            raw = std::string_view(start, static_cast<size_t>(quote - start));
            m_at = quote + 1;
            return true;
        }
        from = quote + 1;
    }
}

bool JsonScanner::text(std::string_view &raw)
{
    raw = {};
    space();
    return m_at < m_end && *m_at == '"' ? string(raw) : skip();
}

bool JsonScanner::flag(bool &value)
{
    space();
    value = m_at < m_end && *m_at == 't';
    return skip();
}

bool JsonScanner::count(qint64 &value)
{
    value = 0;
    space();
    const char *start = m_at;
    if (!skip())
        return false;
    qint64 read = 0;
    const auto [end, problem] = std::from_chars(start, m_at, read);
    if (problem == std::errc() && end == m_at && read > 0)
        value = read;
    return true;
}

bool JsonScanner::skip()
{
    space();
    if (m_at == m_end)
        return false;
    std::string_view ignored;
    switch (*m_at) {
    case '"':
        return string(ignored);
    case '{':
    case '[':
        return skipNested();
    case 't':
        return word("true");
    case 'f':
        return word("false");
    case 'n':
        return word("null");
    default:
        break;
    }
    const char *start = m_at;
    while (m_at < m_end && (std::isdigit(static_cast<unsigned char>(*m_at)) || std::strchr("+-.eE", *m_at)))
        ++m_at;
    return m_at > start;
}

/// Only brackets and strings are looked at: what stands in a part that nobody reads need not be checked to the letter.
bool JsonScanner::skipNested()
{
    int depth = 0;
    std::string_view ignored;
    while (m_at < m_end) {
        const char c = *m_at;
        if (c == '"') {
            if (!string(ignored))
                return false;
            continue;
        }
        ++m_at;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return true;
    }
    return false;
}

QByteArray unescaped(std::string_view raw)
{
    if (raw.find('\\') == std::string_view::npos)
        return QByteArray(raw.data(), static_cast<qsizetype>(raw.size()));
    const QByteArray quoted = "[\"" + QByteArray(raw.data(), static_cast<qsizetype>(raw.size())) + "\"]";
    return QJsonDocument::fromJson(quoted).array().at(0).toString().toUtf8();
}

} // namespace Costglass
