"""One invented case: Ada Example, referred from her spell to the hub in the morning of 2 November 2026."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.case import (
    CASE,
    AcceptReferral,
    AmendNote,
    AmendReferral,
    BestInterestsDecided,
    CameBack,
    Case,
    CaseClosed,
    CaseFacts,
    CaseGiven,
    CaseManagerNamed,
    CaseReopened,
    CloseCase,
    DecidePathway,
    EarlyAlertRaised,
    GiveCase,
    LeavingPlanned,
    LeftHospital,
    NameCaseManager,
    NoteAmended,
    NotePinned,
    NoteUnpinned,
    NoteWritten,
    PathwayDecided,
    PinNote,
    PlanLeaving,
    RaiseEarlyAlert,
    RecordBestInterests,
    RecordDeparture,
    RecordReturn,
    ReferralAccepted,
    ReferralAmended,
    ReferralResubmitted,
    ReferralReturned,
    ReferralSubmitted,
    ReopenCase,
    ReturnReferral,
    SubmitReferral,
    TrackCase,
    WithdrawReferral,
    WriteNote,
)
from app.domain.case.audience import Audience
from app.domain.case.form import Need, Needs, ReferralField, ReferralForm
from app.domain.case.leaving import LeaveFrom
from app.domain.case.outcome import Outcome
from app.domain.case.state import Stage
from app.domain.case.withdrawing import Withdrawal
from app.domain.codes.pathways import Pathway
from app.domain.codes.why_not_home import WhyNotHome
from app.domain.values import Actor, CaseId, HubId, PersonId, SpellId, StaffId, Stream, Words
from tests.domain.given import NOON, NURSE, decided, given, uid

CASE_ID, OTHER_CASE = CaseId(uid(41)), CaseId(uid(42))
STREAM = Stream(f"case:{CASE_ID}")
ADA, SURVIVOR, SPELL, OTHER_SPELL = PersonId(uid(1)), PersonId(uid(2)), SpellId(uid(21)), SpellId(uid(22))
HUB, OTHER_HUB = HubId(uid(51)), HubId(uid(52))
PRIYA, SAM = StaffId(uid(61)), StaffId(uid(62))
CARE, MEALS = Need.PERSONAL_CARE, Need.MEALS
TOMORROW = NOON + timedelta(days=1)
REVIEW_ON = date(2026, 12, 1)
TEAM, CONSULTANT = Words("The hub team"), Words("Dr Khan, consultant")
KNOWN = CaseFacts(spell_person=ADA, manages_for=HUB)
"""What the other streams say unless a test says otherwise: the spell is open, the manager of that hub."""

accepted, handed_over = ReferralAccepted(case_manager=PRIYA), CaseManagerNamed(case_manager=SAM)
left, back = LeftHospital(), CameBack()


def known(**other: Any) -> CaseFacts:
    return replace(KNOWN, **other)


def saying(*needs: Need, words: str = "Fell at home.") -> ReferralForm:
    return ReferralForm(why_in_hospital=Words(words) if words else None, needs=Needs(needs=frozenset(needs or {CARE})))


def submitted(*needs: Need, words: str = "Fell at home.") -> ReferralSubmitted:
    return ReferralSubmitted(person_id=ADA, spell_id=SPELL, hub_id=HUB, form=saying(*needs, words=words))


def resubmitted(*needs: Need, words: str) -> ReferralResubmitted:
    return ReferralResubmitted(
        form=saying(*needs, words=words) if needs else ReferralForm(why_in_hospital=Words(words))
    )


def amended(form: ReferralForm) -> ReferralAmended:
    return ReferralAmended(form=form)


def alerted(*likely: Need, words: str | None = None) -> EarlyAlertRaised:
    said = Words(words) if words else None
    return EarlyAlertRaised(person_id=ADA, spell_id=SPELL, hub_id=HUB, likely=frozenset(likely), words=said)


def returned(*fields: ReferralField, words: str = "How many to transfer?") -> ReferralReturned:
    return ReferralReturned(fields=frozenset(fields or {ReferralField.FUNCTION}), words=Words(words))


def decided_on(given_: Pathway, needed: Pathway = Pathway.P1) -> PathwayDecided:
    return PathwayDecided(
        needed=needed, given=given_, why_not_home=None, words=None, home_possible_if=None, review_on=None
    )


def bed_decided(words: str = "No double-up before Thursday.") -> PathwayDecided:
    return PathwayDecided(
        needed=Pathway.P1,
        given=Pathway.P2,
        why_not_home=WhyNotHome.H15,
        words=Words(words),
        home_possible_if=Words("A double-up comes free."),
        review_on=REVIEW_ON,
        decided_by=TEAM,
    )


def best_interests(decision: str = "To a short-term bed for now.") -> BestInterestsDecided:
    return BestInterestsDecided(decision=Words(decision), decided_by=CONSULTANT, consulted=Words("Her son."))


def planned(at: datetime = TOMORROW, going_to: str = "Own home") -> LeavingPlanned:
    return LeavingPlanned(
        leave_at=at, leave_from=LeaveFrom.LOUNGE, going_to=Words(going_to), received_by=Words("Her daughter")
    )


def closed(outcome: Outcome, words: str | None = None, asked: UUID | None = None) -> CaseClosed:
    return CaseClosed(outcome=outcome, words=Words(words) if words else None, closure_id=asked)


def reopened(words: str | None = None, asked: UUID | None = None) -> CaseReopened:
    return CaseReopened(words=Words(words) if words else None, reopening_id=asked)


def given_to(person: PersonId = SURVIVOR) -> CaseGiven:
    return CaseGiven(person_id=person)


def note(
    words: str = "Rang Zoë.", *, n: int = 81, audience: Audience = Audience.EVERYONE, pin: bool = False
) -> NoteWritten:
    return NoteWritten(note_id=uid(n), audience=audience, words=Words(words), pinned=pin)


def note_amended(words: str = "Zoë rang back.", *, n: int = 82, amends: int = 81) -> NoteAmended:
    return NoteAmended(note_id=uid(n), amends=uid(amends), words=Words(words))


def pinned(n: int = 81) -> NotePinned:
    return NotePinned(note_id=uid(n))


def unpinned(n: int = 81) -> NoteUnpinned:
    return NoteUnpinned(note_id=uid(n))


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


def accept(manager: StaffId = PRIYA) -> AcceptReferral:
    return AcceptReferral(case_id=CASE_ID, by=NURSE, at=NOON, case_manager=manager)


def hand_to(manager: StaffId) -> NameCaseManager:
    return NameCaseManager(case_id=CASE_ID, by=NURSE, at=NOON, case_manager=manager)


def decide_on(
    given_: Pathway,
    needed: Pathway = Pathway.P1,
    why: WhyNotHome | None = None,
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
    return decide_on(
        Pathway.P2, Pathway.P1, WhyNotHome.H15, words, "A double-up comes free.", REVIEW_ON, decided_by=TEAM
    )


def decide_in_best_interests(decision: str = "To a short-term bed for now.") -> RecordBestInterests:
    return RecordBestInterests(
        case_id=CASE_ID,
        by=NURSE,
        at=NOON,
        decision=Words(decision),
        decided_by=CONSULTANT,
        consulted=Words("Her son."),
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


def after(*past: object, then: Any, facts: CaseFacts = KNOWN) -> list[Any]:
    """What a command records after these events."""
    return decided(CASE, given(*past, stream=STREAM), then, facts)


def case_after(*past: object) -> Case:
    """The case after these events."""
    case: Case = CASE.fold(given(*past, stream=STREAM))
    return case


def stage_after(*past: object) -> Stage:
    """Where the case stands after these events."""
    return case_after(*past).stage
