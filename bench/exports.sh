#!/usr/bin/env bash
# Measures how long an agenda of 200 sessions takes in each format and five languages, and what memory 200 of them in a
# row leave behind. Numbers hold on this machine while it is quiet. Needs Chromium for the PDF.
#
#   bench/exports.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet run --project bench/ScoEvents.Bench -c Release -- exports
