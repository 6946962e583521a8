// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricedesk.h"
#include "pricing/estimate.h"

#include <QTimer>

namespace Costglass {

/// Prices a scenario beside the interface: while the person drags a field, the questions that come in the meantime are
/// one.
class Estimator : public QObject
{
    Q_OBJECT

public:
    struct Question
    {
        Scenario scenario;
        QStringList vendors; ///< all their models instead of the scenario's offers; empty = the scenario's
        qint64 at = 0; ///< Unix seconds
    };

    explicit Estimator(PriceDesk &desk, QObject *parent = nullptr);

    void ask(const Question &question);
    void forget(); ///< drops what was asked and answered
    bool isBusy() const { return m_wanted || m_running; }
    /// The last answer; the old one stays until the next is there.
    const QList<EstimateRow> &rows() const { return m_rows; }

Q_SIGNALS:
    void answered();

private:
    void start();

    PriceDesk &m_desk;
    std::optional<Question> m_wanted;
    bool m_running = false;
    int m_turn = 0; ///< an answer of an earlier turn is no longer wanted
    QTimer m_soon;
    QList<EstimateRow> m_rows;
};

} // namespace Costglass
