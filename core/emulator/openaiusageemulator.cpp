// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/openaiemulator.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// A usage endpoint as published: result object, groups and the measure that is no token count.
struct Endpoint
{
    QString object;
    QStringList groups;
    QString measure;
    bool modelRequests;
};

const QMap<QString, Endpoint> &endpoints()
{
    static const QStringList person{u"project_id"_s, u"user_id"_s, u"api_key_id"_s};
    static const QStringList model = person + QStringList{u"model"_s};
    static const QStringList tokens = model + QStringList{u"batch"_s, u"service_tier"_s, u"api_source"_s};
    static const QMap<QString, Endpoint> all{
        {u"completions"_s, {u"completions"_s, tokens, {}, true}},
        {u"decisions"_s, {u"decisions"_s, tokens, {}, true}},
        {u"embeddings"_s, {u"embeddings"_s, model, {}, true}},
        {u"moderations"_s, {u"moderations"_s, model, {}, true}},
        {u"images"_s, {u"images"_s, model + QStringList{u"size"_s, u"source"_s}, u"images"_s, true}},
        {u"audio_speeches"_s, {u"audio_speeches"_s, model, u"characters"_s, true}},
        {u"audio_transcriptions"_s, {u"audio_transcriptions"_s, model, u"seconds"_s, true}},
        {u"vector_stores"_s, {u"vector_stores"_s, {u"project_id"_s}, u"usage_bytes"_s, false}},
        {u"code_interpreter_sessions"_s,
         {u"code_interpreter_sessions"_s, {u"project_id"_s}, u"num_sessions"_s, false}},
        {u"file_search_calls"_s,
         {u"file_searches"_s, person + QStringList{u"vector_store_id"_s}, u"num_requests"_s, false}},
        {u"web_search_calls"_s,
         {u"web_searches"_s, model + QStringList{u"context_level"_s, u"api_source"_s}, u"num_requests"_s,
          true}},
    };
    return all;
}

/// The value that a stream has for a group; null where it has none.
QJsonValue groupValue(const Stream &stream, const QString &group)
{
    const auto text = [](const QString &value) { return value.isNull() ? QJsonValue() : QJsonValue(value); };
    if (group == u"project_id")
        return text(stream.project);
    if (group == u"user_id")
        return text(stream.user);
    if (group == u"api_key_id")
        return text(stream.key);
    if (group == u"model")
        return stream.model.contains(u' ') ? QJsonValue(u"gpt-6-astra"_s) : QJsonValue(stream.model);
    if (group == u"batch")
        return stream.tier == u"batch";
    if (group == u"service_tier")
        return u"default"_s;
    if (group == u"api_source")
        return u"unlabeled"_s;
    if (group == u"size")
        return u"1024x1024"_s;
    if (group == u"source")
        return u"image.generation"_s;
    return group == u"context_level" ? QJsonValue(u"medium"_s) : QJsonValue();
}

bool filteredOut(const Params &params, const Stream &stream)
{
    const QList<QPair<QString, QString>> filters{{u"project_ids"_s, u"project_id"_s},
                                                 {u"user_ids"_s, u"user_id"_s},
                                                 {u"api_key_ids"_s, u"api_key_id"_s},
                                                 {u"models"_s, u"model"_s},
                                                 {u"sizes"_s, u"size"_s},
                                                 {u"context_levels"_s, u"context_level"_s},
                                                 {u"vector_store_ids"_s, u"vector_store_id"_s},
                                                 {u"sources"_s, u"source"_s}};
    for (const auto &[name, group] : filters) {
        if (params.has(name) && !params.values(name).contains(groupValue(stream, group).toString()))
            return true;
    }
    return params.has(u"batch"_s) && (params.value(u"batch"_s) == u"true") != (stream.tier == u"batch");
}

QJsonObject resultRow(const Endpoint &endpoint, const QStringList &groups, const UseDay &use)
{
    QJsonObject row{{u"object"_s, u"organization.usage.%1.result"_s.arg(endpoint.object)}};
    for (const QString &group : endpoint.groups)
        row.insert(group, groups.contains(group) ? groupValue(*use.stream, group) : QJsonValue());
    if (endpoint.modelRequests)
        row.insert(u"num_model_requests"_s, use.requests);
    if (!endpoint.measure.isEmpty()) {
        row.insert(endpoint.measure, use.quantity);
        return row;
    }
    row.insert(u"input_tokens"_s, use.input + use.cacheRead + use.cacheWrite);
    if (endpoint.object != u"completions" && endpoint.object != u"decisions")
        return row;
    row.insert(u"input_uncached_tokens"_s, use.input);
    row.insert(u"input_cached_tokens"_s, use.cacheRead);
    row.insert(u"input_cache_write_tokens"_s, use.cacheWrite);
    row.insert(u"input_cache_write_30m_tokens"_s, use.cacheWrite);
    row.insert(u"output_tokens"_s, use.output);
    row.insert(u"input_audio_tokens"_s, 0);
    row.insert(u"output_audio_tokens"_s, 0);
    return row;
}

} // namespace

HttpReply OpenAiEmulator::usage(const HttpRequest &request, const QString &kind) const
{
    if (!endpoints().contains(kind))
        return refuse(request, 404, u"Invalid URL (GET %1)"_s.arg(request.url.path()));
    const Endpoint &endpoint = *endpoints().find(kind);
    const Params params(request.url);
    const auto read = readWindow(params, {{u"1d"_s, {7, 31}}, {u"1h"_s, {24, 168}}, {u"1m"_s, {60, 1440}}},
                                 endpoint.groups);
    if (const auto *refusal = std::get_if<Refusal>(&read))
        return refuse(request, 400, refusal->message, refusal->param);
    const Window &window = std::get<Window>(read);
    return paged(request, window, [&](qint64 start, qint64) {
        QJsonArray results;
        // The world knows days: narrower buckets hold a day's use in its first one.
        if (start % (24 * 3600) != 0)
            return results;
        QList<UseDay> uses = m_world.use(vendor(), dayOf(start, QTimeZone::utc()));
        uses.removeIf([&](const UseDay &use) {
            return use.stream->endpoint != kind || filteredOut(params, *use.stream);
        });
        uses = grouped(
            uses,
            [&](const UseDay &use) {
                QStringList values;
                for (const QString &group : window.groups)
                    values.append(groupValue(*use.stream, group).toVariant().toString()
                                  + (groupValue(*use.stream, group).isNull() ? u'0' : u'1'));
                return values.join(u'\x1f');
            },
            [](UseDay &sum, const UseDay &use) {
                sum.requests += use.requests;
                sum.input += use.input;
                sum.cacheRead += use.cacheRead;
                sum.cacheWrite += use.cacheWrite;
                sum.output += use.output;
                sum.quantity += use.quantity;
            });
        for (const UseDay &use : std::as_const(uses))
            results.append(resultRow(endpoint, window.groups, use));
        return results;
    });
}

QJsonObject OpenAiEmulator::truth(const UseDay &use) const
{
    const Endpoint &endpoint = *endpoints().find(use.stream->endpoint);
    const auto at = [&](const QString &group) {
        return endpoint.groups.contains(group) ? groupValue(*use.stream, group) : QJsonValue();
    };
    QJsonObject row{{u"service"_s, use.stream->endpoint},
                    {u"model"_s, at(u"model"_s)},
                    {u"project"_s, at(u"project_id"_s)},
                    {u"key"_s, at(u"api_key_id"_s)},
                    {u"user"_s, at(u"user_id"_s)}};
    // Searches happen within model requests that completions count.
    if (endpoint.modelRequests && endpoint.object != u"web_searches")
        row.insert(u"requests"_s, use.requests);
    if (endpoint.measure.isEmpty() && endpoint.object != u"completions" && endpoint.object != u"decisions") {
        for (const QString &untold : {u"cached_tokens"_s, u"cache_write_tokens"_s, u"output_tokens"_s})
            row.insert(untold, QJsonValue());
    }
    return row;
}

} // namespace Costglass
