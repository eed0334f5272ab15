#!/usr/bin/env bash
# What the portal keeps in memory for each open staff page: a Release build with an embedded database in a temporary
# folder, and a hook in its process that collects fully and tells how many bytes live.
#
#   bench/circuits.sh [PAGE …]       /staff unless named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/development-portal.sh

start_portal_with_heap 5198

for page in "${@:-/staff}"; do
  bench circuits "$address" "$work/heap" "$page"
done
