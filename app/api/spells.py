"""A stay in hospital, kept by hand where no feed tells it, and its reviews of the criteria to reside."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from app.access.policy import check, check_sight
from app.api.admission import admit
from app.api.problems import problems
from app.api.shapes import Body, FilledText, PastInstant, ShortText
from app.api.spell_page import SpellPage, spell_page
from app.api.state import Handle, HomewardState, Me, Now, tagged
from app.domain.codes.criteria import Criterion
from app.domain.codes.ways_out import WayOut
from app.domain.spell import EndSpell, MovePerson, OpenSpell, ReviewCriteria
from app.domain.spell.criteria import ReviewOutcome
from app.domain.values import SpellId, WardId, Words
from app.events.handler import Receipt

router = APIRouter(prefix="/spells", tags=["spells"])

_WARD = "0d7c2f0e-6a3f-4f57-9a3e-1c5b7a2d8e22"


class PersonIn(Body):
    """Who is admitted, as the ward knows them."""

    family: ShortText
    given: ShortText
    birth_date: date | None = None
    nhs_number: ShortText | None = None
    hospital_number: ShortText | None = None


class AdmissionIn(Body):
    """An admission by hand."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "person": {"family": "Okafor", "given": "Ada", "birth_date": "1941-03-02", "nhs_number": "9990000018"},
                "ward_id": _WARD,
                "bed": "A1-04",
                "admitted_at": "2026-10-20T18:05:00Z",
            }
        }
    )
    person: PersonIn
    ward_id: UUID
    bed: ShortText
    admitted_at: PastInstant


class BedIn(Body):
    """Where the person is from `at` on."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"ward_id": _WARD, "bed": "A1-07", "at": "2026-10-21T09:00:00Z"}}
    )
    ward_id: UUID
    bed: ShortText
    at: PastInstant


class EndIn(Body):
    """How and when the person left."""

    model_config = ConfigDict(json_schema_extra={"example": {"how": "discharged", "at": "2026-10-22T11:30:00Z"}})
    how: WayOut
    at: PastInstant


class ReviewIn(Body):
    """One review: *meets* names at least one criterion, *no longer meets* none. No `at` means now."""

    model_config = ConfigDict(json_schema_extra={"example": {"outcome": "no_longer_meets", "criteria": []}})
    outcome: ReviewOutcome
    criteria: tuple[Criterion, ...] = Field(default=(), max_length=len(Criterion))
    words: FilledText | None = None
    at: PastInstant | None = None


@router.put("/{spell_id}", responses=problems(404, 409))
async def open_spell(
    spell_id: UUID, admission: AdmissionIn, homeward: HomewardState, me: Me, response: Response
) -> Receipt:
    """Admit a person by hand. They are found again by NHS number or hospital number, or registered."""
    check(me, OpenSpell)
    return tagged(response, await admit(homeward, me, SpellId(spell_id), admission))


@router.put("/{spell_id}/bed", responses=problems(404, 409))
async def move_person(spell_id: UUID, bed: BedIn, handle: Handle, me: Me) -> Receipt:
    """The person went to another bed or ward."""
    moved = MovePerson(spell_id=SpellId(spell_id), ward_id=WardId(bed.ward_id), bed=bed.bed, by=me.actor, at=bed.at)
    return await handle(moved)


@router.put("/{spell_id}/end", responses=problems(404, 409))
async def end_spell(spell_id: UUID, end: EndIn, handle: Handle, me: Me) -> Receipt:
    """The person left, and how. Their case, if any, hears of it in the same turn."""
    return await handle(EndSpell(spell_id=SpellId(spell_id), how=end.how, by=me.actor, at=end.at))


@router.put("/{spell_id}/reviews/{review_id}", responses=problems(404, 409))
async def review_criteria(
    spell_id: UUID, review_id: UUID, review: ReviewIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """A ward clinician reviews the criteria to reside. The same review again changes nothing."""
    reviewed = ReviewCriteria(
        spell_id=SpellId(spell_id),
        review_id=review_id,
        outcome=review.outcome,
        criteria=frozenset(review.criteria),
        words=Words(review.words) if review.words else None,
        by=me.actor,
        at=review.at or now,
    )
    return await handle(reviewed)


@router.get("/{spell_id}", responses=problems(404))
async def read_spell(spell_id: UUID, homeward: HomewardState, me: Me, now: Now) -> SpellPage:
    """One stay: where, since when, ready since when, days and nights, and its timeline in words."""
    check_sight(me, "spell")
    return await spell_page(homeward, me, SpellId(spell_id), now)
