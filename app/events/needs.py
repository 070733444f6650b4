"""The facts of other streams that a decision reads, asked inside the turn and never before it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from app.domain.calendar import CalendarFacts, SetCalendar
from app.domain.case import (
    AcceptReferral,
    AmendNote,
    Case,
    DecidePathway,
    NameCaseManager,
    RaiseEarlyAlert,
    RecordDeparture,
    ReopenCase,
    ResumeReferral,
    SubmitReferral,
    TrackCase,
    WriteNote,
)
from app.domain.case.arriving.deciding import AnyArrivingCommand
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.form import Criteria, Readiness
from app.domain.case.holding.deciding import AnyHoldingCommand
from app.domain.case.remaining.contesting import AgreeStayNight, ContestStayNight, SettleStayNight
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.case.remaining.snapshot import TakeStaySnapshot
from app.domain.case.requests.deciding import AnyRequestCommand
from app.domain.case.state import TAKES_A_REFERRAL
from app.domain.case.stay.lasting import ExtendStay
from app.domain.case.stay.taking_back import TakeStepBack
from app.domain.case.tasks.deciding import AnyTaskCommand
from app.domain.case.triage import MANAGES_CASES
from app.domain.codes.alert_reasons import AlertReason
from app.domain.consequences import Standing, standing
from app.domain.decider import Command
from app.domain.escalation import EscalationCommand, EscalationFacts
from app.domain.escalation.deciding import ByPerson
from app.domain.feed import AddFeed, ChangeFeed, FeedAdded, FeedFacts
from app.domain.hub import HoldBoardRound, HubFacts, UndoBoardRound
from app.domain.ladder import LadderFacts, NameSeniorOfficer, SetLadder, named_in
from app.domain.practice import Lists, ServiceLines, WhyNotHomeCodes
from app.domain.service import ListService, ServiceFacts
from app.domain.spell import (
    AgreeNight,
    ContestNight,
    FreezeNight,
    ProposeEarlyAlert,
    SettleNight,
    Spell,
    SpellFacts,
    TakeSnapshot,
)
from app.domain.spell.command import SpellCommand
from app.domain.system import AddStaff, RemoveStaff, StaffFacts
from app.domain.values import CaseId, FeedId, HubId, SiteId, SpellId, StaffId, WardId, stream
from app.events.arriving_facts import arriving_facts, ward_of
from app.events.assessment_needs import ABOUT_ASSESSMENT, before_assessing
from app.events.delay_facts import (
    before_freezing,
    before_freezing_stay,
    before_hearing,
    before_hearing_of_stay,
    before_snapshot,
    before_stay_snapshot,
)
from app.events.escalation.facts import escalation_facts
from app.events.holding_facts import holding_facts, lost_by_death
from app.events.log import Turn
from app.events.practice import practice
from app.events.request_facts import request_facts
from app.events.stream import Past
from app.events.task_facts import task_facts
from app.views.spell import HERE


async def needs(command: Command, turn: Turn, past: Past) -> Any:
    """The facts that this command's decision reads; most need none, and cost no round trip."""
    if isinstance(command, AnyRequestCommand):
        return await request_facts(command, turn, past)
    if isinstance(command, AnyTaskCommand):
        return await task_facts(command, turn, past)
    if isinstance(command, AnyHoldingCommand):
        return await holding_facts(command, turn, past)
    if isinstance(command, AnyArrivingCommand):
        return await arriving_facts(command, turn, past)
    if isinstance(command, EscalationCommand):
        return await escalation_facts(command, turn) if isinstance(command, ByPerson) else EscalationFacts()
    match command:
        case RaiseEarlyAlert() if not past.events:
            return await _before_referral(turn, command.spell_id, command.hub_id)
        case SubmitReferral() if isinstance(past.state.stage, TAKES_A_REFERRAL):
            return await _before_referral(turn, command.spell_id, command.hub_id)
        case RecordDeparture():
            return CaseFacts(ward_id=await ward_of(turn, past))
        case TrackCase():
            return await _before_tracking(turn, command.spell_id)
        case ReopenCase() | ResumeReferral() | TakeStepBack():
            return await _before_reopening(turn, past)
        case AcceptReferral() | NameCaseManager():
            return CaseFacts(manages_for=await _manages_for(turn, command.case_manager))
        case WriteNote() | AmendNote():
            return CaseFacts(note_elsewhere=await _note_elsewhere(turn, command.note_id, command.case_id))
        case DecidePathway():
            return CaseFacts(lists=Lists(why_not_home=await practice(turn, WhyNotHomeCodes)))
        case ExtendStay():
            return CaseFacts(lists=Lists(lines=await practice(turn, ServiceLines)))
        case FreezeStayNight():
            return await before_freezing_stay(command, turn, past)
        case TakeStaySnapshot():
            return await before_stay_snapshot(command, turn, past)
        case AgreeStayNight() | ContestStayNight() | SettleStayNight():
            return await before_hearing_of_stay(turn, command, past)
        case CaseCommand() if isinstance(command, ABOUT_ASSESSMENT):
            return await before_assessing(turn, command, past)
        case CaseCommand():
            return CaseFacts()
        case ProposeEarlyAlert(reason=AlertReason.KNOWN_TO_HUB):
            return SpellFacts(known_to_hub=await _known_to_hub(turn, past))
        case FreezeNight():
            return await before_freezing(turn, command)
        case TakeSnapshot():
            return await before_snapshot(turn, command, past)
        case AgreeNight() | ContestNight() | SettleNight():
            return await before_hearing(turn, command)
        case SpellCommand():
            ward = getattr(command, "ward_id", None)
            return SpellFacts(ward_known=ward is None or await _ward_exists(turn, ward))
        case HoldBoardRound() | UndoBoardRound():
            return HubFacts(hub_known=await _place_exists(turn, command.hub_id, "hub"))
        case ListService():
            return ServiceFacts(organisation_known=await _place_exists(turn, command.organisation_id, "organisation"))
        case AddStaff():
            return await _before_joining(command, turn)
        case RemoveStaff():
            return StaffFacts()
        case AddFeed():
            return await _of_feed(turn, command.feed_id)
        case ChangeFeed():
            return await _of_feed(turn, command.feed_id, command.site, command.wards)
        case SetCalendar():
            return CalendarFacts(owner_known=await _owner_exists(turn, command.owner_id))
        case SetLadder() | NameSeniorOfficer():
            return await _before_climbing(command, turn)
        case _:
            return None


_BEFORE_REFERRAL = f"""
    SELECT spell.person_id, live.id AS live_case, person_key.key, spell.criteria, spell.ready_date,
        spell.expected_discharge, spell.admitted_at, coalesce(cardinality(spell.proposed_alert), 0) > 0 AS proposed,
        EXISTS (SELECT 1 FROM place_1 hub WHERE hub.system_id = $1 AND hub.id = $3 AND hub.place = 'hub') AS hub_known
    FROM (VALUES (1)) AS one
    LEFT JOIN spell_1 spell ON spell.system_id = $1 AND spell.id = $2 AND {HERE}
    LEFT JOIN case_1 live ON live.system_id = $1 AND live.person_id = spell.person_id AND NOT live.gone
    LEFT JOIN person_key ON person_key.system_id = $1 AND person_key.person_id = spell.person_id"""


async def _before_tracking(turn: Turn, spell: SpellId) -> CaseFacts:
    stay: Spell = (await turn.read(stream("spell", spell))).state
    if stay.admission is None or standing(stay) is not Standing.HERE:
        return CaseFacts()
    return CaseFacts(
        spell_person=stay.admission.person_id,
        admitted_at=stay.admission.at,
        alert_proposed=bool(stay.alert_reasons),
    )


async def _before_referral(turn: Turn, spell: SpellId, hub: HubId) -> CaseFacts:
    row = await turn.connection.fetchrow(_BEFORE_REFERRAL, turn.system, spell, hub)
    assert row, "the statement answers one row"
    if row["person_id"] is None:
        return CaseFacts(hub_known=row["hub_known"])
    turn.keys[row["person_id"]] = row["key"]
    readiness = Readiness(
        criteria=Criteria(row["criteria"]), since=row["ready_date"], expected_discharge=row["expected_discharge"]
    )
    return CaseFacts(
        spell_person=row["person_id"],
        live_case=row["live_case"],
        hub_known=row["hub_known"],
        admitted_at=row["admitted_at"],
        readiness=readiness,
        alert_proposed=row["proposed"],
    )


_KNOWN_TO_HUB = """
    SELECT EXISTS (SELECT 1 FROM case_1 WHERE system_id = $1 AND person_id = $2 AND gone
        AND left_at BETWEEN $3::timestamptz - interval '91 days' AND $3)"""


async def _known_to_hub(turn: Turn, past: Past) -> bool:
    admission = _spell(past).admission  # from the stream: the row of a stay that this turn opens is not there yet
    if admission is None:
        return False
    return bool(await turn.connection.fetchval(_KNOWN_TO_HUB, turn.system, admission.person_id, admission.at))


def _spell(past: Past) -> Spell:
    spell: Spell = past.state
    return spell


async def _before_reopening(turn: Turn, past: Past) -> CaseFacts:
    case: Case = past.state  # whose it is now: `past.person` is whose it was when it began
    live = await turn.connection.fetchval(
        "SELECT id FROM case_1 WHERE system_id = $1 AND person_id = $2 AND NOT gone", turn.system, case.person_id
    )
    return CaseFacts(live_case=live, services=await lost_by_death(turn, case))


async def _before_joining(command: AddStaff, turn: Turn) -> StaffFacts:
    return StaffFacts(
        organisation_known=await _place_exists(turn, command.organisation_id, "organisation"),
        hub_known=command.hub_id is None or await _place_exists(turn, command.hub_id, "hub"),
        wards_known=all([await _place_exists(turn, ward, "ward") for ward in command.ward_ids]),
    )


_OF_FEED = """
    SELECT feed.application, feed.facility, feed.name,
        $3::uuid IS NULL OR EXISTS (
            SELECT 1 FROM place_1 WHERE system_id = $1 AND id = $3 AND place = 'site' AND NOT gone) AS site_known,
        cardinality($4::uuid[]) = (
            SELECT count(*) FROM place_1 WHERE system_id = $1 AND id = ANY($4) AND place = 'ward' AND NOT gone
        ) AS wards_known
    FROM (VALUES (1)) AS one LEFT JOIN feed ON feed.system_id = $1 AND feed.feed_id = $2"""


async def _of_feed(turn: Turn, feed: FeedId, site: SiteId | None = None, wards: Collection[WardId] = ()) -> FeedFacts:
    row = await turn.connection.fetchrow(_OF_FEED, turn.system, feed, site, list(wards))
    assert row, "the statement answers one row"
    application, facility, name, site_known, wards_known = row
    set_up = FeedAdded(application=application, facility=facility, name=name) if name is not None else None
    return FeedFacts(site_known=site_known, wards_known=wards_known, set_up=set_up)


_OWNER = """
    SELECT EXISTS (SELECT 1 FROM place_1 WHERE system_id = $1 AND id = $2 AND place = 'organisation' AND NOT gone)
        OR EXISTS (SELECT 1 FROM service_1 WHERE system_id = $1 AND id = $2 AND NOT gone)"""


async def _owner_exists(turn: Turn, owner: UUID) -> bool:
    return bool(await turn.connection.fetchval(_OWNER, turn.system, owner))


async def _before_climbing(command: SetLadder | NameSeniorOfficer, turn: Turn) -> LadderFacts:
    named = named_in(command)
    known = "SELECT count(*) FROM staff_1 WHERE system_id = $1 AND id = ANY($2) AND NOT gone"
    return LadderFacts(
        organisation_known=not isinstance(command, SetLadder)
        or await _place_exists(turn, command.organisation_id, "organisation"),
        staff_known=not named or await turn.connection.fetchval(known, turn.system, list(named)) == len(named),
    )


async def _note_elsewhere(turn: Turn, note: UUID, case: CaseId) -> bool:
    there = "SELECT EXISTS (SELECT 1 FROM note_1 WHERE system_id = $1 AND id = $2 AND case_id <> $3)"
    return bool(await turn.connection.fetchval(there, turn.system, note, case))


async def _ward_exists(turn: Turn, ward: UUID) -> bool:
    """Several commands of one turn often name one ward."""
    if ward not in turn.known_places and await _place_exists(turn, ward, "ward"):
        turn.known_places.add(ward)
    return ward in turn.known_places


async def _place_exists(turn: Turn, key: object, place: str) -> bool:
    known = "SELECT EXISTS (SELECT 1 FROM place_1 WHERE system_id = $1 AND id = $2 AND place = $3 AND NOT gone)"
    return bool(await turn.connection.fetchval(known, turn.system, key, place))


async def _manages_for(turn: Turn, staff: StaffId) -> HubId | None:
    hub = "SELECT hub_id FROM staff_1 WHERE system_id = $1 AND id = $2 AND NOT gone AND role = ANY($3)"
    found = await turn.connection.fetchval(hub, turn.system, staff, sorted(MANAGES_CASES))
    return HubId(found) if found else None
