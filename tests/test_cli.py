"""The terminal: help that reads well, refusals in words, and the commands on a real database and a real line."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest

from app.database import open_database
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from app.example.messages import Bed, Stay, message
from app.example.people import person
from app.intake.adt.acknowledgement import acknowledge
from app.intake.adt.listener import MllpListener
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Refused
from tests.databases import create_with_tables
from tests.facts import a_system, an_empty_system
from tests.serving import free_port
from tests.terminal import homeward

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


async def test_help_names_every_command_that_people_use_and_no_other() -> None:
    code, said = await homeward("--help")

    assert code == 0
    for command in ("serve", "migrate", "verify", "doctor", "rebuild", "adt", "reference", "system"):
        assert f"│ {command} " in said
    for hidden in ("web", "background", "example"):
        assert f"│ {hidden} " not in said


async def test_a_setting_that_cannot_be_is_named_without_a_traceback() -> None:
    code, said = await homeward("serve", HOMEWARD_WEB_WORKERS="many")

    assert code == 1
    assert said.startswith("HOMEWARD_WEB_WORKERS:")
    assert "Traceback" not in said


async def test_the_example_is_refused_in_production() -> None:
    code, said = await homeward("serve", HOMEWARD_PRODUCTION="on")

    assert code == 1
    assert "HOMEWARD_EXAMPLE=off" in said


async def test_migrate_without_the_owners_address_says_what_to_set(postgres: EmbeddedPostgres) -> None:
    code, said = await homeward("migrate", HOMEWARD_DATABASE_URL=postgres.url(role="app"))

    assert (code, said[:35]) == (1, "Set HOMEWARD_MIGRATION_URL to the a")


async def test_a_database_that_is_away_is_said_in_words() -> None:
    nowhere = f"postgresql://homeward_app:secret@127.0.0.1:{free_port()}/homeward"

    code, said = await homeward("verify", HOMEWARD_DATABASE_URL=nowhere)

    assert (code, said[:29]) == (1, "The database cannot be used: ")
    assert "Traceback" not in said
    assert "secret" not in said


@pytest.mark.parametrize("command", ["verify", "serve"])
async def test_what_an_address_asks_for_and_is_not_to_be_had_is_said_in_words(command: str, tmp_path: Path) -> None:
    """By `serve` too where it does not know the owner's address, and so migrates nothing first."""
    here = {"HOMEWARD_DATA_DIR": str(tmp_path), "PORT": "0", "HOMEWARD_MLLP_PORT": "0"}
    asked = "postgresql://app:secret@127.0.0.1/x?sslmode=no"

    code, said = await homeward(command, HOMEWARD_DATABASE_URL=asked, **here)

    assert (code, said[:54]) == (1, "The database cannot be used: `sslmode` parameter must ")
    assert "secret" not in said
    assert "critical" not in said


async def test_a_data_folder_that_cannot_be_written_to_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    nowhere = f"postgresql://homeward_app:secret@127.0.0.1:{free_port()}/homeward"
    here = {"HOMEWARD_DATA_DIR": str(tmp_path / "file"), "PORT": "0", "HOMEWARD_MLLP_PORT": "0"}

    code, said = await homeward("serve", HOMEWARD_DATABASE_URL=nowhere, **here)

    assert (code, said.partition(" cannot")[2]) == (
        1,
        " be written to: Not a directory. Make it Homeward's own, or set HOMEWARD_DATA_DIR.",
    )


@pytest.fixture
async def installation(postgres: EmbeddedPostgres) -> AsyncIterator[str]:
    """An empty database of its own, by name."""
    postgres.create_database("cli")
    yield "cli"
    postgres.drop_database("cli")


@pytest.fixture
async def with_tables(postgres: EmbeddedPostgres) -> AsyncIterator[str]:
    """Another that has its tables already."""
    create_with_tables(postgres, "cli_with_tables")
    yield "cli_with_tables"
    postgres.drop_database("cli_with_tables")


async def test_migrate_and_verify_and_verify_finds_what_was_changed(
    postgres: EmbeddedPostgres, installation: str
) -> None:
    urls = {
        "HOMEWARD_DATABASE_URL": postgres.url(role="app", database=installation),
        "HOMEWARD_MIGRATION_URL": postgres.url(role="owner", database=installation),
    }
    code, said = await homeward("verify", **urls)
    assert (code, said) == (1, "The database has no tables yet. `homeward migrate` makes them.")
    code, said = await homeward("migrate", **urls)
    assert (code, said[:27]) == (0, "The tables are at revision ")
    assert await homeward("verify", **urls) == (0, "There is no system here yet, so there is nothing to check.")

    database = await open_database(urls["HOMEWARD_DATABASE_URL"])
    place = await a_system(database, Hints(database))
    await database.close()
    code, said = await homeward("verify", **urls)
    assert (code, said.endswith("events, sound.")) == (0, True)

    owner = await asyncpg.connect(urls["HOMEWARD_MIGRATION_URL"])
    await owner.execute("UPDATE event SET at = at + interval '1 second' WHERE position = 3")
    await owner.close()
    code, said = await homeward("verify", **urls)
    assert code == 1
    assert f"System {place.system}: broken at position 3" in said


async def test_sending_names_each_refused_message_and_counts_the_answers(tmp_path: Path) -> None:
    (tmp_path / "a.hl7").write_bytes(a_message(1) + b"\r" + a_message(2))
    (tmp_path / "b.hl7").write_bytes(a_message(3) + b"\r" + a_message(4).replace(b"ADT^A01", b"ORU^R01"))
    async with MllpListener("127.0.0.1", 0, understood_or_refused) as listener:
        code, said = await homeward("adt", "send", str(tmp_path), "--port", str(listener.port))

    assert code == 0
    assert f"{tmp_path / 'b.hl7'}, message 2: AR Only ADT messages are taken here" in said
    assert "AA 3 accepted" in said.replace("│ ", "")
    assert "AR 1 refused" in said.replace("│ ", "")


async def test_a_reference_file_is_looked_at_loaded_and_again_changes_nothing(
    postgres: EmbeddedPostgres, with_tables: str, tmp_path: Path
) -> None:
    urls = {
        "HOMEWARD_DATABASE_URL": postgres.url(role="app", database=with_tables),
        "HOMEWARD_MIGRATION_URL": postgres.url(role="owner", database=with_tables),
    }
    database = await open_database(urls["HOMEWARD_DATABASE_URL"])
    systems = [await an_empty_system(database) for _ in range(2)]
    await database.close()
    file = tmp_path / "icbs.csv"
    file.write_text("code,name,legal_start_date\nZZ70,Moor ICB,2022-07-01\n")
    load = ("reference", "load", "icbs", str(file))

    code, said = await homeward(*load, **urls)
    assert (code, "There is not one system alone" in said, str(systems[1]) in said) == (1, True, True)
    system = ("--system", str(systems[1]))
    code, said = await homeward(*load, *system, "--dry-run", **urls)
    assert (code, "added: ZZ70 from 2022-07-01: name Moor ICB" in said, said[-12:]) == (0, True, "s a dry run.")
    code, said = await homeward(*load, *system, **urls)
    assert (code, "│ 1 │ added" in said) == (0, True)
    code, said = await homeward(*load, *system, **urls)
    assert (code, "│ 0 │ added" in said, "│ 1 │ unchanged" in said) == (0, True, True)

    file.write_text("code,name,legal_start_date\nZ,,2022\n")
    code, said = await homeward(*load, *system, **urls)
    assert code == 1
    assert f"{file}:2: code: not-a-code: “Z” is not a code." in said
    assert f"{file}:2: legal_start_date: not-a-date:" in said
    file.write_bytes(b"code,name,legal_start_date\nZZ70,Caf\xe9,2022-07-01\n")
    assert f"{file}:2: not-utf-8:" in (await homeward(*load, *system, **urls))[1]


async def test_a_file_that_is_not_there_is_named() -> None:
    code, said = await homeward("adt", "send", "nowhere.hl7")

    assert code != 0
    assert "nowhere.hl7" in said
    assert "Traceback" not in said


def a_message(number: int) -> bytes:
    """An admission of somebody invented."""
    stay = Stay(person=person(1, number), bed=Bed("A1", f"A1-{number:02d}"), admitted_at=NOW)
    return message("A01", stay, at=NOW, sent_at=NOW)


async def understood_or_refused(raw: bytes, received_at: datetime) -> bytes:
    """Answer as the feed does, keeping nothing."""
    reading = understand(raw, received_at)
    return (
        acknowledge(reading, reading.ack, reading.words) if isinstance(reading, Refused) else acknowledge(reading, "AA")
    )
