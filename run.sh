#!/usr/bin/env bash
# Starts the portal from the sources: installs what is missing, builds what has changed, prints the address.
#
#   ./run.sh                                     http://127.0.0.1:5080
#   ./run.sh --urls http://127.0.0.1:8000        another address; further arguments go to the portal
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

eng/prerequisites.sh run

export ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Development}"
export ASPNETCORE_URLS="${ASPNETCORE_URLS:-http://127.0.0.1:5080}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

address="$ASPNETCORE_URLS"
previous=
for argument in "$@"; do
  case "$argument" in --urls=*) address="${argument#--urls=}" ;; esac
  [[ "$previous" == --urls ]] && address="$argument"
  previous="$argument"
done
echo "ScoEvents starts at ${address//;/ } (Ctrl+C stops it)"

# exec: signals reach dotnet, which passes them on to the portal and waits until it has stopped its database.
exec dotnet run --project src/ScoEvents.Web -c Release --no-launch-profile -- "$@"
