"""What is read as a postcode, its parts from the longest to the shortest, and who is a child."""

from datetime import date

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.routing import is_under_18
from app.domain.routing.postcode import normal_postcode, parts_of

POSTCODES = st.from_regex(r"\A[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}\Z")


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("zz97 1ab", "ZZ97 1AB"),
        (" ZZ971AB ", "ZZ97 1AB"),
        ("Z1A  1AA", "Z1A 1AA"),
        ("ZZ97 1", "ZZ97 1"),
        ("ZZ97", "ZZ97"),
        ("ZZ97 1A", None),
        ("ZZ", None),
        ("", None),
        ("ZZ97 1AB, Northmoor", None),
    ],
)
def test_a_postcode_is_read_as_it_is_kept(text: str, normal: str | None) -> None:
    assert normal_postcode(text) == normal


def test_the_parts_of_a_postcode_come_longest_first() -> None:
    assert parts_of("ZZ97 1AB") == ("ZZ97 1AB", "ZZ97 1", "ZZ97")
    assert parts_of("ZZ97 1") == ("ZZ97 1", "ZZ97")
    assert parts_of("ZZ97") == ("ZZ97",)


@for_all(POSTCODES)
def test_a_whole_postcode_is_read_the_same_however_it_is_spaced_and_cased(postcode: str) -> None:
    assert normal_postcode(postcode.lower().replace(" ", "")) == postcode
    assert all(normal_postcode(part) == part for part in parts_of(postcode))


@pytest.mark.parametrize(
    ("born", "on", "child"),
    [
        (date(2008, 11, 23), date(2026, 11, 23), False),
        (date(2008, 11, 24), date(2026, 11, 23), True),
        (date(2008, 2, 29), date(2026, 2, 28), True),
        (date(2008, 2, 29), date(2026, 3, 1), False),
    ],
)
def test_a_child_comes_of_age_on_the_eighteenth_birthday(born: date, on: date, child: bool) -> None:
    assert is_under_18(born, on) is child
