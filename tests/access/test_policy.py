"""The one policy table: total over commands and kinds of row, closed by default, and what every route obeys."""

from collections.abc import Iterator
from sys import modules
from typing import Any
from uuid import uuid4

import pytest

from app.access.me import Me
from app.access.policy import (
    MAY_COMMAND,
    MAY_SEE,
    NotAllowed,
    abilities,
    audiences,
    check,
    check_sight,
    may_see,
    row_filter,
)
from app.domain.case import (
    AcceptReferral,
    AmendNote,
    AmendReferral,
    CloseCase,
    DecidePathway,
    GiveCase,
    NameCaseManager,
    PinNote,
    PlanLeaving,
    RaiseEarlyAlert,
    RecordBestInterests,
    RecordDeparture,
    RecordReturn,
    ReopenCase,
    ResumeReferral,
    ReturnReferral,
    SubmitReferral,
    TrackCase,
    UndoHubStep,
    UndoSharedStep,
    WithdrawReferral,
    WriteNote,
)
from app.domain.decider import Command
from app.domain.feed import AddFeed, ChangeFeed
from app.domain.hub import HoldBoardRound
from app.domain.person import RecordDeath, RecordDetails, RetirePerson, ReverseDeath
from app.domain.service import ListService
from app.domain.spell import (
    CancelExpectedAdmission,
    ChangeClass,
    CorrectPlace,
    EndLeave,
    EndSpell,
    ExpectAdmission,
    ExpectDischarge,
    GiveSpell,
    MovePerson,
    OpenSpell,
    PlanDischarge,
    PlanTransfer,
    ProposeReadiness,
    ReturnToWard,
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
    ReviewCriteria,
    SayHubNeed,
    SendToLounge,
    StartLeave,
    WithdrawDischargePlan,
    WithdrawTransferPlan,
)
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard, RemoveStaff
from app.domain.values import Role, SystemId
from app.events.screen import Seen
from app.views.kinds import KINDS
from tests.api.desk import Desk, refusal
from tests.api.routes import Route, routes

WARD, HUB = {Role.WARD_NURSE, Role.WARD_CLINICIAN}, {Role.CASE_MANAGER, Role.HUB_LEAD}
API = "/api/v1"

PUTS: dict[str, type[Command]] = {
    f"{API}/cases/{{case_id}}/referral": SubmitReferral,
    f"{API}/cases/{{case_id}}/early-alert": RaiseEarlyAlert,
    f"{API}/cases/{{case_id}}/amendment": AmendReferral,
    f"{API}/cases/{{case_id}}/withdrawal": WithdrawReferral,
    f"{API}/cases/{{case_id}}/tracking": TrackCase,
    f"{API}/cases/{{case_id}}/return": ReturnReferral,
    f"{API}/cases/{{case_id}}/acceptance": AcceptReferral,
    f"{API}/cases/{{case_id}}/case-manager": NameCaseManager,
    f"{API}/cases/{{case_id}}/best-interests": RecordBestInterests,
    f"{API}/cases/{{case_id}}/pathway": DecidePathway,
    f"{API}/cases/{{case_id}}/leaving": PlanLeaving,
    f"{API}/cases/{{case_id}}/departure": RecordDeparture,
    f"{API}/cases/{{case_id}}/return-to-hospital": RecordReturn,
    f"{API}/cases/{{case_id}}/closure": CloseCase,
    f"{API}/cases/{{case_id}}/reopening": ReopenCase,
    f"{API}/cases/{{case_id}}/notes/{{note_id}}": WriteNote,
    f"{API}/cases/{{case_id}}/notes/{{note_id}}/amendments/{{amendment_id}}": AmendNote,
    f"{API}/cases/{{case_id}}/notes/{{note_id}}/pin": PinNote,
    f"{API}/hubs/{{hub_id}}/board-rounds/{{round_id}}": HoldBoardRound,
    f"{API}/cases/{{case_id}}/undoing": UndoHubStep,
    f"{API}/cases/{{case_id}}/resumption": ResumeReferral,
    f"{API}/spells/{{spell_id}}": OpenSpell,
    f"{API}/spells/{{spell_id}}/bed": MovePerson,
    f"{API}/spells/{{spell_id}}/end": EndSpell,
    f"{API}/spells/{{spell_id}}/expected-discharge": ExpectDischarge,
    f"{API}/spells/{{spell_id}}/hub-need": SayHubNeed,
    f"{API}/spells/{{spell_id}}/leave": StartLeave,
    f"{API}/spells/{{spell_id}}/leave/end": EndLeave,
    f"{API}/spells/{{spell_id}}/lounge": SendToLounge,
    f"{API}/spells/{{spell_id}}/back-on-ward": ReturnToWard,
    f"{API}/spells/{{spell_id}}/reversal": ReverseEnd,
    f"{API}/spells/{{spell_id}}/reviews/{{review_id}}": ReviewCriteria,
    f"{API}/organisations/{{organisation_id}}": AddOrganisation,
    f"{API}/sites/{{site_id}}": AddSite,
    f"{API}/wards/{{ward_id}}": AddWard,
    f"{API}/hubs/{{hub_id}}": AddHub,
    f"{API}/services/{{service_id}}": ListService,
    f"{API}/staff/{{staff_id}}": AddStaff,
    f"{API}/staff/{{staff_id}}/leaving": RemoveStaff,
    f"{API}/feeds/{{feed_id}}": AddFeed,
    f"{API}/feeds/{{feed_id}}/settings": ChangeFeed,
    f"{API}/feed-messages/{{message_id}}/ward": ChangeFeed,
}
"""What each PUT commands with the example of its document."""

READS = {
    f"{API}/cases": "case",
    f"{API}/cases/{{case_id}}": "case",
    f"{API}/spells/{{spell_id}}": "spell",
    f"{API}/wards/{{ward_id}}/list": "spell",
    f"{API}/people/search": "person",
    f"{API}/notes/search": "note",
    f"{API}/hubs/{{hub_id}}/since-board-round": "board_round",
    f"{API}/home-routing": "person",
    f"{API}/spells/{{spell_id}}/home": "spell",
    f"{API}/feeds": "feed",
}
"""What may be seen by which kind of row."""

FOR_EVERYONE = {f"{API}/me", f"{API}/codes", f"{API}/live/tickets"}

LISTS = {
    f"{API}/lists": WARD | HUB | {Role.MANAGER},
    f"{API}/lists/reading": WARD | {Role.MANAGER},
    f"{API}/lists/comparison": WARD | {Role.MANAGER},
    f"{API}/lists/{{list_id}}": WARD | {Role.MANAGER},
    f"{API}/lists/{{list_id}}/application": WARD | HUB | {Role.MANAGER},
    f"{API}/lists/{{list_id}}/undoing": WARD | HUB | {Role.MANAGER},
}
"""Who may bring in a list: their own kind, with the example of the document a ward list."""

DRAFTS = {f"{API}/spells/{{spell_id}}/referral-draft"}
"""For those who may refer."""

DESK_FOR_THE_FEED = {
    f"{API}/feed-messages",
    f"{API}/feed-messages/{{message_id}}",
    f"{API}/feed-messages/{{message_id}}/decision",
    f"{API}/feed-messages/replays/{{replay_id}}",
}
"""For those who look after feeds: what a feed sent names anybody, so it is not for wards or services."""

REFERENCE = {f"{API}/reference", f"{API}/reference/{{kind}}", f"{API}/reference/{{kind}}/preview"}
"""For managers: the tables by which every home of the system is routed."""

REVERSALS: list[tuple[dict[str, Any], type[Command]]] = [
    ({"what": "admission"}, ReverseAdmission),
    ({"what": "end"}, ReverseEnd),
    ({"what": "move", "ward_id": str(uuid4()), "bed": "1"}, ReverseMove),
]
"""What the one route of reversals commands, by what it is told."""

UNDOINGS: list[tuple[str, type[Command]]] = [
    *((each, UndoHubStep) for each in ("referral_return", "acceptance", "pathway", "leaving")),
    *((each, UndoSharedStep) for each in ("return_to_hospital", "tracking")),
]
"""What the one route of undoings commands, by what it is told."""

WITH_THE_FEED = {
    *(RecordDeath, ReverseDeath, CorrectPlace, ChangeClass, ProposeReadiness),
    *(ExpectAdmission, CancelExpectedAdmission, PlanDischarge, WithdrawDischargePlan),
    *(PlanTransfer, WithdrawTransferPlan),
}
NOT_BY_HAND = {RecordDetails, RetirePerson, GiveCase, GiveSpell, *WITH_THE_FEED}
"""What no one commands by itself: details come with the admission or the feed, and what belongs to a retired record
goes with the merge."""


def commands(of: type[Command] = Command) -> Iterator[type[Command]]:
    """Every command that somebody could give. Of a class with slots only the second making counts."""
    kinds = [each for each in of.__subclasses__() if getattr(modules[each.__module__], each.__name__) is each]
    if not kinds:
        yield of
    for each in kinds:
        yield from commands(each)


def me(role: Role) -> Me:
    return Me(
        system=SystemId(uuid4()),
        staff_id=uuid4(),
        name="Sam Example",
        role=role,
        organisation_id=uuid4(),
        hub_id=None,
        ward_ids=(),
        session=b"",
    )


def test_every_command_is_in_the_table() -> None:
    assert set(commands()) == set(MAY_COMMAND) | NOT_BY_HAND


def test_every_command_in_the_table_has_a_route() -> None:
    assert {*PUTS.values(), *(command for _, command in [*REVERSALS, *UNDOINGS])} == set(MAY_COMMAND)


def test_every_kind_of_row_is_in_the_table() -> None:
    assert set(MAY_SEE) == set(KINDS)


@pytest.mark.parametrize("role", Role)
def test_what_is_not_in_the_table_is_not_allowed(role: Role) -> None:
    with pytest.raises(NotAllowed):
        check(me(role), RecordDetails)
    with pytest.raises(NotAllowed):
        check_sight(me(role), "payslip")
    assert not may_see(me(role), "payslip")


@pytest.mark.parametrize(
    ("command", "roles"),
    [
        *((each, WARD) for each in (RaiseEarlyAlert, SubmitReferral, WithdrawReferral)),
        *((each, WARD | HUB) for each in (AmendReferral, TrackCase)),
        (ReviewCriteria, {Role.WARD_CLINICIAN}),
        (RecordBestInterests, {Role.WARD_CLINICIAN} | HUB),
        *((each, WARD) for each in (OpenSpell, MovePerson, EndSpell)),
        *((each, WARD) for each in (ReverseAdmission, ReverseMove, ReverseEnd, StartLeave, EndLeave)),
        *((each, WARD | HUB) for each in (ExpectDischarge, SayHubNeed, UndoSharedStep)),
        *((each, WARD) for each in (SendToLounge, ReturnToWard, ResumeReferral)),
        (UndoHubStep, HUB),
        *((each, HUB) for each in (ReturnReferral, AcceptReferral, NameCaseManager, DecidePathway, PlanLeaving)),
        *((each, HUB) for each in (CloseCase, ReopenCase, HoldBoardRound)),
        *((each, WARD | HUB) for each in (WriteNote, AmendNote, PinNote)),
        *((each, WARD | HUB) for each in (RecordDeparture, RecordReturn)),
        *((each, {Role.MANAGER}) for each in (AddOrganisation, AddSite, AddWard, AddHub, AddStaff)),
        *((each, {Role.MANAGER}) for each in (RemoveStaff, ListService, AddFeed, ChangeFeed)),
    ],
)
def test_each_command_is_for_those_whose_work_it_is(command: type[Command], roles: set[Role]) -> None:
    assert set(MAY_COMMAND[command]) == roles


def test_a_provider_commands_nothing_and_sees_nobody() -> None:
    provider = me(Role.PROVIDER)
    assert abilities(provider) == []
    assert {kind for kind in KINDS if may_see(provider, kind)} == {"staff", "place", "service"}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", KINDS)
def test_the_live_feed_filters_by_the_same_table(role: Role, kind: str) -> None:
    row = Seen(kind, "*", uuid4(), 1, "{}")
    assert row_filter(me(role), row) is (role in MAY_SEE[kind])


@pytest.mark.parametrize(
    ("audience", "roles"), [("ward", WARD), ("hub", HUB), ("everyone", WARD | HUB | {Role.MANAGER})]
)
def test_a_note_goes_only_to_whom_it_is_for(audience: str, roles: set[Role]) -> None:
    note = Seen("note", "*", uuid4(), 1, "{}", audience)
    assert {role for role in Role if row_filter(me(role), note)} == roles
    assert {role for role in Role if audience in audiences(me(role))} == roles


def test_every_route_is_walked_below() -> None:
    walked = {**dict.fromkeys(PUTS, "PUT"), **dict.fromkeys(READS, "read"), **dict.fromkeys(FOR_EVERYONE, "any")}
    assert {route.template for route in routes() if route.method == "PUT"} <= {
        *PUTS,
        *LISTS,
        *DRAFTS,
        *DESK_FOR_THE_FEED,
        *REFERENCE,
    }
    assert {route.template for route in routes()} == {*walked, *LISTS, *DRAFTS, *DESK_FOR_THE_FEED, *REFERENCE}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("route", routes(), ids=str)
async def test_a_route_answers_403_exactly_where_the_table_says(here: Desk, route: Route, role: Role) -> None:
    head = await here.head()
    answer = await here.client.request(route.method, route.path(), json=route.body, headers=await here.headers(role))
    if allowed(route, role):
        assert answer.status_code in {200, 204, 404, 409}
    else:
        assert refusal(answer) == (403, "not-allowed")
        assert await here.head() == head


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("reversal", "command"), REVERSALS)
async def test_each_reversal_is_a_command_of_its_own(
    here: Desk, reversal: dict[str, Any], command: type[Command], role: Role
) -> None:
    answer = await here.put(f"/spells/{uuid4()}/reversal", reversal | {"at": "2026-10-22T12:00:00Z"}, role)
    assert (answer.status_code == 403) is (role not in MAY_COMMAND[command])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("what", "command"), UNDOINGS)
async def test_each_undoing_is_for_those_whose_step_it_was(
    here: Desk, what: str, command: type[Command], role: Role
) -> None:
    body = {"what": what, "words": "A mistake.", "undo_id": str(uuid4())}
    answer = await here.put(f"/cases/{uuid4()}/undoing", body, role)
    assert (answer.status_code == 403) is (role not in MAY_COMMAND[command])


def allowed(route: Route, role: Role) -> bool:
    if route.template in LISTS:
        of_another_kind = route.method == "GET" and role in HUB
        return role in LISTS[route.template] or of_another_kind
    if route.template in DRAFTS:
        return role in WARD
    if route.template in DESK_FOR_THE_FEED:
        return role in HUB | {Role.MANAGER}
    if route.template in REFERENCE:
        return role is Role.MANAGER
    if route.method == "PUT":
        return role in MAY_COMMAND[PUTS[route.template]]
    return route.template in FOR_EVERYONE or role in MAY_SEE[READS[route.template]]
