#!/usr/bin/env bash
# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds every source to .clang-format (version 14, as Debian 12 has it); with "tidy BUILD_FOLDER" also to .clang-tidy.
set -euo pipefail
cd "$(dirname "$0")/.."

find app core ui tests -name '*.cpp' -print0 -o -name '*.h' -print0 | xargs -0 clang-format --dry-run --Werror
[ "${1:-}" = tidy ] || exit 0
run-clang-tidy-19 -quiet -j "$(nproc)" -p "$2" "$PWD/(core|ui|app)/.*\.cpp$" 2>/dev/null
