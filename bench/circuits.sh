#!/usr/bin/env bash
# What the portal keeps in memory for each open staff page: a Release build with an embedded database in a temporary
# folder, and a hook in its process that collects fully and tells how many bytes live.
#
#   bench/circuits.sh [PAGE …]       /staff unless named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work="$(mktemp -d)"
# The account that PostgreSQL runs under must be able to pass.
chmod 711 "$work"
address=http://127.0.0.1:5198
dotnet build bench/ScoEvents.Bench -c Release -v q --nologo
dotnet build bench/ScoEvents.HeapHook -c Release -v q --nologo
dotnet build src/ScoEvents.Web -c Release -v q --nologo

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

for page in "${@:-/staff}" ; do
  dotnet bench/ScoEvents.Bench/bin/Release/net10.0/ScoEvents.Bench.dll circuits "$address" "$work/heap" "$page"
done
