#!/bin/sh
# Run once by the postgres image, when it has made the cluster: the owner of the tables, the application's role, and
# the database. The same statements as in docs/operate/postgresql.md; passwords come from files and are never words.
set -eu
export SECRETS="${SECRETS:-/run/secrets}"
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres <<'SQL'
\set owner_password `cat "$SECRETS/owner_password"`
\set app_password `cat "$SECRETS/app_password"`
CREATE ROLE homeward LOGIN PASSWORD :'owner_password';
CREATE ROLE homeward_app LOGIN PASSWORD :'app_password';
CREATE DATABASE homeward OWNER homeward TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE ALL ON DATABASE homeward FROM PUBLIC;
GRANT CONNECT ON DATABASE homeward TO homeward_app;
SQL
