#!/usr/bin/env bash
# Pages of the interface for programs against Kestrel that answers with the same bytes: 200 sessions of a release, which
# anybody may read, and 200 of 1,500 participants, for a token; whole, and with the tag of what the program has already.
# Ratios hold on any machine. Needs wrk and curl.
#
#   bench/api.sh [seconds of each run, 10 by default] [rounds, 3 by default]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds="${1:-10}"
rounds="${2:-3}"
portal="http://127.0.0.1:${PORTAL_PORT:-5187}"
bare="http://127.0.0.1:${BARE_PORT:-5188}"
work="$(mktemp -d)"
portal_pid=
bare_pid=

stop() { [[ -z "$1" ]] || { kill "$1" 2>/dev/null && wait "$1" 2>/dev/null; } || true; }
trap 'stop "$bare_pid"; stop "$portal_pid"; rm -rf "$work"' EXIT

# PostgreSQL's own account must reach the data folder within.
chmod 711 "$work"
dotnet build bench/ScoEvents.Bench -c Release -v q --nologo -clp:NoSummary
dotnet build src/ScoEvents.Web -c Release -v q --nologo -clp:NoSummary
bench() { dotnet bench/ScoEvents.Bench/bin/Release/net10.0/ScoEvents.Bench.dll "$@"; }
(
  cd src/ScoEvents.Web
  export ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="$portal" Portal__DataFolder="$work/data"
  export Portal__Api__RequestsPerMinute=100000000 Portal__Api__AnonymousRequestsPerMinute=100000000
  export Logging__LogLevel__Default=Warning
  exec dotnet bin/Release/net10.0/ScoEvents.Web.dll
) >"$work/portal.log" 2>&1 &
portal_pid=$!
until curl -sf -o /dev/null "$portal/health/ready"; do
  kill -0 "$portal_pid" || { cat "$work/portal.log"; exit 1; }
  sleep 0.2
done
bench seed "$work/data" bench-200 200
event="$(bench door-seed "$work/data")"
token="Authorization: Bearer $(bench token-seed "$work/data")"

requests() { awk '/Requests\/sec/ { rate = $2 } $1 == "50%" { half = $2 } $1 == "99%" { slow = $2 } /Non-2xx|Socket errors/ { bad = bad " " $0 } END { printf "%.0f %s %s%s", rate, half, slow, bad }'; }
for page in "/api/v1/events/bench-200/releases/latest/sessions?limit=200" "/api/v1/staff/events/$event/participants?limit=200"; do
  curl -sf -D "$work/headers" -o "$work/body" -H "$token" "$portal$page"
  tag="$(awk 'tolower($1) == "etag:" { sub(/^[^ ]* /, ""); print }' "$work/headers" | tr -d '\r')"
  # Not through the function, whose shell would be stopped instead of it: the next page wants its own bytes at this address.
  dotnet bench/ScoEvents.Bench/bin/Release/net10.0/ScoEvents.Bench.dll bare "$bare" "$work/headers" "$work/body" >"$work/bare.log" 2>&1 &
  bare_pid=$!
  until curl -sf -o /dev/null "$bare"; do sleep 0.05; done
  echo "${page%%\?*}: $(stat -c %s "$work/body") bytes, $(curl -s -o /dev/null -w '%{http_code}' -H "$token" -H "If-None-Match: $tag" "$portal$page") to whoever knows it"
  wrk -t2 -c8 -d3s -H "$token" "$portal$page" >/dev/null
  for ((round = 1; round <= rounds; round++)); do
    whole=($(wrk -t2 -c8 -d"${seconds}s" --latency -H "$token" "$portal$page" | requests))
    known=($(wrk -t2 -c8 -d"${seconds}s" --latency -H "$token" -H "If-None-Match: $tag" "$portal$page" | requests))
    same=($(wrk -t2 -c8 -d"${seconds}s" --latency "$bare/" | requests))
    awk -v round="$round" -v whole="${whole[*]}" -v known="${known[*]}" -v same="${same[*]}" 'BEGIN {
      split(whole, w); split(known, k); split(same, s)
      printf "round %d: whole %s/s (median %s, p99 %s), known %s/s (median %s, p99 %s), bare endpoint %s/s, ratio %.3f\n", round, w[1], w[2], w[3], k[1], k[2], k[3], s[1], w[1] / s[1] }'
  done
  stop "$bare_pid"
  bare_pid=
done
