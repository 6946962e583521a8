// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/alarm.h"
#include "store/store.h"

namespace Costglass {

/// Charges plans when they are due, while the program runs: at its start, whenever the ledger changes, and on the day of
/// the next payment.
class PlanWatch : public QObject
{
    Q_OBJECT

public:
    explicit PlanWatch(Engine &engine, QObject *parent = nullptr);

private:
    struct Look
    {
        bool charged = false;
        std::optional<QDate> next; ///< payment of any plan
    };
    void look();
    static Result<Look> lookAt(Store &store, qint64 now);

    Engine &m_engine;
    Alarm m_alarm;
};

} // namespace Costglass
