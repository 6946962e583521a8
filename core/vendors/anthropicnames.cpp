// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/anthropicadapter.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Anthropic)
};

HttpRequest listRequest(const FetchJob &job, const QString &list)
{
    QList<QPair<QString, QString>> query{{u"limit"_s, u"100"_s}};
    if (list == u"workspaces")
        query.append({u"include_archived"_s, u"true"_s});
    HttpRequest request = anthropicGet(job, AnthropicFamily::Admin, list, query);
    request.context.insert(u"list"_s, list);
    return request;
}

std::optional<HttpRequest> nextList(const FetchJob &job, const QString &list)
{
    if (list == u"workspaces")
        return listRequest(job, u"api_keys"_s);
    return list == u"api_keys" ? std::optional(listRequest(job, u"users"_s)) : std::nullopt;
}

Name::Of nameKind(const QString &list)
{
    return list == u"workspaces" ? Name::Of::Project : list == u"users" ? Name::Of::User : Name::Of::Key;
}

} // namespace

HttpRequest anthropicNamesRequest(const FetchJob &job)
{
    return listRequest(job, u"workspaces"_s);
}

Result<Page> parseAnthropicNames(const FetchJob &job, const HttpReply &reply)
{
    const QString list = reply.request.context.value(u"list"_s).toString();
    Page page;
    // Names are a comfort: a list that this key may not read leaves ids, and the walk goes on.
    if (reply.status == 403 || reply.status == 404) {
        page.warnings.append(Texts::tr("This key may not read the names of %1; their ids are shown.")
                                 .arg(list == u"workspaces"  ? Texts::tr("workspaces")
                                          : list == u"users" ? Texts::tr("users")
                                                             : Texts::tr("keys")));
        page.next = nextList(job, list);
        return page;
    }
    if (reply.status != 200)
        return std::unexpected(anthropicError(reply, job.now));
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
    }
    const QString told = idText(object->value(u"last_id"_s));
    last = told.isEmpty() ? last : told;
    if (object->value(u"has_more"_s).toBool() && !last.isEmpty()) {
        const auto next = nextPage(reply.request, u"after_id"_s, last);
        if (!next)
            return std::unexpected(next.error());
        page.next = *next;
    } else {
        page.next = nextList(job, list);
    }
    return page;
}

} // namespace Costglass
