// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/settings.h"
#include "windows/dashboardpage.h"

class QComboBox;

namespace Costglass {

class Card;

/// Language, theme and where the data lie.
class SettingsPage : public DashboardPage
{
    Q_OBJECT

public:
    SettingsPage(DashboardState &state, Settings &settings, QWidget *parent = nullptr);

    bool isSettled() const override { return true; }

Q_SIGNALS:
    void changed(); ///< language or theme: the window is to be made anew

private:
    Card *makeAlerts();
    QComboBox *makeChoice(const QString &name, const QList<QPair<QString, QString>> &choices,
                          const QString &current);

    Settings &m_settings;
};

} // namespace Costglass
