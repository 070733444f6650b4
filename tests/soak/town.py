"""One system of the run: its staff signed in, and the cases that are written about just now."""

from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from app.domain.values import Role
from app.events.hints import Hints
from tests.facts import Installation, a_system
from tests.soak.ground import Ground
from tests.soak.recorder import Recorder


@dataclass(slots=True)
class Town:
    """Everybody in it acts as one nurse. `ending` tells them to go home; `chance` makes the ids and the choices."""

    name: str
    installation: Installation
    url: str
    headers: dict[str, str]
    recorder: Recorder
    chance: Random
    cases: list[UUID] = field(default_factory=list)
    ending: bool = False

    def new_id(self) -> UUID:
        """An id such as clients make."""
        return UUID(int=self.chance.getrandbits(128), version=4)


async def a_town(ground: Ground, recorder: Recorder, name: str, seed: int) -> Town:
    """Made straight in the database, before anything fails."""
    installation = await a_system(ground.database, Hints(ground.database))
    token = await installation.session(Role.WARD_NURSE)
    headers = {"Cookie": f"homeward_session={token}"}
    return Town(name, installation, ground.url, headers, recorder, Random(f"{seed} {name}"))
