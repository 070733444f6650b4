"""The people of the example are invented, each one only once, and the same for the same seed."""

from datetime import date

from nhs_number.constants import REGION_SYNTHETIC
from nhs_number.validate import is_valid

from app.example.names import PRACTICES
from app.example.people import nhs_number, number_of, person

MANY = range(1, 5_000)


def test_every_nhs_number_is_valid_and_of_the_range_that_is_never_issued() -> None:
    assert all(is_valid(nhs_number(number), for_region=REGION_SYNTHETIC) for number in MANY)


def test_no_two_people_share_an_nhs_number() -> None:
    assert len({nhs_number(number) for number in MANY}) == len(MANY)


def test_the_same_seed_and_number_is_the_same_person_and_another_seed_somebody_else() -> None:
    assert [person(1, number) for number in range(50)] == [person(1, number) for number in range(50)]
    assert [person(1, number).family for number in range(50)] != [person(2, number).family for number in range(50)]


def test_a_hospital_number_leads_back_to_its_person() -> None:
    assert number_of(person(1, 4711).hospital_number) == 4711


def test_a_hospital_number_of_another_kind_leads_to_nobody() -> None:
    assert number_of("RX1-22") is None


def test_who_lives_in_one_sector_lives_in_one_town_and_most_have_its_practice() -> None:
    people = [person(1, number) for number in range(1_000)]

    towns = {(each.postcode[5], each.town) for each in people}
    assert len(towns) == 9
    assert sum(each.practice == PRACTICES[each.postcode[5]] for each in people) > 900


def test_everyone_is_grown_up_and_lives_where_no_letter_arrives() -> None:
    people = [person(1, number) for number in range(1_000)]

    assert max(each.birth_date for each in people) < date(1996, 1, 1)
    assert min(each.birth_date for each in people) >= date(1925, 1, 1)
    assert all(each.postcode.startswith("ZZ97 ") and each.phone.startswith("01632 960") for each in people)
