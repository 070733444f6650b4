"""Which written numbers may join records: ten digits whose check digit fits, and no placeholder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.nhs_number import spaced, verified_nhs_number
from tests.facts import an_nhs_number


@pytest.mark.parametrize("written", ["9990000018", "999 000 0018", "999-000-0018", " 9990000018 "])
def test_a_number_is_taken_however_it_is_spaced(written: str) -> None:
    assert verified_nhs_number(written) == "9990000018"


@pytest.mark.parametrize("digit", "0123456789")
def test_ten_equal_digits_are_no_number(digit: str) -> None:
    assert verified_nhs_number(digit * 10) is None
    assert verified_nhs_number(f"{digit * 3} {digit * 3} {digit * 4}") is None


@pytest.mark.parametrize(
    "written", ["9990000011", "999000001", "99900000180", "nine", "", "٩٩٩٠٠٠٠٠١٨", "9990000018\n", "999.000.0018"]
)
def test_a_number_with_a_wrong_digit_or_of_other_signs_is_none(written: str) -> None:
    assert verified_nhs_number(written) is None


@given(place=st.integers(0, 9), digit=st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(place: int, digit: str) -> None:
    number = an_nhs_number()
    typed = number[:place] + digit + number[place + 1 :]
    assert verified_nhs_number(typed) == (number if typed == number else None)


def test_a_number_is_read_in_three_parts() -> None:
    assert [spaced("9990000018"), spaced("99900")] == ["999 000 0018", "99900"]
