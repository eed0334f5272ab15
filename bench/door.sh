#!/usr/bin/env bash
# How many check-ins a second the portal takes of 1,500 persons of 27 sides at eight doors, how long a device loads, and how
# long 300 badges print: a Release build with an embedded database in a temporary folder, on the same machine.
#
#   bench/door.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work="$(mktemp -d)"
# The account that PostgreSQL runs under must be able to pass.
chmod 711 "$work"
address=http://127.0.0.1:5198
dotnet build bench/ScoEvents.Bench -c Release -v q --nologo
dotnet build src/ScoEvents.Web -c Release -v q --nologo
bench() { dotnet bench/ScoEvents.Bench/bin/Release/net10.0/ScoEvents.Bench.dll "$@"; }

portal=
stop() {
  if [[ -n "$portal" ]]; then kill "$portal" 2>/dev/null || true; wait "$portal" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop EXIT

(
  cd src/ScoEvents.Web
  ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="$address" Portal__DataFolder="$work/data" \
    exec dotnet bin/Release/net10.0/ScoEvents.Web.dll
) > "$work/portal.log" 2>&1 &
portal=$!
until curl --silent --fail --output /dev/null "$address/health/ready"; do
  kill -0 "$portal" || { cat "$work/portal.log" >&2; exit 1; }
  sleep 0.2
done

event="$(bench door-seed "$work/data")"
bench door "$address" "$work/data" "$event"

# 300 badges, both sides, each with a photo.
bench badges
