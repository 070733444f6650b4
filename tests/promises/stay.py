"""What is said of a stay, at random: reviews, an extension, charging, the exit, its end, how they are since."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.case import RecordDeparture
from app.domain.case.arriving.contact import ConfirmFirstContact
from app.domain.case.stay.ending import EndStay
from app.domain.case.stay.following_up import FollowUpStay
from app.domain.case.stay.lasting import ExtendStay, PlanExit, TellCharging
from app.domain.case.stay.reviewing import ReviewStay
from app.domain.case.stay.taking_back import TakeStepBack
from app.domain.codes.extension_reasons import ExtensionReason
from app.domain.codes.functional_scores import Tool
from app.domain.codes.stay_outcomes import Destination, Found, StayOutcome
from app.domain.decider import Command
from app.domain.values import CaseId, Words
from tests.promises.teller import Teller


def weeks(teller: Teller, case: CaseId, contacts: list[UUID]) -> list[Command]:
    """They leave and are met, more is said, now and then taken back, and some leave the service again.

    `contacts` are the ids of first contacts, and so of stays; some of what is said is refused.
    """
    what: dict[str, Any] = {"case_id": case, **teller.said()}
    contact = teller.new_id()
    contacts.append(contact)
    on = what | {"stay_id": teller.one_of(contacts[-2:])}
    step, today, words = teller.new_id(), teller.now.date(), Words("Walks to the gate.")
    later = {"at": teller.now + timedelta(days=8)}
    said: list[Command] = [
        ReviewStay(step_id=teller.new_id(), remains=None, words=words, **on),
        ExtendStay(
            step_id=teller.new_id(),
            until=today + timedelta(days=60),
            reason=teller.one_of(list(ExtensionReason)),
            words=words,
            **on,
        ),
        TellCharging(step_id=teller.new_id(), charged_from=today + timedelta(days=42), words=None, **on),
        PlanExit(
            step_id=step,
            leave_on=today + timedelta(days=9),
            destination=teller.one_of(list(Destination)),
            words=words,
            **on,
        ),
        TakeStepBack(step_id=step, undo_id=teller.new_id(), words=words, **on),
    ]
    end = EndStay(
        step_id=teller.new_id(),
        outcome=teller.one_of(list(StayOutcome)),
        destination=teller.one_of(list(Destination)),
        tool=Tool.BARTHEL,
        score_in=9,
        score_out=teller.chance.randint(0, 20),
        words=teller.words(),
        **on,
    )
    followed = FollowUpStay(step_id=teller.new_id(), day=7, found=teller.one_of(list(Found)), words=None, **on | later)
    ends: list[Command] = [end, followed] if teller.chance.random() < 0.4 else []
    met = ConfirmFirstContact(contact_id=contact, seen_by=Words("Rosa"), **what)
    return [RecordDeparture(**what), met, *said[: teller.chance.randint(1, len(said))], *ends]
