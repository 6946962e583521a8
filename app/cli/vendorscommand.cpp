// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "base/moneytext.h"
#include "vendors/registry.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

int listVendors(Cli &cli)
{
    QJsonArray vendors;
    QList<QStringList> rows;
    for (const VendorAdapter *adapter : allVendors()) {
        const VendorInfo &info = adapter->info();
        QJsonArray feeds;
        for (const Feed feed : info.feeds)
            feeds.append(feedName(feed));
        QJsonArray login;
        if (!info.secretLabel.isEmpty())
            login.append(QJsonObject{{u"key"_s, u"secret"_s},
                                     {u"label"_s, info.secretLabel},
                                     {u"required"_s, info.secretUnless.isEmpty()},
                                     {u"unless"_s, textOrNull(info.secretUnless)},
                                     {u"secret"_s, true}});
        for (const LoginField &field : info.fields)
            login.append(QJsonObject{{u"key"_s, field.key},
                                     {u"label"_s, field.label},
                                     {u"required"_s, field.required && field.unless.isEmpty()},
                                     {u"unless"_s, textOrNull(field.unless)},
                                     {u"secret"_s, false}});
        vendors.append(QJsonObject{
            {u"id"_s, info.id},
            {u"name"_s, info.name},
            {u"feeds"_s, feeds},
            {u"login"_s, login},
            {u"data_lag_hours"_s, info.dataLagHours},
            {u"request_price"_s, moneyOrNull(info.requestPrice)},
            {u"base_url"_s, info.baseUrl.isEmpty() ? QJsonValue() : QJsonValue(info.baseUrl.toString())},
            {u"key_page"_s, info.keyPage.toString()},
            {u"key_steps"_s, info.keySteps},
            {u"least_scope"_s, info.leastScope}});
        rows.append({info.id, info.name,
                     info.requestPrice ? moneyText(*info.requestPrice) : Texts::tr("free"),
                     info.keyPage.toString()});
    }
    if (cli.json)
        return cli.print({{u"vendors"_s, vendors}});
    printTable(
        cli.out,
        {Texts::tr("Id"), Texts::tr("Vendor"), Texts::tr("A request costs"), Texts::tr("Make a key at")},
        rows, {});
    return 0;
}

} // namespace

QList<Command> vendorCommands()
{
    return {{u"vendors"_s,
             {},
             Texts::tr("Every vendor, with its log-in and where to make a key."),
             {u"vendors"_s, u"vendors --json"_s},
             {},
             0,
             0,
             listVendors}};
}

} // namespace Costglass
