"""What each route commands or shows, and to whom: the table by which every route is walked."""

from typing import Any
from uuid import uuid4

from app.access.commands import MAY_COMMAND
from app.access.policy import MAY_SEE
from app.domain.case import (
    SignAssessment,
    SubmitReferral,
    UndoHubStep,
    UndoSharedStep,
)
from app.domain.decider import Command
from app.domain.spell import (
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
)
from app.domain.values import Role
from tests.access.commanded import API, ASSESSMENT, PUTS
from tests.api.routes import Route

WARD, HUB = {Role.WARD_NURSE, Role.WARD_CLINICIAN}, {Role.CASE_MANAGER, Role.HUB_LEAD}


READS = {
    f"{API}/cases": "case",
    f"{API}/cases/{{case_id}}": "case",
    f"{API}/requests": "request",
    f"{API}/cases/{{case_id}}/requests": "request",
    f"{API}/offers": "offer",
    f"{API}/offers/{{offer_id}}": "offer",
    f"{API}/offers/{{offer_id}}/trusted-assessment": "offer",
    f"{API}/spells/{{spell_id}}": "spell",
    f"{API}/spells/{{spell_id}}/delay": "night",
    f"{API}/delays": "spell",
    f"{API}/delays/measures": "night",
    f"{API}/delays/snapshots": "snapshot",
    f"{API}/delays/snapshots/{{taken_on}}": "snapshot",
    f"{API}/delays/snapshots/{{taken_on}}/file": "snapshot",
    f"{API}/weekend": "spell",
    f"{API}/weekend/days": "spell",
    f"{API}/exit-chain": "spell",
    f"{API}/exit-chain/places": "stay",
    f"{API}/wards/{{ward_id}}/list": "spell",
    f"{API}/wards/{{ward_id}}/left": "spell",
    f"{API}/stays": "stay",
    f"{API}/stays/delays": "stay",
    f"{API}/cases/{{case_id}}/stays/{{stay_id}}/delay": "stay_night",
    f"{API}/escalations": "escalation",
    f"{API}/escalations/who-acts": "escalation",
    f"{API}/people/search": "person",
    f"{API}/notes/search": "note",
    f"{API}/hubs/{{hub_id}}/since-board-round": "board_round",
    f"{API}/home-routing": "person",
    f"{API}/spells/{{spell_id}}/home": "spell",
    f"{API}/feeds": "feed",
    f"{API}/services": "service",
    f"{API}/services/{{service_id}}": "service",
    f"{API}/services/matches": "service",
    f"{API}/staff": "staff",
    f"{API}/calendars/{{owner_id}}/history": "calendar",
    f"{API}/ladders/{{organisation_id}}/history": "ladder",
    f"{API}/senior-responsible-officer/history": "ladder",
    f"{API}/practice": "practice",
    f"{API}/practice/{{practice}}/history": "practice",
    f"{API}/practice/{{practice}}": "practice",
    f"{API}/system/export": "practice",
    f"{API}/cases/{{case_id}}/assessments": "assessment",
    ASSESSMENT: "assessment",
    f"{ASSESSMENT}/questionnaire-response": "assessment",
    f"{API}/cases/{{case_id}}/assessment-start": "assessment",
    f"{API}/cases/{{case_id}}/assessment-gap": "assessment",
    f"{API}/assessment-feedback": "assessment",
}
"""What may be seen by which kind of row."""

OWN_NIGHTS = {f"{API}/nights"}
"""For providers: the nights that are put down to their services."""

OWN_TASKS = {f"{API}/tasks": MAY_SEE["task"] | {Role.PROVIDER}}
"""Who reads tasks across cases: whoever sees them, and a provider its own."""

HANDED_OVER = {f"{API}/cases/{{case_id}}/for-the-person", f"{API}/cases/{{case_id}}/for-the-person/file"}
"""For wards and the hub: what is given to the person and carer."""

FOR_EVERYONE = {
    *(f"{API}/me", f"{API}/codes", f"{API}/live/tickets"),
    *(f"{API}/assessment-forms", f"{API}/assessment-forms/{{form_id}}/{{version}}"),
}

LISTS = {
    f"{API}/lists": WARD | HUB | {Role.MANAGER},
    f"{API}/lists/reading": WARD | {Role.MANAGER},
    f"{API}/lists/comparison": WARD | {Role.MANAGER},
    f"{API}/lists/{{list_id}}": WARD | {Role.MANAGER},
    f"{API}/lists/{{list_id}}/application": WARD | HUB | {Role.MANAGER},
    f"{API}/lists/{{list_id}}/undoing": WARD | HUB | {Role.MANAGER},
}
"""Who may bring in a list: their own kind, with the example of the document a ward list."""

DRAFTS: dict[str, type[Command]] = {
    f"{API}/spells/{{spell_id}}/referral-draft": SubmitReferral,
    f"{API}/spells/{{spell_id}}/earlier-referral": SubmitReferral,
    f"{API}/cases/{{case_id}}/assessment-draft": SignAssessment,
    f"{API}/cases/{{case_id}}/assessment-draft/questionnaire-response/{{assessment_id}}": SignAssessment,
}
"""For those who may send what is drafted."""

DESK_FOR_THE_FEED = {
    f"{API}/feed-messages",
    f"{API}/feed-messages/{{message_id}}",
    f"{API}/feed-messages/{{message_id}}/decision",
    f"{API}/feed-messages/replays/{{replay_id}}",
}
"""For those who look after feeds: what a feed sent names anybody, so it is not for wards or services."""

REFERENCE = {f"{API}/reference", f"{API}/reference/{{kind}}", f"{API}/reference/{{kind}}/preview"}
"""For managers: the tables by which every home of the system is routed."""

SYSTEM_FILE = {f"{API}/system/import/preview"}
"""For managers, as the import itself."""

REVERSALS: list[tuple[dict[str, Any], type[Command]]] = [
    ({"what": "admission"}, ReverseAdmission),
    ({"what": "end"}, ReverseEnd),
    ({"what": "move", "ward_id": str(uuid4()), "bed": "1"}, ReverseMove),
]
"""What the one route of reversals commands, by what it is told."""

UNDOINGS: list[tuple[str, type[Command]]] = [
    *((each, UndoHubStep) for each in ("referral_return", "acceptance", "pathway", "leaving", "best_interests")),
    *((each, UndoSharedStep) for each in ("return_to_hospital", "tracking")),
]
"""What the one route of undoings commands, by what it is told."""


def allowed(route: Route, role: Role) -> bool:
    """Whether somebody of this role may use this route."""
    if route.template in LISTS:
        of_another_kind = route.method == "GET" and role in HUB
        return role in LISTS[route.template] or of_another_kind
    if route.template in OWN_TASKS:
        return role in OWN_TASKS[route.template]
    if route.template in OWN_NIGHTS:
        return role is Role.PROVIDER
    if route.template in HANDED_OVER:
        return role in WARD | HUB
    if route.template in DRAFTS:
        return role in MAY_COMMAND[DRAFTS[route.template]]
    if route.template in DESK_FOR_THE_FEED:
        return role in HUB | {Role.MANAGER}
    if route.template in REFERENCE | SYSTEM_FILE:
        return role is Role.MANAGER
    if route.method == "PUT":
        return role in MAY_COMMAND[PUTS[route.template]]
    return route.template in FOR_EVERYONE or role in MAY_SEE[READS[route.template]]
