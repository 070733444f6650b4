"""What a caller may name its request by: nothing in which a name or a number could stand."""

import asyncio
from uuid import UUID

import pytest

from app import correlation

ID = "4bf92f3577b34da6a3ce929d0e0e4736"
DASHED = str(UUID(ID))
TRACED = f"00-{ID}-00f067aa0ba902b7-01"


@pytest.mark.parametrize("said", [(TRACED, ""), ("", ID), ("", ID.upper()), ("", DASHED), (TRACED, "Ada Example")])
def test_an_id_of_an_acceptable_form_is_taken(said: tuple[str, str]) -> None:
    assert correlation.accepted(*said) == UUID(ID)


@pytest.mark.parametrize(
    "said",
    [
        ("", ""),
        ("", "Ada Example"),
        ("", "9990000018"),
        ("", "9990000018".zfill(32)),
        ("", f"{ID}0"),
        ("", f"{ID}\n"),
        (f"ff-{ID}-00f067aa0ba902b7-01", ""),
        (f"00-{'0' * 32}-00f067aa0ba902b7-01", ""),
        (f"00-{'9990000018'.zfill(32)}-00f067aa0ba902b7-01", ""),
        (f"00-{ID}-{'0' * 16}-01", ""),
        (f"00-{ID.upper()}-00f067aa0ba902b7-01", ""),
        (f"{TRACED}-Ada", ""),
    ],
)
def test_any_other_is_not(said: tuple[str, str]) -> None:
    assert correlation.accepted(*said) is None


async def test_what_is_done_in_a_block_belongs_together_and_nothing_after_it() -> None:
    with correlation.begun() as this:
        with correlation.ensured():
            assert correlation.current() == this
        outlives = asyncio.create_task(_belonging_to_nothing())
        assert await outlives is None
    assert correlation.current() is None


async def _belonging_to_nothing() -> UUID | None:
    correlation.belong_to_nothing()
    return correlation.current()
