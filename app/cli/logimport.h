// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Costglass {

class Cli;
class VendorAdapter;

/// "import" of a log that \a tool wrote, or of a folder of them; the exit code.
int importLogs(Cli &cli, const VendorAdapter &tool);

} // namespace Costglass
