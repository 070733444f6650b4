"""What is measured of delays, and the weekly snapshots as they were taken, over HTTP: of adults, none of them named."""

import csv
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from uuid import UUID, uuid4

from app.api.snapshots import SETTLES
from app.domain.codes.criteria import Criterion
from app.domain.local_time import local_date
from app.domain.spell import EndSpell, ReviewCriteria, ReviewOutcome, TakeSnapshot, WayOut
from app.domain.values import Role, SpellId
from app.events.midnight import freeze_nights_of
from app.events.practice.weekly import snapshots_due
from app.events.snapshots import SNAPSHOT
from tests.api.desk import HUB, NURSE, PROVIDER, Desk

NOW = datetime.now(UTC)
ONE = timedelta(days=1)
MEETS, NO_LONGER = ReviewOutcome.MEETS, ReviewOutcome.NO_LONGER_MEETS


async def test_weekdays_stand_beside_weekends_and_who_became_unwell_is_counted(at_desk: Desk) -> None:
    relapsed = await _in_bed(at_desk, 9, (8, NO_LONGER), (5, MEETS), (3, NO_LONGER), bed="A1")
    await _in_bed(at_desk, 9, (8, NO_LONGER), (5, MEETS), bed="A2", birth_date=local_date(NOW) - 900 * ONE)
    gone = await _in_bed(at_desk, 9, (6, NO_LONGER), bed="A3")
    left = EndSpell(spell_id=gone, how=WayOut.DISCHARGED, by=at_desk.place.by(Role.WARD_NURSE), at=NOW - 2 * ONE)
    await at_desk.place.do(left)
    await freeze_nights_of(at_desk.place.database, at_desk.place.hints, at_desk.place.system, NOW)

    page = (await at_desk.get("/delays/measures", HUB)).json()
    assert [each["kind"] for each in page["seven_days"]] == ["weekday", "weekend"]
    both = {name: sum(each[name] for each in page["seven_days"]) for name in ("days", "left", "nights")}
    assert both == {"days": 28, "left": 1, "nights": 3 + 3 + 4}
    reasons = [part for each in page["seven_days"] for part in each["by_reason"]]
    assert {part["reason"] for part in reasons} == {"HP7"}
    assert [each["to_leave"] for each in page["seven_days"] if each["left"]] == [4.0]
    hidden = {"stays": 1, "times": 1, "nights": 3}
    assert page["became_unwell"] == hidden
    assert page["became_unwell_by_ward"] == [{"ward_id": str(at_desk.place.ward), **hidden}]
    [line] = [
        each for each in (await at_desk.get("/delays", HUB)).json()["people"] if each["spell_id"] == str(relapsed)
    ]
    assert (line["became_unwell"], line["earlier_nights"]) == (1, 3)
    assert (await at_desk.get("/delays/measures", PROVIDER)).status_code == 403
    elsewhere = await at_desk.get(f"/delays/measures?ward_id={at_desk.place.other_ward}", HUB)
    assert elsewhere.json()["became_unwell_by_ward"] == []
    assert (await at_desk.get(f"/delays/measures?ward_id={at_desk.place.other_ward}", NURSE)).status_code == 403


async def test_a_snapshot_is_read_with_its_date_and_what_was_told_late_changes_no_figure_of_it(at_desk: Desk) -> None:
    spell = await _in_bed(at_desk, 9, (8, NO_LONGER), bed="A1")
    child = await _in_bed(at_desk, 9, (8, NO_LONGER), bed="A2", birth_date=local_date(NOW) - 900 * ONE)
    instant = datetime.now(UTC)
    late = await _in_bed(at_desk, 9, (8, NO_LONGER), bed="A3")
    await _taken(at_desk, instant, spell, child, late)

    days = (await at_desk.get("/delays/snapshots", HUB)).json()["snapshots"]
    assert [(each["people"], each["unexplained"], each["days"], each["told_late"]) for each in days] == [(1, 0, 8, 1)]
    page = (await at_desk.get(f"/delays/snapshots/{local_date(instant)}", HUB)).json()
    [one] = [each for each in page["people"] if each["spell_id"] == str(spell)]
    assert (one["reason"], one["days_in_hospital"], one["days"], one["ward_id"]) == (
        "HP7",
        9,
        8,
        str(at_desk.place.ward),
    )
    assert [each["spell_id"] for each in page["told_late"]] == [str(late)]
    assert [(each["from_days"], each["people"], each["days"]) for each in page["bands"]] == [
        (7, 1, 8),
        (14, 0, 0),
        (21, 0, 0),
    ]
    assert page["bands"][0]["by_reason"] == [{"reason": "HP7", "people": 1}]
    file = await at_desk.get(f"/delays/snapshots/{local_date(instant)}/file", HUB)
    lines = [*csv.DictReader(StringIO(file.text))]
    assert [(each["stay"], each["reason"], each["told late"]) for each in lines] == [
        (str(spell), "HP7", "no"),
        (str(late), "HP7", "yes"),
    ]
    assert "Example" not in file.text
    assert (await at_desk.get(f"/delays/snapshots/{local_date(NOW) - 300 * ONE}", HUB)).status_code == 404
    assert (await at_desk.get("/delays/snapshots", PROVIDER)).status_code == 403

    [part] = (await at_desk.get(f"/spells/{spell}/delay", HUB)).json()["snapshots"]
    assert (part["reason"], part["now_known"], part["still_so"], part["told_late"]) == ("HP7", "HP7", True, False)
    [told] = (await at_desk.get(f"/spells/{late}/delay", HUB)).json()["snapshots"]
    assert told["told_late"]
    words = [each["words"] for each in (await at_desk.get(f"/spells/{spell}", HUB)).json()["timeline"]]
    assert any(each.startswith("Weekly snapshot of ") for each in words)


async def test_a_hub_measures_its_own_cases_and_who_never_had_one_is_of_no_hub(at_desk: Desk) -> None:
    here = at_desk.place
    with_case = await _in_bed(at_desk, 9, (6, NO_LONGER), (5, MEETS), (4, NO_LONGER), bed="A1")
    without = await _in_bed(at_desk, 9, (4, NO_LONGER), bed="A2")
    await here.do(here.referral(with_case))
    for spell in (with_case, without):
        by = here.by(Role.WARD_NURSE)
        await here.do(EndSpell(spell_id=spell, how=WayOut.DISCHARGED, by=by, at=NOW - 2 * ONE))
    await freeze_nights_of(here.database, here.hints, here.system, NOW)
    counted = []
    for whose in ("", f"?hub_id={here.hub}", f"?hub_id={uuid4()}"):
        page = (await at_desk.get(f"/delays/measures{whose}", HUB)).json()
        both = [sum(each[name] for each in page["seven_days"]) for name in ("left", "nights")]
        counted.append((*both, page["became_unwell"]["stays"]))
    assert counted == [(2, 1 + 2 + 2, 1), (1, 1 + 2, 1), (0, 0, 0)]


async def test_a_snapshot_with_nobody_in_it_is_there_and_a_date_without_one_is_told_in_words(at_desk: Desk) -> None:
    weeks = timedelta(weeks=3)
    async with at_desk.place.database.turns.acquire() as connection:
        older = "UPDATE system SET created_at = created_at - $2::interval WHERE id = $1"
        await connection.execute(older, at_desk.place.system, weeks)
        *_, instant = await snapshots_due(connection, at_desk.place.system, NOW - weeks, NOW - SETTLES)
    page = (await at_desk.get(f"/delays/snapshots/{local_date(instant)}", HUB)).json()
    assert (datetime.fromisoformat(page["taken_at"]), page["people"], page["told_late"]) == (instant, [], [])
    file = await at_desk.get(f"/delays/snapshots/{local_date(instant)}/file", HUB)
    assert (file.status_code, len(file.text.splitlines())) == (200, 1)
    listed = (await at_desk.get("/delays/snapshots", HUB)).json()["snapshots"]
    assert (datetime.fromisoformat(listed[0]["taken_at"]), listed[0]["people"]) == (instant, 0)
    assert len(listed) == 3
    for day in (local_date(instant) - ONE, local_date(instant + weeks), local_date(instant - 2 * weeks)):
        none = await at_desk.get(f"/delays/snapshots/{day}", HUB)
        assert (none.status_code, "No snapshot was taken" in none.json()["detail"]) == (404, True)


async def _in_bed(here: Desk, since: int, *reviews: tuple[int, ReviewOutcome], **who: Any) -> SpellId:
    """Somebody who came so many days ago, with reviews so many days ago, told now."""
    _, spell = await here.place.admit(at=NOW - since * ONE, **who)
    for ago, outcome in reviews:
        met = frozenset({Criterion.FUNCTION}) if outcome is MEETS else frozenset()
        await here.place.do(
            ReviewCriteria(
                spell_id=spell,
                review_id=uuid4(),
                outcome=outcome,
                criteria=met,
                by=here.place.by(Role.WARD_CLINICIAN),
                at=NOW - ago * ONE,
            )
        )
    return spell


async def _taken(here: Desk, instant: datetime, *spells: UUID) -> None:
    for spell in spells:
        await here.place.do(TakeSnapshot(spell_id=SpellId(spell), taken_at=instant, by=SNAPSHOT, at=NOW + ONE))
