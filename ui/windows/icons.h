// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace Costglass {

/// An icon of resources/icons in the theme's muted colour, in its accent where it is checked.
QIcon themedIcon(const QString &name);

/// The program's own icon.
QIcon programIcon();

} // namespace Costglass
