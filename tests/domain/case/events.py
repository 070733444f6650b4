"""What happens on the invented case: each event, with what a test seldom cares about filled in."""

from datetime import datetime
from uuid import UUID

from app.domain.case import (
    BestInterestsDecided,
    CameBack,
    CaseClosed,
    CaseGiven,
    CaseManagerNamed,
    CaseReopened,
    EarlyAlertRaised,
    LeavingPlanned,
    LeftHospital,
    NoteAmended,
    NotePinned,
    NoteUnpinned,
    NoteWritten,
    PathwayDecided,
    ReferralAccepted,
    ReferralAmended,
    ReferralResubmitted,
    ReferralReturned,
    ReferralSubmitted,
)
from app.domain.case.audience import Audience
from app.domain.case.form import Need, ReferralField, ReferralForm
from app.domain.case.leaving import LeaveFrom
from app.domain.case.outcome import Outcome
from app.domain.codes.pathways import Pathway
from app.domain.values import PersonId, Words
from tests.domain.case.way import ADA, CONSULTANT, HUB, PRIYA, REVIEW_ON, SAM, SPELL, SURVIVOR, TEAM, TOMORROW, saying
from tests.domain.given import uid

accepted, handed_over = ReferralAccepted(case_manager=PRIYA), CaseManagerNamed(case_manager=SAM)
left, back = LeftHospital(), CameBack()


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
        why_not_home="H15",
        words=Words(words),
        home_possible_if=Words("A double-up comes free."),
        review_on=REVIEW_ON,
        decided_by=TEAM,
        unmet_p1=True,
    )


def best_interests(
    decision: str = "To a short-term bed for now.", about: str | None = "Where to live"
) -> BestInterestsDecided:
    settles = Words(about) if about else None
    return BestInterestsDecided(
        decision=Words(decision), decided_by=CONSULTANT, consulted=Words("Her son."), about=settles
    )


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
