"""Where a spell stands: only what a decision reads."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from app.domain.codes.ways_out import WayOut
from app.domain.rejections import NotKnown, Rejection
from app.domain.spell.criteria import Review
from app.domain.spell.whereabouts import Place, Whereabouts
from app.domain.values import PersonId


@dataclass(frozen=True, slots=True)
class Open:
    """The person is in the bed."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The person has left."""

    at: datetime
    how: WayOut


@dataclass(frozen=True, slots=True)
class Voided:
    """The admission was cancelled. What was recorded is kept."""


Stage: TypeAlias = Open | Ended | Voided


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """Who came, and when."""

    person_id: PersonId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """The state of one spell; without an admission nobody has heard of it.

    `heard` is all that was told of the stay itself, each with its time, to know a repeat; `reviews` are as recorded.
    """

    admission: Admission | None = None
    stage: Stage = Open()
    places: Whereabouts = ()
    heard: frozenset[tuple[datetime, object]] = frozenset()
    end_reversed: bool = False
    reviews: tuple[Review, ...] = ()

    @property
    def place(self) -> Place:
        """Where the person is now, or was last."""
        return self.places[-1].place

    @property
    def ended_at(self) -> datetime | None:
        """When the person left; None while they are here."""
        return self.stage.at if isinstance(self.stage, Ended) else None


def admission_of(spell: Spell) -> Admission:
    """The admission. Raises NotKnown when there never was one."""
    if spell.admission is None:
        raise NotKnown(what="spell")
    return spell.admission


def in_stay(spell: Spell, at: datetime) -> datetime:
    """The time, not before the admission: feeds change their mind about when that was, and still mean this stay."""
    return max(at, spell.admission.at) if spell.admission else at


def require_open(spell: Spell) -> None:
    """The person must be in the bed. Raises NotKnown, SpellIsOver or SpellWasCancelled."""
    admission_of(spell)
    match spell.stage:
        case Ended():
            raise SpellIsOver
        case Voided():
            raise SpellWasCancelled
        case Open():
            return


class SpellIsOver(Rejection):
    """This person has left hospital, so this cannot be recorded. If they are still here, cancel the discharge first."""


class SpellWasCancelled(Rejection):
    """This admission was cancelled, so nothing can be recorded on it. If the person is here, admit them again."""
