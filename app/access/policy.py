"""The one policy table: which role may do what. What is not in it is not allowed."""

import re

from app.access.me import Me
from app.domain.case import (
    AcceptReferral,
    CloseCase,
    DecidePathway,
    NameCaseManager,
    PlanLeaving,
    RecordDeparture,
    RecordReturn,
    ReopenCase,
    ReturnReferral,
    SubmitReferral,
)
from app.domain.decider import Command
from app.domain.service import ListService
from app.domain.spell import (
    EndSpell,
    MovePerson,
    OpenSpell,
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
    ReviewCriteria,
)
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard, RemoveStaff
from app.domain.values import Role
from app.events.screen import Seen

WARD = frozenset({Role.WARD_NURSE, Role.WARD_CLINICIAN})
HUB = frozenset({Role.CASE_MANAGER, Role.HUB_LEAD})
MANAGER = frozenset({Role.MANAGER})
CLINICIAN = frozenset({Role.WARD_CLINICIAN})
PEOPLE = WARD | HUB | MANAGER

MAY_COMMAND: dict[type[Command], frozenset[Role]] = {
    SubmitReferral: WARD,
    ReturnReferral: HUB,
    AcceptReferral: HUB,
    NameCaseManager: HUB,
    DecidePathway: HUB,
    PlanLeaving: HUB,
    RecordDeparture: WARD | HUB,
    RecordReturn: WARD | HUB,
    CloseCase: HUB,
    ReopenCase: HUB,
    ReviewCriteria: CLINICIAN,
    OpenSpell: WARD,
    MovePerson: WARD,
    EndSpell: WARD,
    ReverseMove: WARD,
    ReverseEnd: WARD,
    ReverseAdmission: WARD,
    AddOrganisation: MANAGER,
    AddSite: MANAGER,
    AddWard: MANAGER,
    AddHub: MANAGER,
    AddStaff: MANAGER,
    RemoveStaff: MANAGER,
    ListService: MANAGER,
}

MAY_SEE: dict[str, frozenset[Role]] = {
    "case": PEOPLE,
    "spell": PEOPLE,
    "person": PEOPLE,
    "staff": frozenset(Role),
    "place": frozenset(Role),
    "service": frozenset(Role),
}
"""Kind of row -> the roles that may see it. A provider sees no person: requests to services come to them later."""


class NotAllowed(Exception):
    """Your role may not do this here. Ask somebody whose role it is, or sign in with another role."""


def check(me: Me, command: type[Command]) -> None:
    """Raise NotAllowed unless this person's role may give this command."""
    if me.role not in MAY_COMMAND.get(command, frozenset()):
        raise NotAllowed


def check_sight(me: Me, kind: str) -> None:
    """Raise NotAllowed unless this person's role may see this kind of row."""
    if not may_see(me, kind):
        raise NotAllowed


def may_see(me: Me, kind: str) -> bool:
    """Whether this person's role may see this kind of row."""
    return me.role in MAY_SEE.get(kind, frozenset())


def row_filter(me: Me, row: Seen) -> bool:
    """Whether this row may be sent to this person's screen."""
    return may_see(me, row.kind)


def abilities(me: Me) -> list[str]:
    """What this person may do, by the commands' names in snake case; the pages show only these moves."""
    names = [command.__name__ for command, roles in MAY_COMMAND.items() if me.role in roles]
    return sorted(re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in names)
