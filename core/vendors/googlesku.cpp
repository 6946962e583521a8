// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/googleadapter.h"

#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// "Generate content output token count gemini 2.5 flash short input text" → "gemini-2.5-flash". Claude's versions are
/// written with hyphens in Vertex AI's model ids.
QString modelIn(const QString &words)
{
    static const QRegularExpression model(
        u"\\b(gemini|gemma|claude|imagen|veo|lyria)"_s
        u"((?:[ -](?:\\d+(?:\\.\\d+)?|embedding|opus|sonnet|haiku|pro|flash|lite|ultra|nano|fast)\\b)+)"_s);
    const auto match = model.match(words);
    if (!match.hasMatch())
        return {};
    QString id = match.captured();
    id.replace(u' ', u'-');
    if (match.captured(1) == u"claude")
        id.replace(u'.', u'-');
    return id;
}

QString meterIn(const QString &words)
{
    if (words.contains(u"cach"_s))
        return words.contains(u"storage"_s) ? u"cache_storage"_s : u"cached_input"_s;
    const qsizetype input = words.indexOf(u"input"_s);
    const qsizetype output = words.indexOf(u"output"_s);
    // Texts name the length of the input after the direction: "… output token count … short input text".
    if (output >= 0 && (input < 0 || output < input))
        return u"output"_s;
    return input >= 0 ? u"input"_s : QString();
}

} // namespace

GoogleSku readGoogleSku(const QString &description)
{
    const QString words = description.toLower();
    GoogleSku sku;
    sku.model = modelIn(words);
    if (!sku.model.isNull() || words.contains(u"token"_s))
        sku.meter = meterIn(words);
    for (const QString &tier : {u"batch"_s, u"flex"_s, u"priority"_s}) {
        if (words.split(u' ').contains(tier))
            sku.tier = tier;
    }
    return sku;
}

} // namespace Costglass
