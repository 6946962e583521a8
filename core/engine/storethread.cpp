// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/storethread.h"

namespace Costglass {

StoreThread::StoreThread() : m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("ledger"));
    m_thread.start();
}

Result<std::unique_ptr<StoreThread>> StoreThread::open(const QString &folder)
{
    std::unique_ptr<StoreThread> thread(new StoreThread);
    std::optional<Error> error;
    QMetaObject::invokeMethod(
        thread->m_worker,
        [&] {
            auto store = Store::open(folder);
            if (store)
                thread->m_store = std::move(*store);
            else
                error = store.error();
        },
        Qt::BlockingQueuedConnection);
    if (error)
        return std::unexpected(*error);
    return thread;
}

StoreThread::~StoreThread()
{
    // SQLite's connection belongs to its thread: it is closed there, after the task at hand.
    m_stopping = true;
    QMetaObject::invokeMethod(
        m_worker, [this] { m_store.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void StoreThread::post(std::function<void(Store &)> task)
{
    QMetaObject::invokeMethod(m_worker, [this, task = std::move(task)] {
        if (!m_stopping && m_store)
            task(*m_store);
    });
}

void StoreThread::deliver(const QPointer<QObject> &context, std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, [context, answer = std::move(answer)] {
        if (context)
            answer();
    });
}

} // namespace Costglass
