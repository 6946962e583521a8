// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "windows/dashboardpage.h"

namespace Costglass {

/// The four journeys in short, the keys, and what this program is.
class HelpPage : public DashboardPage
{
    Q_OBJECT

public:
    explicit HelpPage(DashboardState &state, QWidget *parent = nullptr);

    bool isSettled() const override { return true; }
};

} // namespace Costglass
