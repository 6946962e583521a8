// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/feefacts.h"
#include "pricing/scenario.h"
#include "windows/widgets.h"

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;

namespace Costglass {

/// The figures of a scenario as fields with their units. A field that nobody touches leaves its figure as it was read,
/// to the last digit.
class ScenarioForm : public Card
{
    Q_OBJECT

public:
    explicit ScenarioForm(QWidget *parent = nullptr);

    /// Makes the fields anew; the plans to choose from are those of \a facts.
    void setScenario(const Scenario &scenario, const FeeFacts &facts);
    const Scenario &scenario() const { return m_scenario; }

Q_SIGNALS:
    void edited(); ///< scenario() is another one now

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Setter = std::function<void(Scenario &, const Decimal &)>;
    using TextSetter = std::function<void(Scenario &, const QString &)>;
    using Choices = QList<std::pair<QString, QString>>; ///< text, value
    void addTitle(const QString &text);
    void addWorkload(qsizetype index);
    void addConversation(qsizetype index, const QString &id, const QString &title);
    void addPeaks(qsizetype index, const QString &id, const QString &title);
    void addServices(const FeeFacts &facts);
    /// \a id names the field for tests, \a title the part that it belongs to for a screen reader.
    void addCount(const QString &id, const QString &title, const QString &label, const QString &unit,
                  const Decimal &value, const Decimal &least, const Setter &set);
    void addShare(const QString &id, const QString &title, const QString &label, const Decimal &value,
                  const Setter &set);
    void addChoice(const QString &id, const QString &label, const Choices &choices, const QString &value,
                   const TextSetter &set);
    QDoubleSpinBox *makeSpin(const QString &id, const QString &title, const QString &label,
                             const Decimal &value, const QString &suffix);
    void addRow(const QString &label, QWidget *field, QWidget *below = nullptr);
    void change(const std::function<void(Scenario &)> &how);

    Scenario m_scenario;
    QWidget *m_fields = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace Costglass
