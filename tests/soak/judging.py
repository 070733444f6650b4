"""Whether all is as it should be: what was acknowledged is in the log, and everything else says the same as the log."""

import asyncio
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

import asyncpg

from app.domain.values import Role
from tests.promises.replay import unlike_the_log
from tests.promises.screens import EVERYTHING
from tests.promises.shown import head, server_shows
from tests.soak.checker import check
from tests.soak.ground import Ground
from tests.soak.history import Entry
from tests.soak.recorder import Recorder
from tests.soak.town import Town
from tests.soak.watching import Screen

CATCH_UP_SECONDS = 60.0
_EVENTS = "SELECT position, stream, version, type, data FROM event WHERE system_id = $1 ORDER BY position"
_UNSETTLED = "SELECT state, count(*) FROM feed_message WHERE system_id = $1 AND state <> 'applied' GROUP BY 1"


async def screens_show_what_the_server_shows(ground: Ground, town: Town, screens: Sequence[Screen]) -> list[str]:
    """Once nobody writes any longer; the clock may still record what comes due."""
    system = town.installation.system
    try:
        async with asyncio.timeout(CATCH_UP_SECONDS):
            while True:
                position = await head(ground.database, system)
                while any((screen.shown.position or 0) < position for screen in screens):
                    await asyncio.sleep(0.1)
                expected = await server_shows(ground.database, system, EVERYTHING, Role.WARD_NURSE)
                if position == await head(ground.database, system):
                    break
    except TimeoutError:
        return [f"{screen.name} did not catch up" for screen in screens if (screen.shown.position or 0) < position]
    return [f"{screen.name} shows something else" for screen in screens if screen.shown.rows != expected]


async def log_is_true(ground: Ground, towns: Sequence[Town], recorder: Recorder) -> list[str]:
    """The history can be true, and every receipt is in the log."""
    connection = await asyncpg.connect(ground.owner_url)
    final: dict[str, list[Entry]] = defaultdict(list)
    known: dict[tuple[UUID, int], int] = {}
    wrong = list[str]()
    try:
        for town in towns:
            events = await connection.fetch(_EVENTS, town.installation.system)
            known |= {(_key(event["stream"]), event["version"]): event["position"] for event in events}
            for event in events:
                for name, value in _values(town, event["type"], event["stream"], json.loads(event["data"])):
                    final[name].append(Entry(value, event["position"]))
            unsettled = await connection.fetch(_UNSETTLED, town.installation.system)
            wrong += [f"{row['count']} messages of {town.name} are {row['state']}" for row in unsettled]
    finally:
        await connection.close()
    found = check(recorder.history(final))
    wrong += [f"{finding.wrong}: {finding.about} in {finding.of}" for finding in found]
    lost = [each for each in recorder.receipts if known.get((each.id, each.version)) != each.position]
    return wrong + [f"a receipt is not in the log: {each}" for each in lost]


async def rows_are_the_log(ground: Ground, towns: Sequence[Town]) -> list[str]:
    """Every kind of row, folded from the log once more, is what stands in its table."""
    return [
        f"rows of the kind {kind} in {town.name} are not what the log says"
        for town in towns
        for kind in await unlike_the_log(ground.database, town.installation.system)
    ]


async def verified(ground: Ground) -> list[str]:
    """What `homeward verify` has to say against the log."""
    environment = os.environ | {
        "HOMEWARD_DATABASE_URL": ground.postgres.url(role="app"),
        "HOMEWARD_DATA_DIR": str(ground.service.data_dir),
    }
    words = [sys.executable, "-m", "app.cli", "verify"]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *words, env=environment, stdout=pipe, stderr=asyncio.subprocess.STDOUT
    )
    said, _ = await process.communicate()
    return [] if process.returncode == 0 else [f"homeward verify: {said.decode()}"]


def left_over(folder: Path) -> list[str]:
    """Processes that still run with this folder in their words or their environment."""
    mark = bytes(folder)
    return [
        f"process {entry.name} is left"
        for entry in Path("/proc").glob("[0-9]*")
        if entry.name != str(os.getpid()) and any(mark in read for read in _of_process(entry))
    ]


def _of_process(entry: Path) -> Iterator[bytes]:
    for name in ("cmdline", "environ"):
        try:
            yield (entry / name).read_bytes()
        except OSError:  # gone meanwhile, or somebody else's
            return


def _values(town: Town, type_: str, stream: str, data: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The list and the value that an event is an append of, if it is one."""
    if type_.startswith("note.written"):
        yield stream.partition(":")[2], data["note_id"]
    elif type_.startswith(("spell.opened", "spell.person_moved")) and "-" in data["bed"]:
        yield f"{town.name} visit {data['bed'].partition('-')[0]}", data["bed"]


def _key(stream: str) -> UUID:
    return UUID(stream.partition(":")[2])
