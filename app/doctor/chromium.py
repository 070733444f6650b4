"""Chromium, for whoever runs the tests; a hospital needs none."""

import shutil
from pathlib import Path

from app.doctor.finding import Finding

PACKAGES = ("chromium-headless-shell", "chromium")
"""The headless shell comes first: the same engine without the windows, and a page costs it a third less time."""

NAMES = (*PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable")


def on_path() -> str | None:
    """The path of a Chromium on this machine; None when there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def of_chromium(folder: Path) -> Finding:
    """In a checkout with tests one should be there."""
    found = on_path()
    if found:
        return Finding.well("Chromium", f"{found}, for the tests.")
    if not (folder / "tests").is_dir():
        return Finding.well("Chromium", "None; it is for the tests alone.")
    return Finding.look("Chromium", "None was found; it is for the tests alone.", "`make test` installs one.")
