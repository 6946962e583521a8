// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

#include <QJsonObject>

namespace Costglass {

/// What vendors have in common that tell nothing but what is left of a prepaid balance, by one GET with the key as bearer.
class PrepaidAdapter : public VendorAdapter
{
public:
    QUrl baseUrl(const Account &account) const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;

protected:
    /// The setting "region": "intl" or "cn".
    static LoginField regionField();
    static bool isChina(const Account &account);

    /// The path of the balance below the base.
    virtual QString path() const = 0;
    /// The base for accounts of region "cn"; empty = the vendor has one base.
    virtual QUrl chinaBase() const { return {}; }
    /// Balances and warnings of a reply with status 200.
    virtual Result<Page> readBalance(const FetchJob &job, const QJsonObject &reply) const = 0;
    /// The remedy for a refused key; empty = the usual one.
    virtual QString keyRemedy() const { return {}; }
};

/// Adds the amount in \a value to a page's balances; Format when it is none.
Result<void> addBalance(Page &page, const FetchJob &job, const QString &name, const QJsonValue &value,
                        Currency currency, Balance::Of of);

/// Whether a reply's own code, under status 200, is \a good; Format when it has none, else Server with the vendor's words.
Result<void> checkCode(const QJsonObject &reply, int good);

/// The currency of vendors that bill dollars abroad and yuan in China.
Currency prepaidCurrency(bool china);

} // namespace Costglass
