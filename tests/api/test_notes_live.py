"""Notes on the websocket: a screen is sent those that are for whoever sits at it, at first and as they come."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.domain.case import AmendNote, PinNote, WriteNote
from app.domain.case.audience import Audience
from app.domain.values import CaseId, Role, Words
from app.embedded import EmbeddedPostgres
from tests.facts import Installation
from tests.promises.screens import Desk, Screen
from tests.promises.serving import one_worker
from tests.promises.shown import head

AT = {Role.WARD_NURSE: {"ward", "everyone"}, Role.CASE_MANAGER: {"hub", "everyone"}, Role.MANAGER: {"everyone"}}
KINDS = ("note", "case")
AUTHOR = {Audience.WARD: Role.WARD_CLINICIAN, Audience.HUB: Role.HUB_LEAD, Audience.EVERYONE: Role.HUB_LEAD}


@pytest.fixture(scope="module")
async def worker(postgres: EmbeddedPostgres) -> AsyncIterator[str]:
    async with one_worker(postgres.url(role="app")) as address:
        yield f"http://{address}"


async def test_a_screen_is_sent_the_notes_that_are_for_who_sits_at_it(worker: str, place: Installation) -> None:
    _, spell = await place.admit()
    referral = place.referral(spell)
    await place.do(referral)
    await _tell_each_side(place, referral.case_id, "Before")
    async with httpx.AsyncClient(base_url=worker, trust_env=False, timeout=30) as client, AsyncExitStack() as stack:
        desks = {role: Desk(client, await place.sign_in(client, role)) for role in AT}
        screens = {role: await stack.enter_async_context(desk.screen(kinds=KINDS)) for role, desk in desks.items()}
        for role, screen in screens.items():
            await screen.message()
            assert _words(screen) == {f"Before {audience}{more}" for audience in AT[role] for more in (".", ", again.")}

        await _tell_each_side(place, referral.case_id, "After")
        for role, screen in screens.items():
            await screen.until(await head(place.database, place.system))
            said = {f"{when} {audience}" for audience in AT[role] for when in ("Before", "After")}
            assert _words(screen) == {words + more for words in said for more in (".", ", again.")}


async def _tell_each_side(place: Installation, case: CaseId, when: str) -> None:
    """A note for each audience, amended, taken down and pinned again."""
    for audience, role in AUTHOR.items():
        note, amendment = uuid4(), uuid4()
        what: dict[str, Any] = {"case_id": case, "by": place.by(role), "at": datetime.now(UTC)}
        said, again = Words(f"{when} {audience}."), Words(f"{when} {audience}, again.")
        await place.do(WriteNote(note_id=note, audience=audience, words=said, pinned=True, **what))
        await place.do(AmendNote(note_id=amendment, amends=note, words=again, **what))
        for pinned in (False, True):
            await place.do(PinNote(note_id=amendment, pinned=pinned, **what))


def _words(screen: Screen) -> set[str]:
    return {row["words"] for row in screen.shown.rows.values() if row["kind"] == "note"}
