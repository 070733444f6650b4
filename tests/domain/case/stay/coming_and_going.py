"""Ada, booked with East, as she comes and goes in any order: what is said of her, and what is recorded of it."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from app.domain.case import CASE, Case, GoBackToStay, TrackCase, UndoSharedStep
from app.domain.case.arriving.taking_back import Said
from app.domain.case.outcome import Outcome
from app.domain.case.requests.hub_side import EndBooking, EndBookingBecause
from app.domain.case.requests.state import offer_id_of
from app.domain.case.undoing import SharedStep
from app.domain.codes.stay_outcomes import Destination, StayOutcome
from app.domain.rejections import Rejection
from app.domain.replacing import replace
from app.domain.values import SpellId
from tests.domain.case.arriving.leaving import BOOKED, LEFT_AT, LOCKED, arrive, meet
from tests.domain.case.arriving.leaving import take_back as take_arriving_back
from tests.domain.case.commands import close, come_back, depart, reopen
from tests.domain.case.requests.asking import EAST, SERVICES, WEST, confirm, send, service
from tests.domain.case.stay.weeks import SAID, end, review, take_back
from tests.domain.case.way import ADA, CASE_ID, OTHER_SPELL, SPELL, known
from tests.domain.given import NURSE, given, uid

HOURS = st.sampled_from([2, 30])
"""From one thing said to the next: on the same day, or on another."""
SPELLS = (SPELL, OTHER_SPELL, SpellId(uid(23)))
COMES_AND_GOES = ("leave", "return", "meet", "meet late", "track", "go back", "undo return", "undo tracking")
ENDS = ("end", "end back", "die in service", "die", "hand over", "reopen", "review", "not met")
BOOKS = ("book on", "cancel", "arrive")
_BEGINS = st.sampled_from(
    [[("leave", 2)], [("leave", 2), ("meet", 2)], [("leave", 2), ("meet", 30), ("review", 2)], [("track", 2)]]
)


def ways(*steps: str) -> st.SearchStrategy[list[tuple[str, int]]]:
    """Many of these in any order, each so many hours before the next."""
    more = st.lists(st.tuples(st.sampled_from(steps), HOURS), min_size=6, max_size=16)
    return st.builds(lambda first, then: [*first, *then], _BEGINS, more)


Told = tuple[datetime, Any]


def lived(way: Sequence[tuple[str, int]], *, full: bool = False) -> Iterator[tuple[Case, list[Told]]]:
    """The case after each of these that is accepted, and everything told until then; refusals change nothing."""
    told: list[Any] = list(BOOKED)
    at = LEFT_AT
    for n, (step, hours) in enumerate(way, start=400):
        case: Case = CASE.fold(given(*told))
        there = {EAST: service(usable=0), WEST: SERVICES[WEST]} if full else SERVICES
        facts = known(spell_person=ADA, admitted_at=at, services=there, review_days=(7, 14))
        facts = replace(facts, expiries=dict.fromkeys(SERVICES, at + timedelta(hours=1)))
        try:
            for command in _says(step, n, at, case, hours):
                new = CASE.decide(command, CASE.fold(given(*told)), facts)
                told += [(command.at, event) for event in new]
        except Rejection:
            pass
        else:
            yield CASE.fold(given(*told)), told
        at += timedelta(hours=hours)


def _says(step: str, n: int, at: datetime, case: Case, hours: int) -> list[Any]:
    about: dict[str, Any] = {"case_id": CASE_ID, "by": NURSE, "at": at}
    undo: dict[str, Any] = about | {"words": LOCKED, "undo_id": uid(n)}
    stays = [*case.stays.values()]
    stay = stays[-1].stay_id if stays else uid(1)
    match step:
        case "leave":
            return [depart(at)]
        case "return":
            return [come_back(at)]
        case "arrive":
            return [arrive(n, at)]
        case "meet":
            return [meet(n, at)]
        case "meet late":
            return [meet(n, at - timedelta(hours=hours))]
        case "track":
            spell = next(each for each in SPELLS[n % 3 :] + SPELLS if each != case.spell_id)
            return [TrackCase(spell_id=spell, **about)]
        case "go back":
            return [GoBackToStay(**about)]
        case "undo return":
            return [UndoSharedStep(what=SharedStep.RETURN_TO_HOSPITAL, **undo)]
        case "undo tracking":
            return [UndoSharedStep(what=SharedStep.TRACKING, **undo)]
        case "not met":
            return [take_arriving_back(Said.FIRST_CONTACT, n, at=at)]
        case "end":
            return [end(n, at, stay_id=stay)]
        case "die in service":
            return [end(n, at, stay_id=stay, outcome=StayOutcome.DIED, destination=Destination.NONE)]
        case "end back":
            ends = [each for each in stays if each.ended]
            return [
                replace(take_back(1, n, at), stay_id=each.stay_id, step_id=each.ended.step.step_id)
                for each in ends[-1:]
                if each.ended
            ]
        case "review":
            return [review(n, at, stay_id=stay)]
        case "die":
            return [replace(close(Outcome.DIED, asked=uid(n)), at=at)]
        case "hand over":
            return [replace(close(Outcome.OTHER_HUB, "To North.", asked=uid(n)), at=at)]
        case "reopen":
            return [replace(reopen(asked=uid(n)), at=at)]
        case "book on":
            request = uid(n)

            offer = offer_id_of(request, WEST)
            when = {"arrive_from": at + timedelta(hours=1), "arrive_to": at + timedelta(hours=3)}
            return [replace(send(WEST, request=request), at=at), confirm(offer, n, at=at, **when)]
        case _:
            booking = case.requests.booking
            ended: dict[str, Any] = {"answer_id": uid(n), "why": EndBookingBecause.CANCELLED, "words": SAID}
            return [EndBooking(offer_id=booking, **about, **ended)] if booking else []
