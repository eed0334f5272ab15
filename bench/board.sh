#!/usr/bin/env bash
# How fast the timetable of 300 sessions, ten rooms and five days opens, and confirms a drop: a Release build with an
# embedded database in a temporary folder, in a real browser on the same machine.
#
#   bench/board.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/development-portal.sh

start_portal 5197
event="$(bench board-seed "$work/data")"
bench board "$address" "$event"
