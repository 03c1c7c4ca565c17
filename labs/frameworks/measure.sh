#!/usr/bin/env bash
# Compares two frameworks: builds a program of each from an empty target directory and runs it; writes the record from which
# "About the labs" has its table.
#   measure.sh          build (cost is recorded) and speed
#   measure.sh --speed  speed only, with the programs already built
# RUNS=2 measure.sh builds each twice. Measure speed on an idle machine: only the build cost, in
# CPU seconds, is fairly robust against load. Neither program is part of the workspace, and no check builds them: burn takes
# as long to compile as the book.
set -euo pipefail
cd "$(dirname "$0")"

frameworks=(candle burn)
record=record.jsonl
runs=${RUNS:-1}
# A directory set from outside would put both programs' artifacts in one place.
unset CARGO_TARGET_DIR CARGO_BUILD_TARGET_DIR

version() { # the resolved version of the framework's main crate
    local crate=$1
    [[ $crate == candle ]] && crate=candle-core
    cargo tree --offline --locked --manifest-path "$1/Cargo.toml" -e normal --depth 1 --prefix none |
        sed -n "s/^$crate v\([^ ]*\).*/\1/p"
}

build() {
    local framework=$1 run=$2 dir=$1/target log packages compiled bytes user sys wall
    log=$(mktemp)
    cargo fetch --quiet --locked --manifest-path "$framework/Cargo.toml"
    # The target directory stays behind for the speed measurement.
    rm -rf "$dir"
    # In a shell of its own, whose times are then those of this build and its children alone.
    TIMEFORMAT='%U %S %R'
    export TIMEFORMAT
    nice -n 19 bash -c 'cd "$1" && time cargo build --release --offline --locked' _ "$framework" 2>"$log" ||
        { cat "$log" >&2; exit 1; }
    read -r user sys wall < <(tail -n 1 "$log")
    packages=$(cargo tree --offline --locked --manifest-path "$framework/Cargo.toml" \
        -e normal --prefix none | sed 's/ (\*)$//' | sort -u | wc -l)
    compiled=$(grep -c '^ *Compiling ' "$log")
    bytes=$(wc -c <"$dir/release/frameworks-$framework")
    printf '{"kind":"build","framework":"%s","version":"%s","run":%d,"user_seconds":%.1f,"sys_seconds":%.1f,"cpu_seconds":%.1f,"wall_seconds":%.1f,"packages":%d,"compiled":%d,"binary_bytes":%d,"rustc":"%s","load":%s}\n' \
        "$framework" "$(version "$framework")" "$run" "$user" "$sys" \
        "$(awk "BEGIN { print $user + $sys }")" "$wall" "$packages" "$compiled" "$bytes" \
        "$(rustc --version | cut -d ' ' -f 2)" "$(cut -d ' ' -f 2 /proc/loadavg)"
    rm -f "$log"
}

new=$(mktemp)
trap 'rm -f "$new"' EXIT
if [[ ${1:-} == --speed ]]; then
    # Earlier build lines stay; a speed-only run has nothing better to put in their place.
    if [[ -f $record ]]; then grep '"kind":"build"' "$record" >>"$new" || true; fi
else
    for run in $(seq "$runs"); do
        for framework in "${frameworks[@]}"; do build "$framework" "$run" | tee -a "$new"; done
    done
fi
for framework in "${frameworks[@]}"; do
    # Alternating would not help: each program already takes the median of many steps.
    "$framework/target/release/frameworks-$framework" | tee -a "$new"
done
for framework in "${frameworks[@]}"; do
    # The programs' version constants are written by hand.
    grep -q "\"kind\":\"step\",\"framework\":\"$framework\",\"version\":\"$(version "$framework")\"" "$new" ||
        { echo "$framework: the program's VERSION is not the resolved one" >&2; exit 1; }
done
cp "$new" "$record"
