"""The role by which Homeward works: it owns nothing and can change nothing that has happened."""

from typing import TYPE_CHECKING

from app.doctor.finding import Finding

if TYPE_CHECKING:
    from asyncpg import Connection, Record

WHAT = "Role"

_ROLE = """
    SELECT rolname, rolsuper, rolbypassrls,
        EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tableowner = rolname) AS owner,
        EXISTS (SELECT 1 FROM pg_class WHERE oid = to_regclass('event')
            AND has_table_privilege(rolname, oid, 'UPDATE, DELETE, TRUNCATE')) AS rewrites
    FROM pg_roles WHERE rolname = current_user"""


async def of_roles(connection: "Connection[Record]") -> Finding:
    """Whether this role could rewrite the log."""
    row = await connection.fetchrow(_ROLE)
    assert row, "whoever is connected is a role"
    name = row["rolname"]
    if row["rolsuper"] or row["rolbypassrls"]:
        return Finding.wrong(WHAT, f"{name} may do anything in this database.", _use_another(name))
    if row["owner"]:
        return Finding.wrong(WHAT, f"{name} owns the tables that it works with.", _use_another(name))
    if row["rewrites"]:
        words = f"{name} may change or remove what has happened."
        return Finding.wrong(WHAT, words, "`homeward migrate` takes that right from it.")
    return Finding.well(WHAT, f"{name} adds to the log and cannot change it.")


def _use_another(name: str) -> str:
    return f"Keep {name} for HOMEWARD_MIGRATION_URL, and give HOMEWARD_DATABASE_URL a role that owns nothing."
