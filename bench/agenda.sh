#!/usr/bin/env bash
# Measures the public agenda of 200 sessions against Kestrel that returns the same bytes, and what the portal needs
# to start and to stand. Ratios hold on any machine, numbers on this one. Needs wrk and curl.
#
#   bench/agenda.sh [seconds of each run, 10 by default] [rounds, 3 by default]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds="${1:-10}"
rounds="${2:-3}"
portal_port="${PORTAL_PORT:-5183}"
bare_port="${BARE_PORT:-5184}"
portal="http://127.0.0.1:$portal_port"
bare="http://127.0.0.1:$bare_port"
page="$portal/en/events/bench-200/agenda"
work="$(mktemp -d)"
portal_pid=
bare_pid=

stop() { [[ -z "$1" ]] || { kill "$1" 2>/dev/null && wait "$1" 2>/dev/null; } || true; }
trap 'stop "$bare_pid"; stop "$portal_pid"; rm -rf "$work"' EXIT

now() { date +%s%N; }
milliseconds_since() { echo $((($(now) - $1) / 1000000)); }

# PostgreSQL's own account must reach the data folder within.
chmod 711 "$work"
dotnet publish src/ScoEvents.Web -c Release -o "$work/portal" -v q --nologo -clp:NoSummary
dotnet publish bench/ScoEvents.Bench -c Release -o "$work/bench" -v q --nologo -clp:NoSummary
bench() { dotnet "$work/bench/ScoEvents.Bench.dll" "$@"; }

# Starts the portal and waits for its first page; leaves the milliseconds in $started_in.
start_portal() {
  local begun; begun="$(now)"
  (
    cd "$work/portal"
    export ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS="$portal" Portal__PublicAddress="$portal" Portal__DataFolder="$work/data"
    exec dotnet ScoEvents.Web.dll
  ) >"$work/portal.log" 2>&1 &
  portal_pid=$!
  until curl -sf -o /dev/null "$portal/en/events"; do
    kill -0 "$portal_pid" || { cat "$work/portal.log"; exit 1; }
    sleep 0.05
  done
  started_in="$(milliseconds_since "$begun")"
  # Fields 14 and 15: time on the processor, in hundredths of a second; says the same on a busy machine.
  worked="$(awk '{ printf "%.1f", ($14 + $15) / 100 }' "/proc/$portal_pid/stat")"
}

start_portal
echo "first start, with a new database:        $started_in ms to the first page, $worked s of processor time"
bench seed "$work/data" bench-20 20
bench seed "$work/data" bench-200 200
stop "$portal_pid"
start_portal
echo "start on a migrated database:            $started_in ms to the first page, $worked s of processor time"
sleep 30
echo "idle, 30 s after the start:              $(($(awk '/VmRSS/ { print $2 }' "/proc/$portal_pid/status") / 1024)) MB resident"

for sessions in 20 200; do
  echo "uncached agenda of $sessions sessions:         $(bench uncached "$portal/en/events/bench-$sessions/agenda")"
done

echo "uncached rooms and hours of 200:         $(bench uncached "$portal/en/events/bench-200/agenda/grid")"
# The whole page is read: a pipe that is closed early would end the script.
first() { curl -sf "$page" | grep -o "$1" | sed -n 1p; }
session="$(first '/en/events/bench-200/sessions/[0-9a-f-]*')"
echo "uncached session:                        $(bench uncached "$portal$session")"
echo "uncached speakers of 200 sessions:       $(bench uncached "$portal/en/events/bench-200/speakers")"
for kept in agenda agenda/grid "agenda?$(first 'day=[0-9-]*')"; do
  echo "transferred, $kept: $(curl -sf -H 'Accept-Encoding: br' "$portal/en/events/bench-200/$kept" | wc -c) bytes"
done

curl -sf -o /dev/null -H 'Accept-Encoding: br' "$page"
curl -sf -D "$work/headers" -o "$work/body" -H 'Accept-Encoding: br' "$page"
bench bare "$bare" "$work/headers" "$work/body" >"$work/bare.log" 2>&1 &
bare_pid=$!
until curl -sf -o /dev/null "$bare"; do sleep 0.05; done
echo "body: $(stat -c %s "$work/body") bytes ($(curl -sf "$page" | wc -c) before compression)"

run() { wrk -t2 -c32 -d"${seconds}s" --latency -H 'Accept-Encoding: br' "$1"; }
requests() { awk '/Requests\/sec/ { print $2 }'; }
p99() { awk '$1 == "99%" { print $2 }'; }
for address in "$page" "$bare"; do wrk -t2 -c32 -d3s -H 'Accept-Encoding: br' "$address" >/dev/null; done
for ((round = 1; round <= rounds; round++)); do
  run "$page" >"$work/kept"
  run "$bare" >"$work/bare"
  awk -v round="$round" -v kept="$(requests <"$work/kept")" -v bare="$(requests <"$work/bare")" -v slow="$(p99 <"$work/kept")" -v bareslow="$(p99 <"$work/bare")" \
    'BEGIN { printf "round %d: kept page %.0f/s (p99 %s), bare endpoint %.0f/s (p99 %s), ratio %.2f\n", round, kept, slow, bare, bareslow, kept / bare }'
  grep -E 'Non-2xx|Socket errors' "$work/kept" "$work/bare" || true
done
