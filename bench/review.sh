#!/usr/bin/env bash
# How long the review queue of 1,500 persons of 27 sides takes in Chromium: a Release build with an embedded database in a temporary
# folder, on the same machine. Numbers hold on this machine while it is quiet.
#
#   bench/review.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work="$(mktemp -d)"
# The account that PostgreSQL runs under must be able to pass.
chmod 711 "$work"
address=http://127.0.0.1:5197
dotnet build bench/ScoEvents.Bench -c Release -v q --nologo
dotnet build src/ScoEvents.Web -c Release -v q --nologo

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

dotnet bench/ScoEvents.Bench/bin/Release/net10.0/ScoEvents.Bench.dll review "$address" "$work/data"
