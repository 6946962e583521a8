#!/usr/bin/env bash
# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Costglass and opens it on the built-in sample data.
# With no display it paints the pages and a statement into build/pictures instead.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "1/3 Packages"
packaging/install-packages.sh build run
echo "2/3 Build (about five minutes the first time)"
cmake --preset release -B build/run -DCOSTGLASS_TESTS=OFF
cmake --build build/run
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "3/3 Opening Costglass on sample data; close the window to end"
    exec build/run/bin/costglass --demo "$@"
fi

echo "3/3 There is no display: painting the pages on sample data"
out=build/pictures
mkdir -p "$out"
for page in overview accounts budgets; do
    for theme in light dark; do
        build/run/bin/costglass --demo --render "$page" --theme "$theme" --out "$out/$page-$theme.png"
    done
done
build/run/bin/costglass --demo --report "$(date -u +%Y-%m)" --out "$out/statement.pdf"
echo "The pages and the statement lie in $(pwd)/$out:"
ls "$out"
