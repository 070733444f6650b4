"""What is said of somebody since they left, at random: arrived, met, nobody met them, and that it was a mistake."""

from typing import Any

from app.domain.case import RecordDeparture, RecordReturn
from app.domain.case.arriving.arrival import ConfirmArrival
from app.domain.case.arriving.contact import ConfirmFirstContact
from app.domain.case.arriving.death import ReportDeath
from app.domain.case.arriving.no_contact import ReportNoContact
from app.domain.case.arriving.state import NoContact, ToldBy
from app.domain.case.arriving.taking_back import Said, TakeArrivingBack
from app.domain.decider import Command
from app.domain.values import CaseId, Words
from tests.promises.teller import Teller


def sayings(teller: Teller, case: CaseId) -> list[Command]:
    """They leave, some of this is said of them, and most come back; some of it is refused."""
    what: dict[str, Any] = {"case_id": case, **teller.said()}
    words = Words("Rang the daughter.")
    said: list[Command] = [
        ConfirmArrival(arrival_id=teller.new_id(), told_by=teller.one_of(list(ToldBy)), **what),
        ConfirmFirstContact(contact_id=teller.new_id(), seen_by=Words("Rosa"), **what),
        ReportNoContact(report_id=teller.new_id(), why=teller.one_of(list(NoContact)), words=words, **what),
        ReportDeath(report_id=teller.new_id(), words=words, **what),
        TakeArrivingBack(what=teller.one_of(list(Said)), words=words, undo_id=teller.new_id(), **what),
    ]
    back: list[Command] = [RecordReturn(**what)] if teller.chance.random() < 0.8 else []
    return [RecordDeparture(**what), *teller.chance.sample(said, teller.chance.randint(1, 4)), *back]
