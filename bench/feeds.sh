#!/usr/bin/env bash
# Measures public calendar feeds of an agenda of 200 sessions as phones ask for them: whole, and with the tag of what
# they have already. The bar is 3,000 requests/s on two cores. Needs wrk and curl, and a quiet machine.
#
#   bench/feeds.sh [seconds of each run, 10 by default] [rounds, 3 by default]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds="${1:-10}"
rounds="${2:-3}"
portal="http://127.0.0.1:${PORTAL_PORT:-5185}"
work="$(mktemp -d)"
portal_pid=

stop() { [[ -z "$portal_pid" ]] || { kill "$portal_pid" 2>/dev/null && wait "$portal_pid" 2>/dev/null; } || true; }
trap 'stop; rm -rf "$work"' EXIT

# PostgreSQL's own account must reach the data folder within.
chmod 711 "$work"
dotnet publish src/ScoEvents.Web -c Release -o "$work/portal" -v q --nologo -clp:NoSummary
dotnet publish bench/ScoEvents.Bench -c Release -o "$work/bench" -v q --nologo -clp:NoSummary
(
  cd "$work/portal"
  export ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS="$portal" Portal__PublicAddress="$portal" Portal__DataFolder="$work/data"
  exec dotnet ScoEvents.Web.dll
) >"$work/portal.log" 2>&1 &
portal_pid=$!
until curl -sf -o /dev/null "$portal/en/events"; do
  kill -0 "$portal_pid" || { cat "$work/portal.log"; exit 1; }
  sleep 0.2
done
dotnet "$work/bench/ScoEvents.Bench.dll" seed "$work/data" bench-200 200

resident() { awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$portal_pid/status"; }
report() { awk -v name="$1" '/Requests\/sec/ { rate = $2 } $1 == "99%" { slow = $2 } /Non-2xx|Socket errors/ { bad = bad " " $0 } END { printf "%s: %.0f/s (p99 %s)%s\n", name, rate, slow, bad }'; }

for feed in agenda.ics; do
  address="$portal/en/events/bench-200/$feed"
  curl -sf -D "$work/headers" -o "$work/body" -H 'Accept-Encoding: gzip' "$address"
  tag="$(awk 'tolower($1) == "etag:" { print $2 }' "$work/headers" | tr -d '\r')"
  echo "$feed: $(stat -c %s "$work/body") bytes compressed, $(curl -sf "$address" | wc -c) whole; $(resident) MB resident"
  wrk -t2 -c32 -d3s -H 'Accept-Encoding: gzip' "$address" >/dev/null
  for ((round = 1; round <= rounds; round++)); do
    wrk -t2 -c32 -d"${seconds}s" --latency -H 'Accept-Encoding: gzip' "$address" | report "round $round, whole"
    # A 304 has no body; wrk counts it as well-answered.
    wrk -t2 -c32 -d"${seconds}s" --latency -H 'Accept-Encoding: gzip' -H "If-None-Match: $tag" "$address" | report "round $round, known"
  done
  echo "$(resident) MB resident afterwards"
done
