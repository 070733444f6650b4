"""PROMISE 12: migrations expand first and contract later, and this version works on the tables of a newer one."""

import ast
import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from app.embedded import EmbeddedPostgres
from app.migrating import SCRIPTS, migrate
from tests.promises.rebuilding import Ground, ground
from tests.promises.serving import one_worker

VERSIONS = sorted((SCRIPTS / "versions").glob("*.py"))
SAYS_SO = re.compile(r"^contract: safe after .{10,}", re.MULTILINE)

BEFORE_THE_FIRST_RELEASE = {
    "2026-11-23_let_local_lists_count": "drops a column that the version before wrote",
}
"""Landed before anybody ran a release, so nothing older can run beside them. No other may be added."""

_CONTRACTING_SQL = re.compile(
    r"\b(DROP\s+(TABLE|COLUMN|CONSTRAINT|INDEX|DEFAULT|SCHEMA|TYPE|VIEW)|RENAME|TRUNCATE|REVOKE"
    r"|SET\s+NOT\s+NULL|ALTER\s+(COLUMN\s+)?\w+\s+(SET\s+DATA\s+)?TYPE|ADD\s+(CONSTRAINT|CHECK|FOREIGN|UNIQUE))\b",
    re.IGNORECASE,
)
_CONTRACTING_CALLS = {
    "drop_table",
    "drop_column",
    "drop_constraint",
    "drop_index",
    "rename_table",
    "create_check_constraint",
    "create_unique_constraint",
    "create_foreign_key",
    "create_primary_key",
    "create_exclude_constraint",
    "batch_alter_table",
}


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


def contracting(code: str) -> list[str]:
    """What of a migration the version before could not live with."""
    tree = ast.parse(code)
    made = {_name(call) for call in _calls(tree, "create_table")}
    return [ast.unparse(call) for call in _calls(tree) if _contracts(call, made)]


def _contracts(call: ast.Call, made: set[str]) -> bool:
    what = {each.arg: each.value for each in call.keywords}
    match _called(call):
        case "execute":
            return bool(_CONTRACTING_SQL.search(ast.unparse(call)))
        case "alter_column":
            return "new_column_name" in what or "type_" in what or _is(what, "nullable", False) or _no_default(what)
        case "add_column":
            return any(_wants_a_value(column) for column in _calls(call, "Column"))
        case "create_index":
            return _is(what, "unique", True) and _name(call, 1) not in made
        case called:
            return called in _CONTRACTING_CALLS


def _wants_a_value(column: ast.Call) -> bool:
    what = {each.arg: each.value for each in column.keywords}
    return _is(what, "nullable", False) and "server_default" not in what


def _no_default(what: dict[str | None, ast.expr]) -> bool:
    return _is(what, "server_default", None)


def _is(what: dict[str | None, ast.expr], name: str, value: object) -> bool:
    told = what.get(name)
    return isinstance(told, ast.Constant) and told.value is value


def _calls(tree: ast.AST, named: str = "") -> list[ast.Call]:
    found = [each for each in ast.walk(tree) if isinstance(each, ast.Call)]
    return [each for each in found if not named or _called(each) == named]


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _name(call: ast.Call, at: int = 0) -> str:
    first = call.args[at] if len(call.args) > at else None
    return str(first.value) if isinstance(first, ast.Constant) else ""
