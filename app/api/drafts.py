"""The draft of a referral, for the ward that writes it: read on any of its computers, kept as it is typed.

Beside it stands what an earlier referral of the person said, for the ward to check.
"""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.access.policy import check
from app.api.problems import problems
from app.api.shapes import Body, ShortText, Text
from app.api.state import IF_MATCH, HomewardState, Me, Now, if_match
from app.domain.case import SubmitReferral
from app.domain.case.form import ReferralField, ReferralForm
from app.domain.values import SpellId
from app.drafts.earlier import earlier_referral
from app.drafts.keeping import Draft, discard_draft, keep_draft, read_draft
from app.drafts.referral import REFERRAL

router = APIRouter(prefix="/spells", tags=["drafts"])

Part = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}(\.[a-z_]{1,40}){0,2}$")]
"""A part of the form, such as `why_in_hospital`, `told_and_agrees.why` or `function.walking.now`."""

MOST_PARTS = 100


class DraftIn(Body):
    """What is filled in by now, by the part of the form: words, or the codes that are chosen. It need not be whole."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"answers": {"why_in_hospital": "Fell at", "needs.needs": ["meals"]}}}
    )
    answers: Annotated[
        dict[Part, Text | Annotated[tuple[ShortText, ...], Field(max_length=40)]], Field(max_length=MOST_PARTS)
    ]

    def told(self) -> dict[str, str | list[str]]:
        """The answers as they are kept."""
        return {part: said if isinstance(said, str) else [*said] for part, said in self.answers.items()}


class DraftOut(BaseModel):
    """The draft as it is kept; send `etag` as If-Match to take its place."""

    answers: dict[str, str | list[str]]
    saved_by: UUID
    saved_at: datetime
    etag: str


class EarlierReferralOut(BaseModel):
    """What was said of the person in an earlier case, by field, and when: to be checked, and no answer until it is."""

    case_id: UUID
    form: ReferralForm
    said_on: dict[ReferralField, date]


@router.get("/{spell_id}/earlier-referral", responses=problems())
async def read_earlier_referral(spell_id: UUID, homeward: HomewardState, me: Me) -> EarlierReferralOut | None:
    """What the latest closed case of whoever is in this stay says that may still be true; null where none does."""
    check(me, SubmitReferral)
    async with homeward.database.reads.acquire() as connection:
        earlier = await earlier_referral(connection, me.system, SpellId(spell_id))
    if earlier is None:
        return None
    return EarlierReferralOut(case_id=earlier.case_id, form=earlier.form, said_on=earlier.said_on)


@router.get("/{spell_id}/referral-draft", responses=problems())
async def read_referral_draft(spell_id: UUID, homeward: HomewardState, me: Me) -> DraftOut | None:
    """What the ward has filled in of this stay's referral; null as long as there is nothing."""
    check(me, SubmitReferral)
    async with homeward.database.reads.acquire() as connection:
        draft = await read_draft(connection, REFERRAL, me.system, spell_id)
    return _out(draft) if draft else None


@router.put("/{spell_id}/referral-draft", responses=problems(404, 412, 428), openapi_extra=IF_MATCH)
async def keep_referral_draft(
    spell_id: UUID, draft: DraftIn, request: Request, homeward: HomewardState, me: Me, now: Now
) -> DraftOut:
    """Keep what is filled in by now. To take the place of an earlier save, send If-Match."""
    check(me, SubmitReferral)
    version = if_match(request.headers.get("if-match"))
    async with homeward.database.turns.acquire() as connection, connection.transaction():
        kept = await keep_draft(
            connection, REFERRAL, me.system, spell_id, draft.told(), by=me.staff_id, at=now, if_match=version
        )
    return _out(kept)


@router.delete("/{spell_id}/referral-draft", status_code=204, responses=problems(412, 428), openapi_extra=IF_MATCH)
async def discard_referral_draft(spell_id: UUID, request: Request, homeward: HomewardState, me: Me) -> Response:
    """Throw the draft away. Where there is none, nothing happens."""
    check(me, SubmitReferral)
    version = if_match(request.headers.get("if-match"))
    async with homeward.database.turns.acquire() as connection, connection.transaction():
        await discard_draft(connection, REFERRAL, me.system, spell_id, version)
    return Response(status_code=204)


def _out(draft: Draft) -> DraftOut:
    answers = {part: said if isinstance(said, str) else [*said] for part, said in draft.body.items()}
    return DraftOut(answers=answers, saved_by=draft.saved_by, saved_at=draft.saved_at, etag=f'"{draft.version}"')
