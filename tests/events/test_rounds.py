"""Rounds go on whatever happens in one: a fault is told with its id, an absent database once until it is back."""

import asyncio
from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from app import correlation
from app.events.rounds import go_rounds

AWAY = ConnectionRefusedError()


class Looks:
    """Each round goes as it was told here, and the one after them ends the rounds."""

    def __init__(self, *rounds: Exception | None) -> None:
        self._rounds: Iterator[BaseException | None] = iter((*rounds, asyncio.CancelledError()))
        self.ids: list[str] = []

    async def __call__(self) -> None:
        """One round."""
        self.ids.append(_current())
        if error := next(self._rounds):
            raise error


async def test_a_fault_is_told_with_its_id_and_the_next_round_runs_under_another() -> None:
    looks = Looks(KeyError(), None)
    [told] = await said_of(looks)
    assert told["event"] == "midnight_failed"
    assert told["correlation"] == looks.ids[0]
    assert len(set(looks.ids)) == 3


async def test_one_look_that_fails_keeps_no_other_of_its_round_from_being_done() -> None:
    first, second = Looks(KeyError()), Looks(None)
    await said_of(first, second)
    assert (len(first.ids), len(second.ids)) == (2, 1)


@pytest.mark.parametrize(("rounds", "times"), [((AWAY, AWAY, AWAY), 1), ((AWAY, AWAY, None, AWAY), 2)])
async def test_an_absent_database_is_told_once_until_it_is_back(
    rounds: tuple[Exception | None, ...], times: int
) -> None:
    told = await said_of(Looks(*rounds))
    assert [each["event"] for each in told] == ["midnight_waits_for_database"] * times


async def said_of(*looks: Looks) -> list[EventDict]:
    """What is logged of all rounds."""
    with capture_logs(processors=[_of_its_round]) as said, pytest.raises(asyncio.CancelledError):
        await go_rounds("midnight", 0, *looks)
    return list(said)


def _of_its_round(_logger: object, _method: str, said: EventDict) -> EventDict:
    said["correlation"] = _current()
    return said


def _current() -> str:
    this = correlation.current()
    assert this, "each look is a thing of its own"
    return this.hex
