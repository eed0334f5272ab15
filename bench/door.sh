#!/usr/bin/env bash
# How many check-ins a second the portal takes of 1,500 persons of 27 sides at eight doors, how long a device loads, and how
# long 300 badges print: a Release build with an embedded database in a temporary folder, on the same machine.
#
#   bench/door.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/development-portal.sh

start_portal 5198
event="$(bench door-seed "$work/data")"
bench door "$address" "$work/data" "$event"

# 300 badges, both sides, each with a photo.
bench badges
