"""One invented stay: Ada Example on Ward A, bed 4, from noon on 2 November 2026."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from app.domain.codes.criteria import Criterion
from app.domain.codes.discharge_reasons import DischargeReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.patient_classes import PatientClass
from app.domain.consequences import Standing, standing
from app.domain.spell import (
    SPELL,
    AdmissionCorrected,
    AdmissionExpected,
    AdmissionReversed,
    ClassChanged,
    CorrectPlace,
    CriteriaReviewed,
    EndReversed,
    EndSpell,
    ExpectedDischargeChanged,
    HubNeedSaid,
    LeaveStarted,
    MovePerson,
    MoveReversed,
    OpenSpell,
    PersonMoved,
    PlaceCorrected,
    ReadinessProposed,
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
    ReviewCriteria,
    ReviewOutcome,
    Spell,
    SpellEnded,
    SpellFacts,
    SpellOpened,
    SpellReopened,
    TransferPlanned,
    WayOut,
)
from app.domain.spell.command import SpellCommand
from app.domain.spell.whereabouts import Place
from app.domain.values import PersonId, SpellId, WardId, Words
from tests.domain.given import FEED, NOON, NURSE, decided, given, uid

SomeCommand = TypeVar("SomeCommand", bound=SpellCommand)

ADA, BEN = PersonId(uid(1)), PersonId(uid(2))
WARD_A, WARD_B, WARD_C = WardId(uid(11)), WardId(uid(12)), WardId(uid(13))
SPELL_ID = SpellId(uid(21))
REVIEW = uid(31)
MEETS, NO_LONGER = ReviewOutcome.MEETS, ReviewOutcome.NO_LONGER_MEETS

opened = SpellOpened(person_id=ADA, ward_id=WARD_A, bed="4")
voided = AdmissionReversed()


def hours(n: float) -> datetime:
    """A time `n` hours into the stay."""
    return NOON + timedelta(hours=n)


def reopened(ward: WardId, bed: str) -> SpellReopened:
    return SpellReopened(ward_id=ward, bed=bed)


def moved(ward: WardId, bed: str) -> PersonMoved:
    return PersonMoved(ward_id=ward, bed=bed)


def corrected(ward: WardId, bed: str) -> PlaceCorrected:
    return PlaceCorrected(ward_id=ward, bed=bed)


def retold(ward: WardId, bed: str) -> AdmissionCorrected:
    return AdmissionCorrected(ward_id=ward, bed=bed)


def move_reversed(
    ward: WardId, bed: str, went_to: tuple[WardId, str] | tuple[None, None] = (None, None)
) -> MoveReversed:
    return MoveReversed(ward_id=ward, bed=bed, from_ward_id=went_to[0], from_bed=went_to[1])


def ended(how: WayOut = WayOut.DISCHARGED) -> SpellEnded:
    return SpellEnded(how=how)


def end_reversed(ward: WardId | None = None, bed: str | None = None) -> EndReversed:
    return EndReversed(ward_id=ward, bed=bed)


def to_move_to(ward: WardId, bed: str) -> TransferPlanned:
    return TransferPlanned(ward_id=ward, bed=bed)


def went_on_leave(until: datetime | None = None) -> LeaveStarted:
    return LeaveStarted(until=until)


def expected_to_leave(
    on: date | None,
    *,
    by_feed: bool = False,
    reason: DischargeReason | None = None,
    words: str | None = None,
    instead_of: date | None = None,
) -> ExpectedDischargeChanged:
    said = Words(words) if words else None
    return ExpectedDischargeChanged(expected_on=on, by_feed=by_feed, reason=reason, words=said, instead_of=instead_of)


def hub_need(need: HubNeed) -> HubNeedSaid:
    return HubNeedSaid(need=need)


def now_a(patient_class: PatientClass) -> ClassChanged:
    return ClassChanged(patient_class=patient_class)


def said_fit(since: date | None) -> ReadinessProposed:
    return ReadinessProposed(since=since)


def expected(ward: WardId | None = None, bed: str = "", person: PersonId = ADA) -> AdmissionExpected:
    return AdmissionExpected(person_id=person, ward_id=ward, bed=bed)


def reviewed(
    outcome: ReviewOutcome, *criteria: Criterion, words: str | None = None, review: int = 31
) -> CriteriaReviewed:
    said = Words(words) if words else None
    return CriteriaReviewed(review_id=uid(review), outcome=outcome, criteria=frozenset(criteria), words=said)


def open_spell(ward: WardId, bed: str, at: datetime = NOON, person: PersonId = ADA) -> OpenSpell:
    return OpenSpell(spell_id=SPELL_ID, by=NURSE, at=at, person_id=person, ward_id=ward, bed=bed)


def move(ward: WardId, bed: str, at: datetime) -> MovePerson:
    return MovePerson(spell_id=SPELL_ID, by=NURSE, at=at, ward_id=ward, bed=bed)


def correct(ward: WardId, bed: str, at: datetime) -> CorrectPlace:
    return CorrectPlace(spell_id=SPELL_ID, by=NURSE, at=at, ward_id=ward, bed=bed)


def reverse_move(
    ward: WardId, bed: str, at: datetime, went_to: tuple[WardId, str] | tuple[None, None] = (None, None)
) -> ReverseMove:
    return ReverseMove(
        spell_id=SPELL_ID, by=NURSE, at=at, ward_id=ward, bed=bed, from_ward_id=went_to[0], from_bed=went_to[1]
    )


def end(at: datetime, how: WayOut = WayOut.DISCHARGED) -> EndSpell:
    return EndSpell(spell_id=SPELL_ID, by=NURSE, at=at, how=how)


def reverse_end(at: datetime, ward: WardId | None = None, bed: str | None = None) -> ReverseEnd:
    return ReverseEnd(spell_id=SPELL_ID, by=NURSE, at=at, ward_id=ward, bed=bed)


def reverse_admission(at: datetime) -> ReverseAdmission:
    return ReverseAdmission(spell_id=SPELL_ID, by=NURSE, at=at)


def review(
    outcome: ReviewOutcome, *criteria: Criterion, at: datetime, words: str | None = None, review: int = 31
) -> ReviewCriteria:
    said = Words(words) if words else None
    return ReviewCriteria(
        spell_id=SPELL_ID,
        by=NURSE,
        at=at,
        review_id=uid(review),
        outcome=outcome,
        criteria=frozenset(criteria),
        words=said,
    )


def by_feed(command: SomeCommand, told: datetime | None = None) -> SomeCommand:
    """The same command as a feed gives it; unless said otherwise, told when it happened."""
    return replace(command, by=FEED, told_at=told or command.at)


def after(*past: object, then: Any, ward_known: bool = True, known_to_hub: bool = False) -> list[Any]:
    """What a command records after these events; a bare event is a minute after the one before."""
    return decided(SPELL, given(*past), then, SpellFacts(ward_known=ward_known, known_to_hub=known_to_hub))


def spell_after(*past: object) -> Spell:
    """The stay after these events."""
    spell: Spell = SPELL.fold(given(*past))
    return spell


def is_here(spell: Spell) -> bool:
    """Whether the person is in the bed, as far as a case follows from it."""
    return standing(spell) is Standing.HERE


def place_after(*past: object) -> Place:
    """Where the person is after these events."""
    return spell_after(*past).place
