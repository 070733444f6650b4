"""Field 1, *person*: where they are going to. Who they are is known from the stay; it is confirmed, not typed again."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.values import Words


class GoingTo(StrEnum):
    """Where the person goes, as far as the ward knows. Local default list."""

    USUAL_HOME = "usual_home"
    OWN_CARE_HOME = "own_care_home"
    TEMPORARY_ADDRESS = "temporary_address"
    WITH_FAMILY = "with_family"
    NO_FIXED_ABODE = "no_fixed_abode"
    PRISON = "prison"
    OVERSEAS = "overseas"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """`words` say the address where it is not the usual home, and where to go next where no hub is responsible."""

    going_to: GoingTo
    words: Words | None = None
