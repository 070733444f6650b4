"""What stands with the whole system is taken on and settled by those who speak for it, whoever asks over HTTP."""

from typing import Any
from uuid import uuid4

import pytest

from app.domain.values import Role
from tests.api.desk import MANAGER, Desk, refusal
from tests.api.test_escalations import raised

SPEAK = {Role.HUB_LEAD, Role.MANAGER}
SAID: dict[str, dict[str, Any]] = {
    "acknowledgement": {"acknowledgement_id": None},
    "action": {"action_id": None, "words": "Rang the officer."},
    "ending": {"ending_id": None, "words": "The systems agreed."},
}


async def say(desk: Desk, escalation: str, what: str, role: Role) -> Any:
    body = {key: words or str(uuid4()) for key, words in SAID[what].items()}
    return await desk.put(f"/escalations/{escalation}/{what}", body, role)


@pytest.mark.parametrize("role", Role)
async def test_each_role_is_heard_or_told_whom_to_ring(here: Desk, role: Role) -> None:
    case, _ = await here.planning()
    escalation = await raised(here, case, ladder="system")
    for what in SAID:
        answer = await say(here, escalation, what, role)
        if role in SPEAK:
            assert answer.status_code == 200
        else:
            assert refusal(answer) == (403, "stands-with-the-system")
            assert answer.json()["detail"].startswith("This stands with the whole system: its senior responsible off")
    may = (await here.get("/me", role)).json()["may"]
    assert ("answer_for_system" in may) is (role in SPEAK)


async def test_the_officer_named_is_heard_in_whatever_role(here: Desk) -> None:
    case, _ = await here.planning()
    escalation = await raised(here, case, ladder="system")
    clinician = str(here.place.staff[Role.WARD_CLINICIAN])
    officer = {"role": "Senior responsible officer", "phone": "0300 000 0009", "staff_id": clinician}
    assert (await here.put("/senior-responsible-officer", officer, MANAGER)).status_code == 200
    for what in SAID:
        assert (await say(here, escalation, what, Role.WARD_CLINICIAN)).status_code == 200
