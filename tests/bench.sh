#!/usr/bin/env bash
# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Times Costglass beside a peer in one run and prints ratios (never absolute limits: machines differ).
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-packages.sh build run test
cmake --preset release >/dev/null
cmake --build --preset release --target costglass costglass-cli ledgerbench forecastbench pricebench emptychart >/dev/null
bin=build/release/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$work"
chmod 700 "$work"

# Median wall-clock milliseconds of a command over 15 runs.
median_ms() {
    for _ in $(seq 15); do
        local start end
        start=$(date +%s%N)
        "$@" >/dev/null 2>&1
        end=$(date +%s%N)
        echo $(((end - start) / 1000))
    done | sort -n | sed -n 8p
}

echo "== Ledger: 1 M usage rows beside sqlite3 .import; month view over 3 years and 7 vendors"
"$bin/ledgerbench" "$work"

echo "== Forecast and anomalies: one series, 200 scopes, a million values"
"$bin/forecastbench"
echo "== Prices: look-up, 1 M requests on one core, and a file of 1 M requests through the command line"
"$bin/pricebench"
"$bin/pricebench" --requests "$work/requests.jsonl"
start=$(date +%s%N)
"$bin/costglass-cli" price --usage-file "$work/requests.jsonl" --data "$work/prices" >/dev/null
echo "1 M lines in $((($(date +%s%N) - start) / 1000000)) ms (mark: 10000)"

echo "== Files: 1 M rows of FOCUS beside DuckDB loading the same CSV into its own file, medians of 5"
tests/bench/focusrows.py 1000000 "$work/focus.csv"
if npm install --silent --no-fund --no-audit --prefix "$work/duckdb" @duckdb/node-api >/dev/null 2>&1; then
    cp tests/bench/duckdb.mjs "$work/duckdb/"
    for _ in 1 2 3 4 5; do
        rm -rf "$work/import" "$work/focus.duckdb"
        start=$(date +%s%N)
        "$bin/costglass-cli" import "$work/focus.csv" --data "$work/import" >/dev/null
        middle=$(date +%s%N)
        node "$work/duckdb/duckdb.mjs" "$work/focus.csv" "$work/focus.duckdb"
        echo "$(((middle - start) / 1000000)) $((($(date +%s%N) - middle) / 1000000))"
    done >"$work/loads"
    ours=$(cut -d' ' -f1 "$work/loads" | sort -n | sed -n 3p)
    peer=$(cut -d' ' -f2 "$work/loads" | sort -n | sed -n 3p)
    echo "costglass ${ours} ms, DuckDB ${peer} ms, ratio $(awk "BEGIN { printf \"%.2f\", $ours / $peer }") (mark: 1.5)"
else
    echo "DuckDB cannot be installed from the package registry; skipped."
fi

echo "== Tools' logs: 1 GB of Claude Code transcripts, all of it and then nothing new, beside ccusage and tokscale"
python3 tests/bench/claudelogs.py "$work/claude" 1024
fresh_sync() {
    rm -rf "$work/logs"
    "$bin/costglass-cli" account add claude-code --label bench --set "root=$work/claude" --data "$work/logs"
    "$bin/costglass-cli" sync --quiet --data "$work/logs"
}
seconds() { # of the second of two runs, so that all read from memory
    "$@" >/dev/null 2>&1
    python3 -c 'import resource, subprocess, sys, time
start = time.monotonic()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print("%.2f s, %d MB" % (time.monotonic() - start, peak >> 10))' "$@"
}
export -f fresh_sync
export bin work
echo "costglass: $(seconds bash -c fresh_sync)"
echo "costglass, nothing changed: $(seconds "$bin/costglass-cli" sync --quiet --data "$work/logs") (mark: a twentieth of its peers)"
peers="$work/peers"
if command -v npm >/dev/null && npm install --silent --prefix "$peers" ccusage@20.0.24 @ccusage/ccusage-linux-x64@20.0.24 \
    @tokscale/core@1.4 >/dev/null 2>&1; then
    native="$peers/node_modules/@ccusage/ccusage-linux-x64/bin/ccusage"
    chmod +x "$native" # as its own wrapper does
    echo "ccusage: $(CLAUDE_CONFIG_DIR="$work/claude" seconds "$native" claude daily --offline --json) (mark: three times costglass)"
    mkdir -p "$work/home"
    ln -sfn "$work/claude" "$work/home/.claude"
    cat >"$peers/parse.cjs" <<'END'
const { parseLocalSources } = require("@tokscale/core");
parseLocalSources({ homeDir: process.argv[2], sources: ["claude"] });
END
    echo "tokscale: $(seconds node "$peers/parse.cjs" "$work/home") (mark: three times costglass)"
else
    echo "npm does not offer the peers here: not compared"
fi

echo "== Start: exec to first painted Overview over 3 years, beside an empty Qt Charts window"
"$bin/ledgerbench" --three-years "$work/data"
ours=$(median_ms "$bin/costglass" --time-start --data "$work/data" --now 2026-11-24T12:00:00Z)
peer=$(median_ms "$bin/emptychart")
echo "costglass ${ours} us, empty chart window ${peer} us, ratio $(awk "BEGIN { printf \"%.2f\", $ours / $peer }") (mark: 1.3)"
