#!/usr/bin/env bash
# Whether the memory of one portal, and of the browsers that print for it, stays flat over 200 files of each kind in a row:
# managed heap after full collections, resident memory of the portal, resident memory of its browsers. Ends with 1 where
# the median of the last quarter is more than 1.1 times that of the second. Agendas of 200 sessions; of 40 for PDF.
#
#   bench/memory.sh [KIND …]       pdf docx xlsx csv html md ics schedule.xml schedule.json unless named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work="$(mktemp -d)"
# The account that PostgreSQL runs under must be able to pass.
chmod 711 "$work"
address="http://127.0.0.1:${PORTAL_PORT:-5198}"
dotnet build bench/ScoEvents.Bench -c Release -v q --nologo
dotnet build bench/ScoEvents.HeapHook -c Release -v q --nologo
dotnet build src/ScoEvents.Web -c Release -v q --nologo
bench() { dotnet bench/ScoEvents.Bench/bin/Release/net10.0/ScoEvents.Bench.dll "$@"; }

portal=
stop() {
  if [[ -n "$portal" ]]; then kill "$portal" 2>/dev/null || true; wait "$portal" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop EXIT

mkdir "$work/heap"
(
  cd src/ScoEvents.Web
  ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="$address" Portal__DataFolder="$work/data" \
    SCOEVENTS_HEAP="$work/heap" DOTNET_STARTUP_HOOKS="$OLDPWD/bench/ScoEvents.HeapHook/bin/Release/net10.0/ScoEvents.HeapHook.dll" \
    exec dotnet bin/Release/net10.0/ScoEvents.Web.dll
) > "$work/portal.log" 2>&1 &
portal=$!
until curl --silent --fail --output /dev/null "$address/health/ready"; do
  kill -0 "$portal" || { cat "$work/portal.log" >&2; exit 1; }
  sleep 0.2
done
bench seed "$work/data" bench-200 200
bench seed "$work/data" bench-40 40
bench memory "$address" "$portal" "$work/heap" "$work/data" bench-200 bench-40 "$@"
