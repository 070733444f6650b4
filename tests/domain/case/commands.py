"""What the ward and the hub command on the invented case, at noon unless a test says otherwise."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from app.domain.case import (
    AcceptReferral,
    AmendNote,
    AmendReferral,
    CloseCase,
    DecidePathway,
    GiveCase,
    NameCaseManager,
    PinNote,
    PlanLeaving,
    RaiseEarlyAlert,
    RecordBestInterests,
    RecordDeparture,
    RecordReturn,
    ReopenCase,
    ReturnReferral,
    SubmitReferral,
    TrackCase,
    WithdrawReferral,
    WriteNote,
)
from app.domain.case.audience import Audience
from app.domain.case.form import Need, ReferralField, ReferralForm
from app.domain.case.leaving import LeaveFrom
from app.domain.case.outcome import Outcome
from app.domain.case.withdrawing import Withdrawal
from app.domain.codes.pathways import Pathway
from app.domain.values import Actor, HubId, PersonId, SpellId, StaffId, Words
from tests.domain.case.way import CASE_ID, CONSULTANT, HUB, PRIYA, REVIEW_ON, SPELL, SURVIVOR, TEAM, TOMORROW, saying
from tests.domain.given import NOON, NURSE, uid


def submit(
    *needs: Need, words: str = "Fell at home.", spell: SpellId = SPELL, hub: HubId = HUB, at: datetime = NOON
) -> SubmitReferral:
    return SubmitReferral(
        case_id=CASE_ID,
        by=NURSE,
        at=at,
        spell_id=spell,
        hub_id=hub,
        form=saying(*needs, words=words),
    )


def alert(*likely: Need, words: str | None = None, spell: SpellId = SPELL, hub: HubId = HUB) -> RaiseEarlyAlert:
    return RaiseEarlyAlert(
        case_id=CASE_ID,
        by=NURSE,
        at=NOON,
        spell_id=spell,
        hub_id=hub,
        likely=frozenset(likely),
        words=Words(words) if words else None,
    )


def amend(form: ReferralForm) -> AmendReferral:
    return AmendReferral(case_id=CASE_ID, by=NURSE, at=NOON, form=form)


def withdraw(why: Withdrawal, asked: UUID | None = None) -> WithdrawReferral:
    return WithdrawReferral(case_id=CASE_ID, by=NURSE, at=NOON, why=why, words=None, closure_id=asked)


def track(spell: SpellId) -> TrackCase:
    return TrackCase(case_id=CASE_ID, by=NURSE, at=NOON, spell_id=spell)


def send_back(*fields: ReferralField, words: str = "How many to transfer?") -> ReturnReferral:
    return ReturnReferral(case_id=CASE_ID, by=NURSE, at=NOON, fields=frozenset(fields), words=Words(words))


def accept(manager: StaffId = PRIYA, asked: UUID | None = None) -> AcceptReferral:
    return AcceptReferral(case_id=CASE_ID, by=NURSE, at=NOON, case_manager=manager, acceptance_id=asked)


def hand_to(manager: StaffId) -> NameCaseManager:
    return NameCaseManager(case_id=CASE_ID, by=NURSE, at=NOON, case_manager=manager)


def decide_on(
    given_: Pathway,
    needed: Pathway = Pathway.P1,
    why: str | None = None,
    words: str | None = None,
    possible_if: str | None = None,
    review_on: date | None = None,
    **more: Any,
) -> DecidePathway:
    return DecidePathway(
        case_id=CASE_ID,
        by=NURSE,
        at=NOON,
        needed=needed,
        given=given_,
        why_not_home=why,
        words=Words(words) if words else None,
        home_possible_if=Words(possible_if) if possible_if else None,
        review_on=review_on,
        **more,
    )


def decide_on_bed(words: str = "No double-up before Thursday.") -> DecidePathway:
    return decide_on(Pathway.P2, Pathway.P1, "H15", words, "A double-up comes free.", REVIEW_ON, decided_by=TEAM)


def decide_in_best_interests(
    decision: str = "To a short-term bed for now.", about: str | None = None
) -> RecordBestInterests:
    return RecordBestInterests(
        case_id=CASE_ID,
        by=NURSE,
        at=NOON,
        decision=Words(decision),
        decided_by=CONSULTANT,
        consulted=Words("Her son."),
        about=Words(about) if about else None,
    )


def plan(at: datetime = TOMORROW, going_to: str = "Own home") -> PlanLeaving:
    return PlanLeaving(
        case_id=CASE_ID,
        by=NURSE,
        at=NOON,
        leave_at=at,
        leave_from=LeaveFrom.LOUNGE,
        going_to=Words(going_to),
        received_by=Words("Her daughter"),
    )


def depart(at: datetime = NOON) -> RecordDeparture:
    return RecordDeparture(case_id=CASE_ID, by=NURSE, at=at)


def come_back(at: datetime = NOON) -> RecordReturn:
    return RecordReturn(case_id=CASE_ID, by=NURSE, at=at)


def write(
    words: str = "Rang Zoë.",
    *,
    n: int = 81,
    audience: Audience = Audience.EVERYONE,
    pin: bool = False,
    by: Actor = NURSE,
) -> WriteNote:
    said = Words(words)
    return WriteNote(case_id=CASE_ID, by=by, at=NOON, note_id=uid(n), audience=audience, words=said, pinned=pin)


def amend_note(words: str = "Zoë rang back.", *, n: int = 82, amends: int = 81, by: Actor = NURSE) -> AmendNote:
    return AmendNote(case_id=CASE_ID, by=by, at=NOON, note_id=uid(n), amends=uid(amends), words=Words(words))


def pin_note(n: int = 81, *, pin: bool = True, by: Actor = NURSE) -> PinNote:
    return PinNote(case_id=CASE_ID, by=by, at=NOON, note_id=uid(n), pinned=pin)


def close(outcome: Outcome, words: str | None = None, asked: UUID | None = None) -> CloseCase:
    said = Words(words) if words else None
    return CloseCase(case_id=CASE_ID, by=NURSE, at=NOON, outcome=outcome, words=said, closure_id=asked)


def reopen(words: str | None = None, asked: UUID | None = None) -> ReopenCase:
    said = Words(words) if words else None
    return ReopenCase(case_id=CASE_ID, by=NURSE, at=NOON, words=said, reopening_id=asked)


def give_to(person: PersonId = SURVIVOR) -> GiveCase:
    return GiveCase(case_id=CASE_ID, by=NURSE, at=NOON, person_id=person)
