"""Where somebody belongs: by address, by practice, out of area, by an ordinary home without address, or not known."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.routing import (
    Answer,
    Area,
    Circumstance,
    Doubt,
    GoTo,
    HomeRoute,
    HubArea,
    OutOfArea,
    PostcodeHome,
    Routed,
    Unknown,
    home,
    home_route,
    route,
)
from app.domain.routing.words import GO_TO
from tests.domain.routing.tables import (
    COUNTRY,
    HUB,
    NORTH_HUB,
    SALT,
    SINCE,
    SURGERY,
    TODAY,
)


def routed(postcode: str | None = None, practice: str | None = None, tables: Any = COUNTRY, on: date = TODAY) -> Answer:
    return route(home(postcode, practice), tables, on)


def doubts(answer: Answer) -> list[Doubt]:
    match answer:
        case Routed(where=where) | OutOfArea(where=where):
            return [each.doubt for each in where.questions]
        case Unknown(questions=questions):
            return [each.doubt for each in questions]
        case GoTo():
            return []


def test_the_address_decides_council_and_locality_the_practice_the_icb() -> None:
    answer = routed("ZZ97 1AB", "ZZ7001")
    assert isinstance(answer, Routed)
    assert (answer.hub_id, answer.where.questions) == (HUB, ())
    assert home_route(answer) == HomeRoute(
        council="ZZ80", icb="ZZ70", practice="ZZ7001", locality="North", hub_id=HUB, out_of_area=False
    )


def test_the_longest_part_of_a_postcode_wins_and_the_district_takes_the_rest() -> None:
    assert home_route(routed("zz971ab")).locality == "North"
    assert home_route(routed("ZZ97 2AB")).locality == "South"
    whole = PostcodeHome(postcode="ZZ97 1AB", council="ZZ86", valid_from=SINCE)
    assert home_route(routed("ZZ97 1AB", tables=replace(COUNTRY, postcodes=(*COUNTRY.postcodes, whole)))).council == (
        "ZZ86"
    )


def test_a_district_never_takes_the_homes_of_a_longer_one() -> None:
    shorter = replace(
        COUNTRY, postcodes=(PostcodeHome(postcode="ZZ9", council="ZZ80", valid_from=SINCE),), practices=()
    )
    assert doubts(routed("ZZ97 1AB", tables=shorter)) == [Doubt.POSTCODE_NOT_FOUND]


def test_an_address_of_another_council_is_out_of_area_with_whom_to_tell() -> None:
    answer = routed("ZZ97 9AB")
    assert isinstance(answer, OutOfArea)
    assert (answer.contact, answer.by_default) == (SALT.contact, False)
    assert home_route(answer) == HomeRoute(council="ZZ86", icb="ZZ71", out_of_area=True)


def test_out_of_area_without_a_contact_names_the_council_and_says_that_it_is_a_default() -> None:
    answer = routed("ZZ97 8AB")
    assert isinstance(answer, OutOfArea)
    assert answer.by_default
    assert "adult social care team of Fell Council" in answer.contact


def test_whom_to_tell_is_of_where_they_live_never_of_their_practice() -> None:
    ours = replace(COUNTRY.icbs[0], contact="Moor and Fell ICB, 01632 960300")
    quiet = replace(SALT, contact=None)
    tables = replace(COUNTRY, icbs=(ours, COUNTRY.icbs[1]), councils=(quiet,))
    answer = routed("ZZ97 9AB", "ZZ7001", tables)
    assert isinstance(answer, OutOfArea)
    assert answer.contact == "Salt ICB, 01632 960200"


def test_only_the_practice_known_leads_to_the_council_where_it_is_and_says_so() -> None:
    answer = routed(None, "ZZ7001")
    assert home_route(answer) == HomeRoute(
        council="ZZ80", icb="ZZ70", practice="ZZ7001", locality="North", hub_id=HUB, out_of_area=False
    )
    assert doubts(answer) == [Doubt.COUNCIL_BY_PRACTICE]


def test_only_a_practice_of_another_icb_known_is_out_of_area_by_its_icb() -> None:
    answer = routed(None, "ZZ7101")
    assert isinstance(answer, OutOfArea)
    assert answer.contact == "Salt ICB, 01632 960200"
    assert home_route(answer) == HomeRoute(icb="ZZ71", practice="ZZ7101", out_of_area=True)


def test_practice_and_address_that_differ_are_both_named_and_the_council_is_the_addresss() -> None:
    answer = routed("ZZ97 2AB", "ZZ7101")
    assert isinstance(answer, Routed)
    assert home_route(answer) == HomeRoute(
        council="ZZ80", icb="ZZ71", practice="ZZ7101", locality="South", hub_id=HUB, out_of_area=False
    )
    [question] = answer.where.questions
    assert question.doubt is Doubt.PRACTICE_AND_ADDRESS_DIFFER
    for name in ("Salt Surgery", "Salt ICB", "Moor Council", "Moor and Fell ICB"):
        assert name in question.words


def test_what_no_table_holds_is_not_known_and_not_out_of_area() -> None:
    answer = routed("XX1 1AB", "A81001")
    assert isinstance(answer, Unknown)
    assert doubts(answer) == [Doubt.POSTCODE_NOT_FOUND, Doubt.PRACTICE_NOT_FOUND]
    assert home_route(answer) == HomeRoute()


@pytest.mark.parametrize("practice", [None, "", "V81997", "V81998", "v81999"])
@pytest.mark.parametrize("postcode", [None, " ", "ZZ99 3WZ", "ZZ99 3CZ"])
def test_nothing_said_is_asked_for(postcode: str | None, practice: str | None) -> None:
    assert doubts(routed(postcode, practice)) == [Doubt.NOTHING_SAID]


def test_a_postcode_that_is_none_is_named_beside_what_the_practice_tells() -> None:
    assert doubts(routed("the old mill", "ZZ7001")) == [Doubt.POSTCODE_UNREADABLE, Doubt.COUNCIL_BY_PRACTICE]


@pytest.mark.parametrize(
    ("postcode", "said"),
    [
        ("ZZ99 3VZ", Circumstance.NO_FIXED_ABODE),
        ("zz993vz", Circumstance.NO_FIXED_ABODE),
        ("ZZ99 6CZ", Circumstance.OVERSEAS),
        ("ZZ99 3WZ", None),
        ("ZZ97 1AB", None),
    ],
)
def test_a_national_pseudo_postcode_tells_the_circumstance(postcode: str, said: Circumstance | None) -> None:
    assert home(postcode, None).circumstance is said


@pytest.mark.parametrize("circumstance", Circumstance)
def test_each_ordinary_home_says_in_words_where_to_go(circumstance: Circumstance) -> None:
    answer = route(home(None, None, circumstance), COUNTRY, TODAY)
    assert answer == GoTo(circumstance=circumstance, words=GO_TO[circumstance], where=None)
    assert home_route(answer) == HomeRoute(circumstance=circumstance)


@pytest.mark.parametrize("circumstance", [Circumstance.NO_FIXED_ABODE, Circumstance.PRISON])
def test_where_somebody_presents_and_where_a_prison_lies_decide_the_council(circumstance: Circumstance) -> None:
    here = route(home("ZZ97 1AB", None, circumstance), COUNTRY, TODAY)
    assert home_route(here) == HomeRoute(
        council="ZZ80", icb="ZZ70", locality="North", hub_id=HUB, circumstance=circumstance
    )
    there = route(home("ZZ97 9AB", None, circumstance), COUNTRY, TODAY)
    assert home_route(there) == HomeRoute(council="ZZ86", icb="ZZ71", out_of_area=True, circumstance=circumstance)


@pytest.mark.parametrize("circumstance", [Circumstance.OVERSEAS, Circumstance.UNDER_18])
def test_somebody_from_overseas_and_a_child_belong_to_none_of_our_hubs(circumstance: Circumstance) -> None:
    answer = route(home("ZZ97 1AB", "ZZ7001", circumstance), COUNTRY, TODAY)
    assert home_route(answer) == HomeRoute(circumstance=circumstance)


def test_a_locality_may_have_a_hub_of_its_own() -> None:
    north = HubArea(area=Area.COUNCIL, code="ZZ80", locality="North", hub_id=NORTH_HUB, valid_from=SINCE)
    two = replace(COUNTRY, hub_areas=(*COUNTRY.hub_areas, north))
    assert home_route(routed("ZZ97 1AB", tables=two)).hub_id == NORTH_HUB
    assert home_route(routed("ZZ97 2AB", tables=two)).hub_id == HUB


def test_a_hub_may_look_after_a_practice_or_a_whole_icb() -> None:
    practice = HubArea(area=Area.PRACTICE, code="ZZ7101", hub_id=NORTH_HUB, valid_from=SINCE)
    icb = HubArea(area=Area.ICB, code="ZZ70", hub_id=HUB, valid_from=SINCE)
    other = replace(COUNTRY, hub_areas=(practice, icb))
    assert home_route(routed("ZZ97 8AB", "ZZ7101", other)).hub_id == NORTH_HUB
    assert home_route(routed("ZZ97 8AB", tables=other)).hub_id == HUB
    # Who lives elsewhere is not brought in by the ICB of their practice.
    assert home_route(routed("ZZ97 9AB", "ZZ7001", other)).out_of_area


def test_a_council_that_is_no_longer_in_the_tables_is_named_by_its_code() -> None:
    ended = replace(COUNTRY, councils=tuple(replace(each, valid_to=TODAY) for each in COUNTRY.councils))
    answer = routed("ZZ97 1AB", tables=ended)
    assert isinstance(answer, Routed)
    assert answer.where.council is not None
    assert (answer.where.council.code, answer.where.council.name) == ("ZZ80", "ZZ80")


@for_all(st.integers(-3, 3))
def test_an_entry_holds_from_its_first_day_until_the_day_before_its_end(days: int) -> None:
    moved = date(2026, 10, 1)
    before = PostcodeHome(postcode="ZZ97 1", council="ZZ80", valid_from=SINCE, valid_to=moved)
    after = PostcodeHome(postcode="ZZ97 1", council="ZZ86", valid_from=moved)
    tables = replace(COUNTRY, postcodes=(after, before))
    expected = "ZZ80" if days < 0 else "ZZ86"
    assert home_route(routed("ZZ97 1AB", tables=tables, on=moved + timedelta(days=days))).council == expected


@for_all(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_an_entry_that_ends_as_it_begins_never_held(on: date) -> None:
    taken_back = replace(SURGERY, valid_from=date(2026, 6, 1), valid_to=date(2026, 6, 1))
    assert not taken_back.holds(on)
