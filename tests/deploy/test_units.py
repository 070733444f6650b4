"""The systemd units: systemd itself finds no fault in them, and little that they leave open."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.settings import Settings
from tests.deploy.dockerfile import ROOT

UNITS = sorted((ROOT / "deploy").glob("*.service"))
MOST_EXPOSED = 1.5
"""Of 10, by systemd's own count; it calls what is below 2 OK."""


@pytest.fixture
def here(tmp_path: Path) -> list[str]:
    """The units with a program and a user that this machine has."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("There is no systemd on this machine.")
    for unit in UNITS:
        text = unit.read_text().replace("/opt/homeward/.venv/bin/homeward", sys.executable)
        text = text.replace("WorkingDirectory=/opt/homeward", f"WorkingDirectory={ROOT}")
        (tmp_path / unit.name).write_text(re.sub(r"^(User|Group)=homeward$", r"\1=root", text, flags=re.MULTILINE))
    return [str(tmp_path / unit.name) for unit in UNITS]


def test_systemd_finds_no_fault(here: list[str]) -> None:
    said = subprocess.run(["systemd-analyze", "verify", "--man=no", *here], capture_output=True, text=True, check=False)
    assert (said.returncode, [line for line in said.stderr.splitlines() if "homeward" in line]) == (0, [])


@pytest.mark.parametrize("unit", UNITS, ids=[unit.name for unit in UNITS])
def test_little_is_left_open(here: list[str], unit: Path) -> None:
    words = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)]
    said = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    level = re.search(r"exposure level for \S+: ([\d.]+)", said)
    if level is None:
        pytest.skip("This systemd is too old to count what is open without running it.")
    assert float(level[1]) <= MOST_EXPOSED, said


@pytest.mark.parametrize("unit", UNITS, ids=[unit.name for unit in UNITS])
def test_what_a_unit_tells_homeward_are_settings(unit: Path) -> None:
    text = unit.read_text()
    told = re.findall(r"^LoadCredential=(\w+):", text, re.MULTILINE)
    told += [name.removeprefix("HOMEWARD_").lower() for name in re.findall(r"\b(HOMEWARD_\w+)=", text)]
    assert "database_url" in {name.removeprefix("homeward_") for name in told}
    assert {name.removeprefix("homeward_") for name in told} <= set(Settings.model_fields)
