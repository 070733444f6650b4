"""For whom a note is: the ward, the hub, or everyone on the case. Nobody else reads it, on any way."""

from enum import StrEnum

from app.domain.values import Role


class Audience(StrEnum):
    """Who may read a note."""

    WARD = "ward"
    HUB = "hub"
    EVERYONE = "everyone"


WORDS = {
    Audience.WARD: "The ward only",
    Audience.HUB: "The hub only",
    Audience.EVERYONE: "Everyone on the case",
}

READERS: dict[Audience, frozenset[Role]] = {
    Audience.WARD: frozenset({Role.WARD_NURSE, Role.WARD_CLINICIAN}),
    Audience.HUB: frozenset({Role.CASE_MANAGER, Role.HUB_LEAD}),
    Audience.EVERYONE: frozenset(Role) - {Role.PROVIDER},
}
"""A manager is on neither side. What is for a service is asked through requests, not through notes."""
