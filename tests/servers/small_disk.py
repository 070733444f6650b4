"""A disk of a few megabytes of its own: filled to the last byte and given room again, beside everything else."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class SmallDisk:
    """A file system mounted at `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Leave nothing free."""
        left = os.statvfs(self.folder)
        with self._ballast.open("ab") as file:
            os.posix_fallocate(file.fileno(), file.tell(), left.f_bfree * left.f_bsize)

    def make_room(self) -> None:
        """Give back what was filled."""
        self._ballast.unlink(missing_ok=True)


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[SmallDisk]:
    """Mounted while the block lasts; skips where this user may not mount."""
    folder.mkdir(mode=0o755, parents=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"A small disk cannot be mounted here: {mounted.stderr.strip()}")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
