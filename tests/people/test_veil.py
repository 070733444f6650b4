"""What tells who somebody is goes from what others wrote, and the rest stays readable."""

from uuid import uuid4

import pytest

from app.people.lookup import Identity
from app.people.veil import veiled

ADA = Identity(
    person_id=uuid4(),
    name="FINCHFIELD, Philomena",
    family="Finchfield",
    given="Philomena",
    prefix=None,
    birth_date=None,
    sex=None,
    nhs_number="9990000018",
    nhs_number_verified=True,
    hospital_numbers=("H1234567",),
    address=("17 Finch Row", "Birdham"),
    postcode="ZZ97 1QQ",
    phone="01632 960961",
    practice=None,
    died_at=None,
)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("philomena’s stairs", "[…]’s stairs"),
        ("Ring 01632 960961 or 01632960961.", "Ring […] or […]."),
        ("NHS 999 000 0018, H1234567", "NHS […], […]"),
        ("To 17 finch row, zz971qq", "To […], […]"),
        ("Finches in the garden", "Finches in the garden"),
        ([{"words": "Philomena"}, 2, None], [{"words": "[…]"}, 2, None]),
    ],
)
def test_names_numbers_and_addresses_are_blanked(said: object, shown: object) -> None:
    assert veiled(said, ADA) == shown


def test_a_contact_is_blanked_by_name_and_number_and_the_words_beside_them_stay() -> None:
    others = ["Her niece Perpetua Quill, attorney for health, 01632 960 963", "Key with the neighbour at no. 4"]
    said = "Perpetua asks for a key at the door; Quill’s phone is 01632960963. Her health is good."
    assert veiled(said, ADA, others) == "[…] asks for a key at the door; […]’s phone is […]. Her health is good."
