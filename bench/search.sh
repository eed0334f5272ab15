#!/usr/bin/env bash
# How long finding takes among 500 events, 5,000 published sessions and 1,500 delegates, for the public and for an organiser:
# the portal's own queries over an embedded database in a temporary folder. Numbers hold on this machine while it is quiet.
#
#   bench/search.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/development-portal.sh

start_portal 5199
bench search "$work/data"
