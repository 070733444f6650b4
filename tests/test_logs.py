"""What a log says of an error: where and of which class, and never a word of whom it was about."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.embedded import EmbeddedPostgres
from tests.faulty import CANARY, FAULTS

ROOT = Path(__file__).resolve().parent.parent
CLASSES = {
    "unique": "asyncpg.exceptions.UniqueViolationError",
    "of_the_engine": "sqlalchemy.exc.IntegrityError",
    "argument": "asyncpg.exceptions.DataError",
    "decoding": "builtins.KeyError",
    "led_to": "builtins.ValueError",
    "in_a_group": "asyncpg.exceptions.UniqueViolationError",
}
WAYS = ("by_structlog", "by_logging", "Task exception was never retrieved", "asyncio.run(main(sys.argv[1]))")


@pytest.mark.parametrize(("fault", "form"), [*((fault, "json") for fault in FAULTS), ("led_to", "text")])
def test_an_error_is_told_by_where_and_what_and_never_by_its_words(
    postgres: EmbeddedPostgres, fault: str, form: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faulty", fault],
        cwd=ROOT,
        env={**os.environ, "URL": postgres.url(role="owner"), "FORM": form},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = done.stdout + done.stderr
    assert all(way in said for way in (*WAYS, "in_words")), said
    assert said.count(CLASSES[fault]) >= len(WAYS)
    assert "in main" in said
    assert CANARY not in said
    if form == "json":
        lines = [json.loads(line) for line in said.splitlines()]
        assert all(line["time"] and line["level"] and line["event"] for line in lines)
        assert {line["process"] for line in lines} == {"test"}
