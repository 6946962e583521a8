#!/usr/bin/env bash
# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Costglass with its tests (warnings are errors) and runs them all.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "1/3 Packages"
packaging/install-packages.sh build run test
echo "2/3 Build"
cmake --preset release
cmake --build --preset release
echo "3/3 Tests"
ctest --preset release "$@"
