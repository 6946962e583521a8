// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/http.h"
#include "base/result.h"

namespace Costglass {

/// The last list that was read of a feed, as its server sent it.
struct CachedFeed
{
    QUrl url; ///< where it came from
    QByteArray etag; ///< of the server; empty = it told none
    QByteArray body;
};

/// Nothing when there is none, or none of that address.
std::optional<CachedFeed> cachedFeed(const QString &dataFolder, const QString &feed, const QUrl &url);

/// Keeps a list in place of the one before; Storage when it cannot be written.
Result<void> cacheFeed(const QString &dataFolder, const QString &feed, const CachedFeed &list);

} // namespace Costglass
