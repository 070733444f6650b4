"""Everything a page shows of one case, read from its streams."""

from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel

from app.access.me import Me
from app.api.arriving_page import ArrivingPart, arriving_part
from app.api.case_ways import PackagePart, SlotPart, package_part, slots, undoable
from app.api.holder_page import HolderPart, LostPart, holder_parts, lost_parts
from app.api.home_kept import HomeKept, home_kept
from app.api.known import NothingKnownYet, known_by, stays_of
from app.api.medicines_page import MedicinesPart, medicines_part
from app.api.note_reading import NotePart, note_parts, readable
from app.api.pathway_page import BestInterestsPart, PathwayPart, best_interests_part, pathway_part
from app.api.row_json import row_json, shown_rows
from app.api.state import State
from app.api.stay_page import StayPart, stay_parts
from app.api.task_page import TaskPart, task_parts
from app.api.telling import Happening, names_of, tell, tell_case, tell_stay
from app.domain.case import CASE, EarlyAlertRaised, LeavingPlanned, ReferralReturned
from app.domain.case.form import ReferralField, ReferralForm
from app.domain.case.state import Case, WithWard
from app.domain.case.where_next import WhereNext, circumstance_of, where_next
from app.domain.escalation import escalations_of
from app.domain.local_time import local_date
from app.domain.rejections import NotKnown
from app.domain.routing import Circumstance
from app.domain.values import CaseId, key_of, stream
from app.events.overwriting import answered_at, part_version
from app.events.stream import Past, read_stream, read_streams
from app.people.lookup import Identity, identity
from app.views.case import CASE as CASE_ROWS
from app.views.escalation import ESCALATION as ESCALATION_ROWS
from app.views.spell import SPELL as SPELL_ROWS
from app.views.timeline_escalation import escalation_names, say_escalation
from app.views.timeline_holding import offer_names
from app.views.timeline_tasks import task_names

E = TypeVar("E")


class ReturnedPart(BaseModel):
    """What the hub asked of the ward."""

    fields: list[str]
    words: str


class ReferralPart(BaseModel):
    """The referral as it stands; `returned` while the hub waits for the ward. Send a field's etag to change it."""

    form: ReferralForm
    etags: dict[ReferralField, str]
    returned: ReturnedPart | None


class AlertPart(BaseModel):
    """What the hub was told early."""

    likely: list[str]
    words: str | None


class LeavingPart(BaseModel):
    """The agreed slot; send `etag` as If-Match to change it."""

    leave_at: datetime
    leave_from: str
    going_to: str
    received_by: str
    etag: str


class CasePage(BaseModel):
    """One case, whole, or as known at `known_at`. `case` and `spell` are rows as the live feed sends them.

    `slots` is every planned leaving, the latest last. `undoable` is what can be taken back now, the
    ward's `withdrawal` among it. `escalations` are the rows of those that stand, about the case or its stays.
    `where_next` says who else is responsible: our local default. `home` is where the person belongs today, also on
    a page of an earlier time, as their name and address are those of today.
    """

    case: dict[str, Any]
    spell: dict[str, Any] | None
    person: Identity | None
    home: HomeKept
    alert: AlertPart | None
    referral: ReferralPart | None
    best_interests: BestInterestsPart | None
    pathway: PathwayPart | None
    leaving: LeavingPart | None
    slots: list[SlotPart]
    medicines: MedicinesPart | None
    package: PackagePart | None
    arriving: ArrivingPart | None
    stays: list[StayPart]
    undoable: list[str]
    where_next: list[WhereNext]
    notes: list[NotePart]
    tasks: list[TaskPart]
    holders: list[HolderPart]
    lost: list[LostPart]
    escalations: list[dict[str, Any]]
    known_at: datetime | None
    timeline: list[Happening]


async def case_page(
    homeward: State, me: Me, case_id: CaseId, now: datetime, known_at: datetime | None = None
) -> CasePage:
    """Read the case's stream and those of its stays, as known now or at an instant. Raises NotKnown."""
    async with homeward.database.reads.acquire() as connection:
        whole = (await read_stream(connection, me.system, stream("case", case_id))).past
        past = known_by(whole, known_at)
        case: Case = CASE.fold(past.events)
        if case.spell_id is None or case.person_id is None:
            raise NothingKnownYet if whole.events else NotKnown(what="case")
        spells = stays_of(past.events)
        read = await read_streams(connection, me.system, [stream("spell", key) for key in spells])
        stays = {key_of(each.past.stream): known_by(each.past, known_at) for each in read}
        told = await read_streams(connection, me.system, [escalations_of(key) for key in (case_id, *spells)])
        escalated = [known_by(each.past, known_at) for each in told]
    async with homeward.database.engine.connect() as connection:
        person = await identity(connection, me.system, case.person_id)
        places = await names_of(connection, me.system)
        names = {**places, **task_names(past.events), **offer_names(past.events, places)}
    lines = tell_case(readable(past.events, me), names)
    for stay in stays.values():
        lines += tell_stay(stay.events, names)
    for each in escalated:
        lines += tell(each.events, say_escalation, {**names, **escalation_names(each.events, names)})
    return CasePage(
        case=row_json(CASE_ROWS, past.events, person) or {},
        spell=row_json(SPELL_ROWS, stays[case.spell_id].events, person),
        person=person,
        home=await home_kept(homeward, me, person, _told(case), now),
        alert=_alert(past),
        referral=_referral(case, past),
        best_interests=best_interests_part(case, past, names),
        pathway=pathway_part(past, names) if case.pathway else None,
        leaving=_leaving(case, past),
        slots=slots(past.events, names),
        medicines=medicines_part(case, past, names),
        package=package_part(case.form, now),
        arriving=arriving_part(case, past.events, names),
        stays=stay_parts(case, past.events, names),
        undoable=undoable(case),
        where_next=where_next(case.form, person.birth_date if person else None, local_date(now)),
        notes=note_parts(past.events, me, names),
        tasks=task_parts(case, names),
        holders=holder_parts(case, names),
        lost=lost_parts(past.events, names),
        escalations=[row for each in escalated for row in shown_rows(ESCALATION_ROWS, each.events)],
        known_at=known_at,
        timeline=sorted(lines, key=lambda line: (line.at, line.position)),
    )


def _told(case: Case) -> Circumstance | None:
    return circumstance_of(case.form.person.going_to) if case.form.person else None


def _alert(past: Past) -> AlertPart | None:
    raised = _latest(past, EarlyAlertRaised)
    return AlertPart(likely=sorted(raised.likely), words=raised.words) if raised else None


def _referral(case: Case, past: Past) -> ReferralPart | None:
    if case.submitted is None:
        return None
    asked = _latest(past, ReferralReturned) if isinstance(case.stage, WithWard) else None
    returned = ReturnedPart(fields=sorted(asked.fields), words=asked.words) if asked else None
    etags = {field: f'"{answered_at(past.events, {field})}"' for field in sorted(case.form.answered)}
    return ReferralPart(form=case.form, etags=etags, returned=returned)


def _leaving(case: Case, past: Past) -> LeavingPart | None:
    planned = case.leaving
    if planned is None:
        return None
    return LeavingPart(
        leave_at=planned.leave_at,
        leave_from=planned.leave_from,
        going_to=planned.going_to,
        received_by=planned.received_by,
        etag=_etag(past, LeavingPlanned),
    )


def _latest(past: Past, class_: type[E]) -> E | None:
    return next((each.event for each in reversed(past.events) if isinstance(each.event, class_)), None)


def _etag(past: Past, part: type[Any]) -> str:
    return f'"{part_version(past.events, part)}"'
