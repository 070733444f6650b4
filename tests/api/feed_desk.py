"""Reading the desk for the feed, as a manager does."""

from collections.abc import Sequence
from typing import Any

from app.domain.values import Role
from tests.api.desk import MANAGER, Desk
from tests.intake.adt.feeding import Hospital


async def queue(at_desk: Desk, **asked: object) -> dict[str, Any]:
    """A page of the queue."""
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    answer = await at_desk.get(f"/feed-messages?{query}", MANAGER)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def message(at_desk: Desk, message_id: int, role: Role = MANAGER) -> dict[str, Any]:
    """One message as its page shows it."""
    found: dict[str, Any] = (await at_desk.get(f"/feed-messages/{message_id}", role)).json()
    return found


async def latest(hospital: Hospital) -> int:
    return int((await hospital.kept())[-1]["message_id"])


def facts(page: dict[str, Any], part: int) -> dict[str, str]:
    return {fact["label"]: fact["value"] for fact in page["understood"][part]["facts"]}


def states(results: Sequence[dict[str, Any]]) -> list[str]:
    return [each["state"] for each in results]
