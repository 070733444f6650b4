"""Words for all that a log may not hold: put into every field of text of every route, and into messages."""

import asyncio
import re
from collections import Counter
from typing import Any
from uuid import UUID

from app.access.commands import MAY_COMMAND
from tests.access.commanded import PUTS
from tests.api.desk import HUB, NURSE, Desk
from tests.api.routes import Route, routes
from tests.intake.adt.telling import Someone

CANARY = "Canarisse"
CANARY_NUMBER = "9991234578"

IN_A_MESSAGE = Someone(
    numbers=f"H9^^^RXX^MR~{CANARY_NUMBER}^^^NHS^NH",
    name=f"{CANARY}^{CANARY}^^^Mrs^^L",
    address=f"1 {CANARY} Lane^^{CANARY}^^ZZ9 9ZZ",
    phone=CANARY,
)

_FIXED = re.compile(r"\d{4}-\d\d-\d\d.*|[a-z_]+|[A-Z]+\d*|.{0,4}")
"""Times, codes and the like: with words in their place nothing would come of the body."""


async def in_every_text(desk: Desk) -> Counter[int]:
    """Ask every route that takes a body: with words in all its texts, and with nothing but words; how they answered.

    Whether it is done or refused does not matter: nothing may be said of it.
    """
    case, spell = await desk.planning()
    ids = {"case_id": case, "spell_id": spell}
    admitted = await desk.put(
        f"/spells/{UUID(int=7)}", desk.admission(family=CANARY, given=CANARY, nhs_number=CANARY_NUMBER), NURSE
    )
    assert admitted.status_code == 200, admitted.text
    asked = [await _ask(desk, route, ids) for route in routes() if route.body]
    return Counter(status for answered in asked for status in answered)


async def _ask(desk: Desk, route: Route, ids: dict[str, str]) -> list[int]:
    may = MAY_COMMAND[PUTS[route.template]] if route.template in PUTS and route.method == "PUT" else {HUB}
    role = sorted(may)[0]
    path = route.path() if route.template.endswith(("_id}", "/referral")) else route.path(**ids)
    headers = await desk.headers(role) | {"Content-Type": "application/json", "X-Request-ID": CANARY}
    bodies = (_with_words(route.body, ids), dict.fromkeys(route.body, CANARY))
    asked = (desk.client.request(route.method, path, content=Desk.json(body), headers=headers) for body in bodies)
    return [answer.status_code for answer in await asyncio.gather(*asked)]


def _with_words(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: ids.get(name) or _with_words(each, ids) for name, each in value.items()}
    if isinstance(value, list):
        return [_with_words(each, ids) for each in value]
    if not isinstance(value, str) or _FIXED.fullmatch(value) or _is_id(value):
        return value
    return f"{value} {CANARY}"


def _is_id(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True
