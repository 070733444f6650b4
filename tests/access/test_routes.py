"""What every route obeys: the policy table says who may, and everyone else is answered 403 and changes nothing."""

from typing import Any
from uuid import uuid4

import pytest

from app.access.commands import MAY_COMMAND
from app.domain.decider import Command
from app.domain.values import Role
from tests.access.commanded import PUTS
from tests.access.route_table import (
    DESK_FOR_THE_FEED,
    DRAFTS,
    FOR_EVERYONE,
    HANDED_OVER,
    LISTS,
    OWN_NIGHTS,
    OWN_TASKS,
    READS,
    REFERENCE,
    REVERSALS,
    SYSTEM_FILE,
    UNDOINGS,
    allowed,
)
from tests.api.desk import Desk, refusal
from tests.api.routes import Route, routes


def test_every_command_in_the_table_has_a_route() -> None:
    assert {*PUTS.values(), *(command for _, command in [*REVERSALS, *UNDOINGS])} == set(MAY_COMMAND)


def test_every_route_is_walked_below() -> None:
    walked = {**dict.fromkeys(PUTS, "PUT"), **dict.fromkeys(READS, "read"), **dict.fromkeys(FOR_EVERYONE, "any")}
    assert {route.template for route in routes() if route.method == "PUT"} <= {
        *PUTS,
        *LISTS,
        *DRAFTS,
        *DESK_FOR_THE_FEED,
        *REFERENCE,
    }
    assert {route.template for route in routes()} == {
        *walked,
        *LISTS,
        *OWN_TASKS,
        *OWN_NIGHTS,
        *HANDED_OVER,
        *DRAFTS,
        *DESK_FOR_THE_FEED,
        *REFERENCE,
        *SYSTEM_FILE,
    }


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
