"""`/readyz` tells in words how far a worker's live feed is behind the log, and is ready all the same."""

from uuid import UUID, uuid4

import httpx
import pytest

from app.api.health import live_told
from app.api.live_messages import rows_message
from app.domain.values import Role, SystemId
from app.events.live import SIGHT_SECONDS, Live, Sight
from app.events.loading import everywhere
from app.events.screen import Screen, Seen
from app.migrating import newest_revision
from tests.facts import Installation
from tests.promises.commands import a_hub

ONE, OTHER = SystemId(UUID(int=1)), SystemId(UUID(int=2))


async def test_a_worker_that_can_work_says_on_what_it_stands(client: httpx.AsyncClient) -> None:
    told = (await client.get("/readyz")).json()
    assert set(told) == {"status", "database", "migrations", "live"}
    assert newest_revision() in told["migrations"]
    assert all(words.endswith(".") for words in (told["database"], told["migrations"], told["live"]["detail"]))


@pytest.mark.parametrize(
    ("sight", "heads", "told"),
    [
        ({}, {}, ("No screen follows here.", 0.0, 0)),
        ({ONE: Sight(4, 0.9)}, {ONE: 6}, ("Up to date.", 0.9, 2)),
        ({ONE: Sight(9, 0.0)}, {ONE: 6}, ("Up to date.", 0.0, 0)),
        (
            {ONE: Sight(4, SIGHT_SECONDS + 8), OTHER: Sight(4, 0.1)},
            {ONE: 44, OTHER: 5},
            ("Behind for 11 seconds: its screens say that they are not live. Look into the log.", 11.0, 40),
        ),
    ],
)
def test_the_system_that_is_furthest_behind_is_told(
    sight: dict[SystemId, Sight], heads: dict[SystemId, int], told: tuple[str, float, int]
) -> None:
    assert tuple(live_told(sight, heads).values()) == told


async def test_a_watched_system_is_seen_up_to_its_head(place: Installation) -> None:
    live, screen = Live(place.database), Screen(place.system, everywhere("place"), lambda _: True)
    await place.do(a_hub(place, "Before"))
    assert live.sight() == {}
    async with live.watching(screen):
        seen = live.sight()[place.system]
        head = (await place.do(a_hub(place, f"After {Role.MANAGER}"))).position
        assert seen.position < head
        live.heard(place.system)
        await screen.ready.wait()
        assert live.sight()[place.system].position == head
    assert live.sight() == {}
    await live.close()


def test_a_message_tells_of_what_each_of_its_rows_came() -> None:
    came_of, unknown = uuid4(), None
    rows = [Seen("case", "*", uuid4(), 7, "{}", None, came_of), Seen("case", "*", uuid4(), 8, "{}", None, unknown)]
    told = rows_message("1.1", 8, "ab", rows, snapshot=False)
    assert told == (
        '{"type":"rows","epoch":"1.1","position":8,"hash":"ab","snapshot":false,'
        f'"correlations":{{"7":"{came_of.hex}"}},"rows":[{{}},{{}}]}}'
    )
