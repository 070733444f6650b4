"""Who is rung over the weekend: given what is escalated, who leaves and who left, whom and about what."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.domain.ladder import Rung
from app.domain.weekend import Lack
from app.views.calls import NOBODY, calls
from app.views.escalation_list import Standing
from app.views.handover import Underway
from app.views.weekend import Expected
from tests.domain.given import NOON, uid

_NOT_SAID = (
    "feed_id",
    "owner_id",
    "ward_id",
    "bed",
    "acknowledged_at",
    "acted_at",
    "words",
    "done",
    "spell_id",
    "beside",
)
_STANDS: dict[str, Any] = dict.fromkeys(_NOT_SAID) | dict.fromkeys(("cause_at", "raised_at", "answer_by"), NOON)
RAISED = Standing(
    **_STANDS,
    escalation_id=uid(1),
    case_id=uid(2),
    owner="Northmoor Trust",
    name="EXAMPLE, Ada",
    trigger="E1",
    level="L2",
    title="Nobody came",
    acts=Rung(role="Site manager", phone="01632 960001"),
)
LEAVES = Expected(
    **dict.fromkeys(("leave_at", "leave_from", "pathway", "start_from", "start_to")),
    spell_id=uid(3),
    name="EXAMPLE, Bea",
    ward_id=uid(4),
    bed="1",
    case_id=uid(5),
    leaves_on=date(2026, 11, 28),
    service="Reablement",
    phone="01632 960002",
    missing=(),
    stops=(),
    unanswered=0,
)
LEFT = Underway(
    case_id=uid(6),
    name="EXAMPLE, Cy",
    service="Reablement",
    phone="01632 960002",
    arrival_due=NOON - timedelta(minutes=1),
    contact_due=None,
)


def test_who_is_to_act_is_rung_until_somebody_has_answered() -> None:
    [call] = calls([], [], [RAISED], NOON)
    assert (call.who, call.phone) == ("Northmoor Trust: Site manager", "01632 960001")
    assert call.because[0].words == "Nobody came"
    assert calls([], [], [replace(RAISED, acknowledged_at=NOON)], NOON) == []


def test_an_escalation_without_a_ladder_is_not_hidden() -> None:
    [call] = calls([], [], [replace(RAISED, acts=None)], NOON)
    assert (call.who, call.phone) == (f"Northmoor Trust: {NOBODY}", None)


def test_a_service_is_rung_once_about_a_start_that_does_not_fit_and_somebody_not_met() -> None:
    leaving = [replace(LEAVES, missing=(Lack.NOT_ADMITTING, Lack.MEDICINES))]
    [call] = calls(leaving, [LEFT], [], NOON)
    assert [each.name for each in call.because] == ["EXAMPLE, Bea", "EXAMPLE, Cy"]


def test_nobody_is_rung_about_what_the_ward_has_to_do_or_what_is_not_due() -> None:
    leaving = [replace(LEAVES, missing=(Lack.MEDICINES,))]
    assert calls(leaving, [replace(LEFT, arrival_due=NOON)], [], NOON) == []
