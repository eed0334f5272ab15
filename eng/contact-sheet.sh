#!/usr/bin/env bash
# Takes pictures of every page in five languages, light and dark, wide and on a phone, and lays them out in one page:
#
#   eng/contact-sheet.sh [folder]     artifacts/contact-sheet unless said otherwise
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CONTACT_SHEET="${1:-$PWD/artifacts/contact-sheet}"
eng/prerequisites.sh test
dotnet build tests/ScoEvents.E2E -c Release -v q -clp:NoSummary
dotnet test tests/ScoEvents.E2E -c Release --no-build --filter FullyQualifiedName~ContactSheet
echo "$CONTACT_SHEET/index.html"
