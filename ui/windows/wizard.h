// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QDialog>

class QLabel;
class QStackedWidget;

namespace Costglass {

class WizardHistory;
class WizardKey;
class WizardVendor;

/// From nothing to figures: vendor, key, history. Also gives an account a new key.
class Wizard : public QDialog
{
    Q_OBJECT

public:
    explicit Wizard(Engine &engine, QWidget *parent = nullptr);

    /// Skips the choice of vendor: a new key for the account with that label.
    void editAccount(const QString &label);
    void showStep(int step); ///< 0 vendor, 1 key, 2 history

Q_SIGNALS:
    void sampleWanted();
    void overviewWanted();

private:
    QWidget *makeSteps();

    Engine &m_engine;
    QList<QLabel *> m_marks;
    QStackedWidget *m_stack;
    WizardVendor *m_vendor;
    WizardKey *m_key;
    WizardHistory *m_history;
};

} // namespace Costglass
