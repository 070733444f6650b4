"""What goes wrong, when and for how long: all of it follows from a seed, so that a run can be repeated."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from tests.faults.proxy import BOTH, Way


class What(StrEnum):
    """A way to fail."""

    LATE = "late"
    DRIP = "dripping"
    CUT = "cut"
    RESET = "reset"
    HOLE = "in a black hole"
    LOST = "lost"
    KILL = "killed"
    STOP = "stopped"
    TERMINATE = "terminated"


@dataclass(frozen=True, slots=True)
class Fault:
    """`whom` it befalls, for how many `seconds`; `amount` is how late in seconds, or how many bytes drip a second."""

    what: What
    whom: str
    seconds: float = 0.0
    ways: tuple[Way, ...] = BOTH
    amount: float = 0.0

    @property
    def kind(self) -> str:
        """What befalls whom."""
        return f"{self.whom} {self.what}"

    def __str__(self) -> str:
        ways = "" if self.what not in _ROADS else " " + "+".join(way.value for way in self.ways)
        lasting = f" {self.seconds:.1f} s" if self.seconds else ""
        return f"{self.kind}{ways}{lasting}"


DATABASE, CLIENTS, PARENT, POSTGRES = "database", "clients", "parent", "postgres"
CHILDREN = ("web-1", "web-2", "background")
EVERY_KIND = (
    *(
        (what, whom)
        for what in (What.LATE, What.DRIP, What.CUT, What.RESET, What.HOLE, What.LOST)
        for whom in (DATABASE, CLIENTS)
    ),
    *((What.KILL, whom) for whom in (*CHILDREN, PARENT, POSTGRES)),
    *((What.STOP, whom) for whom in CHILDREN),
    (What.TERMINATE, DATABASE),
)
"""Each of them comes once before any comes again."""

_ROADS = (What.LATE, What.DRIP, What.HOLE)
_LASTS = {What.LATE: (2, 6), What.DRIP: (2, 6), What.CUT: (0.5, 4), What.HOLE: (1, 12), What.STOP: (1, 9)}
_AMOUNT = {What.LATE: (0.02, 0.4), What.DRIP: (500, 20_000)}


def faults(seed: int) -> Iterator[Fault]:
    """One after another, without end."""
    chance = Random(seed)
    while True:
        yield from (_fault(what, whom, chance) for what, whom in chance.sample(EVERY_KIND, len(EVERY_KIND)))


def short_faults() -> Iterator[Fault]:
    """One of each way to fail, as short as it can be felt."""
    yield Fault(What.LATE, DATABASE, 0.5, amount=0.05)
    yield Fault(What.HOLE, DATABASE, 1, (Way.DOWN,))
    yield Fault(What.KILL, "web-1")
    yield Fault(What.DRIP, CLIENTS, 0.5, amount=2_000)
    yield Fault(What.CUT, DATABASE, 0.5)
    yield Fault(What.STOP, "web-2", 1)
    yield Fault(What.KILL, POSTGRES)
    yield Fault(What.RESET, CLIENTS)
    yield Fault(What.TERMINATE, DATABASE)


def _fault(what: What, whom: str, chance: Random) -> Fault:
    ways = chance.choice([BOTH, (Way.UP,), (Way.DOWN,)])
    seconds, amount = chance.uniform(*_LASTS.get(what, (0, 0))), chance.uniform(*_AMOUNT.get(what, (0, 0)))
    return Fault(what, whom, seconds, ways if what in _ROADS else BOTH, amount)
