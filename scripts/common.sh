# SPDX-License-Identifier: Apache-2.0
# Shared by the scripts: where things are, and how they speak. Sourced, never run.
# shellcheck shell=bash
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TARGET=$ROOT/target
TOOLS=$TARGET/tools
APP=$ROOT/android-app/app
LIBRARY=$ROOT/android-app/library
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/tomeru
VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml" | head -n 1)
# shellcheck disable=SC2034 # read by the scripts that source this file
ABIS="arm64-v8a armeabi-v7a x86_64"
export CARGO_TERM_COLOR=never

say() { printf '\n== %s\n' "$*"; }
fail() {
  printf '\nError: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf 'Fix:   %s\n' "$2" >&2
  exit 1
}
need() { command -v "$1" >/dev/null 2>&1 || fail "$1 is missing" "${2:-./scripts/setup}"; }

# Debian's toolchain serves host and phone alike; a rustup toolchain may stand before it on PATH.
if [ -x /usr/bin/cargo ] && [ -x /usr/bin/rustc ]; then
  export PATH=/usr/bin:/bin:$PATH
fi

# Runs a long step with its output in a file; shows that it lives, and the end of the file if it fails.
step() {
  local name=$1 log
  shift
  log=$TARGET/logs/${name//[^a-zA-Z0-9]/-}.log
  mkdir -p "$TARGET/logs"
  say "$name"
  local began=$SECONDS
  "$@" >"$log" 2>&1 &
  local job=$!
  while kill -0 "$job" 2>/dev/null; do
    sleep 1
    if [ $(((SECONDS - began) % 20)) = 19 ]; then printf '   … %s s: %.100s\n' "$((SECONDS - began))" "$(tail -n 1 "$log")"; fi
  done
  if ! wait "$job"; then
    tail -n 60 "$log" >&2
    fail "'$name' failed; all of its output is in ${log#"$ROOT"/}"
  fi
  printf '   done in %s s\n' "$((SECONDS - began))"
}

# Maven, quiet, with the library and the app.
maven() { mvn -B -q -f "$ROOT/android-app/pom.xml" "$@"; }

# Runs tests of the classes that are there: maven_test ARGUMENT…
maven_test() { maven test -Dcompiled "$@"; }
