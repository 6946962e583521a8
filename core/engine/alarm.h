// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

#include <optional>

namespace Costglass {

class Engine;

/// Rings once at an instant of the engine's clock; without one nothing wakes the computer. A pretended clock stands still,
/// so that nothing becomes due by waiting.
class Alarm : public QObject
{
    Q_OBJECT

public:
    explicit Alarm(Engine &engine, QObject *parent = nullptr);

    /// Rings at \a due (Unix seconds) too, if that is earlier than what was asked for before.
    void ringAt(std::optional<qint64> due);

Q_SIGNALS:
    void rang();

private:
    void handleTimeout();
    void start();

    Engine &m_engine;
    QTimer m_timer;
    std::optional<qint64> m_due;
};

} // namespace Costglass
