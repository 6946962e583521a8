// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"

#include <algorithm>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

} // namespace

Result<Arguments> Arguments::parse(const QStringList &words, const QList<OptionSpec> &options,
                                   qsizetype mostWords)
{
    Arguments result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!words[i].startsWith(QStringLiteral("--"))) {
            result.m_words.append(words[i]);
            continue;
        }
        const QString name = words[i].mid(2).section(u'=', 0, 0);
        const bool inlined = words[i].contains(u'=');
        const auto spec = std::find_if(options.begin(), options.end(),
                                       [&](const OptionSpec &option) { return option.name == name; });
        if (spec == options.end())
            return failure(Error::Kind::Config, Texts::tr("There is no option --%1 here.").arg(name));
        if (spec->value.isEmpty()) {
            if (inlined)
                return failure(Error::Kind::Config, Texts::tr("--%1 takes no value.").arg(name));
            result.m_options[name].append(QString());
        } else if (inlined) {
            result.m_options[name].append(words[i].section(u'=', 1));
        } else if (i + 1 < words.size() && !words[i + 1].startsWith(QStringLiteral("--"))) {
            result.m_options[name].append(words[++i]);
        } else {
            return failure(Error::Kind::Config, Texts::tr("--%1 needs a value.").arg(name));
        }
    }
    if (result.m_words.size() > mostWords)
        return failure(Error::Kind::Config,
                       Texts::tr("“%1” is one word too many.").arg(result.m_words[mostWords]));
    return result;
}

} // namespace Costglass
