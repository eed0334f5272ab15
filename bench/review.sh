#!/usr/bin/env bash
# How long the review queue of 1,500 persons of 27 sides takes in Chromium: a Release build with an embedded database in a temporary
# folder, on the same machine. Numbers hold on this machine while it is quiet.
#
#   bench/review.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/development-portal.sh

start_portal 5197
bench review "$address" "$work/data"
