"""How time passes in a story: its clock is set, and what goes by the clock happens on the way, as on any day.

Midnight freezes the nights, the weekly snapshot is taken, offers expire, and whatever falls due is looked at when it
does: no look comes late.
"""

from datetime import UTC, datetime, timedelta

from app import clock
from app.domain.delay.schedule import Weekly
from app.domain.local_time import LOCAL, local_date, midnight_after
from app.events.escalation.sweep import sweep_system
from app.events.midnight import freeze_nights_of
from app.events.practice import shipped_rule
from app.events.snapshots import take_snapshots_of
from app.events.timekeeper import let_expire
from tests.facts import Installation

LATE = timedelta(hours=1)
"""A story's clock goes on while the machine is slow, so that it may be a little later already than it says."""


def moment(words: str, after: datetime) -> datetime:
    """The first time after that, or a little before it, at which clocks in England show such as "Tue 3 Nov 10:00"."""
    years = (after.year, after.year + 1)
    times = [datetime.strptime(f"{words} {year}", "%a %d %b %H:%M %Y").replace(tzinfo=LOCAL) for year in years]
    at = next(each for each in times if each >= after - LATE)
    assert f"{at:%a}" == words[:3], f"{words} is a {at:%A}"
    return at.astimezone(UTC)


async def time_passes(place: Installation, until: datetime) -> None:
    """It becomes that time: nights are frozen and escalations looked at, now and at each time that something is due."""
    looked = await look(place)
    while clock.now() < until:
        stops = [until, midnight_after(local_date(clock.now())), _snapshot_after(looked), *await _due(place, looked)]
        clock.live_at(max(clock.now(), min(stops)))
        looked = await look(place)


async def look(place: Installation) -> datetime:
    """Whatever goes by the clock is done, as of now."""
    now = clock.now()
    await freeze_nights_of(place.database, place.hints, place.system, now)
    await take_snapshots_of(place.database, place.hints, place.system, now)
    await let_expire(place.database, place.hints, now, place.system)
    # The clock has gone on meanwhile: what was done just now is seen, too.
    await sweep_system(place.database, place.hints, place.system, clock.now())
    return now


def _snapshot_after(looked: datetime) -> datetime:
    rule = shipped_rule()
    return next(Weekly(rule.snapshot_day, rule.snapshot_at).instants(looked + timedelta.resolution))


async def _due(place: Installation, looked: datetime) -> list[datetime]:
    """The next time after that look; what fell due while it was taken is looked at at once."""
    rows = await place.database.reads.fetch(_NEXT, place.system, looked)
    return [row["next_at"] for row in rows]


_NEXT = """
    SELECT next_at FROM escalation_due WHERE system_id = $1 AND next_at > $2
    UNION SELECT expires_at FROM offer_1 WHERE system_id = $1 AND NOT gone AND state = 'asked' AND expires_at > $2
    ORDER BY next_at LIMIT 1"""
