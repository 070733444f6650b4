"""Who speaks in a life, when, of which ward and bed, and in what words: all by chance."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from app.domain.values import Role, Words
from tests.facts import Installation

T = TypeVar("T")


class Teller:
    """Speaks in one system. `now` goes on and `wards` grow with the life that is told."""

    def __init__(self, place: Installation, seed: int) -> None:
        self.place = place
        self.chance = Random(seed)
        self._left: dict[str, list[int]] = {}
        self.wards = [place.ward, place.other_ward]
        self.now = datetime.now(UTC) - timedelta(days=30)

    def said(self, *, late: bool = False) -> dict[str, Any]:
        """Who says so and when it happened: now, or where it may come `late`, sometimes days ago."""
        behind = timedelta(hours=self.chance.randint(0, 200)) if late and self.chance.random() < 0.3 else timedelta()
        return {"by": self.place.by(self.one_of([Role.WARD_NURSE, Role.CASE_MANAGER])), "at": self.now - behind}

    def somewhere(self) -> dict[str, Any]:
        """A ward and a bed on it."""
        return {"ward_id": self.one_of(self.wards), "bed": f"A{self.chance.randint(1, 12)}"}

    def words(self) -> Words | None:
        """Some words, or none."""
        return self.one_of([None, Words("Daughter rang. “Soon”, she said.")])

    def new_id(self) -> UUID:
        """An id nobody had before."""
        return UUID(int=self.chance.getrandbits(128), version=4)

    def one_of(self, choices: list[T] | tuple[T, ...]) -> T:
        """Any of these."""
        return self.chance.choice(choices)

    def dealt(self, name: str, choices: Sequence[T]) -> T:
        """Any of these, by this name always as many: each comes once before any comes again."""
        left = self._left.setdefault(name, [])
        if not left:
            left.extend(self.chance.sample(range(len(choices)), len(choices)))
        return choices[left.pop()]
