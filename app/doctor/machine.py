"""What this machine gives: disk, folder and ports."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from app.doctor.finding import Finding
from app.processes import running
from app.processes.sockets import PortTaken, free
from app.settings import Settings

GIGABYTE = 1_000_000_000
LITTLE, TOO_LITTLE = 5 * GIGABYTE, GIGABYTE


def of_disk(settings: Settings) -> Finding:
    """The disk of the data folder; an own PostgreSQL's lies elsewhere and is not seen from here."""
    folder = settings.data_dir.resolve()
    left = shutil.disk_usage(_there(folder)).free
    words = f"{left / GIGABYTE:.1f} GB left for {folder}."
    if left < TOO_LITTLE:
        return Finding.wrong("Disk", words, "Make room now: without it nothing more can be recorded.")
    if left < LITTLE:
        return Finding.look("Disk", words, "Make room: 5 GB and more are comfortable.")
    return Finding.well("Disk", words)


def of_folder(settings: Settings) -> Finding:
    """Homeward's own user must be able to write there; ask as that user."""
    folder = settings.data_dir.resolve()
    there = _there(folder)
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        words = f"{there} cannot be written to by whoever asks (user {os.geteuid()})."
        return Finding.wrong("Data folder", words, "Make it Homeward's own, or choose another by HOMEWARD_DATA_DIR.")
    return Finding.well("Data folder", f"{folder} can be written to.")


def _there(folder: Path) -> Path:
    """As much of its path as is there already, and may be seen."""
    return next(each for each in (folder, *folder.parents) if os.access(each, os.F_OK))


def of_ports(settings: Settings) -> Iterator[Finding]:
    """Whether Homeward serves from this folder, else whether its ports are free to begin with."""
    there = running.ask(settings.data_dir)
    if there is not None:
        yield _of_running(there)
        return
    wanted = (
        ("Port of the pages", settings.host, settings.port, "PORT="),
        ("Port of the feed", settings.mllp_host, settings.mllp_port, "HOMEWARD_MLLP_PORT="),
    )
    for what, host, port, setting in wanted:
        try:
            free(host, port, setting, patience=0)
        except PortTaken as error:
            yield Finding.wrong(what, str(error), "Choose another, or end the program that has it.")
        else:
            yield Finding.well(what, f"{port} on {host} is free.")


def _of_running(there: running.Running) -> Finding:
    words = f"Served at {there.url}, hospital messages on port {there.mllp_port}, by process {there.pid}."
    down = sorted(name for name, pid in there.children.items() if pid is None)
    if down:
        return Finding.look("Processes", f"{words} Not there just now: {', '.join(down)}.", "Look into its log.")
    return Finding.well("Processes", words)
