// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QMap>
#include <QStringList>

namespace Costglass {

/// An option that a command takes: "--label L" or the flag "--yes".
struct OptionSpec
{
    QString name; ///< without dashes
    QString value = {}; ///< what stands for its value in help; empty = a flag
    QString help = {};
};

/// A command line taken apart by what the command allows.
class Arguments
{
public:
    /// Unknown options, missing values and too many words are Config errors.
    static Result<Arguments> parse(const QStringList &words, const QList<OptionSpec> &options,
                                   qsizetype mostWords);

    bool has(const QString &name) const { return m_options.contains(name); }
    QString value(const QString &name) const { return m_options.value(name).value(0); }
    QStringList values(const QString &name) const { return m_options.value(name); }
    QStringList words() const { return m_words; }
    /// The same without its first \a count words.
    Arguments without(qsizetype count) const
    {
        Arguments rest = *this;
        rest.m_words = m_words.mid(count);
        return rest;
    }
    QString word(qsizetype index) const { return m_words.value(index); }

private:
    QMap<QString, QStringList> m_options;
    QStringList m_words;
};

} // namespace Costglass
