// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/http.h"

namespace Costglass {

// Request signatures as pure functions of request, secret and instant. Each returns the headers to be added to
// \a request, Authorization among them; everything that the request has in headers, body and address is taken as it
// will be sent. \a now in Unix seconds.

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// AWS Signature Version 4 (docs.aws.amazon.com, "Create a signed AWS API request"): signs host, x-amz-date, the
/// session token and every header of the request. The path is encoded once more than it is sent, as all services but
/// S3 want it.
Headers signAwsSigV4(const HttpRequest &request, const QByteArray &secret, qint64 now);

/// Tencent Cloud API 3.0, TC3-HMAC-SHA256 (cloud.tencent.com/document/api/213/30654): signs content-type and host.
Headers signTc3(const HttpRequest &request, const QByteArray &secret, qint64 now);

/// Alibaba Cloud V3, ACS3-HMAC-SHA256 (help.aliyun.com, "V3 request structure and signature"): signs host and all
/// x-acs-… headers. A \a nonce must never come twice.
Headers signAcs3(const HttpRequest &request, const QByteArray &secret, qint64 now, const QByteArray &nonce);

/// Volcengine HMAC-SHA256 (volcengine.com/docs/6369): signs x-content-sha256 and x-date.
Headers signVolcengine(const HttpRequest &request, const QByteArray &secret, qint64 now);

} // namespace Costglass
