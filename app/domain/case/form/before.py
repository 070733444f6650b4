"""Field 7, *before*: how the person lived before the stay, with whom and with what help."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.values import Words


class Lives(StrEnum):
    """With whom, or in what."""

    ALONE = "alone"
    WITH_CARER = "with_carer"
    WITH_OTHERS = "with_others"
    CARE_HOME = "care_home"
    EXTRA_CARE = "extra_care"
    HOSTEL = "hostel"
    NO_HOME = "no_home"


class Help(StrEnum):
    """The help they had. Of a package it counts whether the provider still holds it (DOMAIN rule 3)."""

    NONE = "none"
    UNPAID_CARER = "unpaid_carer"
    PACKAGE_ACTIVE = "package_active"
    PACKAGE_PAUSED = "package_paused"
    PACKAGE_LAPSED = "package_lapsed"
    NURSING_VISITS = "nursing_visits"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """`provider` ran the package and holds it until `held_until`, a local date."""

    lives: Lives | None = None
    help: frozenset[Help] = frozenset()
    provider: Words | None = None
    held_until: date | None = None
