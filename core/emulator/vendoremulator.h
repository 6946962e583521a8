// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/http.h"

#include <QJsonObject>
#include <QMap>

#include <memory>
#include <vector>

namespace Costglass {

class World;
struct BillLine;
struct UseDay;

/// One vendor's published contract over the sample world: a pure function from request to reply. The request
/// carries the log-in in its headers, as a real server sees it.
class VendorEmulator
{
public:
    virtual ~VendorEmulator() = default;

    virtual QString vendor() const = 0;
    /// The path prefix at which the sandbox serves it ("/openai") is removed before; url.path() is the contract's own.
    virtual HttpReply handle(const HttpRequest &request) const = 0;
    /// A log-in that this emulator takes: what "account add" needs.
    virtual QByteArray secret() const = 0;
    /// The same where the contract is served below \a base: some log-ins name addresses of their own.
    virtual QByteArray secretAt(const QUrl &) const { return secret(); }
    /// The settings that go with it: "account add --set".
    virtual QMap<QString, QString> settings() const { return {}; }

    /// What a perfect reading of this contract gives for a line of the bill: {"service","model","project","key"} in the
    /// vendor's own words, null where the contract does not tell; empty = it does not tell the line at all.
    virtual QJsonObject truth(const BillLine &line) const = 0;
    /// The same for a day's use, with "user", and with those counts that its contract tells otherwise than the world.
    virtual QJsonObject truth(const UseDay &use) const = 0;
    /// Its balances and counters now, {"name","amount"}, as its contract names them.
    virtual QJsonArray balances() const;
};

/// Every vendor's emulator over \a world, which must outlive them.
std::vector<std::unique_ptr<VendorEmulator>> makeEmulators(const World &world);

} // namespace Costglass
