#!/usr/bin/env bash
# Whether the memory of one portal, and of the browsers that print for it, stays flat over 200 files of each kind in a row:
# managed heap after full collections, resident memory of the portal, resident memory of its browsers. Ends with 1 where
# the median of the last quarter is more than 1.1 times that of the second. Agendas of 200 sessions; of 40 for PDF.
#
#   bench/memory.sh [KIND …]       pdf docx xlsx csv html md ics schedule.xml schedule.json unless named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/development-portal.sh

start_portal_with_heap 5198
bench seed "$work/data" bench-200 200
bench seed "$work/data" bench-40 40
bench memory "$address" "$portal" "$work/heap" "$work/data" bench-200 bench-40 "$@"
