# SPDX-License-Identifier: Apache-2.0
# Shared by the scripts: where things are, and how they speak. Sourced, never run.
# shellcheck shell=bash
set -euo pipefail
# In Turkish, the upper case of i is not I: names of variables, tasks and classes are made here and by the JVM.
export LC_ALL=C.UTF-8

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TARGET=$ROOT/target
TOOLS=$TARGET/tools
APP=$ROOT/android-app/app
LIBRARY=$ROOT/android-app/library
DIST=$ROOT/dist
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/tomeru
# Maven's local repository; what the builds take from it was checked (scripts/fetch-maven).
MAVEN=$HOME/.m2/repository
VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml" | head -n 1)
# Which key signs: what is not for people says so, in its file's name and, signed with the debug key, in its version.
if [ -n "${TOMERU_UNSIGNED:-}" ]; then MARK=-unsigned; elif [ -n "${TOMERU_KEYSTORE:-}" ]; then MARK=''; else MARK=-debug; fi
# shellcheck disable=SC2034 # read by the scripts that source this file
NAMED=$VERSION$MARK
# shellcheck disable=SC2034
ABIS="arm64-v8a armeabi-v7a x86_64"
export CARGO_TERM_COLOR=never
# The phone's libraries need it (build-native). Build scripts of other people's crates watch it: set for some builds
# alone, it has whatever the builds share compiled anew between them.
export RUSTC_BOOTSTRAP=1
# The features of the host's library: those of scripts/build-bindings, or cargo builds things twice.
# shellcheck disable=SC2034
FEATURES=(--locked --workspace --features "tomeru/cli tomeru/bindgen")
# For programs in Java that run for a minute at most. What the second compiler wins in that time is half of what it costs:
# R8 takes 28 s of the processor in place of 60, the Kotlin compiler 50 in place of 107.
SHORT=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC)
# shellcheck disable=SC2034
SHORT_JAVA=(java "${SHORT[@]}")
export MAVEN_OPTS=${MAVEN_OPTS:-"${SHORT[*]} -Dkotlin.daemon.jvm.options=XX:TieredStopAtLevel=1,XX:+UseSerialGC"}
# What the core is made of.
# shellcheck disable=SC2034
CORE=("$ROOT"/Cargo.{toml,lock} "$ROOT"/rust-core/{Cargo.toml,README.md,build.rs,src,plans} "$ROOT"/rust-core/compiler/{Cargo.toml,src})

say() { printf '\n== %s\n' "$*"; }
# What a check could not do is told loudly, and once more at the end (tell_loud).
LOUD=$TARGET/logs/loud.txt
loud() {
  mkdir -p "$TARGET/logs"
  echo "$*" >>"$LOUD"
  printf '\n!!!!!! NOT CHECKED: %s !!!!!!\n' "$*"
}
tell_loud() { [ ! -s "$LOUD" ] || sed 's/.*/!!!!!! NOT CHECKED: & !!!!!!/' "$LOUD"; }
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
  local began=$SECONDS shown=0
  "$@" >"$log" 2>&1 &
  local job=$!
  while kill -0 "$job" 2>/dev/null; do
    sleep 0.2
    if [ ${#BESIDES[@]} -gt 0 ]; then look_beside; fi
    if [ $((SECONDS - began)) -ge $((shown + 20)) ]; then
      shown=$((SECONDS - began))
      printf '   … %s s%s: %.100s\n' "$shown" "$(among "$name")" "$(tail -n 1 "$log")"
    fi
  done
  if ! wait "$job"; then
    tail -n 60 "$log" >&2
    if grep -q 'in offline mode' "$log"; then
      fail "'$name' wants a file that is not in scripts/sums/maven.sha256" "scripts/maven-sums --keep, and look at what it adds"
    fi
    fail "'$name' failed; all of its output is in ${log#"$ROOT"/}"
  fi
  printf '   done in %s s%s\n' "$((SECONDS - began))" "$(among "$name")"
  took "$((SECONDS - began))" "$name"
}

# Where others speak at the same time, a line names its step.
among() { if [ -n "${TOMERU_BESIDE:-}" ] || [ ${#BESIDES[@]} -gt 0 ]; then printf ' (%s)' "$1"; fi; }

# beside COMMAND…: runs it while the script goes on; `together` waits for all of them. The first that fails ends the
# script, and whatever ends the script ends them.
BESIDES=()
beside() {
  # A group of its own can be ended as a whole.
  set -m
  {
    set +m
    BESIDES=()
    export TOMERU_BESIDE=1
    "$@"
  } &
  BESIDES+=("$!")
  set +m
}
look_beside() {
  local job left=()
  for job in "${BESIDES[@]}"; do
    if kill -0 "$job" 2>/dev/null; then left+=("$job"); else wait "$job" || exit 1; fi
  done
  BESIDES=("${left[@]}")
}
# await FILE: goes on once what runs beside has written it.
await() {
  until [ -f "$1" ]; do
    look_beside
    sleep 0.2
  done
}
together() {
  while [ ${#BESIDES[@]} -gt 0 ]; do
    look_beside
    sleep 0.2
  done
}

# Whatever is still under way when the script ends, ends with it.
AT_END=()
at_end() {
  local code=$? job command
  for job in "${BESIDES[@]}" $(jobs -p); do kill -- "-$job" 2>/dev/null || kill "$job" 2>/dev/null || true; done
  for command in "${AT_END[@]}"; do "$command"; done
  exit "$code"
}
trap at_end EXIT
trap 'exit 130' INT TERM

# step_on_change NAME COMMAND…: a step that is left out while what it reads (INPUTS) and what it wrote (OUTPUTS), files
# and folders, have the contents that they had after its last success. Two at once: the second waits for the first.
step_on_change() {
  local name=$1 stamp=$TARGET/stamps/${1//[^a-zA-Z0-9]/-} inputs
  mkdir -p "$TARGET/stamps"
  exec {lock}>"$stamp.lock"
  flock "$lock"
  inputs=$(rustc -vV 2>/dev/null | cksum | cut -d' ' -f1)-$(digest "${INPUTS[@]}")
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$inputs $(digest "${OUTPUTS[@]}")" ]; then
    say "$name: nothing changed"
  else
    rm -f "$stamp"
    step "$@"
    printf '%s %s\n' "$inputs" "$(digest "${OUTPUTS[@]}")" >"$stamp"
  fi
  # Whatever a step left behind still has the file open.
  flock -u "$lock"
  exec {lock}>&-
}
# One sum over names and contents.
digest() {
  find "$@" -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1
}

# times: from here on, how long each step takes is kept, in the scripts that this one calls, too; a table at the end.
times() {
  export TOMERU_TIMES=$TARGET/logs/times.tsv
  mkdir -p "$TARGET/logs"
  : >"$TOMERU_TIMES"
  AT_END+=(tell_times)
}
took() { [ -z "${TOMERU_TIMES:-}" ] || printf '%s\t%s\n' "$1" "$2" >>"$TOMERU_TIMES"; }
tell_times() {
  say "How long it took (steps side by side count each for itself)"
  awk -F '\t' '{ printf "%6d s  %s\n", $1, $2 }' "$TOMERU_TIMES"
  printf '%6d s  all together\n' "$SECONDS"
}

# Maven fetches nothing: scripts/setup has fetched and checked all that the builds ask for. A repository that is a folder
# of this very project counts as there.
checked_maven() {
  mvn -B -o -Daether.offline.protocols=file -Dmaven.repo.local="$MAVEN" -Drobolectric.dependency.repo.url=file:///checked-files-only "$@"
}
# The same, quiet, with the library and the app.
maven() { checked_maven -q -f "$ROOT/android-app/pom.xml" "$@"; }

# Runs tests of the classes that are there: maven_test ARGUMENT…
maven_test() { maven test -Dcompiled "$@"; }
