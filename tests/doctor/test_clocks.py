"""Two machines' clocks that are apart are noticed, whichever of them is before the other."""

import asyncpg
import pytest

from app.doctor import Health
from app.doctor.database import of_clock
from app.embedded import EmbeddedPostgres

ANOTHER = """
    CREATE SCHEMA another;
    CREATE FUNCTION another.clock_timestamp() RETURNS timestamptz LANGUAGE sql
        AS $$ SELECT pg_catalog.clock_timestamp() + interval '{}' $$;
    SET LOCAL search_path = another, pg_catalog"""
"""The database's clock, set otherwise: this function is found first."""


@pytest.mark.parametrize("sign", ["", "-"], ids=["before", "behind"])
@pytest.mark.parametrize(("apart", "health"), [("1 s", Health.WELL), ("10 s", Health.LOOK), ("2 min", Health.WRONG)])
async def test_clocks_that_are_apart_are_noticed(
    postgres: EmbeddedPostgres, sign: str, apart: str, health: Health
) -> None:
    connection = await asyncpg.connect(postgres.url(role="owner"))
    await connection.execute("BEGIN;" + ANOTHER.format(sign + apart))

    assert (await of_clock(connection)).health is health

    await connection.close()  # and with it goes the clock
