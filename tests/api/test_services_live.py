"""Services on the websocket: a provider's screen is sent those of its own organisation, at first and as they change."""

from contextlib import AsyncExitStack
from typing import NamedTuple
from uuid import UUID, uuid4

import httpx

from app.domain.service import ConfirmCapacity, DeclareCapacity
from app.domain.values import OrganisationId, Role
from app.embedded import EmbeddedPostgres
from tests.facts import Installation
from tests.promises.commands import a_service, an_organisation
from tests.promises.screens import Desk, Screen
from tests.promises.serving import one_worker
from tests.promises.shown import head
from tests.services import MORNINGS, listed, said

SEES_ALL = (Role.WARD_NURSE, Role.CASE_MANAGER, Role.MANAGER)


async def test_a_provider_is_sent_its_own_services_and_no_other(
    postgres: EmbeddedPostgres, place: Installation
) -> None:
    other = an_organisation(place)
    await place.do(other)
    before = await _both(place, other.organisation_id)
    async with one_worker(postgres.url(role="app")) as address, AsyncExitStack() as stack:
        client = await stack.enter_async_context(httpx.AsyncClient(base_url=f"http://{address}", trust_env=False))
        screens: dict[Role, Screen] = {}
        for role in (*SEES_ALL, Role.PROVIDER):
            desk = Desk(client, await place.sign_in(client, role))
            screens[role] = await stack.enter_async_context(desk.screen(kinds=("service",)))
            await screens[role].message()
            assert _shown(screens[role]) == ({before.own} if role is Role.PROVIDER else set(before))

        after = await _both(place, other.organisation_id)
        last = a_service(place, "The last to come, so that every screen has something to wait for")
        await place.do(last)
        for role, screen in screens.items():
            await screen.until(await head(place.database, place.system))
            own = {before.own, after.own, last.service_id}
            assert _shown(screen) == (own if role is Role.PROVIDER else own | {before.another, after.another})


class _Both(NamedTuple):
    own: UUID
    another: UUID


def _shown(screen: Screen) -> set[UUID]:
    return {UUID(row["id"]) for row in screen.shown.rows.values()}


async def _both(place: Installation, other: OrganisationId) -> _Both:
    """A service of the provider's own organisation and one of another, each counted and confirmed."""
    made = (await listed(place, f"Own {uuid4()}"), await listed(place, f"Other {uuid4()}", by=other))
    for service in made:
        await place.do(DeclareCapacity(units=(MORNINGS,), **said(place, service, hours=1)))
        await place.do(ConfirmCapacity(**said(place, service)))
    return _Both(*made)
