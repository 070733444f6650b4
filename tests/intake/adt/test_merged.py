"""What is given up in a merge or a move."""

from app.intake.adt.identifiers import Identifier
from app.intake.adt.merged import Merged
from app.intake.adt.patient import Name
from app.intake.settings import FeedSettings, IdentifierTag
from tests.intake.adt.messages import NHS_NUMBER, OTHER_NHS_NUMBER, PV1, adt, segment, understood


def merged(settings: FeedSettings | None = None, pv1: str = PV1, **fields: str) -> Merged:
    (found,) = understood(adt(pv1=pv1, more=segment("MRG", **fields)), settings).merged
    return found


def test_a_message_without_a_merge_segment_merges_nothing() -> None:
    assert understood(adt()).merged == ()


def test_the_numbers_given_up_are_told_apart_like_those_that_stay() -> None:
    found = merged(f1=f"H8^^^RXX^MR~{OTHER_NHS_NUMBER}^^^NHS^NH", f2="OLD2", f4=NHS_NUMBER).identifiers
    assert found.hospital_number == Identifier("H8", "RXX", "MR")
    assert [one.value for one in found.every] == ["H8", OTHER_NHS_NUMBER, NHS_NUMBER, "OLD2"]
    assert found.nhs_number is None  # two were given
    assert merged(f1="H8", f4=NHS_NUMBER).identifiers.nhs_number == NHS_NUMBER


def test_the_numbers_given_up_are_read_by_the_settings_too() -> None:
    settings = FeedSettings(hospital_tags=(IdentifierTag(authority="RXX"),))
    assert merged(settings, f1="H7^^^OLD^MR~H8^^^RXX").identifiers.hospital_number == Identifier("H8", "RXX", "")


def test_a_visit_has_its_number_before_and_now() -> None:
    found = merged(f1="H8", f5="V8^^^VISITID", f6="A8")
    assert (found.prior_visit_number, found.visit_number) == ("V8", "V778899")
    assert merged(f1="H8", f6="A8").prior_visit_number == "A8"
    assert (merged(f1="H8", pv1="").prior_visit_number, merged(f1="H8", pv1="").visit_number) == (None, None)


def test_the_account_and_the_name_given_up_are_told_where_they_are_said() -> None:
    found = merged(f1="H8", f3="ACC1^^^RXX", f7="Reed^Ida^^^^^A~Marrow^Ida^^^Mrs^^L")
    assert found.account_number == "ACC1"
    assert found.name == Name(family="Marrow", given="Ida", prefix="Mrs")
    assert (merged(f1="H8").account_number, merged(f1="H8").name) == (None, None)
