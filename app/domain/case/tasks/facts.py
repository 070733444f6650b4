"""What a decision on tasks must know from other streams: templates, who owns what, calendars, and the stay."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.calendar import NO_CALENDAR, Calendar
from app.domain.codes.owners import Owner
from app.domain.practice.tasks import TaskLine
from app.domain.values import HubId, OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """`lines` are the templates as they stand; `owners` the organisations that are known, `calendars` how they work.

    `admitted_at`, `expected_discharge` and `ready_at` are the stay's; `days_off` are the bank holidays.
    `task_elsewhere` says that the id of a new task is that of one on another case.
    """

    lines: tuple[TaskLine, ...] = ()
    owners: Mapping[Owner, OrganisationId] = field(default_factory=dict)
    calendars: Mapping[Owner, Calendar] = field(default_factory=dict)
    days_off: Container[date] = frozenset()
    admitted_at: datetime | None = None
    expected_discharge: date | None = None
    ready_at: datetime | None = None
    task_elsewhere: bool = False

    def calendar(self, owner: Owner) -> Calendar:
        """When this owner works; the wall clock where nothing is set."""
        return self.calendars.get(owner, NO_CALENDAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Who takes a step on a task: for whom they work, and whether the person lies on one of their wards."""

    organisation_id: OrganisationId
    hub_id: HubId | None
    on_ward: bool


NOTHING_PLANNED = PlanFacts()
