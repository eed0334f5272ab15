# Sourced by benchmarks that run a Release build with the demonstration's accounts and an embedded database in a temporary
# folder. Gives $work, $address, $portal (its process) and bench(), and ends everything with the script.
#
#   source bench/development-portal.sh; start_portal PORT [NAME=VALUE …]

work="$(mktemp -d)"
# The account that PostgreSQL runs under must be able to pass.
chmod 711 "$work"
portal=

bench() { dotnet bench/ScoEvents.Bench/bin/Release/net10.0/ScoEvents.Bench.dll "$@"; }

stop_portal() {
  if [[ -n "$portal" ]]; then kill "$portal" 2>/dev/null || true; wait "$portal" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop_portal EXIT

# Builds it and the benchmarks, starts it with these settings and waits until it is ready.
start_portal() {
  address="http://127.0.0.1:${PORTAL_PORT:-$1}"
  shift
  dotnet build bench/ScoEvents.Bench -c Release -v q --nologo -clp:NoSummary
  dotnet build src/ScoEvents.Web -c Release -v q --nologo -clp:NoSummary
  (
    cd src/ScoEvents.Web
    exec env ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="$address" Portal__DataFolder="$work/data" "$@" dotnet bin/Release/net10.0/ScoEvents.Web.dll
  ) > "$work/portal.log" 2>&1 &
  portal=$!
  until curl --silent --fail --output /dev/null "$address/health/ready"; do
    kill -0 "$portal" || { cat "$work/portal.log" >&2; exit 1; }
    sleep 0.2
  done
}

# The same with a hook in its process that collects fully and tells in $work/heap how many bytes live.
start_portal_with_heap() {
  dotnet build bench/ScoEvents.HeapHook -c Release -v q --nologo -clp:NoSummary
  mkdir "$work/heap"
  start_portal "$@" SCOEVENTS_HEAP="$work/heap" DOTNET_STARTUP_HOOKS="$PWD/bench/ScoEvents.HeapHook/bin/Release/net10.0/ScoEvents.HeapHook.dll"
}
