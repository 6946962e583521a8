// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QWidget;

namespace Costglass {

class Engine;

/// Asks for the vault's passphrase beside the window's other work; \a then is called once it is given. The passphrase
/// stays in memory until the program ends.
void askVaultPassphrase(QWidget *parent, Engine &engine, const std::function<void()> &then);

} // namespace Costglass
