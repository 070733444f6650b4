"""Setting up a feed and saying how it is read: over HTTP, by a manager."""

from typing import Any
from uuid import uuid4

import pytest

from app.intake.settings import DEFAULT
from tests.api.desk import HUB, MANAGER, NURSE, PROVIDER, Desk, refusal


def a_sender(name: str = "PAS") -> dict[str, str]:
    return {"application": name, "facility": uuid4().hex, "name": f"{name} of Northmoor"}


async def added(here: Desk, name: str = "PAS") -> str:
    """The id of a new feed."""
    feed = str(uuid4())
    assert (await here.put(f"/feeds/{feed}", a_sender(name), MANAGER)).status_code == 200
    return feed


async def read(here: Desk, feed: str) -> dict[str, Any]:
    """A feed as a nurse reads it."""
    found: list[dict[str, Any]] = (await here.get("/feeds", NURSE)).json()["feeds"]
    return next(each for each in found if each["feed_id"] == feed)


async def test_a_feed_that_is_added_is_read_in_the_usual_way(here: Desk) -> None:
    feed, sender = str(uuid4()), a_sender()
    receipt = (await here.put(f"/feeds/{feed}", sender, MANAGER)).json()
    assert (receipt["id"], receipt["recorded"]) == (feed, 1)
    shown = await read(here, feed)
    assert {name: shown[name] for name in sender} == sender
    assert shown["settings"] == DEFAULT.model_dump(mode="json")
    assert shown["health"] == {
        "heard_at": None,
        "in_last_hour": 0,
        "per_minute": 0.0,
        "in_last_day": 0,
        "refused_in_last_day": 0,
        "share_refused": 0.0,
        "waiting": 0,
        "waiting_since": None,
        "silent": False,
        "waits_too_long": False,
    }


async def test_adding_it_again_changes_nothing_and_another_sender_is_another_feed(here: Desk) -> None:
    feed, sender = str(uuid4()), a_sender()
    await here.put(f"/feeds/{feed}", sender, MANAGER)
    assert (await here.put(f"/feeds/{feed}", sender, MANAGER)).json()["recorded"] == 0
    assert refusal(await here.put(f"/feeds/{feed}", a_sender(), MANAGER)) == (409, "feed-has-another-sender")
    assert refusal(await here.put(f"/feeds/{uuid4()}", sender, MANAGER)) == (409, "sender-taken")


async def test_what_is_said_of_a_feed_is_read_back(here: Desk) -> None:
    feed, place = await added(here), here.place
    said = {
        "site_id": str(place.site),
        "time_zone": "Europe/Dublin",
        "hospital_tags": [{"authority": "NORTHMOOR", "type": "MR"}],
        "classes": {"DAYCARE": "day"},
        "wards": {"Ash ward": str(place.ward), "LOUNGE": None},
        "trusted": ["place", "leaving"],
        "silent_after_minutes": 45,
    }
    answer = await here.put(f"/feeds/{feed}/settings", {"name": "Northmoor", "settings": said}, MANAGER)
    assert answer.json()["recorded"] == 1
    shown = await read(here, feed)
    assert shown["name"] == "Northmoor"
    assert shown["settings"] == DEFAULT.model_dump(mode="json") | said | {"trusted": ["leaving", "place"]}
    assert shown["etag"] == answer.headers["ETag"] == answer.json()["etag"]


async def test_nobodys_settings_overwrite_anothers(here: Desk) -> None:
    feed = await added(here)
    path, first, other = f"/feeds/{feed}/settings", minutes(20), minutes(30)
    etag = (await here.put(path, first, MANAGER)).headers["ETag"]
    assert (await here.put(path, first, MANAGER)).json()["recorded"] == 0

    assert refusal(await here.put(path, other, MANAGER)) == (428, "match-required")
    changed = await here.put(path, other, MANAGER, If_Match=etag)
    assert changed.json()["recorded"] == 1
    late = await here.put(path, minutes(40), MANAGER, If_Match=etag)
    assert refusal(late) == (412, "match-failed")
    assert late.json()["current"] == changed.headers["ETag"] == (await read(here, feed))["etag"]
    assert (await read(here, feed))["settings"]["silent_after_minutes"] == 30


def minutes(silent_after: int) -> dict[str, Any]:
    return {"name": "Northmoor", "settings": {"silent_after_minutes": silent_after}}


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ({"site_id": str(uuid4())}, "site-not-known"),
        ({"wards": {"ASH": str(uuid4())}}, "ward-not-known"),
    ],
)
async def test_settings_that_name_a_place_of_nowhere_are_refused(
    here: Desk, setting: dict[str, Any], code: str
) -> None:
    feed, body = await added(here), {"name": "Northmoor", "settings": setting}
    assert refusal(await here.put(f"/feeds/{feed}/settings", body, MANAGER)) == (409, code)
    assert (await read(here, feed))["etag"] == '"0"'


async def test_places_of_another_system_are_not_known_here(here: Desk, elsewhere: Desk) -> None:
    feed, body = await added(here), {"name": "N", "settings": {"wards": {"ASH": str(elsewhere.place.ward)}}}
    assert refusal(await here.put(f"/feeds/{feed}/settings", body, MANAGER)) == (409, "ward-not-known")


async def test_a_feed_of_another_system_is_not_known_here(here: Desk, elsewhere: Desk) -> None:
    feed = await added(elsewhere)
    assert refusal(await here.put(f"/feeds/{feed}/settings", minutes(20), MANAGER)) == (404, "not-known")
    assert feed not in {each["feed_id"] for each in (await here.get("/feeds", HUB)).json()["feeds"]}


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        ({"time_zone": "Europe/Atlantis"}, "settings.time_zone"),
        ({"silent_after_minutes": 0}, "settings.silent_after_minutes"),
        ({"classes": {"D": "weekday"}}, "settings.classes.D"),
        ({"wards": {"ASH": "Ash"}}, "settings.wards.ASH"),
        ({"trusted": ["everything"]}, "settings.trusted"),
        ({"ringing_after_minutes": 3}, "settings.ringing_after_minutes"),
    ],
)
async def test_settings_that_could_not_be_read_are_turned_away_in_words(
    here: Desk, settings: dict[str, Any], field: str
) -> None:
    feed = await added(here)
    answer = await here.put(f"/feeds/{feed}/settings", {"name": "N", "settings": settings}, MANAGER)
    assert refusal(answer) == (422, "wrong-shape")
    [error] = answer.json()["errors"]
    assert error["field"].startswith(field)
    assert error["words"].endswith(".")


async def test_a_provider_is_told_nothing_of_feeds(here: Desk) -> None:
    assert refusal(await here.get("/feeds", PROVIDER)) == (403, "not-allowed")
