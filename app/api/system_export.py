"""The system written out: places as their events fold, everything else as its rows stand."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from app.access.me import Me
from app.api.state import State
from app.api.system_bodies import SystemFile
from app.domain.system import PLACES, Places
from app.domain.values import stream
from app.events.loading import first_view
from app.events.stream import read_stream

PLACE = "place"
EXPORTED = ("service", "staff", "calendar", "ladder", "practice")
_RUNGS = ("duty", "team_lead", "operational_head", "executive")


async def export_of(homeward: State, me: Me) -> SystemFile:
    """The system of whoever asks, everything in the order of its ids, so that two files are easily compared."""
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("places", me.system))).past.events
    view = await first_view(homeward.database, me.system, {kind: frozenset({"*"}) for kind in EXPORTED})
    rows = sorted((row for several in view.rows for row in several.read()), key=lambda row: str(row["id"]))
    found: dict[str, list[Any]] = {}
    for part, entry in [*_places(PLACES.fold(past)), *map(_entry, rows)]:
        found.setdefault(part, []).append(entry)
    officer = found.pop("senior_responsible_officer", [None])[0]
    lists = {each["practice"]: each["lines"] for each in found.pop("practice", [])}
    return SystemFile.model_validate({**found, "senior_responsible_officer": officer, "practice": lists})


def _places(places: Places) -> Iterator[tuple[str, dict[str, Any]]]:
    for organisation_id, organisation in sorted(places.organisations.items()):
        yield "organisations", {"id": organisation_id, **asdict(organisation)}
    for site_id, site in sorted(places.sites.items()):
        yield "sites", {"id": site_id, **asdict(site)}
    for ward_id, ward in sorted(places.wards.items()):
        yield "wards", {"id": ward_id, **asdict(ward)}
    for hub_id, hub in sorted(places.hubs.items()):
        yield "hubs", {"id": hub_id, **asdict(hub)}


def _entry(row: dict[str, Any]) -> tuple[str, Any]:
    """Which part of the file a row belongs to, and its entry there."""
    match row["kind"]:
        case "service":
            return "services", _only(row, "id", "name", "organisation_id", "line", "pathway")
        case "staff":
            return "roster", _only(row, "id", "role", "organisation_id", "hub_id", "ward_ids")
        case "calendar":
            its = _only(row, "week", "bank_holidays", "order_by", "latest_arrival")
            return "calendars", {"owner_id": row["id"], **its}
        case "ladder" if row["whose"] == "organisation":
            return "ladders", {"organisation_id": row["id"], **dict(zip(_RUNGS, row["rungs"], strict=True))}
        case "ladder":
            return "senior_responsible_officer", row["rungs"][0]
        case _:
            return "practice", _only(row, "practice", "lines")


def _only(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}
