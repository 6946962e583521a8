// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

#include <QJsonObject>

namespace Costglass {

/// Alibaba Cloud's bill (BSS OpenAPI 2017-12-14) of one product, Model Studio (Bailian, "sfm") unless told otherwise: a
/// line for each model and class of tokens and day, and what is left on the account. Yuan in China, dollars abroad; days
/// are those of UTC+8. The bill has each day behind a request of its own.
class AlibabaAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    QUrl baseUrl(const Account &account) const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    /// The bill of today.
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

/// Whether the account is of the international site.
bool isAlibabaAbroad(const Account &account);

/// A signed call of BSS.
HttpRequest alibabaRequest(const FetchJob &job, const QByteArray &action,
                           const QList<QPair<QString, QString>> &parameters);

/// The Data of a reply; where it is a refusal, whatever its status, the Error.
Result<QJsonObject> alibabaData(const FetchJob &job, const HttpReply &reply, const QString &what);

// DescribeInstanceBill, in a file of its own.
HttpRequest alibabaBillRequest(const FetchJob &job, QDate day);
Result<Page> parseAlibabaBill(const FetchJob &job, const HttpReply &reply);

/// What an instance id of Model Studio says: "text_token;10086;llm-shop;qwen-max;output_token;api" is billing type, API
/// key, workspace, model, class and channel; the key may be missing or stand elsewhere before the model.
struct AlibabaInstance
{
    QString key;
    QString workspace;
    QString model;
    QString meter;
};
AlibabaInstance readAlibabaInstance(const QString &id);

} // namespace Costglass
