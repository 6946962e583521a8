// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/logsync.h"

#include "engine/engine.h"
#include "vendors/registry.h"

namespace Costglass {

LogSync::LogSync(Engine &engine, const Account &account, QObject *parent)
    : QObject(parent), m_engine(engine), m_account(account), m_log(*findVendor(account.vendor)->localLog())
{
}

LogSync::~LogSync()
{
    if (m_logs)
        m_logs->stop();
    if (m_reader.joinable())
        m_reader.join();
}

void LogSync::start(bool again, const Done &done)
{
    m_done = done;
    m_engine.ledger().run(
        this, [account = m_account.id](Store &store) { return store.logFiles(account); },
        [this, again](const Result<QList<LogFile>> &known) {
            const auto folders = logFolders(m_log, m_account);
            if (!known || !folders)
                return m_done(std::unexpected(known ? folders.error() : known.error()));
            begin(*known, again, [this, folders = *folders] { return findLogs(m_log, folders); });
        });
}

void LogSync::startWith(const QStringList &files, const Done &done)
{
    m_done = done;
    begin({}, true, [files] { return files; });
}

void LogSync::begin(const QList<LogFile> &known, bool again, const std::function<QStringList()> &find)
{
    m_logs = std::make_unique<LocalLogs>(m_log, m_engine.dataFolder(), known, again);
    m_reader = std::jthread([this, find] {
        m_logs->look(find());
        auto batch = m_logs->next();
        QMetaObject::invokeMethod(this,
                                  [this, batch = std::move(batch)]() mutable { store(std::move(batch)); });
    });
}

void LogSync::readNext()
{
    m_reader.join();
    m_reader = std::jthread([this] {
        auto batch = m_logs->next();
        QMetaObject::invokeMethod(this,
                                  [this, batch = std::move(batch)]() mutable { store(std::move(batch)); });
    });
}

void LogSync::store(Result<std::optional<LogBatch>> read)
{
    if (!read)
        return m_done(std::unexpected(read.error()));
    std::optional<LogBatch> &batch = *read;
    m_outcome.lines = m_logs->lines();
    m_outcome.refused = m_logs->refused();
    if (!batch && m_stored)
        return m_done(m_outcome);
    // Without news the ledger is still told of the kind, and tells what has no price.
    const bool last = !batch;
    LogBatch news = std::move(batch).value_or(LogBatch());
    news.account = m_account.id;
    news.takenAt = m_engine.now();
    news.kind = chargeKindFromName(m_account.settings.value(QStringLiteral("kind")))
                    .value_or(ChargeKind::Equivalent);
    news.service = m_log.info().name;
    news.zone = billingZone(m_account.vendor);
    m_engine.ledger().run(
        this, [news = std::move(news)](Store &store) { return store.storeLogs(news); },
        [this, last](const Result<LogChange> &change) {
            if (!change)
                return m_done(std::unexpected(change.error()));
            m_stored = true;
            add(*change);
            if (change->snapshots > 0)
                Q_EMIT stored();
            if (last)
                m_done(m_outcome);
            else
                readNext();
        });
}

void LogSync::add(const LogChange &change)
{
    LogChange &all = m_outcome.change;
    all.rows.added += change.rows.added;
    all.rows.changed += change.rows.changed;
    all.rows.removed += change.rows.removed;
    all.snapshots += change.snapshots;
    all.added += change.added;
    all.changed += change.changed;
    all.unpriced = change.unpriced;
}

} // namespace Costglass
