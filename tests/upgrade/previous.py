"""The previous release, out of this repository's own history, served on a database that this version has migrated."""

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from io import BytesIO
from pathlib import Path

import pytest

from app.processes import running
from tests.serving import STOP_SECONDS, until

ROOT = Path(__file__).resolve().parents[2]
_TOLD = Path(__file__).with_name("previous.txt")
_PARTS = ("app", "migrations", "web")


_WANTED = ("CI", "WHOLE_HISTORY")
"""Where one of these is set, nobody would see that nothing was tested."""


def commit() -> str:
    """The commit that previous.txt names. Where this checkout does not have it: skips by hand, fails in CI."""
    [named] = [line for line in _TOLD.read_text().splitlines() if not line.startswith("#")]
    if _git("cat-file", "-e", f"{named}^{{commit}}").returncode:
        words = f"This checkout has no commit {named[:10]}, the previous release: `git fetch --unshallow` brings it."
        if any(os.environ.get(name) for name in _WANTED):
            pytest.fail(words, pytrace=False)
        pytest.skip(words)
    return named


def code(folder: Path) -> Path:
    """The previous release's code and pages, in this folder."""
    archive = _git("archive", commit(), *_PARTS)
    with tarfile.open(fileobj=BytesIO(archive.stdout)) as parts:
        parts.extractall(folder, filter="data")
    return folder


def migrations() -> set[str]:
    """The names of the previous release's migrations."""
    return set(_git("ls-tree", "--name-only", f"{commit()}:migrations/versions").stdout.decode().splitlines())


@contextmanager
def served(code: Path, data: Path, **environment: str) -> Iterator[str]:
    """Its whole `homeward serve`, without the owner's address; yields its URL. Whatever it did wrong fails here."""
    log = data.with_suffix(".log")
    chosen = {"HOMEWARD_DATA_DIR": str(data), "HOMEWARD_PORT": "0", "HOMEWARD_MLLP_PORT": "0"}
    chosen |= {"PYTHONPATH": str(code), "HOMEWARD_WEB_WORKERS": "1", "HOMEWARD_EXAMPLE": "off"}
    with log.open("wb") as out:
        words = [sys.executable, "-m", "app.cli", "serve"]
        # Python looks in the folder in which it is started first, so this is the code that runs.
        parent = subprocess.Popen(words, cwd=code, env=os.environ | chosen | environment, stdout=out, stderr=out)
    try:
        known = until(lambda: running.ask(data), "the previous release has ports")
        until(lambda: _answers(known.url) or None, "the previous release answers")
        until(lambda: "lease taken" in log.read_text() or None, "its background process works")
        yield known.url
    finally:
        parent.terminate()
        try:
            parent.wait(STOP_SECONDS)
        finally:
            parent.kill()
            parent.wait()
    said = log.read_text()
    assert "error" not in said.lower(), said


def _answers(url: str) -> bool:
    connection = HTTPConnection(url.removeprefix("http://"), timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _git(*words: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, check=False)
