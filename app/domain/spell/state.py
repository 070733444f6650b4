"""Where a spell stands: only what a decision reads, or a row shows."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, TypeAlias

from app.domain.codes.alert_reasons import AlertReason
from app.domain.codes.discharge_reasons import DischargeReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.patient_classes import PatientClass
from app.domain.codes.ways_out import WayOut
from app.domain.delay.recorded import Delays
from app.domain.rejections import NotKnown, Rejection
from app.domain.spell.criteria import Review
from app.domain.spell.whereabouts import Place, TakenBack, Whereabouts
from app.domain.values import PersonId, Words


@dataclass(frozen=True, slots=True)
class Open:
    """The person is in the bed."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The person is no in-patient (any more, or yet): an out-patient visit, a day case."""


@dataclass(frozen=True, slots=True)
class VirtualWard:
    """The person is at home and still under the hospital's care: in no bed, and not discharged."""

    since: datetime


@dataclass(frozen=True, slots=True)
class Ended:
    """The person has left."""

    at: datetime
    how: WayOut


@dataclass(frozen=True, slots=True)
class Voided:
    """The admission was cancelled. What was recorded is kept."""


Stage: TypeAlias = Open | Elsewhere | VirtualWard | Ended | Voided


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """Who came, and when."""

    person_id: PersonId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Who is to come, when, and to where if that was said."""

    person_id: PersonId
    at: datetime
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """The person is away on leave and keeps the bed."""

    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The feed says that the person is medically fit, since a day; a clinician confirms it by a review."""

    said_at: datetime
    since: date


class News(NamedTuple):
    """One piece of news of the stay, and when its source said so."""

    said_at: datetime
    at: datetime
    event: object


# A tuple, since each event makes several new ones: of a frozen data class with so many fields that takes six times as
# long, which was a tenth of a message's time.
class Spell(NamedTuple):
    """The state of one spell; without an admission nobody is here yet.

    `news` is all that was told of the stay, in the order in which it was said; `heard` what of it counts as a repeat
    when it is said again. `reviews` are as recorded. `fed_discharge` is the expected date that the feed said last,
    `discharge_changes` how often a date that was expected has moved or was taken back.
    `given_to` is whose record the stay was given to, after a merge or a moved visit. `virtual_ward_before` is when the
    person went to the virtual ward, each time they came back from it.
    `delays` is what people recorded of why it lasts, `admission_reason` why they were admitted, as the feed said last.
    `alert_reasons` speak for telling the hub early: none of them does once that is settled.
    """

    news: tuple[News, ...] = ()
    heard: frozenset[tuple[datetime, object]] = frozenset()
    admission: Admission | None = None
    expected: Expected | None = None
    stage: Stage = Open()
    places: Whereabouts = ()
    taken_back: tuple[TakenBack, ...] = ()
    next_place: Place | None = None
    patient_class: PatientClass | None = None
    expected_discharge: date | None = None
    fed_discharge: date | None = None
    discharge_changes: int = 0
    discharge_reason: DischargeReason | None = None
    discharge_words: Words | None = None
    discharge_planned: bool = False
    leave: Leave | None = None
    lounge_since: datetime | None = None
    virtual_ward_before: tuple[datetime, ...] = ()
    proposal: Proposal | None = None
    hub_need: HubNeed | None = None
    alert_reasons: frozenset[AlertReason] = frozenset()
    alert_settled: bool = False
    end_reversed: bool = False
    given_to: PersonId | None = None
    reviews: tuple[Review, ...] = ()
    reviewed_at: datetime | None = None
    delays: Delays = Delays()
    admission_reason: Words | None = None

    def has_heard(self, at: datetime, event: object) -> bool:
        """Whether the same was told before, of the same time."""
        return (at, event) in self.heard

    @property
    def place(self) -> Place:
        """Where the person is now, or was last."""
        return self.places[-1].place

    @property
    def ended_at(self) -> datetime | None:
        """When the person left; None while they are here."""
        return self.stage.at if isinstance(self.stage, Ended) else None

    @property
    def left_bed_at(self) -> datetime | None:
        """When the person left the last bed, be it for the virtual ward; None while they are in one."""
        return self.stage.since if isinstance(self.stage, VirtualWard) else self.ended_at

    @property
    def way_out(self) -> WayOut | None:
        """How the person left the last bed."""
        match self.stage:
            case Ended(how=how):
                return how
            case VirtualWard():
                return WayOut.VIRTUAL_WARD
            case _:
                return None

    @property
    def proposed_ready(self) -> date | None:
        """Since when the feed says the person is fit, until a clinician has reviewed after it said so."""
        if self.proposal is None or (self.reviewed_at and self.reviewed_at > self.proposal.said_at):
            return None
        return self.proposal.since


def admission_of(spell: Spell) -> Admission:
    """The admission. Raises NotKnown when there never was one."""
    if spell.admission is None:
        raise NotKnown(what="spell")
    return spell.admission


def person_of(spell: Spell) -> PersonId:
    """Whose stay it is, or will be. Raises NotKnown when nobody was ever told of."""
    told = spell.admission or spell.expected
    if told is None:
        raise NotKnown(what="spell")
    return told.person_id


def in_stay(spell: Spell, at: datetime) -> datetime:
    """The time, not before the admission: feeds change their mind about when that was, and still mean this stay."""
    return max(at, spell.admission.at) if spell.admission else at


def can_stay(spell: Spell, at: datetime | None = None) -> bool:
    """Whether somebody could be in a bed of this stay, at that time."""
    match spell.stage:
        case Ended(at=left_at):
            return at is not None and at <= left_at
        case _:
            return True


def require_open(spell: Spell) -> None:
    """The person must be in the bed. Raises NotKnown, SpellIsOver, NotInABed, OnVirtualWard or SpellWasCancelled."""
    admission_of(spell)
    match spell.stage:
        case Ended():
            raise SpellIsOver
        case Elsewhere():
            raise NotInABed
        case VirtualWard():
            raise OnVirtualWard
        case Voided():
            raise SpellWasCancelled
        case Open():
            return


class SpellIsOver(Rejection):
    """This person has left hospital, so this cannot be recorded. If they are still here, cancel the discharge first."""


class NotInABed(Rejection):
    """The hospital's system has this person as an out-patient or day case, so they are in no bed.

    Ask the hospital to put it right.
    """


class OnVirtualWard(Rejection):
    """This person is on the virtual ward, in no bed here. Record that they are back on the ward, or that they left."""


class SpellWasCancelled(Rejection):
    """This admission was cancelled, so nothing can be recorded on it. If the person is here, admit them again."""
