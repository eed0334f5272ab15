#!/usr/bin/env bash
# Writes .env for docker-compose.yml with random passwords and a master key, readable by its owner alone. An existing file is kept: its
# passwords are those of the database's volume.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ -e .env ]]; then
  echo ".env exists and is kept." >&2
  exit 0
fi

password() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

umask 077
unfinished="$(mktemp .env.XXXXXX)"
for name in POSTGRES_PASSWORD SCOEVENTS_OWNER_PASSWORD SCOEVENTS_APP_PASSWORD; do
  echo "$name=$(password)" >> "$unfinished"
done
# Encrypts passports and the key ring; keep a copy apart from the database's back-ups.
echo "SCOEVENTS_MASTER_KEY=$(head -c 32 /dev/urandom | base64)" >> "$unfinished"
mv "$unfinished" .env
echo ".env written." >&2
