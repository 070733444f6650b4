"""PROMISE 4: replay equals live for every kind of row, and what a screen follows is what it would load.

Rows are compared by kind, scope and id, so what holds for all of them holds for the screen of each ward and hub. In
CI: after each of at least 2 × 300 random steps, and as many as record every event; 5 × 2,000 when run by hand.
"""

from datetime import UTC, datetime

import pytest

from app.database import Database
from app.domain.person import RecordDetails
from app.domain.values import Role
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.events.loading import everywhere, load
from app.events.names import NAMES
from app.people.details import Details
from app.people.registry import keep
from app.views.kinds import KINDS
from tests.facts import Installation, a_system
from tests.promises.life import Life
from tests.promises.replay import unlike_the_log
from tests.promises.shown import Shown, server_shows

STEPS = 300
LONGEST_STORY = 10
"""Lives of so many steps in which everything happens at least once, by far."""
SOAK_STEPS = 2_000
LOOK_EVERY = 5
ALL = tuple(sorted(KINDS))
GONE = ("board_round", "case", "spell", "staff")


async def live_through(place: Installation, seed: int, steps: int) -> set[str]:
    """Live, while screens of each kind and scope and of everything follow, some looking seldom; compare as we go.

    What happened, by its stored name, and the kinds of which a row went.
    """
    life = Life(place, seed)
    watches = [(kind,) for kind in ALL] + [ALL, ALL]
    screens = [Shown() for _ in watches]
    seen = set[str]()
    for n in range(steps):
        await life.step()
        shown = await server_shows(place.database, place.system, watches[0] if n % LOOK_EVERY else ALL)
        for each, (kinds, screen) in enumerate(zip(watches, screens, strict=True)):
            if n % (LOOK_EVERY if each else 1) == 0:
                await screen.look(place.database, place.system, kinds)
                loaded = {key: row for key, row in shown.items() if key[0] in kinds}
                assert screen.rows == loaded, f"step {n} of seed {seed}"
        seen |= await gone_in(place)
        if n % 50 == 0 or n == steps - 1:
            assert await unlike_the_log(place.database, place.system) == [], f"step {n} of seed {seed}"
    assert life.recorded > steps / 4
    return seen | await recorded_in(place)


async def test_every_kind_of_row_is_what_the_log_says_and_following_is_loading(database: Database) -> None:
    """Lives go on until every event was recorded and every row went and came: else this could come to prove nothing."""
    missing = {*NAMES, *GONE}
    for seed in range(1, LONGEST_STORY + 1):
        missing -= await live_through(await a_system(database, Hints(database)), seed, STEPS)
        if seed > 1 and not missing:
            break
    assert missing == set()


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3, 8))
async def test_they_stay_so_through_thousands_of_commands(place: Installation, seed: int) -> None:
    await live_through(place, seed, SOAK_STEPS)


async def gone_in(place: Installation) -> set[str]:
    """The kinds of row of which one is gone now."""
    asked = (f"EXISTS (SELECT 1 FROM {kind}_1 WHERE system_id = $1 AND gone) AS {kind}" for kind in GONE)
    (gone,) = await place.database.reads.fetch(f"SELECT {', '.join(asked)}", place.system)
    return {kind for kind in GONE if gone[kind]}


async def recorded_in(place: Installation) -> set[str]:
    """The stored names of all that happened in a system."""
    async with place.database.reads.acquire() as connection:
        rows = await connection.fetch("SELECT DISTINCT type FROM event WHERE system_id = $1", place.system)
    return {row["type"] for row in rows}


async def test_a_corrected_name_reaches_the_board_and_the_ward_list(place: Installation) -> None:
    person, spell = await place.admit(family="Exampel")
    referral = place.referral(spell)
    await place.do(referral)
    screen = Shown()
    await screen.look(place.database, place.system, ("case", "spell"))

    async with taken(place.database, place.hints, place.system) as turn:
        kept = await keep(turn.connection, turn.system, person, Details(family="Example"))
        by, at = place.by(Role.WARD_NURSE), datetime.now(UTC)
        await decide_in(turn, RecordDetails(person_id=person, changed=kept.changed, by=by, at=at))

    assert screen.position is not None
    delta = await load(place.database, place.system, everywhere("case", "spell"), screen.position)
    assert {(row.kind, row.id) for row in delta.rows} == {("case", referral.case_id), ("spell", spell)}
    await screen.look(place.database, place.system, ("case", "spell"))
    assert {row["person"]["name"] for row in screen.rows.values()} == {"EXAMPLE, Ada"}
    assert screen.rows == await server_shows(place.database, place.system, ("case", "spell"))
