#!/usr/bin/env bash
# Builds everything and runs every test; ends with the line "N passed, N failed". Arguments go to dotnet test:
#
#   ./test.sh --filter FullyQualifiedName~Embedded
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Build servers that outlive the script would keep a pipeline waiting for the end of its output.
export MSBUILDDISABLENODEREUSE=1
# Portals that live for seconds never earn back what measuring them for a faster second compilation costs.
export DOTNET_TieredPGO=0

give_up() {
  echo "0 passed, 1 failed"
  exit 1
}

eng/prerequisites.sh test || give_up
dotnet build ScoEvents.sln -c Release -v q -clp:NoSummary </dev/null || give_up

results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

# One project after another: each may start a database, the last one a browser too.
dotnet test ScoEvents.sln -c Release --no-build -m:1 --logger trx --results-directory "$results" "$@" </dev/null
status=$?

# The sum of one attribute over the counters of all result files.
sum() {
  local total=0 value
  for value in $(find "$results" -name '*.trx' -exec grep -ho '<Counters [^>]*>' {} + | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p"); do
    total=$((total + value))
  done
  echo "$total"
}

passed=$(sum passed)
failed=$(($(sum failed) + $(sum error) + $(sum timeout) + $(sum aborted)))
skipped=$(($(sum total) - $(sum executed)))

# A test host that died leaves no counter, only the exit code.
if [[ $status -ne 0 && $failed -eq 0 ]] || [[ $((passed + failed)) -eq 0 ]]; then
  failed=$((failed + 1))
fi

line="$passed passed, $failed failed"
if [[ $skipped -gt 0 ]]; then
  line="$line, $skipped skipped"
fi
echo "$line"
[[ $failed -eq 0 ]]
