"""One invented event of every stored name of a service: what it is, what it can take, its counts and its places."""

from datetime import UTC, date, datetime, time
from typing import Any

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.sexes import Sex
from app.domain.codes.skills import Skill
from app.domain.codes.weekdays import Weekday
from app.domain.codes.windows import Window
from app.domain.service import (
    Beds,
    CapacityDeclared,
    CapacityUnchanged,
    ClosedFor,
    PlaceGivenUp,
    PlaceHeld,
    PlaceTaken,
    Run,
    ServiceClosed,
    ServiceDescribed,
    ServiceListed,
    ServiceReopened,
    Unit,
)
from app.domain.values import CaseId
from tests.domain.given import uid
from tests.events.invented import TRUST

CASE, HOLD = CaseId(uid(41)), uid(71)

SERVICE_EXAMPLES: dict[str, Any] = {
    "service.listed.1": ServiceListed(
        name="Reablement East", organisation_id=TRUST, line=ServiceLine.REAB, pathway=Pathway.P1
    ),
    "service.described.1": ServiceDescribed(
        sectors=frozenset({"ZZ97 1", "ZZ98"}),
        skills=frozenset({Skill.NURSING, Skill.DISTRESS}),
        admits_on=frozenset({Weekday.MON, Weekday.FRI}),
        latest_arrival=time(16, 0),
        phone="01632 960123",
        needs_to_accept=frozenset({"mobility", "medicines"}),
        confirm_within_hours=12,
    ),
    "service.closed.1": ServiceClosed(why=ClosedFor.OUTBREAK, until=date(2026, 11, 30)),
    "service.reopened.1": ServiceReopened(),
    "service.capacity_declared.1": CapacityDeclared(
        units=(
            Unit(
                key="Morning double-ups",
                commissioned=10,
                usable=8,
                occupied=7,
                contingency=1,
                run=Run(window=Window.MORNING, carers=2, sectors=frozenset({"ZZ97 1"}), starts_on=date(2026, 11, 24)),
            ),
            Unit(
                key="Side rooms",
                commissioned=2,
                usable=2,
                occupied=1,
                beds=Beds(sex=Sex.FEMALE, side_room=True, ground_floor=True, max_weight_kg=180),
            ),
            Unit(key="First visits", commissioned=4, usable=4, occupied=0),
        )
    ),
    "service.capacity_unchanged.1": CapacityUnchanged(),
    "service.place_held.1": PlaceHeld(
        hold_id=HOLD,
        case_id=CASE,
        units=("Side rooms",),
        until=datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
        over_count=True,
    ),
    "service.place_taken.1": PlaceTaken(
        hold_id=HOLD,
        case_id=CASE,
        units=("Side rooms",),
        starts_at=datetime(2026, 11, 24, 14, 0, tzinfo=UTC),
        spot=True,
    ),
    "service.place_given_up.1": PlaceGivenUp(hold_id=HOLD),
}
