"""A package matched over HTTP: every service of its line, the best prospect first, each with what it has or why not."""

from typing import Any

import pytest

from tests.api.desk import PROVIDER, Desk, refusal
from tests.api.test_services import UNIT, ago, count, listed

PACKAGE = {
    "line": "home_care",
    "start_on": "2030-11-27",
    "sector": "ZZ97 1",
    "calls": [{"window": "morning", "carers": 2, "minutes": 45}],
}


async def counted(here: Desk, name: str, *units: dict[str, Any], hours_ago: float = 1, **other: Any) -> str:
    service = await listed(here, name=name, **other)
    body = count(*units, at=ago(hours=hours_ago))
    assert (await here.put(f"/services/{service}/capacity", body)).status_code == 200
    return service


async def test_services_with_room_come_first_then_who_is_to_be_rung_then_the_full_then_who_cannot(
    at_desk: Desk,
) -> None:
    await counted(at_desk, "A cannot", UNIT | {"run": {"window": "morning", "carers": 1}})
    await counted(at_desk, "B full", UNIT | {"occupied": 5})
    await counted(at_desk, "C counted long ago", hours_ago=40)
    await listed(at_desk, name="D never counted")
    await counted(at_desk, "E has room")
    await counted(at_desk, "F has room")
    await counted(at_desk, "G another's", of_another=True)
    await listed(at_desk, name="Another line", line="bridge")

    page = (await at_desk.post("/services/matches", PACKAGE)).json()
    assert [(each["name"], each["words"], each["fits"], each["confirmed"]) for each in page["matches"]] == [
        ("E has room", "Has room", True, True),
        ("F has room", "Has room", True, True),
        ("G another's", "Has room", True, True),
        ("C counted long ago", "Unconfirmed: ring", True, False),
        ("D never counted", "Unconfirmed: ring", True, False),
        ("B full", "Fits, but full", True, True),
        ("A cannot", "Cannot", False, True),
    ]
    assert page["matches"][0]["units"] == ["Morning double-ups"]
    assert page["matches"][-1]["reasons"] == [
        {"code": "second_carer", "words": "No second carer in that window: morning"}
    ]
    own = (await at_desk.post("/services/matches", PACKAGE, PROVIDER)).json()
    assert len(own["matches"]) == len(page["matches"]) - 1


async def test_matching_asks_nobody_and_records_nothing(here: Desk) -> None:
    head = await here.head()
    assert (await here.post("/services/matches", PACKAGE)).status_code == 200
    assert await here.head() == head


@pytest.mark.parametrize(
    "wrong",
    [
        {"calls": []},
        {"line": "ic_unit"},
        {"line": "rehab_home", "calls": [], "bed": {"side_room": True}},
        {"sector": "ZZ97"},
        {"arrives_by": "16:00Z"},
        {"calls": [{"window": "morning", "carers": 0}]},
    ],
    ids=str,
)
async def test_a_package_that_is_not_of_its_line_is_answered_in_words(here: Desk, wrong: dict[str, Any]) -> None:
    answer = await here.post("/services/matches", PACKAGE | wrong)
    assert refusal(answer) == (422, "wrong-shape")
