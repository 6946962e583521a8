#!/usr/bin/env bash
# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh COSTGLASS_CLI FOLDER SCRIPT: installs the vendors' clients into FOLDER, once, and runs SCRIPT there.
# 77 (skipped) where Node.js or the clients cannot be had.
set -euo pipefail
cli=$1 folder=$2 script=$3
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "Skipped: node and npm are not installed"
    exit 77
fi
mkdir -p "$folder"
cp "$here"/*.mjs "$here/package.json" "$folder"
cd "$folder"
if ! cmp -s package.json installed.json; then
    if ! npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error \
        --fetch-retries=1 --fetch-timeout=30000; then
        echo "Skipped: npm could not install the clients"
        exit 77
    fi
    cp package.json installed.json
fi
exec node "$script" "$cli"
