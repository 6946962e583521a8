// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/openaiadapter.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::OpenAi)
};

/// The walk: all projects, all users, then the keys of each project. Context: "list" and the projects "open".
HttpRequest listRequest(const FetchJob &job, const QString &list, const QStringList &open)
{
    const bool keys = list == u"keys";
    QList<QPair<QString, QString>> query{{u"limit"_s, u"100"_s}};
    if (list == u"projects")
        query.append({u"include_archived"_s, u"true"_s});
    const QString path = keys ? u"projects/"_s + open.first() + u"/api_keys"_s : list;
    HttpRequest request = openAiGet(job, path, query);
    request.context.insert(u"list"_s, list);
    request.context.insert(u"open"_s, open);
    return request;
}

/// What follows when a list has ended.
std::optional<HttpRequest> nextList(const FetchJob &job, const QString &list, QStringList open)
{
    if (list == u"projects")
        return listRequest(job, u"users"_s, open);
    if (list == u"keys")
        open.removeFirst();
    return open.isEmpty() ? std::nullopt : std::optional(listRequest(job, u"keys"_s, open));
}

Name::Of nameKind(const QString &list)
{
    return list == u"projects" ? Name::Of::Project : list == u"users" ? Name::Of::User : Name::Of::Key;
}

} // namespace

HttpRequest openAiNamesRequest(const FetchJob &job)
{
    return listRequest(job, u"projects"_s, {});
}

Result<Page> parseOpenAiNames(const FetchJob &job, const HttpReply &reply)
{
    const QString list = reply.request.context.value(u"list"_s).toString();
    QStringList open = reply.request.context.value(u"open"_s).toStringList();
    Page page;
    // Names are a comfort: a list that this key may not read leaves ids, and the walk goes on.
    if (reply.status == 403 || reply.status == 404) {
        page.warnings.append(Texts::tr("This key may not read the names of %1; their ids are shown.")
                                 .arg(list == u"projects"    ? Texts::tr("projects")
                                          : list == u"users" ? Texts::tr("users")
                                                             : Texts::tr("keys")));
        if (list == u"keys" && reply.status == 403)
            open = {open.first()}; // the scope is missing for every project's keys
        page.next = nextList(job, list, open);
        return page;
    }
    if (reply.status != 200)
        return std::unexpected(openAiError(reply, job.now));
    const QString what = Texts::tr("The list of names");
    const auto object = readReply(reply, what, job.now);
    if (!object)
        return std::unexpected(object.error());
    const auto data = arrayOf(*object, u"data"_s, what);
    if (!data)
        return std::unexpected(data.error());
    QString last;
    for (const QJsonValue &value : *data) {
        const QJsonObject row = value.toObject();
        last = idText(row.value(u"id"_s));
        const QString name = idText(row.value(u"name"_s));
        const QString shown = name.isEmpty() ? idText(row.value(u"email"_s)) : name;
        if (!last.isEmpty() && !shown.isEmpty())
            page.records.names.append({nameKind(list), last, shown});
        if (list == u"projects" && !last.isEmpty())
            open.append(last);
    }
    if (object->value(u"has_more"_s).toBool() && !last.isEmpty()) {
        HttpRequest here = reply.request;
        here.context.insert(u"open"_s, open);
        const auto next = nextPage(
            here, u"after"_s,
            idText(object->value(u"last_id"_s)).isEmpty() ? last : idText(object->value(u"last_id"_s)));
        if (!next)
            return std::unexpected(next.error());
        page.next = *next;
    } else {
        page.next = nextList(job, list, open);
    }
    return page;
}

} // namespace Costglass
