"""The sex that a bed or a bay is for."""

from enum import StrEnum


class Sex(StrEnum):
    """The code; its words are in `WORDS`."""

    FEMALE = "female"
    MALE = "male"


WORDS = {Sex.FEMALE: "Female", Sex.MALE: "Male"}
