// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

#include <expected>
#include <optional>

namespace Costglass {

/// What went wrong, in one of a few kinds that code can branch on, with the words for a person.
struct Error
{
    /// Auth: the log-in is refused. Permission: it is known but may not read this. The poller's and the
    /// command line's reaction to each kind is fixed in errorExitCode() and in the engine's Poller.
    enum class Kind
    {
        Auth,
        Permission,
        RateLimited,
        Network,
        Timeout,
        Server,
        Tls,
        Format,
        Keychain,
        Storage,
        Overflow,
        Config,
        Cancelled
    };

    Kind kind;
    QString detail; ///< what happened, for a person; never holds a secret
    QString remedy = {}; ///< what to do about it; empty = the kind's own remedy
    std::optional<int> retryAfter = {}; ///< seconds, when the other side said how long to wait

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

/// The unexpected half of a Result in one call: `return failure(Error::Kind::Format, tr("…"));`
inline std::unexpected<Error> failure(Error::Kind kind, const QString &detail, const QString &remedy = {})
{
    return std::unexpected(Error{kind, detail, remedy});
}

/// The kind's stable English name, as it stands in JSON: "Auth", "RateLimited", …
QString errorKindName(Error::Kind kind);

/// The kind with that name; nothing when there is none.
std::optional<Error::Kind> errorKindFromName(QStringView name);

/// What a person can do about it, translated: the error's own remedy or the kind's general one.
QString errorRemedy(const Error &error);

/// The one sentence that banner, account list, tray and command line show: "what happened. What to do."
QString errorSentence(const Error &error);

/// The command line's exit code (3 is no error: a budget is crossed; 1 is for the unforeseen).
int errorExitCode(Error::Kind kind);

/// Whether trying the same again later can help (network, time-out, server, TLS, rate limit).
bool isTransient(Error::Kind kind);

} // namespace Costglass
