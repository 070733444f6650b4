"""`running.json` in the data folder: where a running Homeward can be reached, and which process does what."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


class FolderUnusable(Exception):
    """The message says which folder cannot be written to, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """`children` are process ids by name; None for one that is being started again."""

    pid: int
    url: str
    mllp_port: int
    children: Mapping[str, int | None]


def tell(data_dir: Path, running: Running) -> None:
    """Write it, whole or not at all."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = data_dir / "running.json.new"
    fresh.write_text(json.dumps(asdict(running), indent=2))
    fresh.rename(data_dir / "running.json")


def ask(data_dir: Path) -> Running | None:
    """What runs on this folder; None when nothing does, what did was killed, or it cannot be read."""
    try:
        running = Running(**json.loads((data_dir / "running.json").read_text()))
    except (OSError, ValueError, TypeError):
        return None
    try:
        os.kill(running.pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        pass  # it is there, as another user's
    return running


def forget(data_dir: Path) -> None:
    """Nothing runs there any longer."""
    (data_dir / "running.json").unlink(missing_ok=True)
