// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/fxtable.h"
#include "engine/engine.h"
#include "pricing/feefacts.h"
#include "pricing/modelfacts.h"
#include "pricing/pricebook.h"

#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace Costglass {

/// Prices for the pages that show them: read once, when the first of these pages is opened, in a thread of their own
/// so that neither the start of the program nor the window waits for them. What is read does not change any more.
class PriceDesk : public QObject
{
    Q_OBJECT

public:
    struct Prices
    {
        PriceBook book; ///< those that are built in, and above them what the data folder keeps
        FeeFacts fees;
        ModelFacts models;
        FxTable rates;
    };

    explicit PriceDesk(Engine &engine, QObject *parent = nullptr);
    ~PriceDesk() override; ///< finishes the task at hand

    void open(); ///< reads them; nothing when that was asked before
    /// Null until opened().
    const std::shared_ptr<const Prices> &prices() const { return m_prices; }
    /// Why they could not be read.
    const std::optional<Error> &error() const { return m_error; }

    /// Runs \a task in the desk's thread, then \a done with its result in the caller's; destroying \a context drops the
    /// answer.
    template<typename Task, typename Done>
    void run(QObject *context, Task task, Done done)
    {
        m_pool.start([this, guard = QPointer<QObject>(context), task = std::move(task),
                      done = std::move(done)]() mutable {
            auto result = task();
            QMetaObject::invokeMethod(
                this,
                [guard, done = std::move(done), result = std::move(result)]() mutable {
                    if (guard)
                        done(std::move(result));
                },
                Qt::QueuedConnection);
        });
    }

Q_SIGNALS:
    void opened(); ///< prices() or error() is there

private:
    QString m_folder;
    bool m_asked = false;
    std::shared_ptr<const Prices> m_prices;
    std::optional<Error> m_error;
    QThreadPool m_pool;
};

} // namespace Costglass
