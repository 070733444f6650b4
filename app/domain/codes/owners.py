"""To whom a task, a reason or an escalation falls."""

from enum import StrEnum


class Owner(StrEnum):
    """Whose it is: an organisation by what it is to the case."""

    HOSPITAL = "hospital"
    HUB = "hub"
    COUNCIL = "council"
    COMMISSIONER = "commissioner"
    COMMUNITY = "community"
    SERVICE = "service"
    VOLUNTARY = "voluntary"
