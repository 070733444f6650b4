"""What a service manager and a container rely on: addresses from files, READY when it is true, a true health check."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.conftest import Deployed
from tests.deploy.dockerfile import health_check
from tests.serving import free_port


def test_the_manager_hears_that_it_is_ready_when_it_is(deployed: Deployed) -> None:
    assert deployed.heard() == "READY=1"
    assert deployed.served.is_ready()


@pytest.mark.parametrize("name", ["web-1", "background"])
def test_no_child_is_told_the_owners_address(deployed: Deployed, name: str) -> None:
    environment = Path(f"/proc/{deployed.served.child(name)}/environ")
    if not environment.exists():
        pytest.skip("This system does not show a process's environment.")
    told = dict(entry.split("=", 1) for entry in environment.read_text().split("\0") if "=" in entry)
    assert told["HOMEWARD_MIGRATION_URL"] == ""
    said = subprocess.run(
        [sys.executable, "-c", "from app.settings import Settings; print(Settings().migration_url or 'nobody')"],
        env=told,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "nobody"


def test_the_health_check_is_true(deployed: Deployed) -> None:
    _, _, program = health_check()
    here = program.replace("8000", deployed.served.url.rpartition(":")[2])
    nobody = program.replace("8000", str(free_port()))
    codes = [_run(each) for each in (here, nobody)]
    assert codes == [0, 1]


def _run(program: str) -> int:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HOMEWARD_")}
    words = [sys.executable, "-c", program]
    return subprocess.run(words, env=environment, stderr=subprocess.DEVNULL, check=False).returncode
