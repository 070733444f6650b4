"""One invented event of every stored name from the hospital's door to the service."""

from typing import Any

from app.domain.case.arriving.arrival import ArrivalConfirmed
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.arriving.death import DiedSince
from app.domain.case.arriving.no_contact import NoContactReported
from app.domain.case.arriving.state import NoContact, ToldBy
from app.domain.case.arriving.taking_back import ArrivingTakenBack, Said
from app.domain.codes.service_lines import ServiceLine
from app.domain.values import OrganisationId, ServiceId, Words
from tests.domain.given import uid

_SERVICE = ServiceId(uid(101))

ARRIVING_EXAMPLES: dict[str, Any] = {
    "arriving.arrival_confirmed.1": ArrivalConfirmed(arrival_id=uid(201), service_id=_SERVICE, told_by=ToldBy.CREW),
    "arriving.first_contact_made.1": FirstContactMade(
        contact_id=uid(202),
        offer_id=uid(122),
        service_id=_SERVICE,
        organisation_id=OrganisationId(uid(111)),
        line=ServiceLine.REAB,
        review_days=(7, 14, 28),
        seen_by=Words("Rosa, reablement worker"),
    ),
    "arriving.no_contact_reported.1": NoContactReported(
        report_id=uid(203), service_id=_SERVICE, why=NoContact.NO_ACCESS, words=Words("Key safe empty.")
    ),
    "arriving.died_since.1": DiedSince(report_id=uid(206), words=Words("The daughter rang.")),
    "arriving.taken_back.1": ArrivingTakenBack(
        what=Said.FIRST_CONTACT, words=Words("The wrong Mrs Example."), undo_id=uid(204)
    ),
}
"""Stored name -> the event; `EXAMPLES` holds them with all others."""
