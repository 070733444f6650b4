"""What may be told of a case, at random: that somebody is referred, what the ward and the hub do next, its notes."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.case import (
    AcceptReferral,
    AmendNote,
    AmendReferral,
    CloseCase,
    DecidePathway,
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
    TellMedicines,
    TrackCase,
    WithdrawReferral,
    WriteNote,
)
from app.domain.case.audience import Audience
from app.domain.case.form import Capacity, CapacityState, Need, Needs, ReferralField, ReferralForm
from app.domain.case.leaving import LeaveFrom
from app.domain.case.medicines import ChangedMedicine
from app.domain.case.outcome import Outcome
from app.domain.case.withdrawing import Withdrawal
from app.domain.codes.medicine_changes import MedicineChange
from app.domain.codes.pathways import Pathway
from app.domain.codes.slot_reasons import SlotReason
from app.domain.decider import Command
from app.domain.practice import WhyNotHomeCodes
from app.domain.values import CaseId, Role, SpellId, Words
from app.events.practice import shipped
from tests.promises.teller import Teller

WHY_NOT_HOME = [line.code for line in shipped(WhyNotHomeCodes).lines]

WITHOUT_WORDS = [each for each in Outcome if each is not Outcome.OTHER_HUB]
"""The outcomes that need no words: this life does not always find some."""


def of_a_new_case(teller: Teller, case: CaseId, spell: SpellId) -> Command:
    """Most are referred; of some the hub hears by an early alert."""
    return teller.one_of([_alert(teller, case, spell), *[a_referral(teller, case, spell)] * 3])


def of_a_case(teller: Teller, case: CaseId, spell: SpellId, stays: list[SpellId]) -> Command:
    """Any step of a case, in no order; `stays` are those of the same person."""
    place, what = teller.place, {"case_id": case, **teller.said()}
    manager = teller.one_of([place.staff[Role.CASE_MANAGER], place.staff[Role.HUB_LEAD]])
    pathway = _pathway(teller, what)
    leaving = _leaving(teller, what)
    tellings = [
        *[AcceptReferral(case_manager=manager, **what)] * 3,
        NameCaseManager(case_manager=manager, **what),
        ReturnReferral(fields=frozenset({teller.one_of(list(ReferralField))}), words=Words("More, please."), **what),
        a_referral(teller, case, spell),
        AmendReferral(form=_form(teller), **what),
        TrackCase(spell_id=teller.one_of(stays), **what),
        pathway,
        AmendReferral(form=ReferralForm(capacity=teller.one_of(_CAPACITY)), **what),
        RecordBestInterests(decision=Words("A bed."), decided_by=Words("Dr Khan"), consulted=Words("Her son."), **what),
        leaving,
        TellMedicines(changes=_medicines(teller), **what),
        RecordDeparture(**what),
        RecordReturn(**what),
        teller.one_of(
            [
                CloseCase(outcome=teller.one_of(WITHOUT_WORDS), words=teller.words(), **what),
                WithdrawReferral(why=teller.one_of(list(Withdrawal)), words=teller.words(), **what),
            ]
        ),
        ReopenCase(words=teller.words(), **what),
    ]
    return teller.one_of(tellings)


def of_a_note(teller: Teller, case: CaseId, written: list[UUID]) -> Command:
    """A note is written, amended or pinned; `written` are those of the case, the first two perhaps not yet."""
    what: dict[str, Any] = {"case_id": case, **teller.said()}
    words = Words(f"Rang, time {teller.chance.randint(1, 2)}.")
    first, second, amended = written[0], written[1], written[-1]
    tellings: list[Command] = [
        *[WriteNote(note_id=each, audience=Audience.EVERYONE, words=words, **what) for each in (first, second)],
        WriteNote(note_id=teller.new_id(), audience=teller.one_of(list(Audience)), words=words, **what),
        *[PinNote(note_id=first, pinned=pinned, **what) for pinned in (True, False)],
        AmendNote(note_id=teller.new_id(), amends=amended, words=words, **what),
    ]
    return teller.one_of(tellings)


def _alert(teller: Teller, case: CaseId, spell: SpellId) -> RaiseEarlyAlert:
    likely, hub = frozenset({teller.one_of(list(Need))}), teller.place.hub
    return RaiseEarlyAlert(
        case_id=case, spell_id=spell, hub_id=hub, likely=likely, words=teller.words(), **teller.said()
    )


def a_referral(teller: Teller, case: CaseId, spell: SpellId) -> SubmitReferral:
    """Somebody in this stay is referred, or what was said of them is sent again."""
    return SubmitReferral(case_id=case, spell_id=spell, hub_id=teller.place.hub, form=_form(teller), **teller.said())


def _form(teller: Teller) -> ReferralForm:
    some = frozenset(teller.chance.sample(list(Need), teller.chance.randint(0, 3)))
    why = Words(f"Fell at home, time {teller.chance.randint(1, 9)}.")
    return ReferralForm(why_in_hospital=why, needs=Needs(needs=some))


_CAPACITY = [
    Capacity(state=CapacityState.LACKS, decision=Words("Where to live")),
    Capacity(state=CapacityState.LACKS, decision=Words("Which medicines to take")),
    Capacity(state=CapacityState.DOUBT),
]


def _medicines(teller: Teller) -> tuple[ChangedMedicine, ...]:
    hows = teller.chance.sample(list(MedicineChange), teller.chance.randint(0, 2))
    return tuple(ChangedMedicine(how=how, medicine=Words("Ramipril 5 mg"), why=Words("Kidneys.")) for how in hows)


def _pathway(teller: Teller, what: dict[str, Any]) -> DecidePathway:
    given = teller.one_of(list(Pathway))
    return DecidePathway(
        needed=teller.one_of(list(Pathway)),
        given=given,
        why_not_home=None if given.is_home else teller.one_of(WHY_NOT_HOME),
        words=None if given.is_home else Words("Stairs."),
        home_possible_if=None if given.is_home else Words("A stairlift."),
        review_on=None if given.is_home else (teller.now + timedelta(days=7)).date(),
        decided_by=Words("The hub team"),
        senior_yes=Words("The hub lead") if given is Pathway.P3 else None,
        **what,
    )


def _leaving(teller: Teller, what: dict[str, Any]) -> PlanLeaving:
    return PlanLeaving(
        leave_at=teller.now + timedelta(days=1),
        leave_from=teller.one_of(list(LeaveFrom)),
        going_to=Words("Home"),
        received_by=Words("Her son"),
        reason=teller.one_of([None, SlotReason.TRANSPORT]),
        **what,
    )
