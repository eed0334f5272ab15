#!/usr/bin/env bash
# Measures how long a list of 1,500 participants of 27 sides takes in each format and five languages. Numbers hold on this
# machine while it is quiet. Needs Chromium for the PDF.
#
#   bench/lists.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet run --project bench/ScoEvents.Bench -c Release -- lists
