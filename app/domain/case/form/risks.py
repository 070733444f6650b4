"""Field 11, *risks*: to the person, at home, and to those who come."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.values import Words


class Risk(StrEnum):
    """A risk. Local default list; *none* is an answer and stands alone."""

    NONE = "none"
    FALLS = "falls"
    SKIN_DAMAGE = "skin_damage"
    SWALLOWING = "swallowing"
    INFECTION = "infection"
    SAFEGUARDING = "safeguarding"
    RISK_TO_STAFF = "risk_to_staff"
    OVER_WEIGHT_LIMIT = "over_weight_limit"
    RESPECT_OR_DNACPR = "respect_or_dnacpr"
    DEPRIVATION_OF_LIBERTY = "deprivation_of_liberty"
    PETS = "pets"
    SMOKING = "smoking"
    HOME_OXYGEN = "home_oxygen"
    HOME_UNSAFE = "home_unsafe"


class Access(StrEnum):
    """How somebody gets in. The code of a key safe is never written down here."""

    KEY_SAFE = "key_safe"
    SOMEONE_IN = "someone_in"
    KEY_ON_WARD = "key_on_ward"
    NO_ACCESS = "no_access"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Risks:
    """`safeguarding_stops_leaving` is only ever said by somebody: None is not said, and stops nothing."""

    risks: frozenset[Risk] = frozenset()
    swallowing: Words | None = None
    infection: Words | None = None
    safeguarding_stops_leaving: bool | None = None
    access: Access | None = None
    words: Words | None = None
