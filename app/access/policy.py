"""Who may see what, and what is asked before anything is done or shown. What is not in a table is not allowed."""

import re
from uuid import UUID

from app.access.commands import ANSWERS, HUB, MANAGER, MAY_COMMAND, PEOPLE, PROVIDER, WARD
from app.access.me import Me
from app.domain.case.audience import READERS, Audience
from app.domain.decider import Command
from app.domain.escalation.answering import ANSWERS_FOR_SYSTEM
from app.domain.values import Role
from app.events.screen import Seen, Several

MAY_SEE: dict[str, frozenset[Role]] = {
    "case": PEOPLE,
    "request": HUB,
    "offer": ANSWERS,
    "note": PEOPLE,
    "assessment": PEOPLE,
    "task": PEOPLE,
    "stay": ANSWERS,
    "stay_night": ANSWERS,
    "stay_snapshot": ANSWERS,
    "escalation": frozenset(Role),
    "board_round": PEOPLE,
    "spell": PEOPLE,
    "night": PEOPLE,
    "snapshot": PEOPLE,
    "person": PEOPLE,
    "staff": frozenset(Role),
    "place": frozenset(Role),
    "service": frozenset(Role),
    "calendar": frozenset(Role),
    "ladder": frozenset(Role),
    "practice": frozenset(Role),
    "feed": PEOPLE,
}
"""Kind of row -> the roles that may see it. A provider sees no person but those in its own services: an offer is a card
that names nobody, a stay, and its nights, are of somebody whom the service has met.
"""

MAY_SEE_OWN_TASKS: frozenset[Role] = PROVIDER
"""Who sees of tasks only those of their own services, for whom these have confirmed: read, and never as rows."""

MAY_SEE_OWN_NIGHTS: frozenset[Role] = PROVIDER
"""Who reads the nights that are put down to services: those who run them, of their own only, and never as rows."""

OF_ORGANISATIONS = frozenset({"service", "offer", "stay", "stay_night", "stay_snapshot", "escalation"})
"""Kinds of row whose audience is the organisation that runs them: a provider sees those of their own only."""

MAY_BRING_IN: dict[str, frozenset[Role]] = {
    "ward_list": WARD | MANAGER,
    "caseboard": HUB | MANAGER,
}
"""Kind of list -> the roles that may bring it in, whatever its rows then command; a ward only for its own wards."""

MAY_SETTLE_FEED: frozenset[Role] = HUB | MANAGER
"""Who reads what a feed sent, word for word, and decides about what could not be placed: it names anybody."""

MAY_HAND_TO_PERSON: frozenset[Role] = WARD | HUB
"""Who reads and hands over the page for the person and carer: those at the bedside, and those who plan with them."""

MAY_LOAD_REFERENCE: frozenset[Role] = MANAGER
"""Who loads the tables by which a home is routed, and sees what is loaded. Where a home belongs may be asked by all."""


MAY_ANSWER_FOR_SYSTEM: frozenset[Role] = ANSWERS_FOR_SYSTEM
"""Who takes on and settles what is escalated to the whole system: asked in the turn, as its officer may by name."""


class NotAllowed(Exception):
    """Your role may not do this here. Ask somebody whose role it is, or sign in with another role."""


def check(me: Me, command: type[Command]) -> None:
    """Raise NotAllowed unless this person's role may give this command."""
    if not may_command(me, command):
        raise NotAllowed


def check_sight(me: Me, kind: str) -> None:
    """Raise NotAllowed unless this person's role may see this kind of row."""
    if not may_see(me, kind):
        raise NotAllowed


def may_see(me: Me, kind: str) -> bool:
    """Whether this person's role may see this kind of row."""
    return me.role in MAY_SEE.get(kind, frozenset())


def may_see_assessment(me: Me) -> bool:
    """Whether this person may read assessments whole; a provider only through a request, which says so there."""
    return me.role in PEOPLE


def check_sees_assessment(me: Me) -> None:
    """Raise NotAllowed unless this person may read assessments."""
    if not may_see_assessment(me):
        raise NotAllowed


def tasks_kept_to(me: Me) -> UUID | None:
    """The organisation to whose own work the tasks are kept that this person reads; None: all. Raises NotAllowed."""
    if me.role in MAY_SEE_OWN_TASKS:
        return me.organisation_id
    check_sight(me, "task")
    return None


def nights_kept_to(me: Me) -> UUID:
    """The organisation of whose services a provider reads the nights. Raises NotAllowed for everybody else."""
    if me.role not in MAY_SEE_OWN_NIGHTS:
        raise NotAllowed
    return me.organisation_id


def ward_kept_to(me: Me, ward: UUID | None) -> UUID | None:
    """The ward to which a list of people is kept: ward staff read that of their own; None: all. Raises NotAllowed.

    Ward staff who name no ward read the first of theirs.
    """
    check_sight(me, "spell")
    if me.role not in WARD:
        return ward
    own = ward or next(iter(me.ward_ids), None)
    if own not in me.ward_ids:
        raise NotAllowed
    return own


def row_filter(me: Me, row: Seen | Several) -> bool:
    """Whether this may be sent to this person's screen."""
    if not may_see(me, row.kind) or row.audience is None:
        return may_see(me, row.kind)
    if row.kind in OF_ORGANISATIONS:
        return me.role is not Role.PROVIDER or row.audience == str(me.organisation_id)
    return me.role in READERS[Audience(row.audience)]


def sees_of(me: Me, organisation: UUID) -> bool:
    """Whether this person may see what is shown of one organisation's services."""
    return me.role is not Role.PROVIDER or me.organisation_id == organisation


def check_runs(me: Me, organisation: UUID) -> None:
    """Raise NotAllowed where a provider sees or speaks for a service of another organisation."""
    if not sees_of(me, organisation):
        raise NotAllowed


def audiences(me: Me) -> list[Audience]:
    """The audiences whose notes this person may read, and for which they may write."""
    return [audience for audience, roles in READERS.items() if me.role in roles]


def check_settles_feed(me: Me) -> None:
    """Raise NotAllowed unless this person's role may read and settle the messages of feeds."""
    if me.role not in MAY_SETTLE_FEED:
        raise NotAllowed


def check_hands_to_person(me: Me) -> None:
    """Raise NotAllowed unless this person's role may hand a page to the person and carer."""
    if me.role not in MAY_HAND_TO_PERSON:
        raise NotAllowed


def check_loads_reference(me: Me) -> None:
    """Raise NotAllowed unless this person's role may load reference tables."""
    if me.role not in MAY_LOAD_REFERENCE:
        raise NotAllowed


def may_command(me: Me, command: type[Command]) -> bool:
    """Whether this person's role may give this command."""
    return me.role in MAY_COMMAND.get(command, frozenset())


def abilities(me: Me) -> list[str]:
    """What this person may do, by the commands' names in snake case; the pages show only these moves."""
    names = [command.__name__ for command, roles in MAY_COMMAND.items() if me.role in roles]
    names += [f"bring_in_{kind}" for kind, roles in MAY_BRING_IN.items() if me.role in roles]
    names += ["answer_for_system"] if me.role in MAY_ANSWER_FOR_SYSTEM else []
    names += ["hand_to_person"] if me.role in MAY_HAND_TO_PERSON else []
    names += ["load_reference"] if me.role in MAY_LOAD_REFERENCE else []
    names += ["settle_feed"] if me.role in MAY_SETTLE_FEED else []
    return sorted(re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in names)
