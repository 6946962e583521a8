// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>

namespace Costglass {

/// The ledger in a thread of its own: the file is opened, used and closed there. Tasks run in the order in which
/// they were given; answers come back in the caller's thread.
class StoreThread : public QObject
{
    Q_OBJECT

public:
    /// Opens the ledger in a new thread and waits for that (only at start).
    static Result<std::unique_ptr<StoreThread>> open(const QString &folder);
    ~StoreThread() override; ///< finishes the task at hand, drops the others

    /// Runs \a task on the ledger, then \a done with its result in the thread of \a context; destroying \a context
    /// drops the answer, not the task.
    template<typename Task, typename Done>
    void run(QObject *context, Task task, Done done)
    {
        post([task = std::move(task), done = std::move(done), guard = QPointer<QObject>(context),
              this](Store &store) mutable {
            auto result = task(store);
            deliver(guard, [done = std::move(done), result = std::move(result)]() mutable {
                done(std::move(result));
            });
        });
    }

private:
    StoreThread();
    void post(std::function<void(Store &)> task);
    void deliver(const QPointer<QObject> &context, std::function<void()> answer);

    QThread m_thread;
    std::atomic_bool m_stopping = false;
    QObject *m_worker = nullptr;
    std::unique_ptr<Store> m_store;
};

} // namespace Costglass
