"""The plain page's words: what matters is the person's own, and a number is read in three parts."""

from uuid import UUID

from app.api.offer_page import OfferPage
from app.api.plain.cards import detail_of, person_of
from app.people.lookup import Identity


def test_what_matters_is_said_as_the_persons_own_words() -> None:
    matters = {"person": "Home to her cat.", "family": None}
    page = OfferPage(card={}, detail={"what_matters": matters}, words=None, person=None)
    assert "What matters</dt>" in str(detail_of(page))
    assert ">In their own words: Home to her cat.</dd>" in str(detail_of(page))


def test_an_nhs_number_is_read_in_three_parts_and_one_that_does_not_check_is_said_to() -> None:
    assert ">999 000 0018</dd>" in str(person_of(_somebody("9990000018", verified=True)))
    assert ">999 000 0011 (does not check)</dd>" in str(person_of(_somebody("9990000011", verified=False)))
    assert "NHS number" not in str(person_of(_somebody(None, verified=False)))


def _somebody(number: str | None, *, verified: bool) -> Identity:
    return Identity(
        person_id=UUID(int=1),
        name="EXAMPLE, Ada",
        family="Example",
        given="Ada",
        prefix=None,
        birth_date=None,
        sex=None,
        nhs_number=number,
        nhs_number_verified=verified,
        hospital_numbers=(),
        address=(),
        postcode=None,
        phone=None,
        practice=None,
        died_at=None,
    )
