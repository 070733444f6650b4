"""One card of the hub's board: its columns, and what each means."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from app.views.arriving import ArrivingRow
from app.views.kind import Row
from app.views.told_of_delay import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow(Row):
    """One card. `stage` is the board's column: expected, referred, planning, finding_a_service, start_agreed,
    ready_to_leave, left_hospital, in_service or closed.

    `leave_changes` counts how often an agreed slot was changed or withdrawn. `package` is what field 7 of the referral
    says of a package of care, `going_to` what field 1 says.
    `service_id` is the service that confirmed, `start_from` to `start_to` when the person arrives there; `asked` counts
    the services asked by what they said, `answer_by` is the first instant by which one must have answered.
    `work` is what is next, what is asked of the ward, the ticks beside the slot, and the stops that are open.
    `holders` is how many of those who hold something have not said whether they keep it, since when, and why; `kept`
    until when the others keep it. `sought` is the package for which a service is still sought.
    `left_from` is the ward they left last; `arriving` what is known since (`app.views.arriving`).
    `unmet_p1` says that home with support would do and none is to be had; `flags` are codes, sorted.
    `home_review_on` is the day by which it is asked again whether somebody given a bed can go home.
    `past_spells` are the stays that the case followed before the one it follows now.
    """

    person_id: UUID
    spell_id: UUID
    stage: str
    returned: bool = False
    returned_at: datetime | None = None
    needs: tuple[str, ...] = ()
    case_manager: UUID | None = None
    pathway_needed: str | None = None
    pathway_given: str | None = None
    why_not_home: str | None = None
    unmet_p1: bool = False
    home_review_on: date | None = None
    flags: tuple[str, ...] = ()
    leave_at: datetime | None = None
    leave_from: str | None = None
    leave_changes: int = 0
    alerted_at: datetime | None = None
    referred_at: datetime | None = None
    accepted_at: datetime | None = None
    left_at: datetime | None = None
    left_how: str | None = None
    left_from: UUID | None = None
    arriving: ArrivingRow | None = None
    failed_discharges: int = 0
    package: str | None = None
    held_until: date | None = None
    going_to: str | None = None
    outcome: str | None = None
    council: str | None = None
    locality: str | None = None
    out_of_area: bool | None = None
    service_id: UUID | None = None
    start_from: datetime | None = None
    start_to: datetime | None = None
    asked: dict[str, int] | None = None
    answer_by: datetime | None = None
    work: dict[str, Any] | None = None
    delay: Told | None = None
    holders: dict[str, Any] | None = None
    sought: dict[str, Any] | None = None
    kept: list[dict[str, Any]] | None = None
    past_spells: tuple[UUID, ...] = ()
