// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

#include <QJsonObject>

namespace Costglass {

/// Volcengine's bill (billing 2022-01-01): the days of a month by instance and element, of Ark (models, Doubao) unless told
/// otherwise, and what is left on the account. Days are those of UTC+8.
class VolcengineAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    /// One line of the bill of the month under way.
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

/// A signed call of the billing service.
HttpRequest volcengineRequest(const FetchJob &job, const QString &action, const QJsonObject &parameters);

/// The Result of a reply; where it is a refusal, whatever its status, the Error.
Result<QJsonObject> volcengineResult(const FetchJob &job, const HttpReply &reply, const QString &what);

// ListBillDetail, in a file of its own.
HttpRequest volcengineBillRequest(const FetchJob &job, Month month, int limit);
Result<Page> parseVolcengineBill(const FetchJob &job, const HttpReply &reply);

} // namespace Costglass
