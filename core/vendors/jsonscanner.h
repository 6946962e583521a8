// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <string_view>

namespace Costglass {

/// Walks through one JSON text and reads the few members that are wanted, without building a document: logs hold
/// gigabytes of which a hundredth matters. Views point into the text. Every function is false once the text is broken.
class JsonScanner
{
public:
    explicit JsonScanner(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) { }

    /// Calls \a member(key) for each member of the object that comes next; it reads the value or skip()s it, and says
    /// whether that went well. null counts as an object without members.
    template<typename Member>
    bool object(Member member)
    {
        if (isNull())
            return word("null");
        if (!take('{'))
            return false;
        if (take('}'))
            return true;
        do {
            std::string_view key;
            if (!string(key) || !take(':') || !member(key))
                return false;
        } while (take(','));
        return take('}');
    }

    bool skip(); ///< any value
    bool string(std::string_view &raw); ///< as it stands between the quotes, escapes and all
    /// A string, or empty for any other value.
    bool text(std::string_view &raw);
    /// A whole number of 0 or more; null, fractions, negatives and other values count as 0.
    bool count(qint64 &value);
    bool flag(bool &value); ///< whether it is true
    bool atEnd(); ///< nothing but white space is left

private:
    void space();
    bool take(char c);
    bool isNull();
    bool word(std::string_view expected);
    bool skipNested();

    const char *m_at;
    const char *m_end;
};

/// A raw string of a scanner with its escapes resolved.
QByteArray unescaped(std::string_view raw);

} // namespace Costglass
