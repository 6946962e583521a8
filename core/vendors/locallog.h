// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

#include <QRegularExpression>

#include <functional>
#include <memory>
#include <string_view>

namespace Costglass {

/// One request to a model as a tool noted it on disk. Texts are raw JSON strings and live as long as the line. The same
/// request may be noted many times, while it streams and in copies of its session; \a id and \a request tell which are
/// the same, \a rank which of them to believe.
struct LoggedRequest
{
    std::string_view id = {}; ///< of the vendor's response; empty = this line and no other
    std::string_view request = {}; ///< tells apart what has the same id; empty = the id alone decides
    bool replay = false; ///< a side conversation: gives way to any other line of the same id
    qint64 rank = 0; ///< the larger the later
    qint64 at = 0; ///< Unix seconds
    std::string_view vendor = {}; ///< whose prices hold; empty = those of LocalLog::priceVendor
    std::string_view model = {};
    std::string_view project = {}; ///< working directory; empty = not told
    bool fast = false; ///< ran in the fast (priority) tier
    qint64 input = 0; ///< classes are disjoint, as in Usage
    qint64 cacheRead = 0;
    qint64 cacheWrite5m = 0;
    qint64 cacheWrite1h = 0;
    qint64 output = 0;
    qint64 webSearches = 0;
    std::optional<Money> cost = {}; ///< as the tool reckoned it; nothing = by the price book
};

/// Reads one file's lines in order.
class LogParser
{
public:
    using Take = std::function<void(const LoggedRequest &)>;

    virtual ~LogParser() = default;

    /// Hands over what the line (or, for whole files, the text) counts; false when it cannot be read.
    virtual bool read(std::string_view line, const Take &take) = 0;
    /// The file ends here for now: hands over what was held back to see what follows.
    virtual void finish(const Take &) { }
    /// What must be known to read on where the last line ended; empty = nothing.
    virtual QByteArray state() const { return {}; }
};

/// Where a tool keeps its logs.
struct LogPlaces
{
    QByteArray variable; ///< environment variable with a comma-separated list of folders, instead of \a homes
    QStringList homes; ///< below the home folder
    QStringList
        parts; ///< the folders within each that hold logs; where none of them is there, the folder itself
    QRegularExpression file; ///< what a log's path matches
};

/// A tool that leaves its use on disk: no key, no network, no price of its own. Pure like every adapter; files are
/// found and read by the engine.
class LocalLog : public VendorAdapter
{
public:
    const VendorInfo &info() const override { return m_info; }
    const LocalLog *localLog() const final { return this; }

    const LogPlaces &places() const { return m_places; }
    /// The vendor whose API prices the tool's models have.
    const QString &priceVendor() const { return m_priceVendor; }
    /// Lines without all of these bytes count nothing and need not be parsed; empty = every line is read.
    const QByteArray &marker() const { return m_marker; }
    /// Whether a file is one JSON text, rewritten as it grows.
    virtual bool isDocument(const QString &path) const;
    /// For an SQLite file: the query whose first column is a JSON text per row, each parsed as a line; null for others.
    virtual const char *rowsOf(const QString &path) const;
    /// A parser for a file of that path, from its beginning or with the state() of one that read the lines before.
    virtual std::unique_ptr<LogParser> parser(const QString &path, const QByteArray &state) const = 0;

    // Never asked: there is nobody to ask.
    HttpRequest firstRequest(const FetchJob &job) const final;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const final;
    HttpRequest checkRequest(const FetchJob &job) const final;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const final;

protected:
    LocalLog(const QString &id, const QString &name, const QString &colour, const LogPlaces &places,
             const QString &priceVendor, const QByteArray &marker);

private:
    VendorInfo m_info;
    LogPlaces m_places;
    QString m_priceVendor;
    QByteArray m_marker;
};

/// Reads "2026-11-24T08:00:00.123Z" fast, and any other RFC 3339 text; nothing when it is none.
std::optional<qint64> logInstant(std::string_view text);

} // namespace Costglass
