"""Whoever is in hospital is in no service's care: in whatever order they come and go, their stay waits meanwhile."""

from hypothesis import given as for_all

from app.domain.case.arriving.overdue import contact_due
from app.domain.case.state import Away, Ended
from app.domain.case.stay.state import open_stay
from tests.domain.case.stay.coming_and_going import BOOKS, COMES_AND_GOES, ENDS, lived, ways


@for_all(ways(*COMES_AND_GOES, "end", "end back"))
def test_in_hospital_the_stay_waits(way: list[tuple[str, int]]) -> None:
    for case, told in lived(way):
        stay = open_stay(case.stays)
        if stay and not isinstance(case.stage, Away | Ended):
            assert stay.paused_at, told


@for_all(ways(*COMES_AND_GOES, "review"))
def test_a_stay_that_waits_is_rung_for_once_they_have_left(way: list[tuple[str, int]]) -> None:
    for case, told in lived(way):
        stay = open_stay(case.stays)
        if stay and stay.paused_at and isinstance(case.stage, Away):
            assert contact_due(case, stay.offer_id), told


@for_all(ways(*COMES_AND_GOES, *ENDS, *BOOKS))
def test_one_stay_goes_on_at_most(way: list[tuple[str, int]]) -> None:
    for case, told in lived(way):
        assert len([stay for stay in case.stays.values() if stay.ended is None]) <= 1, told
