// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/meters.h"

#include <QHash>

namespace Costglass {

using namespace Qt::StringLiterals;

const QList<MeterInfo> &knownMeters()
{
    // A cached price that is missing is the input price, never 0 (FK-01); where no write is priced, writing costs
    // what input costs (FK-12).
    static const QList<MeterInfo> meters{
        {u"input"_s, true},
        {u"cached_input"_s, true, {u"input"_s}},
        {u"cache_write"_s, true, {u"cache_write_5m"_s, u"cache_write_30m"_s, u"input"_s}},
        {u"cache_write_5m"_s, true, {u"cache_write"_s, u"input"_s}},
        {u"cache_write_30m"_s, true, {u"cache_write"_s, u"input"_s}},
        {u"cache_write_1h"_s, true, {u"input"_s}},
        {u"cache_write_12h"_s, true, {u"input"_s}},
        {u"output"_s},
        {u"reasoning"_s, false, {u"output"_s}},
        {u"audio_input"_s, true},
        {u"cached_audio_input"_s, true, {u"audio_input"_s}},
        {u"cache_write_audio"_s, true, {u"audio_input"_s}},
        {u"audio_output"_s, false, {u"output"_s}},
        {u"image_input"_s, true, {u"input"_s}},
        {u"image_output"_s, false, {u"output"_s}},
        {u"video_input"_s, true, {u"input"_s}},
        {u"video_output"_s, false, {u"output"_s}},
        {u"citations"_s},
        {u"images"_s},
        {u"input_images"_s},
        {u"pixels"_s},
        {u"characters"_s},
        {u"output_characters"_s},
        {u"seconds"_s},
        {u"output_seconds"_s},
        {u"input_audio_seconds"_s},
        {u"input_video_seconds"_s},
        {u"pages"_s},
        {u"annotation_pages"_s},
        {u"requests"_s},
        {u"queries"_s, false, {u"requests"_s}},
        {u"calls"_s},
        {u"web_searches"_s},
        {u"web_searches_low"_s, false, {u"web_searches"_s}},
        {u"web_searches_high"_s, false, {u"web_searches"_s}},
        {u"file_searches"_s},
        {u"sessions"_s},
        {u"minutes"_s},
        {u"hours"_s},
        {u"gib_days"_s},
        {u"gb_days"_s},
        {u"gb_months"_s},
        {u"gib_hours"_s},
        {u"token_hours"_s},
        {u"gigabytes"_s},
        {u"bytes"_s},
        {u"seats"_s},
        {u"credits"_s},
    };
    return meters;
}

bool isKnownMeter(const QString &name)
{
    static const QHash<QString, bool> names = [] {
        QHash<QString, bool> all;
        for (const MeterInfo &meter : knownMeters())
            all.insert(meter.name, true);
        return all;
    }();
    return names.contains(name);
}

QString canonicalVendor(const QString &name)
{
    static const QHash<QString, QString> names{
        {u"gemini"_s, u"google"_s},
        {u"google-ai-studio"_s, u"google"_s},
        {u"bedrock"_s, u"aws"_s},
        {u"bedrock_converse"_s, u"aws"_s},
        {u"aws-bedrock"_s, u"aws"_s},
        {u"amazon-bedrock"_s, u"aws"_s},
        {u"aws_polly"_s, u"aws"_s},
        {u"sagemaker"_s, u"aws"_s},
        {u"azure-openai"_s, u"azure"_s},
        {u"azure_text"_s, u"azure"_s},
        {u"google-vertex"_s, u"vertex_ai"_s},
        {u"dashscope"_s, u"alibaba"_s},
        {u"qwen"_s, u"alibaba"_s},
        {u"zai"_s, u"zhipu"_s},
        {u"z-ai"_s, u"zhipu"_s},
        {u"zhipuai"_s, u"zhipu"_s},
        {u"x-ai"_s, u"xai"_s},
        {u"mistralai"_s, u"mistral"_s},
        {u"moonshotai"_s, u"moonshot"_s},
        {u"text-completion-openai"_s, u"openai"_s},
        {u"cohere_chat"_s, u"cohere"_s},
    };
    const QString lower = name.toLower();
    if (lower.startsWith(u"vertex_ai-"))
        return u"vertex_ai"_s;
    return names.value(lower, lower);
}

} // namespace Costglass
