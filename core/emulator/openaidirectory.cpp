// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/openaiemulator.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Created = 1704067200; // 2024-01-01

QJsonObject projectObject(const WorldName &name)
{
    const bool archived = name.id == u"proj_LegacySearch";
    return {{u"id"_s, name.id},
            {u"object"_s, u"organization.project"_s},
            {u"name"_s, name.name},
            {u"created_at"_s, Created},
            {u"archived_at"_s, archived ? QJsonValue(qint64(1782864000)) : QJsonValue()}, // 2026-07-01
            {u"status"_s, archived ? u"archived"_s : u"active"_s},
            {u"external_key_id"_s, QJsonValue()},
            {u"residency"_s, u"global"_s}};
}

QJsonObject userObject(const WorldName &name)
{
    return {{u"id"_s, name.id},       {u"object"_s, u"organization.user"_s},
            {u"name"_s, name.name},   {u"email"_s, name.id.toLower() + u"@example.com"_s},
            {u"role"_s, u"reader"_s}, {u"added_at"_s, Created}};
}

QJsonObject keyObject(const WorldName &name)
{
    const QJsonObject owner{
        {u"type"_s, u"service_account"_s},
        {u"service_account"_s, QJsonObject{{u"id"_s, u"svc_"_s + name.id}, {u"name"_s, name.name}}}};
    return {{u"id"_s, name.id},
            {u"object"_s, u"organization.project.api_key"_s},
            {u"name"_s, name.name},
            {u"redacted_value"_s, u"sk-…%1"_s.arg(name.id.right(4))},
            {u"created_at"_s, Created},
            {u"last_used_at"_s, QJsonValue()},
            {u"owner_project_access"_s, u"active"_s},
            {u"owner"_s, owner}};
}

} // namespace

HttpReply OpenAiEmulator::directory(const HttpRequest &request, const QString &path) const
{
    const Params params(request.url);
    QList<QJsonObject> rows;
    const QStringList parts = path.split(u'/');
    if (path == u"projects") {
        for (const WorldName &name : vendorWorld(vendor()).projects) {
            const QJsonObject project = projectObject(name);
            if (params.value(u"include_archived"_s) == u"true" || project[u"archived_at"_s].isNull())
                rows.append(project);
        }
    } else if (path == u"users") {
        for (const WorldName &name : vendorWorld(vendor()).users)
            rows.append(userObject(name));
    } else if (parts.size() == 3 && parts[0] == u"projects" && parts[2] == u"api_keys") {
        const QList<WorldName> projects = vendorWorld(vendor()).projects;
        if (std::none_of(projects.begin(), projects.end(),
                         [&](const WorldName &name) { return name.id == parts[1]; }))
            return refuse(request, 404, u"Project with id '%1' not found."_s.arg(parts[1]));
        for (const WorldName &name : vendorWorld(vendor()).keys) {
            if (name.parent == parts[1])
                rows.append(keyObject(name));
        }
    } else if (path != u"admin_api_keys") {
        return refuse(request, 404, u"Invalid URL (GET %1)"_s.arg(request.url.path()));
    }
    bool valid = true;
    const int limit = params.has(u"limit"_s) ? params.value(u"limit"_s).toInt(&valid) : 20;
    if (!valid || limit < 1 || limit > 100)
        return refuse(request, 400, u"Invalid 'limit': must be an integer between 1 and 100."_s, u"limit"_s);
    qsizetype first = 0;
    if (params.has(u"after"_s)) {
        while (first < rows.size() && rows[first][u"id"_s].toString() != params.value(u"after"_s))
            ++first;
        ++first;
    }
    QJsonArray data;
    for (qsizetype i = first; i < rows.size() && data.size() < limit; ++i)
        data.append(rows[i]);
    const QJsonObject list{{u"object"_s, u"list"_s},
                           {u"data"_s, data},
                           {u"first_id"_s, data.isEmpty() ? QJsonValue() : data.first().toObject()[u"id"_s]},
                           {u"last_id"_s, data.isEmpty() ? QJsonValue() : data.last().toObject()[u"id"_s]},
                           {u"has_more"_s, first + data.size() < rows.size()}};
    return jsonReply(request, 200, list, "x-request-id");
}

} // namespace Costglass
