"""Whichever package of the rules is imported first: none waits for another that waits for it."""

import subprocess
import sys
from pathlib import Path

import app.domain

_DOMAIN = Path(app.domain.__path__[0])
_EACH_ALONE = """
import importlib, os, sys
for name in sys.argv[1:]:
    if (child := os.fork()) == 0:
        try:
            importlib.import_module(name)
        except ImportError as error:
            os.write(2, f"{name}: {error}\\n".encode())
        os._exit(0)
    os.waitpid(child, 0)
"""


def test_each_package_of_the_rules_can_be_imported_first() -> None:
    there = [each.parent.relative_to(_DOMAIN.parents[1]) for each in sorted(_DOMAIN.rglob("__init__.py"))]
    packages = [".".join(each.parts) for each in there]
    assert len(packages) > 10
    told = subprocess.run([sys.executable, "-c", _EACH_ALONE, *packages], capture_output=True, text=True, check=True)
    assert told.stderr == ""
