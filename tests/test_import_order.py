"""Any package can be the first that is imported: no circle holds only because of who comes before it."""

import os
import subprocess
import sys
from pathlib import Path

APP = Path(__file__).parents[1] / "app"
PACKAGES = sorted(".".join(each.parent.relative_to(APP.parent).parts) for each in APP.rglob("__init__.py"))

# What is not ours is loaded once, and each package is then tried in a process that has nothing of ours yet.
_EACH_FIRST = """
import os, sys, traceback
import asyncpg, fastapi, pydantic, sqlalchemy.ext.asyncio, structlog
broken = []
for name in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        try:
            __import__(name)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        broken.append(name)
sys.exit(f"cannot be imported first: {broken}" if broken else 0)
"""


def test_every_package_can_be_imported_first() -> None:
    assert "app.domain.delay" in PACKAGES
    found = subprocess.run(
        [sys.executable, "-c", _EACH_FIRST, *PACKAGES],
        cwd=APP.parent,
        env=os.environ | {"PYTHONPATH": str(APP.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
