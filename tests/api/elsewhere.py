"""Another system with at least one of everything: what it is made of, and the ids by which it might be asked for."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from app.domain.calendar import SetCalendar
from app.domain.practice import PracticeKind, SetPractice
from app.domain.values import Role
from app.intake.adt.feed import Feed
from app.views.kinds import KINDS
from tests.api.bringing import Bringing, a_list, a_row
from tests.api.desk import NURSE, Desk
from tests.events.examples import EXAMPLES
from tests.facts import MONDAY, Installation
from tests.intake.adt.feeding import Hospital, Someone
from tests.promises.life import Life

CANARY = "Canaria"
MOST_STEPS, LOOK_EVERY = 1_000, 10
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Theirs:
    """`ids`: one thing of each kind, by the name that addresses and bodies give it. `scopes`: those of a kind of row.

    `all_ids`: whatever is named in any row or event of theirs.
    """

    ids: dict[str, str]
    scopes: dict[str, list[str]]
    all_ids: frozenset[str]
    instead: dict[str, str] = field(default_factory=dict)

    @cached_property
    def of_nothing(self) -> "dict[str, str]":
        """The same with ids of nothing: for each of theirs the same one, wherever it stands."""
        return {name: self.nothing_for(value) for name, value in self.ids.items()}

    def nothing_for(self, value: str) -> str:
        """The id of nothing that stands for this one of theirs."""
        return self.instead.setdefault(value, str(uuid4()) if ID.fullmatch(value) else str(10**12 + int(value)))


async def lived_in(desk: Desk) -> Theirs:
    """Live there until there is a row of every kind; then a list, a draft, and a message that waits."""
    place = desk.place
    said: dict[str, Any] = {"by": place.by(NURSE), "at": MONDAY}
    calendar = EXAMPLES["calendar.set.1"].calendar
    lines = EXAMPLES["practice.set.1"].lines
    await place.do(SetCalendar(owner_id=place.trust, calendar=calendar, **said))
    await place.do(SetPractice(practice=PracticeKind.QUICK_PHRASES, lines=lines, **said))
    spell = await desk.admitted(family=CANARY)
    await desk.put(f"/spells/{spell}/referral-draft", {"answers": {"why_in_hospital": CANARY}}, NURSE)
    await _send(place)
    listed = Bringing(desk, a_list(a_row(f"{CANARY.upper()}, Ada", bed="A1-09")))
    await listed.read()
    await listed.put()
    await _live(place)
    return await _found(place, {"spell_id": spell, "list_id": listed.id})


async def _send(place: Installation) -> None:
    hospital = Hospital(place, Feed(place.database, place.hints))
    somebody = Someone(numbers="C1^^^RXX^MR", name=f"{CANARY}^Una")
    await hospital.send(hospital.write("A01", somebody, ward="NOWHERE"))


async def _live(place: Installation) -> None:
    life = Life(place, 7)
    for step in range(MOST_STEPS):
        await life.step()
        if step % LOOK_EVERY == 0 and not await _lacking(place):
            return
    raise AssertionError(f"no row of {await _lacking(place)} came to be")


async def _lacking(place: Installation) -> list[str]:
    asked = " UNION ALL ".join(
        f"SELECT '{kind}' AS kind WHERE NOT EXISTS (SELECT 1 FROM {kind}_1 WHERE system_id = $1)" for kind in KINDS
    )
    return [row["kind"] for row in await place.database.reads.fetch(asked, place.system)]


async def _found(place: Installation, ids: dict[str, str]) -> Theirs:
    reads = place.database.reads
    named = {row["name"]: row["value"] for row in await reads.fetch(_NAMED, place.system)}
    scopes: dict[str, list[str]] = {}
    all_ids: set[str] = set()
    for kind in KINDS:
        told = f"SELECT id, scope, to_jsonb(r)::text AS told FROM {kind}_1 r WHERE system_id = $1"
        rows = await reads.fetch(told, place.system)
        named[f"{kind}_id"] = str(rows[0]["id"])
        scopes[kind] = sorted({row["scope"] for row in rows})
        all_ids |= {each for row in rows for each in ID.findall(row["told"])}
    log = await reads.fetch("SELECT stream || data::text AS told FROM event WHERE system_id = $1", place.system)
    all_ids |= {each for row in log for each in ID.findall(row["told"])}
    message = await reads.fetchval("SELECT max(message_id) FROM feed_message WHERE system_id = $1", place.system)
    manages = str(place.staff[Role.CASE_MANAGER])
    more = {
        **dict.fromkeys(("staff_id", "case_manager", "assigned_to"), manages),
        **dict.fromkeys(("hub_id", "scope"), str(place.hub)),
        "ward_id": str(place.ward),
        "site_id": str(place.site),
        "organisation_id": str(place.trust),
        "owner_id": str(place.trust),
        "services": named["service_id"],
        "feed": named["feed_id"],
        "message_id": str(message),
    }
    return Theirs({**named, **more, **ids}, scopes, frozenset(all_ids))


_NAMED = f"""
    SELECT DISTINCT ON (name) name, value FROM (
        SELECT position, key AS name, value FROM event, jsonb_each_text(data)
        WHERE system_id = $1 AND jsonb_typeof(data) = 'object'
        UNION ALL
        SELECT position, split_part(stream, ':', 1) || '_id', split_part(stream, ':', 2) FROM event
        WHERE system_id = $1) told
    WHERE value ~ '^{ID.pattern}$' AND name LIKE '%id' ORDER BY name, position DESC"""


def uuids_in(text: str) -> set[str]:
    """Every id in a text."""
    return set(ID.findall(text))


def is_shared(value: str) -> bool:
    """Whether an id is the same in every system: one that a list's name makes, or an example's."""
    return UUID(value).version == 5 or UUID(value).int < 1_000
