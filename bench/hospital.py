"""An invented hospital on a busy day: who lies where, and the next thing that its system says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from app.example.messages import Bed
from app.example.people import person
from bench.adt import Stay, Writer

PERCENT = {
    "A08": 40, "A31": 20, "A02": 15, "A01": 8, "A03": 8, "A05": 2, "A16": 2, "A11": 1, "A12": 1, "A13": 1, "A15": 1,
    "A28": 1,
}  # fmt: skip
"""What a hospital's day is made of. Most of it is details sent again, and of those most are as they were."""

NEWS = 1 / 3
"""The share of details sent again in which something is new."""

SETTLED = 60
"""So many of those who are in stay all day, and are looked at by the wards meanwhile."""


@dataclass(frozen=True, slots=True)
class Told:
    """A message, about which person (by number), and whether it changes anything."""

    number: int
    raw: bytes
    news: bool


class Hospital:
    """`wards` by code, each with as many beds; everything is decided by `chance`."""

    def __init__(self, facility: str, wards: Sequence[str], beds: int, chance: Random) -> None:
        self._writer = Writer(facility)
        self._chance = chance
        self._free = [Bed(ward, f"{ward}-{n:02d}") for ward in wards for n in range(1, beds + 1)]
        chance.shuffle(self._free)
        self._inside: list[Stay] = []
        self._expected: list[Stay] = []
        self._moved: list[Stay] = []
        self._left: list[Stay] = []
        self._number = 0

    @property
    def settled(self) -> list[str]:
        """The visit numbers of those who stay all day."""
        return [stay.person.visit_number for stay in self._inside[:SETTLED]]

    def admit(self, count: int) -> Iterator[Told]:
        """The admissions of people who have been in for up to twenty days."""
        for _ in range(count):
            yield self._come(timedelta(days=self._chance.uniform(0.2, 20)))

    def next(self) -> Told:
        """Whatever happens now; where it cannot, somebody's details are sent again."""
        trigger = self._chance.choices([*PERCENT], [*PERCENT.values()])[0]
        match trigger:
            case "A01":
                return self._come(timedelta(0))
            case "A02" | "A15" | "A16":
                return self._go_on(trigger, self._somebody())
            case "A03" | "A11":
                return self._leave(trigger)
            case "A05":
                self._expected.append(self._someone_new(timedelta(0)))
                return self._say("A05", self._expected[-1])
            case "A12" if self._moved:
                return self._back_again(self._moved.pop())
            case "A13" if self._left:
                return self._still_here(self._left.pop())
            case "A28":
                return self._details("A28")
            case _:
                return self._details(trigger if trigger == "A31" else "A08")

    def _come(self, here_for: timedelta) -> Told:
        stay = self._expected.pop(0) if len(self._expected) > SETTLED // 2 else self._someone_new(here_for)
        self._inside.append(stay)
        return self._say("A01", stay)

    def _go_on(self, trigger: str, stay: Stay) -> Told:
        match trigger:
            case "A02":
                stay.prior, stay.bed = stay.bed, self._another_bed(stay.bed)
                self._moved = [*_without(stay, self._moved[-5:]), stay]
            case "A15":
                stay.pending = self._chance.choice(self._free)
            case _:
                stay.leaves_on = (_now() + timedelta(days=self._chance.randint(1, 9))).date()
        return self._say(trigger, stay)

    def _leave(self, trigger: str) -> Told:
        stay = self._inside.pop(self._chance.randrange(SETTLED, len(self._inside)))
        stay.left_at = _now()
        self._moved = _without(stay, self._moved)
        self._free.append(stay.bed)
        if trigger == "A03":
            self._left = [*self._left[-5:], stay]
        return self._say(trigger, stay)

    def _back_again(self, stay: Stay) -> Told:
        self._free.append(stay.bed)
        stay.bed, stay.prior = stay.prior or stay.bed, stay.bed
        return self._say("A12", stay)

    def _still_here(self, stay: Stay) -> Told:
        stay.left_at, stay.bed = None, self._another_bed(None)
        self._inside.append(stay)
        return self._say("A13", stay)

    def _details(self, trigger: str) -> Told:
        stay, news = self._somebody(), self._chance.random() < NEWS
        if news:
            stay.person = replace(stay.person, phone=f"01632 960{self._chance.randint(0, 999):03d}")
        return self._say(trigger, stay, news=news)

    def _someone_new(self, here_for: timedelta) -> Stay:
        self._number += 1
        return Stay(person=person(3, self._number), bed=self._another_bed(None), admitted_at=_now() - here_for)

    def _another_bed(self, left: Bed | None) -> Bed:
        taken = self._free.pop(0)
        if left:
            self._free.append(left)
        return taken

    def _somebody(self) -> Stay:
        return self._chance.choice(self._inside)

    def _say(self, trigger: str, stay: Stay, *, news: bool = True) -> Told:
        return Told(stay.person.number, self._writer.message(trigger, stay, _now()), news)


def _without(stay: Stay, stays: list[Stay]) -> list[Stay]:
    return [each for each in stays if each is not stay]


def _now() -> datetime:
    return datetime.now(UTC)
