// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/codexlog.h"

#include "vendors/jsonscanner.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Tokens
{
    qint64 input = 0; ///< cached tokens included
    qint64 cached = 0;
    qint64 output = 0; ///< reasoning included
    qint64 reasoning = 0;
    bool told = false;

    bool operator==(const Tokens &) const = default;
    bool isZero() const { return input == 0 && cached == 0 && output == 0 && reasoning == 0; }
    QByteArray text() const
    {
        return QByteArray::number(input) + ' ' + QByteArray::number(cached) + ' ' + QByteArray::number(output)
            + ' ' + QByteArray::number(reasoning);
    }
    static Tokens of(const QString &text)
    {
        const QStringList parts = text.split(u' ');
        return parts.size() == 4 ? Tokens{parts[0].toLongLong(), parts[1].toLongLong(), parts[2].toLongLong(),
                                          parts[3].toLongLong(), true}
                                 : Tokens();
    }
    /// What came since \a before; the whole when the count began anew.
    Tokens since(const Tokens &before) const
    {
        if (input < before.input || output < before.output)
            return *this;
        return {input - before.input, qMax<qint64>(0, cached - before.cached), output - before.output,
                qMax<qint64>(0, reasoning - before.reasoning), true};
    }
};

bool readTokens(JsonScanner &json, Tokens &tokens)
{
    return json.object([&](std::string_view key) {
        tokens.told = true;
        if (key == "input_tokens")
            return json.count(tokens.input);
        if (key == "cached_input_tokens")
            return json.count(tokens.cached);
        if (key == "output_tokens")
            return json.count(tokens.output);
        if (key == "reasoning_output_tokens")
            return json.count(tokens.reasoning);
        return json.skip();
    });
}

/// What a line says, as far as it matters.
struct Line
{
    std::string_view timestamp;
    std::string_view type;
    std::string_view event; ///< payload.type
    std::string_view id;
    std::string_view forkedFrom;
    std::string_view cwd;
    std::string_view model;
    Tokens total;
    Tokens last;
};

bool readInfo(JsonScanner &json, Line &line)
{
    return json.object([&](std::string_view key) {
        if (key == "total_token_usage")
            return readTokens(json, line.total);
        if (key == "last_token_usage")
            return readTokens(json, line.last);
        return key == "model" ? json.text(line.model) : json.skip();
    });
}

bool readPayload(JsonScanner &json, Line &line)
{
    return json.object([&](std::string_view key) {
        if (key == "type")
            return json.text(line.event);
        if (key == "id")
            return json.text(line.id);
        if (key == "forked_from_id")
            return json.text(line.forkedFrom);
        if (key == "cwd")
            return json.text(line.cwd);
        if (key == "model")
            return json.text(line.model);
        return key == "info" ? readInfo(json, line) : json.skip();
    });
}

bool readLine(JsonScanner &json, Line &line)
{
    const bool read = json.object([&](std::string_view key) {
        if (key == "timestamp")
            return json.text(line.timestamp);
        if (key == "type")
            return json.text(line.type);
        return key == "payload" ? readPayload(json, line) : json.skip();
    });
    return read && json.atEnd();
}

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

class CodexParser : public LogParser
{
public:
    explicit CodexParser(const QByteArray &state);

    bool read(std::string_view text, const Take &take) override;
    void finish(const Take &take) override;
    QByteArray state() const override;

private:
    struct Row
    {
        qint64 at = 0;
        Tokens used;
    };

    void readMeta(const Line &line, bool spawned);
    void readCount(const Line &line, qint64 at, const Take &take);
    void count(const Row &row, const Take &take);

    QByteArray m_root; ///< the oldest session that this one goes back to
    QByteArray m_project;
    QByteArray m_model;
    QByteArray m_chain; ///< hash of the session and all figures so far
    Tokens m_total; ///< running totals so far
    std::optional<Row> m_first; ///< of a spawned session: held until the next tells whether it is a copy
    qint64 m_replayed = 0; ///< the second at which a spawned session's copies were written
    bool m_spawned = false; ///< begins with copies of the session that spawned it, perhaps
    bool m_begun = false; ///< a count was read
};

CodexParser::CodexParser(const QByteArray &state)
{
    const QJsonObject known = QJsonDocument::fromJson(state).object();
    const auto text = [&known](const QString &key) { return known.value(key).toString().toUtf8(); };
    m_root = text(u"root"_s);
    m_project = text(u"project"_s);
    m_model = text(u"model"_s);
    m_chain = text(u"chain"_s);
    m_total = Tokens::of(known.value(u"total"_s).toString());
    m_replayed = known.value(u"replayed"_s).toInteger();
    m_spawned = known.value(u"spawned"_s).toBool();
    m_begun = known.value(u"begun"_s).toBool();
}

QByteArray CodexParser::state() const
{
    return QJsonDocument(
               QJsonObject{{u"root"_s, QString::fromUtf8(m_root)},
                           {u"project"_s, QString::fromUtf8(m_project)},
                           {u"model"_s, QString::fromUtf8(m_model)},
                           {u"chain"_s, QString::fromUtf8(m_chain)},
                           {u"total"_s, m_total.told ? QString::fromUtf8(m_total.text()) : QString()},
                           {u"replayed"_s, m_replayed},
                           {u"spawned"_s, m_spawned},
                           {u"begun"_s, m_begun}})
        .toJson(QJsonDocument::Compact);
}

bool CodexParser::read(std::string_view text, const Take &take)
{
    if (!has(text, "token_count") && !has(text, "turn_context") && !has(text, "session_meta"))
        return true;
    JsonScanner json(text);
    Line line;
    if (!readLine(json, line))
        return false;
    if (line.type == "session_meta") {
        readMeta(line, has(text, "thread_spawn"));
    } else if (line.type == "turn_context") {
        if (!line.model.empty())
            m_model = bytes(line.model);
        if (!line.cwd.empty())
            m_project = bytes(line.cwd);
    } else if (line.type == "event_msg" && line.event == "token_count") {
        const auto at = logInstant(line.timestamp);
        if (!at)
            return false;
        if (m_model.isEmpty())
            m_model = bytes(line.model);
        if (line.total.told || line.last.told)
            readCount(line, *at, take);
    }
    return true;
}

/// The first meta is the session's own; later ones are those of its ancestors, whose events follow as copies.
void CodexParser::readMeta(const Line &line, bool spawned)
{
    const bool own = m_root.isEmpty();
    if (!own && m_root != bytes(line.id))
        return;
    m_root = bytes(line.forkedFrom.empty() ? line.id : line.forkedFrom);
    if (own) {
        m_spawned = spawned;
        m_project = bytes(line.cwd);
    }
}

void CodexParser::readCount(const Line &line, qint64 at, const Take &take)
{
    const bool moved = !line.total.told || !m_total.told || line.total != m_total;
    const Tokens used = line.last.told ? line.last : line.total.since(m_total);
    if (line.total.told)
        m_total = line.total;
    const bool wasReplay = m_replayed != 0;
    if (m_spawned && !m_begun) {
        m_begun = true;
        m_first = Row{at, used};
        return;
    }
    m_begun = true;
    if (m_spawned && m_first && at == m_first->at) {
        m_first.reset();
        m_replayed = at;
    } else {
        finish(take);
    }
    if (m_replayed != 0 && at == m_replayed)
        return;
    m_replayed = 0;
    // The same count may be told twice; only after copies may it stand for a request of its own.
    if (moved || wasReplay)
        count({at, used}, take);
}

void CodexParser::finish(const Take &take)
{
    if (m_first)
        count(*std::exchange(m_first, std::nullopt), take);
}

void CodexParser::count(const Row &row, const Take &take)
{
    if (row.used.isZero())
        return;
    m_chain = QCryptographicHash::hash((m_chain.isEmpty() ? m_root : m_chain) + ' ' + row.used.text(),
                                       QCryptographicHash::Sha1)
                  .toHex();
    LoggedRequest request;
    request.id = std::string_view(m_chain.constData(), static_cast<size_t>(m_chain.size()));
    request.at = row.at;
    request.model = std::string_view(m_model.constData(), static_cast<size_t>(m_model.size()));
    request.project = std::string_view(m_project.constData(), static_cast<size_t>(m_project.size()));
    request.cacheRead = qMin(row.used.cached, row.used.input);
    request.input = row.used.input - request.cacheRead;
    request.output = row.used.output;
    take(request);
}

} // namespace

CodexLog::CodexLog()
    : LocalLog(u"codex"_s, u"Codex"_s, u"#1F6F5C"_s,
               {"CODEX_HOME",
                {u".codex"_s},
                {u"sessions"_s, u"archived_sessions"_s},
                QRegularExpression(u"\\.jsonl$"_s)},
               u"openai"_s, {})
{
}

std::unique_ptr<LogParser> CodexLog::parser(const QString &, const QByteArray &state) const
{
    return std::make_unique<CodexParser>(state);
}

} // namespace Costglass
