"""The feed proposes to tell the hub early: by where somebody came from (PV1-14), and by what the hub knows of them."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from app.domain.case import CloseCase, RaiseEarlyAlert
from app.domain.case.outcome import Outcome
from app.domain.codes.alert_reasons import AlertReason
from app.domain.values import CaseId, Role, SpellId
from app.intake.settings import FeedSettings, Trusted
from tests.intake.adt.feeding import Hospital, assert_sound, fetch
from tests.intake.adt.systems import set_up

HOMES = {"85": AlertReason.CARE_HOME, "29": AlertReason.TEMPORARY_HOME}
ADMITTED = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


async def proposed(hospital: Hospital) -> list[str]:
    return [*(await hospital.spell())["proposed_alert"]]


async def test_who_came_from_a_care_home_is_proposed_and_no_case_begins(hospital: Hospital) -> None:
    await set_up(hospital, FeedSettings(admit_sources=HOMES))
    assert await hospital.tell("A01", came_from="85") == "applied"
    assert await proposed(hospital) == ["care_home"]
    head = await hospital.head()
    assert await hospital.tell("A08", came_from="85") == "applied"
    assert (await hospital.head(), await hospital.cases()) == (head, [])
    await assert_sound(hospital.place.database, hospital.place.system)


@pytest.mark.parametrize(("then", "left"), [("29", ["temporary_home"]), ("19", []), ("", ["care_home"])])
async def test_another_source_takes_the_first_back_and_none_says_nothing(
    hospital: Hospital, then: str, left: list[str]
) -> None:
    await set_up(hospital, FeedSettings(admit_sources=HOMES))
    await hospital.tell("A01", came_from="85")
    await hospital.tell("A08", came_from=then)
    assert await proposed(hospital) == left


async def test_an_older_message_that_comes_late_does_not_undo_a_newer_one(hospital: Hospital) -> None:
    await set_up(hospital, FeedSettings(admit_sources=HOMES))
    await hospital.tell("A01")
    older, newer = hospital.write("A08", came_from="19"), hospital.write("A08", came_from="85")
    await hospital.send(newer)
    await hospital.send(older)
    assert await proposed(hospital) == ["care_home"]


@pytest.mark.parametrize(
    "settings",
    [FeedSettings(), FeedSettings(admit_sources=HOMES, trusted=frozenset(Trusted) - {Trusted.EARLY_ALERT})],
    ids=["no map", "not trusted"],
)
async def test_a_feed_proposes_only_what_it_is_set_up_and_trusted_for(
    hospital: Hospital, settings: FeedSettings
) -> None:
    await set_up(hospital, settings)
    await hospital.tell("A01", came_from="85")
    assert await proposed(hospital) == []


async def test_telling_the_hub_settles_it(hospital: Hospital) -> None:
    await set_up(hospital, FeedSettings(admit_sources=HOMES))
    await hospital.tell("A01", came_from="85")
    place, spell = hospital.place, SpellId((await hospital.spell())["id"])
    told = RaiseEarlyAlert(case_id=CaseId(uuid4()), spell_id=spell, hub_id=place.hub, likely=frozenset(), words=None,
                           by=place.by(Role.WARD_NURSE), at=datetime.now(UTC))  # fmt: skip
    for _ in range(2):
        await place.do(told)
    row = await hospital.spell()
    assert (row["needs_hub"], row["proposed_alert"]) == ("yes", [])
    said = await fetch(hospital, "SELECT 1 FROM event WHERE system_id = $1 AND type = 'spell.hub_need_said.1'")
    assert len(said) == 1
    await assert_sound(place.database, place.system)


@pytest.mark.parametrize(("days", "shown"), [(91, ["known_to_hub"]), (92, [])])
async def test_who_left_with_the_hub_within_91_days_is_known_to_it(
    hospital: Hospital, days: int, shown: list[str]
) -> None:
    left_at, place = ADMITTED - timedelta(days=days), hospital.place
    await hospital.tell("A01", visit="V0", admitted="20251201")
    referral = place.referral(SpellId((await hospital.spell())["id"]))
    await place.do(referral)
    await hospital.tell("A03", visit="V0", left=f"{left_at:%Y%m%d%H%M%S+0000}")
    by, now = place.by(Role.HUB_LEAD), datetime.now(UTC)
    await place.do(CloseCase(case_id=referral.case_id, outcome=Outcome.SETTLED, words=None, by=by, at=now))
    await hospital.tell("A01", visit="V1", admitted="10:00")
    assert await proposed(hospital) == shown
    await assert_sound(place.database, place.system)
