// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/json.h"
#include "vendors/registry.h"

#include <QDir>
#include <QJsonArray>

/// One conversation from tests/data/VENDOR/NAME.in.json: a job and the vendor's replies to it, in order.
///
/// {"about": why it is here, "job": {"feed", "from", "to", "now", "base_url"?, "settings"?, "check"?: true},
///  "replies": [{"status"?: 200, "headers"?: {…}, "body": any JSON | "text": bytes as they come}]}
///
/// NAME.out.json holds the records expected, or the error; NAME.req.json the requests, the one that is still to be
/// asked included.
struct Fixture
{
    QString path; ///< without ".in.json"
    const Costglass::VendorAdapter *vendor = nullptr;
    Costglass::FetchJob job;
    bool check = false;
    QList<Costglass::HttpReply> replies;

    QString name() const { return vendor->info().id + u'/' + QFileInfo(path).fileName(); }
    Costglass::HttpRequest firstRequest() const
    {
        return check ? vendor->checkRequest(job) : vendor->firstRequest(job);
    }
};

inline QJsonObject readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    const auto object = Costglass::parseJsonObject(file.readAll(), path);
    if (!object)
        qFatal("%s", qPrintable(object.error().detail));
    return *object;
}

inline Costglass::HttpReply readReplyOf(const QJsonObject &object)
{
    Costglass::HttpReply reply;
    reply.status = object.value(u"status").toInt(200);
    const QJsonObject headers = object.value(u"headers").toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        reply.headers.append({it.key().toLatin1(), it.value().toString().toLatin1()});
    const QJsonValue body = object.value(u"body");
    reply.body = body.isObject() ? QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact)
                                 : object.value(u"text").toString().toUtf8();
    return reply;
}

inline Fixture readFixture(const Costglass::VendorAdapter &vendor, const QString &path)
{
    const QJsonObject object = readObject(path + QStringLiteral(".in.json"));
    const QJsonObject job = object.value(u"job").toObject();
    Fixture fixture;
    fixture.path = path;
    fixture.vendor = &vendor;
    fixture.check = job.value(u"check").toBool();
    fixture.job.account.vendor = vendor.info().id;
    const QJsonObject settings = job.value(u"settings").toObject();
    for (auto it = settings.begin(); it != settings.end(); ++it)
        fixture.job.account.settings.insert(it.key(), it.value().toString());
    fixture.job.feed
        = Costglass::feedFromName(job.value(u"feed").toString()).value_or(Costglass::Feed::Costs);
    fixture.job.days = {QDate::fromString(job.value(u"from").toString(), Qt::ISODate),
                        QDate::fromString(job.value(u"to").toString(), Qt::ISODate)};
    fixture.job.now = Costglass::parseRfc3339(job.value(u"now").toString()).value_or(0);
    fixture.job.account.baseUrl = QUrl(job.value(u"base_url").toString());
    fixture.job.baseUrl = vendor.baseUrl(fixture.job.account);
    for (const QJsonValue &reply : object.value(u"replies").toArray())
        fixture.replies.append(readReplyOf(reply.toObject()));
    return fixture;
}

/// All conversations of a vendor, in the order of their names.
inline QList<Fixture> fixturesOf(const Costglass::VendorAdapter &vendor)
{
    const QDir folder(QStringLiteral(TEST_DATA "/") + vendor.info().id);
    QList<Fixture> fixtures;
    for (const QString &file : folder.entryList({QStringLiteral("*.in.json")}, QDir::Files, QDir::Name))
        fixtures.append(readFixture(vendor, folder.filePath(file.chopped(8))));
    return fixtures;
}
