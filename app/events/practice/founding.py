"""What a system begins with: the shipped lists, set as its own, so that each later change has a before."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from app.database import Database
from app.domain.decider import Command
from app.domain.practice import DOCUMENTS, SetPractice
from app.domain.values import Actor, SystemId
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.events.practice.shipped import shipped


async def set_first(database: Database, hints: Hints, system: SystemId, commands: Iterable[Command]) -> None:
    """Give each command that would be the first on its stream: what was set since is left as it is."""
    async with taken(database, hints, system) as turn:
        for command in commands:
            if not (await turn.read(command.stream)).events:
                await decide_in(turn, command)


def first_lists(by: Actor, at: datetime) -> Iterator[SetPractice]:
    """The commands that set each shipped list."""
    for kind, document in DOCUMENTS.items():
        yield SetPractice(practice=kind, lines=shipped(document).as_json(), by=by, at=at)
