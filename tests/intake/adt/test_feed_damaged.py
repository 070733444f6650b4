"""PROMISES 13: real messages of eight sources, damaged in every way, through the feed: answered, and kept with why."""

from collections import Counter
from collections.abc import AsyncIterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.adt.damage import DAMAGES, Damage
from tests.intake.adt.feeding import Hospital, assert_sound
from tests.intake.adt.messages import RECEIVED_AT
from tests.intake.adt.systems import add_wards
from tests.intake.adt.test_damaged import MESSAGES
from tests.intake.adt.test_feed_real import wards_in
from tests.properties import a_few


@pytest.fixture
async def fed(anybodys: Hospital) -> AsyncIterator[Hospital]:
    """A system that knows every second ward of theirs."""
    named = Counter(ward for raw in MESSAGES for ward in wards_in(raw))
    await add_wards(anybodys.place, {ward: "1" for ward, _ in named.most_common()[::2]})
    yield anybodys
    unexplained = [
        each["raw"]
        for each in await anybodys.kept()
        if each["state"] in ("waiting", "refused") and not (each["code"] and each["words"])
    ]
    assert unexplained == []
    await assert_sound(anybodys.place.database, anybodys.place.system)


@a_few(50)
@given(
    st.sampled_from(MESSAGES),
    st.lists(st.sampled_from(DAMAGES), max_size=3),
    st.randoms(use_true_random=False),
)
async def test_a_damaged_real_message_is_answered_and_says_why_it_changed_nothing(
    fed: Hospital, raw: bytes, damages: list[Damage], chance: Random
) -> None:
    for damage in damages:
        raw = damage(raw[:50_000], chance)
    await take(fed, raw)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
async def test_every_way_of_damage_is_taken_by_the_feed(fed: Hospital, damage: Damage) -> None:
    for number, raw in enumerate(MESSAGES[::6]):
        await take(fed, damage(raw[:50_000], Random(number)))


async def take(fed: Hospital, raw: bytes) -> None:
    """The answer is written in the message's own characters; what it is, is kept."""
    answer = await fed.feed.receive(raw, RECEIVED_AT)
    assert b"MSA" in answer.replace(b"\0", b"")
    assert (await fed.kept())[-1]["answer"] in ("AA", "AE", "AR")
