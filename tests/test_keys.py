"""Every unique index and every foreign key holds the system, so that the tables can be distributed by it (docs/scale).

Read from the catalogue of a migrated database, not from what the code declares. What is of the installation is named.
"""

import asyncpg

from app.embedded import EmbeddedPostgres

OF_THE_INSTALLATION = {
    "system_pkey": "the system is its own key",
    "session_pkey": "found by the hash of its token, before the system is known",
    "ticket_pkey": "found by the hash of its token, before the system is known",
    "account_username": "who signs in says a name and no system, so a name leads to one system",
    "one_feed_per_sender": "a message names its sender and no system, so a sender leads to one system",
    "lease_pkey": "one process of the installation keeps time for all systems",
    "alembic_version_pkc": "the tables are of one version for all systems",
}

_UNIQUE = """
    SELECT pg_class.relname AS name, system_id.attnum IS NOT NULL AS holds,
        coalesce(system_id.attnum = indkey[0], false) AS begins
    FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid
    LEFT JOIN pg_attribute system_id ON system_id.attrelid = indrelid AND system_id.attname = 'system_id'
        AND system_id.attnum = ANY(indkey)
    WHERE indisunique AND relnamespace = 'public'::regnamespace"""

_FOREIGN = """
    SELECT conname AS name, EXISTS (
        SELECT 1 FROM unnest(conkey) WITH ORDINALITY mine (number, nth)
        JOIN unnest(confkey) WITH ORDINALITY theirs (number, nth) USING (nth)
        JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = mine.number AND a.attname = 'system_id'
        JOIN pg_attribute b ON b.attrelid = confrelid AND b.attnum = theirs.number
            AND b.attname = CASE confrelid WHEN 'public.system'::regclass THEN 'id' ELSE 'system_id' END) AS holds
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace"""


async def found(postgres: EmbeddedPostgres, query: str) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(postgres.url(role="owner"))
    try:
        return await connection.fetch(query)
    finally:
        await connection.close()


async def test_every_unique_index_begins_with_the_system_unless_it_is_of_the_installation(
    postgres: EmbeddedPostgres,
) -> None:
    indexes = await found(postgres, _UNIQUE)
    assert len(indexes) > len(OF_THE_INSTALLATION)
    assert {index["name"] for index in indexes if not index["holds"]} == set(OF_THE_INSTALLATION)
    assert {index["name"] for index in indexes if not index["begins"]} == set(OF_THE_INSTALLATION)


async def test_every_foreign_key_leads_from_a_system_to_the_same_system(postgres: EmbeddedPostgres) -> None:
    keys = await found(postgres, _FOREIGN)
    assert keys
    assert [key["name"] for key in keys if not key["holds"]] == []
