// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/usagebody.h"

#include "pricing/meters.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Usage)
};

std::unexpected<Error> refused(const QString &key, const QString &what)
{
    return failure(Error::Kind::Format, Texts::tr("usage.%1: %2").arg(key, what));
}

/// Reads figures and remembers the first that is none.
class Figures
{
public:
    explicit Figures(const QJsonObject &usage) : m_usage(usage) { }

    Decimal of(const QJsonObject &object, const QString &key)
    {
        const QJsonValue value = object.value(key);
        if (value.isNull() || value.isUndefined())
            return 0;
        const auto figure = Decimal::fromJson(value);
        if (!figure || figure->isNegative()) {
            m_error = refused(key, figure ? Texts::tr("less than nothing was used.") : figure.error().detail)
                          .error();
            return 0;
        }
        return *figure;
    }
    Decimal of(const QString &key) { return of(m_usage, key); }
    Decimal of(const QString &object, const QString &key)
    {
        return of(m_usage.value(object).toObject(), key);
    }
    /// Gemini's figure of a modality: [{"modality": "AUDIO", "tokenCount": 3}].
    Decimal ofModality(const QString &list, const QString &modality)
    {
        Decimal sum = 0;
        const QJsonArray parts = m_usage.value(list).toArray();
        for (const QJsonValue &part : parts) {
            if (part.toObject().value(u"modality"_s).toString() == modality)
                sum += of(part.toObject(), u"tokenCount"_s);
        }
        return sum;
    }

    void add(const QString &meter, const Decimal &amount)
    {
        if (amount.isNegative())
            m_error = refused(meter, Texts::tr("its parts are more than the whole.")).error();
        else if (!amount.isZero())
            m_use.append({meter, amount});
    }
    Result<QList<Quantity>> result() const
    {
        return m_error ? Result<QList<Quantity>>(std::unexpected(*m_error)) : m_use;
    }

private:
    const QJsonObject &m_usage;
    QList<Quantity> m_use;
    std::optional<Error> m_error;
};

/// OpenAI's chat completions, and whoever speaks them: the prompt contains cached, written, spoken and shown parts.
Result<QList<Quantity>> readChat(Figures f, const QString &in, const QString &out)
{
    const QString inDetails = in + u"_details"_s;
    const QString outDetails = out + u"_details"_s;
    const Decimal cached = larger(f.of(inDetails, u"cached_tokens"_s), f.of(u"prompt_cache_hit_tokens"_s));
    const Decimal written
        = larger(f.of(inDetails, u"cache_write_tokens"_s), f.of(inDetails, u"cache_creation_tokens"_s));
    const Decimal spoken = f.of(inDetails, u"audio_tokens"_s);
    const Decimal said = f.of(outDetails, u"audio_tokens"_s);
    f.add(u"input"_s, f.of(in) - cached - written - spoken);
    f.add(u"cached_input"_s, cached);
    f.add(u"cache_write"_s, written);
    f.add(u"audio_input"_s, spoken);
    f.add(u"output"_s, f.of(out) - said);
    f.add(u"audio_output"_s, said);
    f.add(u"reasoning"_s, f.of(outDetails, u"reasoning_tokens"_s));
    return f.result();
}

/// Anthropic's messages: input_tokens is what was neither read from nor written to the cache.
Result<QList<Quantity>> readMessages(Figures f)
{
    const QString parts = u"cache_creation"_s;
    const Decimal hour = f.of(parts, u"ephemeral_1h_input_tokens"_s);
    const Decimal minutes = f.of(parts, u"ephemeral_5m_input_tokens"_s);
    f.add(u"input"_s, f.of(u"input_tokens"_s));
    f.add(u"cached_input"_s, f.of(u"cache_read_input_tokens"_s));
    f.add(u"cache_write_5m"_s, larger(minutes, f.of(u"cache_creation_input_tokens"_s) - hour));
    f.add(u"cache_write_1h"_s, hour);
    f.add(u"output"_s, f.of(u"output_tokens"_s));
    f.add(u"web_searches"_s, f.of(u"server_tool_use"_s, u"web_search_requests"_s));
    return f.result();
}

/// Gemini's usageMetadata: the prompt contains the cached part, thoughts are output beside the candidates.
Result<QList<Quantity>> readGemini(Figures f)
{
    const Decimal cached = f.of(u"cachedContentTokenCount"_s);
    const Decimal cachedSpeech = f.ofModality(u"cacheTokensDetails"_s, u"AUDIO"_s);
    const Decimal speech = f.ofModality(u"promptTokensDetails"_s, u"AUDIO"_s) - cachedSpeech;
    const Decimal thoughts = f.of(u"thoughtsTokenCount"_s);
    f.add(u"input"_s, f.of(u"promptTokenCount"_s) - cached - speech + f.of(u"toolUsePromptTokenCount"_s));
    f.add(u"cached_input"_s, cached - cachedSpeech);
    f.add(u"audio_input"_s, speech);
    f.add(u"cached_audio_input"_s, cachedSpeech);
    f.add(u"output"_s, f.of(u"candidatesTokenCount"_s) + thoughts);
    f.add(u"reasoning"_s, thoughts);
    return f.result();
}

/// Bedrock's converse: like Anthropic's, in other words.
Result<QList<Quantity>> readConverse(Figures f)
{
    f.add(u"input"_s, f.of(u"inputTokens"_s));
    f.add(u"cached_input"_s, f.of(u"cacheReadInputTokens"_s));
    f.add(u"cache_write_5m"_s, f.of(u"cacheWriteInputTokens"_s));
    f.add(u"output"_s, f.of(u"outputTokens"_s));
    return f.result();
}

} // namespace

Result<QList<Quantity>> usageFromJson(const QJsonObject &usage, const PriceBook &book)
{
    if (usage.contains(u"prompt_tokens"))
        return readChat(Figures(usage), u"prompt_tokens"_s, u"completion_tokens"_s);
    if (usage.contains(u"input_tokens_details"))
        return readChat(Figures(usage), u"input_tokens"_s, u"output_tokens"_s);
    if (usage.contains(u"input_tokens"))
        return readMessages(Figures(usage));
    if (usage.contains(u"promptTokenCount"))
        return readGemini(Figures(usage));
    if (usage.contains(u"inputTokens"))
        return readConverse(Figures(usage));
    QList<Quantity> use;
    use.reserve(usage.size());
    for (auto it = usage.begin(); it != usage.end(); ++it) {
        if (it.value().isNull())
            continue;
        const QString key = it.key();
        const auto figure = Decimal::fromJson(it.value());
        if (!figure || figure->isNegative())
            return refused(key, figure ? Texts::tr("less than nothing was used.") : figure.error().detail);
        if (!book.hasMeter(key))
            return refused(key, Texts::tr("there is no such meter."));
        use.append({key, *figure});
    }
    return use;
}

} // namespace Costglass
