"""The person a message tells of."""

from datetime import UTC, date, datetime

import pytest

from app.intake.adt.identifiers import Identifier, Identifiers
from app.intake.adt.message import DELETED, Deleted
from app.intake.adt.patient import Address, Patient
from tests.intake.adt.messages import NHS_NUMBER, OTHER_NHS_NUMBER, adt, codes, name, segment, understood


def patient(**fields: str) -> Patient:
    return understood(adt(pid=segment("PID", **{"f3": "H1^^^RXX^MR", **fields}))).patient


def identifiers(**fields: str) -> Identifiers:
    return understood(adt(pid=segment("PID", **fields))).patient.identifiers


@pytest.mark.parametrize(
    "tagged", ["^^^NHS^HN", "^^^NHS^NH", "^^^^NH", "^^^NHS", "^^^NHSNBR^NHSNMBR", "^03^^^NI", "^^^nhs",
               "^^^NHS&2.16.840.1.113883.2.1.4.1&ISO^NH", "^^^2.16.840.1.113883.2.1.4.1"],
)  # fmt: skip
def test_the_nhs_number_is_known_by_each_tag_that_feeds_use(tagged: str) -> None:
    found = identifiers(f3=f"H1^^^RXX^MR~{NHS_NUMBER}{tagged}")
    assert found.nhs_number == NHS_NUMBER
    assert found.hospital_number == Identifier("H1", "RXX", "MR")


def test_position_is_no_matter() -> None:
    found = identifiers(f3=f"{NHS_NUMBER}^^^NHS^NH~H1^^^RXX^PI")
    assert (found.nhs_number, found.hospital_number) == (NHS_NUMBER, Identifier("H1", "RXX", "PI"))


def test_an_nhs_number_written_with_spaces_is_the_same_number() -> None:
    assert identifiers(f3=f"{NHS_NUMBER[:3]} {NHS_NUMBER[3:6]} {NHS_NUMBER[6:]}^^^NHS").nhs_number == NHS_NUMBER


def test_an_nhs_number_without_a_tag_is_found_in_the_external_field() -> None:
    found = identifiers(f2=NHS_NUMBER, f3="H1")
    assert (found.nhs_number, found.hospital_number) == (NHS_NUMBER, Identifier("H1", "", ""))


def test_another_number_in_the_external_field_is_no_nhs_number_even_when_it_passes_the_check() -> None:
    # A hospital's own ten digits, of a range where no NHS number was ever given out.
    found = identifiers(f2="2000000010", f3="H1^^^RXX^MR")
    assert (found.nhs_number, found.unverified_nhs_numbers) == (None, ())
    assert identifiers(f2=f"{NHS_NUMBER}^^^RXX^MRN").nhs_number is None


@pytest.mark.parametrize("number", ["9304026319", "9999999999", "0000000000", "N400000000", "12345", "²²²²²²²²²²"])
def test_a_number_that_fails_its_check_or_is_a_placeholder_is_kept_but_joins_nothing(number: str) -> None:
    reading = understood(adt(pid=segment("PID", f3=f"H1^^^RXX^MR~{number}^^^NHS^NH")))
    found = reading.patient.identifiers
    assert (found.nhs_number, found.unverified_nhs_numbers) == (None, (number,))
    assert found.hospital_number == Identifier("H1", "RXX", "MR")
    assert codes(reading) == {"nhs-number-unverified"}


def test_of_two_different_nhs_numbers_neither_joins() -> None:
    reading = understood(adt(pid=segment("PID", f3=f"{NHS_NUMBER}^^^NHS~{OTHER_NHS_NUMBER}^^^NHS")))
    assert reading.patient.identifiers.nhs_number is None
    assert reading.patient.identifiers.unverified_nhs_numbers == (NHS_NUMBER, OTHER_NHS_NUMBER)
    assert codes(reading) == {"several-nhs-numbers"}


def test_the_same_nhs_number_twice_is_one() -> None:
    assert identifiers(f2=NHS_NUMBER, f3=f"{NHS_NUMBER}^^^NHS~{NHS_NUMBER}^^^^NH").nhs_number == NHS_NUMBER


def test_without_a_type_the_first_other_number_is_the_hospitals() -> None:
    assert identifiers(f3=f"AB12^^^^SS~{NHS_NUMBER}^^^NHS~H7~H8").hospital_number == Identifier("H7", "", "")


def test_every_identifier_is_kept_once_in_the_order_sent() -> None:
    found = identifiers(f2="H1^^^RXX^MR", f3=f"H1^^^RXX^MR~{NHS_NUMBER}^^^NHS", f4="OLD1")
    assert [identifier.value for identifier in found.every] == ["H1", NHS_NUMBER, "OLD1"]


def test_the_legal_name_is_taken_then_any_that_is_not_an_alias() -> None:
    said = understood(adt(pid=segment("PID", f3="H1", f5="Reed^Ida^^^^^A~Marrow^Ida^^^Mrs^^L")))
    assert (name(said).family, name(said).given, name(said).prefix) == ("Marrow", "Ida", "Mrs")
    said = understood(adt(pid=segment("PID", f3="H1", f5="Reed^Ida^^^^^A~Marrow&van^Ida^^^^^D")))
    assert name(said).family == "Marrow"


@pytest.mark.parametrize("field", ["f5", "f11", "f13"])
def test_null_deletes_and_empty_says_nothing(field: str) -> None:
    said = {"f5": "name", "f11": "address", "f13": "phone"}[field]
    assert getattr(patient(**{field: '""'}), said) is DELETED
    assert getattr(patient(**{field: '""^""^""'}), said) is DELETED
    assert getattr(patient(**{field: ""}), said) is None
    assert getattr(patient(f30="N"), said) is None


def test_an_address_is_its_lines_and_its_postcode() -> None:
    found = patient(f11="1 Mill Lane&Mill Lane&1^Reedham^Ambleford^^zz9 9zz^GBR^H").address
    assert found == Address(lines=("1 Mill Lane", "Reedham", "Ambleford"), postcode="ZZ9 9ZZ")


def test_the_home_is_taken_before_other_addresses_and_a_country_alone_is_none() -> None:
    assert patient(f11="Old Road^^^^ZZ1 1ZZ^^BA~New Road^^^^ZZ2 2ZZ^^H").address == Address(
        lines=("New Road",), postcode="ZZ2 2ZZ"
    )
    assert patient(f11="^^^^^ENGLAND^L").address is None


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("01632 960001", "01632 960001"),
        ("^WPN~01632 960002^PRN", "01632 960002"),
        ("ida@example.org^NET^Internet~07700 900003", "07700 900003"),
        ("^PRN^PH^^^01632^960004", "01632960004"),
        ("^PRN^PH^^^^^^^^^01632 960005", "01632 960005"),
    ],
)
def test_a_telephone_number_is_found_where_feeds_put_it(said: str, phone: str) -> None:
    assert patient(f13=said).phone == phone


@pytest.mark.parametrize(
    ("said", "practice"),
    [
        ("|||Beck Surgery^^A81001|G9912345^Brook^Ann^^^Dr^^^NATGP", "A81001"),
        ("|||Beck Surgery^L^^^^ODS^XX^^^zz7001", "ZZ7001"),
        ("|||Beck Surgery^^~Mill Surgery^^Y06601", "Y06601"),
        ("|||A81001", "A81001"),
        ("||||A81001^Brook", "A81001"),
        ("||||G9912345^Brook^Ann", None),
        ("|||THE SURGERY|1234567^Brook", None),
        ("|||Beck Surgery^^https://a81001", None),
        ('|||""', DELETED),
        ("", None),
    ],
)
def test_the_practice_is_read_by_its_code_where_feeds_put_it(said: str, practice: str | Deleted | None) -> None:
    assert understood(adt(more=f"PD1{said}")).patient.practice == practice


@pytest.mark.parametrize(
    ("said", "sex"), [("F", "F"), ("female", "F"), ("2", "F"), ("M", "M"), ("1", "M"), ("U", "other"), ("", None)]
)
def test_sex_is_told_in_letters_words_or_national_codes(said: str, sex: str | None) -> None:
    assert patient(f8=said).sex == sex


def test_the_day_of_birth_is_the_day_alone() -> None:
    assert patient(f7="19400229010000").birth_date == date(1940, 2, 29)
    assert patient(f7="20000101+^D").birth_date == date(2000, 1, 1)


@pytest.mark.parametrize(
    ("fields", "died"),
    [
        ({"f30": "Y"}, True),
        ({"f29": "20260601"}, True),
        ({"f30": "N"}, False),
        ({"f30": '""'}, False),
        ({"f30": "N", "f29": "20260601"}, False),
        ({}, None),
    ],
)
def test_death_is_said_denied_or_not_mentioned(fields: dict[str, str], died: bool | None) -> None:
    assert patient(**fields).died is died


def test_a_death_both_denied_and_dated_is_doubted() -> None:
    reading = understood(adt(pid=segment("PID", f3="H1", f29="20260601", f30="N")))
    assert codes(reading) == {"death-disputed"}
    assert reading.patient.died_at
    assert reading.patient.died_at.at == datetime(2026, 5, 31, 23, tzinfo=UTC)
