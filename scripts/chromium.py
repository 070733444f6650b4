"""Find Chromium, or install it: on the path, else Debian's package when root, else Playwright's. Prints its path.

Who has another Chromium already is not made to download it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from app.doctor.chromium import PACKAGES, on_path


def main() -> None:
    path = find() or _installed()
    if path is None:
        sys.exit("No Chromium was found and none could be installed; install it and run this again.")
    print(path)


def find() -> str | None:
    """The path of a Chromium on this machine; None when there is none."""
    return on_path() or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright  # slow to load, and mostly not needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _installed() -> str | None:
    is_root = os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        _run("apt-get", "update", "-qq")
        for package in PACKAGES:
            if on_path() is None:
                _run("apt-get", "install", "-qq", "--yes", "--no-install-recommends", package)
    if on_path() is None:
        _run(sys.executable, "-m", "playwright", "install", *(["--with-deps"] if is_root else []), "chromium")
    return find()


def _run(*words: str) -> None:
    # What installers say goes to stderr: stdout is for the path alone.
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(words, stdout=sys.stderr, env=env, check=False)


if __name__ == "__main__":
    main()
