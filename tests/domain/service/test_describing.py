"""What a service says that it can take."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from app.domain.codes.skills import Skill
from app.domain.codes.weekdays import Weekday
from app.domain.rejections import NotKnown
from app.domain.service import DescribeService, ServiceDescribed
from tests.domain.given import given
from tests.domain.service.kit import after, on, says

SAID: dict[str, Any] = {
    "sectors": frozenset({"ZZ97 1"}),
    "skills": frozenset({Skill.NURSING}),
    "admits_on": frozenset({Weekday.MON}),
    "latest_arrival": time(16),
    "phone": "01632 960123",
    "needs_to_accept": frozenset({"mobility"}),
    "confirm_within_hours": 8,
}
described = ServiceDescribed(**SAID)
describe = DescribeService(**on(**SAID))


def test_a_service_describes_itself() -> None:
    assert says(after(), describe) == [described]


def test_the_same_description_again_records_nothing_and_another_replaces_it() -> None:
    assert says(after(described), describe) == []
    assert says(after(described), replace(describe, phone=None)) == [replace(described, phone=None)]


def test_a_service_that_is_not_listed_is_not_known() -> None:
    with pytest.raises(NotKnown):
        says(given(), describe)
