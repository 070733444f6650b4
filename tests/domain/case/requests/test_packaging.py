"""Saying what is needed: a package of a line of the pathway given, with what such a line is counted in."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.case import CaseFacts
from app.domain.case.requests.packaging import (
    DescribePackage,
    LineNotUsed,
    LineOfAnotherPathway,
    PackageNotWhole,
    PackageOfAnotherKind,
    PathwayNotDecided,
)
from app.domain.case.triage import NotInPlanning
from app.domain.package import BedNeeded, Package
from app.domain.practice import NO_LISTS, ServiceLines
from app.domain.values import Words
from tests.domain.case.events import accepted, left, submitted
from tests.domain.case.requests.asking import BED, CALLS, PLANNED, READY_FOR_BED, described
from tests.domain.case.way import CASE_ID, LISTS, after, case_after, known
from tests.domain.given import NOON, NURSE


def describe(package: Package = CALLS, words: str | None = None) -> DescribePackage:
    said = Words(words) if words else None
    return DescribePackage(case_id=CASE_ID, by=NURSE, at=NOON, package=package, words=said)


def test_a_package_of_the_pathway_given_is_described() -> None:
    assert after(*PLANNED, then=describe()) == [described]
    assert case_after(*PLANNED, described).requests.package == CALLS


def test_the_same_package_again_records_nothing_also_when_it_comes_late() -> None:
    assert after(*PLANNED, described, then=describe()) == []
    assert after(*PLANNED, described, left, then=describe()) == []


def test_another_package_takes_its_place() -> None:
    later = replace(CALLS, sector="ZZ97 2")
    assert after(*PLANNED, described, then=describe(later)) == [replace(described, package=later)]


def test_nothing_is_described_before_the_hub_plans() -> None:
    for past in ([submitted()], [submitted(), left]):
        with pytest.raises(NotInPlanning):
            after(*past, then=describe())


def only(**said: Any) -> CaseFacts:
    """The hub's list has this one line."""
    lines = ServiceLines.parse([{"code": "reab", "words": "Reablement", "unit": "starts", **said}])
    return known(lists=replace(LISTS, lines=lines))


@pytest.mark.parametrize("said", [{"pathway": "P1"}, {"pathway": "any"}, {"pathway": "P0", "also_on": ["P1"]}])
def test_the_hubs_list_says_on_which_pathways_a_line_is_given(said: dict[str, Any]) -> None:
    assert after(*PLANNED, then=describe(), facts=only(**said)) == [described]


def test_a_line_that_the_hubs_list_has_on_another_pathway_or_not_at_all_is_refused() -> None:
    with pytest.raises(LineOfAnotherPathway):
        after(*PLANNED, then=describe(), facts=only(pathway="P2"))
    with pytest.raises(LineNotUsed):
        after(*PLANNED, then=describe(), facts=known(lists=NO_LISTS))
    assert after(*PLANNED, described, then=describe(), facts=known(lists=NO_LISTS)) == []


def test_who_left_without_a_service_needs_one_still() -> None:
    assert after(*PLANNED, left, then=describe()) == [described]


def test_the_pathway_comes_first() -> None:
    with pytest.raises(PathwayNotDecided):
        after(submitted(), accepted, then=describe())


def test_a_bed_is_no_package_of_somebody_who_goes_home() -> None:
    with pytest.raises(LineOfAnotherPathway):
        after(*PLANNED, then=describe(BED))


@pytest.mark.parametrize(("missing", "field"), [({"calls": ()}, "calls"), ({"sector": None}, "sector")])
def test_home_care_has_calls_and_a_place_where_they_are_made(missing: dict[str, Any], field: str) -> None:
    with pytest.raises(PackageNotWhole) as refused:
        after(*PLANNED, then=describe(replace(CALLS, **missing)))
    assert refused.value.details == {"fields": field}


def test_a_bed_has_no_calls_and_home_care_no_bed() -> None:
    with pytest.raises(PackageOfAnotherKind):
        after(*READY_FOR_BED, then=describe(replace(BED, calls=CALLS.calls)))
    with pytest.raises(PackageOfAnotherKind):
        after(*PLANNED, then=describe(replace(CALLS, bed=BedNeeded())))
