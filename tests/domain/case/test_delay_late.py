"""What Ada's case tells of a delay where news comes late, twice in one instant, or was wrong."""

from datetime import datetime, timedelta

from app.domain.case.delay import delay_facts
from app.domain.case.outcome import Outcome
from app.domain.case.requests.giving_back import GivenBack, Lost, LostBecause, OffersGivenBack
from app.domain.case.requests.state import EndedBecause, OfferState
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.pathways import Pathway
from app.domain.decider import Recorded
from app.domain.delay import Field, why_at
from app.domain.delay.why import known_at
from app.events.practice import shipped_rule
from tests.domain.case.events import accepted, closed, decided_on, planned, reopened, submitted
from tests.domain.case.requests.asking import AT_EAST, AT_WEST, EAST, READY, WEST, held, over, sent
from tests.domain.case.way import STREAM
from tests.domain.given import NOON, given

RULE = shipped_rule()
R = DelayReason
CARE = (submitted(), accepted)
BEGUN = tuple((NOON - timedelta(hours=1), each) for each in READY)


def later(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


def reasons(past: list[Recorded[object]], *hours: float) -> list[DelayReason | None]:
    """What is reported so many hours after noon, by all that was told."""
    _, history = delay_facts(past)
    return [why_at(history, later(each), RULE).reason for each in hours]


def pathways(*past: object) -> list[str | None]:
    """The pathway at one, two, three and four, and half an hour after each."""
    _, history = delay_facts(given(*CARE, *past, stream=STREAM))
    return [known_at(history, later(n / 2)).get(Field.PATHWAY) for n in range(2, 10)]


def test_of_two_facts_of_one_instant_the_one_told_later_counts() -> None:
    assert pathways((later(1), decided_on(Pathway.P2)), (later(1), decided_on(Pathway.P1)))[0] == Pathway.P1
    assert pathways((later(1), decided_on(Pathway.P1)), (later(1), decided_on(Pathway.P2)))[0] == Pathway.P2


def test_what_is_told_late_holds_from_its_time_until_what_was_told_of_a_later_one() -> None:
    first, second, third = (
        (later(n), decided_on(each)) for n, each in ((1, Pathway.P1), (2, Pathway.P2), (3, Pathway.P1))
    )
    told = pathways(first, second, third)
    assert told[:6] == [Pathway.P1] * 2 + [Pathway.P2] * 2 + [Pathway.P1] * 2
    assert pathways(second, first, third) == told
    assert pathways(third, second, first) == told
    assert pathways(first, third, second) == told


def test_a_no_that_is_told_late_is_the_end_of_that_offer_and_of_no_other() -> None:
    both = ((later(1), sent(EAST, WEST)), (later(3), over(AT_WEST)), (later(2), over(AT_EAST)))
    assert reasons(given(*BEGUN, *both, stream=STREAM), 2, 2.5, 3) == [R.IP1, R.IP1, R.CA1]


def test_what_ended_is_not_open_again_though_its_end_is_said_to_have_been_before_the_answer() -> None:
    told = ((later(1), sent(EAST)), (later(3), held()), (later(2), over(AT_EAST, EndedBecause.LEFT)))
    assert reasons(given(*BEGUN, *told, stream=STREAM), 2.5, 4) == [R.IP1, R.CT2]


OUT = (*BEGUN, (NOON, sent(EAST)))
DIED = (closed(Outcome.DIED), over(AT_EAST, EndedBecause.CASE_ENDED))
STANDS = GivenBack(
    offer_id=AT_EAST,
    service_id=EAST,
    state=OfferState.ASKED,
    units=(),
    hold_until=None,
    arrive_from=None,
    spot=False,
)
GONE = Lost(offer_id=AT_EAST, service_id=EAST, was=OfferState.ASKED, why=LostBecause.TIME_PASSED)


def taken_back(back: OffersGivenBack) -> list[Recorded[object]]:
    """A death at one, taken back at four."""
    wrong = tuple((later(1), each) for each in DIED)
    return given(*OUT, *wrong, (later(4), reopened()), (later(4), back), stream=STREAM)


def test_a_death_that_was_none_leaves_the_case_where_it_stood_the_whole_time() -> None:
    past = taken_back(OffersGivenBack(given_back=(STANDS,), lost=()))
    assert reasons(past, 0.5, 1, 3, 4, 5) == [R.IP1] * 5


def test_a_place_that_was_lost_by_it_is_sought_anew_from_when_the_death_was_taken_back() -> None:
    past = taken_back(OffersGivenBack(given_back=(), lost=(GONE,)))
    assert reasons(past, 0.5, 1, 3, 4, 5) == [R.IP1] * 3 + [R.CT2] * 2


def test_what_was_known_while_the_death_stood_is_not_changed_by_its_correction() -> None:
    past = taken_back(OffersGivenBack(given_back=(STANDS,), lost=()))
    assert reasons(past[:-2], 0.5, 1, 3) == [R.IP1, R.HP7, R.HP7]


def test_a_death_told_late_ends_the_case_at_its_time_and_its_correction_gives_back_what_was_done_since() -> None:
    told = (*BEGUN, (later(2), planned(later(30))), (later(3), sent(EAST)), *((later(1), each) for each in DIED))
    assert reasons(given(*told, stream=STREAM), 0.5, 1, 2.5, 5) == [R.CT2, R.HP7, R.HP7, R.HP7]
    stands = OffersGivenBack(given_back=(STANDS,), lost=())
    again = (*told, (later(6), reopened()), (later(6), stands))
    assert reasons(given(*again, stream=STREAM), 0.5, 1, 2.5, 3, 5, 7) == [R.CT2] * 3 + [R.IP1] * 3


def test_an_admission_that_was_cancelled_by_mistake_never_was() -> None:
    cancelled = closed(Outcome.ADMISSION_CANCELLED)
    assert reasons(given(*BEGUN, (later(1), cancelled), (later(2), reopened()), stream=STREAM), 1, 2) == [R.CT2] * 2


def test_a_case_that_people_closed_and_took_up_again_was_closed_in_between() -> None:
    past = given(*BEGUN, (later(1), closed(Outcome.NO_LONGER_NEEDED)), (later(2), reopened()), stream=STREAM)
    assert reasons(past, 1, 2) == [R.HP7, R.CT2]
