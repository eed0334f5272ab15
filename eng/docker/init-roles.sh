#!/usr/bin/env bash
# Run once by the PostgreSQL image on a new volume: the portal's two roles, its database and its extensions, the same
# as PostgresRoles.cs makes them for the embedded server.
set -euo pipefail
: "${SCOEVENTS_OWNER_PASSWORD:?is missing}" "${SCOEVENTS_APP_PASSWORD:?is missing}"

# Quoted by psql (:'…'), so that a password may hold anything; the log must not repeat a failed statement.
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres <<'SQL'
\getenv owner_password SCOEVENTS_OWNER_PASSWORD
\getenv app_password SCOEVENTS_APP_PASSWORD
SET log_min_error_statement = 'panic';
CREATE ROLE scoevents_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE scoevents_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app_password';
CREATE DATABASE scoevents OWNER scoevents_owner;
REVOKE ALL ON DATABASE scoevents FROM PUBLIC;
GRANT CONNECT ON DATABASE scoevents TO scoevents_app;
\connect scoevents
CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;
SQL
