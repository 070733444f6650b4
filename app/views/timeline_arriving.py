"""From the hospital's door to the service in words: arrived, met, or not; and what was taken back."""

from typing import assert_never

from app.domain.case.arriving.arrival import ArrivalConfirmed
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.arriving.death import DiedSince
from app.domain.case.arriving.evolving import ArrivingEvent
from app.domain.case.arriving.no_contact import NoContactReported
from app.domain.case.arriving.state import NoContact, ToldBy
from app.domain.case.arriving.taking_back import ArrivingTakenBack, Said
from app.views.phrases import Names, quoted, where


def say_arriving(event: ArrivingEvent, names: Names) -> str:
    """One saying about somebody who left as a sentence."""
    match event:
        case ArrivalConfirmed():
            at = f" at {where(names, event.service_id)}" if event.service_id else ""
            return f"Arrived{at}, as {_TOLD[event.told_by]} said."
        case FirstContactMade():
            met = f"First contact: {where(names, event.service_id)} met them."
            return f"{met}{quoted(event.seen_by, 'Seen by')}"
        case NoContactReported():
            return f"No contact by {where(names, event.service_id)}: {_WHY[event.why]}.{quoted(event.words)}"
        case DiedSince():
            return f"Has died since; nobody asks any more how they are.{quoted(event.words)}"
        case ArrivingTakenBack():
            return f"{_BACK[event.what]}{quoted(event.words)}"
        case _:
            assert_never(event)


_TOLD = {
    ToldBy.CREW: "the crew",
    ToldBy.RECEIVER: "whoever received them",
    ToldBy.PROVIDER: "the service",
    ToldBy.HUB: "the hub",
}

_WHY = {
    NoContact.NO_ACCESS: "it could not get in",
    NoContact.REFUSED: "the person refused",
    NoContact.NOBODY_CAME: "nobody came",
}

_BACK = {
    Said.ARRIVAL: "Not arrived after all: it was said by mistake.",
    Said.FIRST_CONTACT: "Not met after all: the first contact was said by mistake.",
    Said.NO_CONTACT: "That nobody met them was said by mistake.",
    Said.DEATH: "Had not died: it was said by mistake.",
}
