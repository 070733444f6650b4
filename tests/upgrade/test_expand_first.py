"""PROMISE 12: migrations expand first and contract later, and this version works on the tables of a newer one."""

import ast
import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from app.api.state import COOKIE
from app.domain.values import Role
from app.embedded import EmbeddedPostgres
from app.migrating import SCRIPTS, migrate
from tests.promises.rebuilding import Ground, ground
from tests.promises.serving import one_worker
from tests.upgrade.contracting import contracting

VERSIONS = sorted((SCRIPTS / "versions").glob("*.py"))
SAYS_SO = re.compile(r"^contract: safe after .{10,}", re.MULTILINE)

BEFORE_THE_FIRST_RELEASE = {
    "2026-11-23_let_local_lists_count": "drops a column that the version before wrote",
}
"""Landed before anybody ran a release, so nothing older can run beside them. No other may be added."""


@pytest.fixture
async def here(postgres: EmbeddedPostgres) -> AsyncIterator[Ground]:
    async with ground(postgres) as made:
        yield made


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.stem)
def test_a_migration_that_takes_something_away_says_after_which_release_that_is_safe(version: Path) -> None:
    found = contracting(version.read_text())
    says_so = SAYS_SO.search(ast.get_docstring(ast.parse(version.read_text())) or "")
    assert bool(found) == bool(says_so or version.stem in BEFORE_THE_FIRST_RELEASE), found


@pytest.mark.parametrize(
    "statement",
    [
        'op.drop_column("case_1", "bed")',
        'op.alter_column("case_1", "bed", new_column_name="place")',
        'op.alter_column("case_1", "bed", type_=sa.Text())',
        'op.alter_column("case_1", "bed", nullable=False)',
        'op.alter_column("case_1", "bed", server_default=None)',
        'op.add_column("case_1", sa.Column("bed", sa.Text(), nullable=False))',
        'op.create_index("one_bed", "case_1", ["system_id", "bed"], unique=True)',
        'op.execute("ALTER TABLE case_1 ALTER bed TYPE int")',
        'op.execute(f"ALTER TABLE {table} DROP COLUMN bed")',
    ],
)
def test_what_the_version_before_could_not_live_with_is_found(statement: str) -> None:
    assert contracting(f"def upgrade():\n    {statement}")


@pytest.mark.parametrize(
    "statement",
    [
        'op.add_column("case_1", sa.Column("bed", sa.Text()))',
        'op.add_column("case_1", sa.Column("bed", sa.Text(), nullable=False, server_default=""))',
        'op.alter_column("case_1", "bed", existing_type=sa.Text(), nullable=True)',
        'op.create_table("bed_1", sa.Column("system_id", sa.Uuid(), nullable=False))',
        'op.create_index("bed", "case_1", ["bed"])',
    ],
)
def test_what_only_adds_is_let_be(statement: str) -> None:
    assert not contracting(f"def upgrade():\n    {statement}")


async def test_tables_of_a_newer_version_suit_this_one_and_older_ones_do_not(here: Ground) -> None:
    async with (
        one_worker(here.app_url) as address,
        httpx.AsyncClient(base_url=f"http://{address}", trust_env=False) as client,
    ):
        await here.do("UPDATE alembic_version SET version_num = 'of_a_newer_version'")
        assert (await client.get("/readyz")).status_code == 200
        await asyncio.to_thread(migrate, here.owner_url)  # by going back to this one, its parent process does it
        assert await here.asked("SELECT version_num FROM alembic_version") == "of_a_newer_version"
        await here.do("UPDATE alembic_version SET version_num = '2026_11_22_first'")
        assert (await client.get("/readyz")).json()["code"] == "not-migrated"


async def test_what_only_a_newer_version_knows_is_answered_with_try_again(
    here: Ground,
) -> None:
    (_, told), (_, other) = await here.place.admit(bed="1"), await here.place.admit(bed="2")
    await here.do(f"UPDATE event SET type = 'spell.of_tomorrow.1' WHERE stream = 'spell:{told}'")
    async with (
        one_worker(here.app_url) as address,
        httpx.AsyncClient(base_url=f"http://{address}", trust_env=False) as client,
    ):
        headers = {"Cookie": f"{COOKIE}={await here.place.session(Role.WARD_NURSE)}"}
        for spell, code in ((told, 503), (other, 200)):
            ended = {"how": "discharged", "at": datetime.now(UTC).isoformat()}
            answer = await client.put(f"/api/v1/spells/{spell}/end", json=ended, headers=headers)
            assert answer.status_code == code, answer.text
            if code == 503:
                assert (answer.json()["code"], "Retry-After" in answer.headers) == ("newer-version", True)
