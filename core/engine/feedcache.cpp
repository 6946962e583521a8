// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/feedcache.h"

#include "base/json.h"
#include "engine/datafile.h"

#include <QDir>
#include <QFile>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QString &feed)
{
    return u"feed-%1.json"_s.arg(feed);
}

} // namespace

// One file of two lines: {"url", "etag"}, and the body below it, so that the two never part.

std::optional<CachedFeed> cachedFeed(const QString &dataFolder, const QString &feed, const QUrl &url)
{
    QFile file(QDir(dataFolder).filePath(nameOf(feed)));
    if (!file.open(QFile::ReadOnly))
        return std::nullopt;
    const auto head = parseJsonObject(file.readLine(), file.fileName());
    if (!head || QUrl(head->value(u"url"_s).toString()) != url)
        return std::nullopt;
    return CachedFeed{url, head->value(u"etag"_s).toString().toLatin1(), file.readAll()};
}

Result<void> cacheFeed(const QString &dataFolder, const QString &feed, const CachedFeed &list)
{
    const QJsonObject head{{u"url"_s, list.url.toString()}, {u"etag"_s, QString::fromLatin1(list.etag)}};
    return writeDataFile(dataFolder, nameOf(feed),
                         QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + list.body);
}

} // namespace Costglass
