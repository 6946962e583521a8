// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace Costglass {

class World;

/// The world's own figures, as "sandbox --truth" prints them: what a perfect reading of the emulators gives.
QJsonObject truthOf(const World &world);

} // namespace Costglass
