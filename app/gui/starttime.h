// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "windows/mainwindow.h"

namespace Costglass {

/// Tells how long the program took from its start (as the kernel knows it) to the first painted figures.
class StartTime : public QObject
{
    Q_OBJECT

public:
    explicit StartTime(MainWindow &window, QObject *parent = nullptr);

Q_SIGNALS:
    void painted(double milliseconds);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    MainWindow &m_window;
};

} // namespace Costglass
