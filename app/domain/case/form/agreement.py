"""Field 4, *told and agrees*: what the person said to being referred and to sharing, and how to speak with them."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.values import Words


class Agrees(StrEnum):
    """What the person said (DOMAIN rule 4)."""

    AGREES = "agrees"
    DOES_NOT_AGREE = "does_not_agree"
    BEST_INTERESTS = "best_interests"
    NOT_YET_ASKED = "not_yet_asked"


class Accessible(StrEnum):
    """What the person needs in order to read, hear and be heard (Accessible Information Standard; local list)."""

    LARGE_PRINT = "large_print"
    EASY_READ = "easy_read"
    BRAILLE = "braille"
    AUDIO = "audio"
    SIGN_LANGUAGE = "sign_language"
    HEARING_LOOP = "hearing_loop"
    LIP_READING = "lip_reading"
    ADVOCATE_PRESENT = "advocate_present"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """`why` is why they do not agree; `language` the one an interpreter is needed for."""

    agrees: Agrees
    why: Words | None = None
    language: Words | None = None
    accessible: frozenset[Accessible] = frozenset()
