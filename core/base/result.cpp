// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/result.h"

#include <array>
#include <utility>

namespace Costglass {

namespace {

using Kind = Error::Kind;

constexpr std::array kindNames{
    std::pair{Kind::Auth, "Auth"},
    std::pair{Kind::Permission, "Permission"},
    std::pair{Kind::RateLimited, "RateLimited"},
    std::pair{Kind::Network, "Network"},
    std::pair{Kind::Timeout, "Timeout"},
    std::pair{Kind::Server, "Server"},
    std::pair{Kind::Tls, "Tls"},
    std::pair{Kind::Format, "Format"},
    std::pair{Kind::Keychain, "Keychain"},
    std::pair{Kind::Storage, "Storage"},
    std::pair{Kind::Overflow, "Overflow"},
    std::pair{Kind::Config, "Config"},
    std::pair{Kind::Cancelled, "Cancelled"},
};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Error)
};

} // namespace

QString errorKindName(Kind kind)
{
    for (const auto &[value, name] : kindNames) {
        if (value == kind)
            return QString::fromLatin1(name);
    }
    Q_UNREACHABLE();
}

std::optional<Kind> errorKindFromName(QStringView name)
{
    for (const auto &[value, text] : kindNames) {
        if (name == QLatin1StringView(text))
            return value;
    }
    return std::nullopt;
}

QString errorRemedy(const Error &error)
{
    if (!error.remedy.isEmpty())
        return error.remedy;
    switch (error.kind) {
    case Kind::Auth:
        return Texts::tr("Check the key and paste it again; your history stays.");
    case Kind::Permission:
        return Texts::tr("Make a key with the scope that the account page names; your history stays.");
    case Kind::RateLimited:
        return Texts::tr("Costglass waits and tries again by itself.");
    case Kind::Network:
        return Texts::tr("Check the connection and the proxy; Costglass tries again by itself.");
    case Kind::Timeout:
        return Texts::tr("The answer took too long; Costglass tries again by itself.");
    case Kind::Server:
        return Texts::tr("The vendor has trouble; Costglass tries again by itself.");
    case Kind::Tls:
        return Texts::tr("The connection is not safe, so nothing was sent. Check the address, the clock and "
                         "whether a proxy changes certificates.");
    case Kind::Format:
        return Texts::tr(
            "Other data go on. Update Costglass, or report the reply that the snapshots page shows.");
    case Kind::Keychain:
        return Texts::tr("Unlock the keyring, or keep the key in the passphrase vault.");
    case Kind::Storage:
        return Texts::tr("Nothing was overwritten. Check the free space and the rights of the data folder.");
    case Kind::Overflow:
        return Texts::tr("Nothing was overwritten. Report this: an amount is beyond every plausible bill.");
    case Kind::Config:
        return Texts::tr("Correct the setting and try again.");
    case Kind::Cancelled:
        return Texts::tr("What was stored stays; the next sync goes on from there.");
    }
    Q_UNREACHABLE();
}

QString errorSentence(const Error &error)
{
    return Texts::tr("%1 %2", "what happened, what to do").arg(error.detail, errorRemedy(error));
}

int errorExitCode(Kind kind)
{
    switch (kind) {
    case Kind::Auth:
    case Kind::Permission:
    case Kind::Keychain:
        return 4;
    case Kind::RateLimited:
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Server:
    case Kind::Tls:
    case Kind::Cancelled:
        return 5;
    case Kind::Format:
        return 6;
    case Kind::Storage:
    case Kind::Overflow:
    case Kind::Config:
        return 7;
    }
    Q_UNREACHABLE();
}

bool isTransient(Kind kind)
{
    switch (kind) {
    case Kind::RateLimited:
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Server:
    case Kind::Tls:
        return true;
    case Kind::Auth:
    case Kind::Permission:
    case Kind::Format:
    case Kind::Keychain:
    case Kind::Storage:
    case Kind::Overflow:
    case Kind::Config:
    case Kind::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace Costglass
