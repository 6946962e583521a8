// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Costglass {

/// Tencent Cloud's bill (billing 2018-07-09): the components of each line of a month, of AI products unless told
/// otherwise, and what is left on the account. Yuan in China, dollars abroad; days are those of UTC+8.
class TencentAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    QUrl baseUrl(const Account &account) const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    /// One line of the bill of the month under way.
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

/// The currency of the account's site.
Currency tencentCurrency(const Account &account);

/// A signed call of the billing service.
HttpRequest tencentRequest(const FetchJob &job, const QByteArray &action, const QJsonObject &parameters);

/// The Response of a reply; where it is a refusal, which comes with status 200, the Error.
Result<QJsonObject> tencentResponse(const FetchJob &job, const HttpReply &reply, const QString &what);

// DescribeBillDetail, in a file of its own.
HttpRequest tencentBillRequest(const FetchJob &job, Month month, int limit);
/// The lines of a bill's page: null stands for none.
Result<QJsonArray> tencentLines(const QJsonObject &response);
Result<Page> parseTencentBill(const FetchJob &job, const HttpReply &reply);

} // namespace Costglass
