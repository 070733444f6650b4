"""From the hospital's door to the service: what is recorded, what a repeat is, and what is refused in which words."""

from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.arriving.arrival import ArrivedAlready, ArrivedElsewhere
from app.domain.case.arriving.command import BeforeLeaving, NotLeftYet, PersonHasDied
from app.domain.case.arriving.contact import (
    ContactBeforeArrival,
    ContactMadeAlready,
    NobodyIsBooked,
    NotArrivedYet,
)
from app.domain.case.arriving.known import arriving_of
from app.domain.case.arriving.no_contact import ContactWasMade
from app.domain.case.arriving.state import NOTHING_KNOWN, NoContact
from app.domain.case.arriving.taking_back import ContactStands, Said
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.tracking import CaseTracked
from app.domain.case.undoing import LeftAfterAll, NothingToUndo
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.rejections import NotKnown, Rejection
from tests.domain.case.arriving.leaving import (
    AWAY,
    AWAY_TO_BED,
    BOOKED,
    FACTS,
    LEFT_AT,
    LOCKED,
    MET_AT,
    arrive,
    arrived,
    meet,
    met,
    miss,
    missed,
    take_back,
    taken_back,
)
from tests.domain.case.events import accepted, back, closed, decided_on, left, submitted
from tests.domain.case.requests.asking import CARERS, EAST, MONDAY, OTHERS, WEST
from tests.domain.case.way import OTHER_SPELL, after, case_after, known
from tests.domain.given import uid

EVENING = MONDAY + timedelta(hours=9)


def test_who_left_arrives_is_met_and_the_stay_has_its_review_days() -> None:
    assert after(*AWAY, then=arrive()) == [arrived()]
    assert after(*AWAY, (MONDAY, arrived()), then=meet(), facts=FACTS) == [met()]


def test_the_service_itself_says_it_or_the_hub_for_it() -> None:
    assert after(*AWAY, then=arrive(organisation_id=CARERS, service_id=EAST)) == [arrived()]
    assert after(*AWAY, then=meet(organisation_id=CARERS), facts=FACTS) == [met()]


def test_a_service_that_comes_to_the_home_may_meet_them_before_anybody_said_arrived() -> None:
    assert after(*AWAY, then=meet(), facts=FACTS) == [met()]
    assert after(*AWAY, (MET_AT, arrived()), then=meet(at=MONDAY), facts=FACTS) == [met()]


def test_at_a_bed_they_arrive_first() -> None:
    with pytest.raises(NotArrivedYet):
        after(*AWAY_TO_BED, then=meet())
    with pytest.raises(ContactBeforeArrival):
        after(*AWAY_TO_BED, (MET_AT, arrived()), then=meet(at=MONDAY))
    there = (*AWAY_TO_BED, (MONDAY, arrived()))
    assert after(*there, then=meet(), facts=FACTS) == [met(ServiceLine.IC_UNIT)]


def test_who_leaves_as_a_ward_discharge_arrives_at_no_service() -> None:
    past = (submitted(), accepted, decided_on(Pathway.P0), (LEFT_AT, left))
    assert after(*past, then=arrive()) == [arrived(None)]
    for command in (meet(), miss()):
        with pytest.raises(NobodyIsBooked):
            after(*past, then=command)


@pytest.mark.parametrize("why", NoContact)
def test_that_nobody_met_them_is_said_as_often_as_it_happens(why: NoContact) -> None:
    assert after(*AWAY, then=miss(why=why)) == [missed(why=why)]
    assert after(*AWAY, (MET_AT, missed()), then=miss(205, why)) == [missed(205, why)]


@pytest.mark.parametrize(
    ("past", "again"),
    [
        ((arrived(),), arrive()),
        ((arrived(),), arrive(205)),
        ((met(),), meet()),
        ((missed(),), miss()),
        ((arrived(), taken_back(Said.ARRIVAL)), arrive()),
        ((arrived(), taken_back(Said.ARRIVAL)), take_back(Said.ARRIVAL)),
        ((arrived(), back), arrive()),
    ],
    ids=["same id", "same time", "met", "missed", "late", "taken back twice", "after they came back"],
)
def test_a_repeat_records_nothing_also_when_it_comes_late(past: tuple[Any, ...], again: Any) -> None:
    told = [(MET_AT if each in (met(), missed()) else MONDAY, each) for each in past]
    assert after(*AWAY, *told, then=again) == []


@pytest.mark.parametrize(
    ("past", "command", "refusal"),
    [
        (BOOKED, arrive(), NotLeftYet),
        (BOOKED, meet(), NotLeftYet),
        (BOOKED, take_back(Said.ARRIVAL), NotLeftYet),
        (AWAY, arrive(at=LEFT_AT - timedelta(minutes=1)), BeforeLeaving),
        (AWAY, meet(at=LEFT_AT - timedelta(minutes=1)), BeforeLeaving),
        (AWAY, arrive(service_id=WEST), ArrivedElsewhere),
        (AWAY, arrive(organisation_id=OTHERS), NotKnown),
        (AWAY, meet(organisation_id=OTHERS), NotKnown),
        ((*AWAY, (MONDAY, arrived())), arrive(205, MET_AT), ArrivedAlready),
        ((*AWAY, (MET_AT, met())), meet(205, MONDAY), ContactMadeAlready),
        ((*AWAY, (MET_AT, met())), miss(), ContactWasMade),
        ((*AWAY, (EVENING, closed(Outcome.DIED))), meet(), PersonHasDied),
        ((*AWAY, (EVENING, closed(Outcome.SETTLED))), arrive(), CaseIsClosed),
        ((*AWAY, (EVENING, closed(Outcome.SETTLED))), take_back(Said.ARRIVAL), CaseIsClosed),
        (AWAY, take_back(Said.ARRIVAL), NothingToUndo),
        ((*AWAY, (MONDAY, arrived()), (MET_AT, met())), take_back(Said.ARRIVAL), ContactStands),
        ((*AWAY, (MET_AT, missed()), (EVENING, met())), take_back(Said.NO_CONTACT), NothingToUndo),
    ],
)
def test_what_cannot_be_is_refused(past: tuple[Any, ...], command: Any, refusal: type[Rejection]) -> None:
    with pytest.raises(refusal):
        after(*past, then=command)


def test_who_has_died_arrives_nowhere_after_it_but_may_have_before() -> None:
    died = known(died_at=MET_AT)
    assert after(*AWAY, then=arrive(), facts=died) == [arrived()]
    with pytest.raises(PersonHasDied):
        after(*AWAY, then=meet(), facts=died)


@pytest.mark.parametrize(
    ("past", "what"),
    [
        ([(MONDAY, arrived())], Said.ARRIVAL),
        ([(MONDAY, arrived()), (MET_AT, met())], Said.FIRST_CONTACT),
        ([(MET_AT, missed()), (EVENING, missed(205))], Said.NO_CONTACT),
    ],
)
def test_each_is_taken_back_by_itself(past: list[Any], what: Said) -> None:
    assert after(*AWAY, *past, then=take_back(what)) == [taken_back(what)]
    assert arriving_of(case_after(*AWAY, *past, taken_back(what))) == arriving_of(case_after(*AWAY, *past[:-1]))


def test_a_discharge_that_failed_undoes_the_arrival_and_the_undoing_of_the_return_restores_it() -> None:
    there = (*AWAY, (MONDAY, arrived()), (MET_AT, met()))
    came_back = (EVENING, back)
    after_all = LeftAfterAll(left_at=LEFT_AT, how=None, failed=True, words=LOCKED, undo_id=uid(206))
    assert arriving_of(case_after(*there, came_back)) == NOTHING_KNOWN
    assert arriving_of(case_after(*there, came_back, after_all)) == arriving_of(case_after(*there))


def test_a_new_stay_in_hospital_and_a_new_leaving_begin_with_nothing_known() -> None:
    there = (*AWAY, (MONDAY, arrived()))
    again = (EVENING, CaseTracked(spell_id=OTHER_SPELL, failed_discharge=True))
    assert arriving_of(case_after(*there, again, (EVENING + timedelta(days=1), left))) == NOTHING_KNOWN


def test_where_the_time_of_leaving_is_put_right_what_is_known_stands() -> None:
    there = (*AWAY, (MONDAY, arrived()))
    assert arriving_of(case_after(*there, (LEFT_AT + timedelta(minutes=5), left))) == arriving_of(case_after(*there))
