// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace Costglass {

/// The wizard's first step: where do you spend?
class WizardVendor : public QWidget
{
    Q_OBJECT

public:
    explicit WizardVendor(QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &vendor);
    void sampleWanted();

private:
    void filter(const QString &text);

    QLineEdit *m_search;
    QList<QPushButton *> m_buttons;
};

} // namespace Costglass
