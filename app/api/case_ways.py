"""What a case's page shows of the way out: every slot with who, when and why, and the package that waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.api.telling import who
from app.domain.case import CaseEvent, LeavingPlanned, StepUndone
from app.domain.case.form import ReferralForm
from app.domain.case.restart import days_held, package
from app.domain.case.state import Case
from app.domain.case.undoing import HubStep, hub_steps, shared_steps, was_withdrawn
from app.domain.decider import Recorded
from app.domain.local_time import local_date
from app.views.timeline import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotPart:
    """One planned leaving. `said_at` is when it was agreed, `why` why it took an earlier one's place.

    `withdrawn`: on that word no slot stood any longer; the times are None.
    """

    leave_at: datetime | None
    leave_from: str | None
    going_to: str | None
    received_by: str | None
    reason: str | None
    why: str | None
    by: str
    said_at: datetime
    withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagePart:
    """The package that the person had: active, paused or lapsed. `days_left` is below 0 once its hold has passed."""

    state: str
    provider: str | None
    held_until: date | None
    days_left: int | None


def slots(events: Sequence[Recorded[CaseEvent]], names: Names) -> list[SlotPart]:
    """The history of the planned leaving."""
    return [slot for each in events if (slot := _slot(each, names))]


def package_part(form: ReferralForm, now: datetime) -> PackagePart | None:
    """The package as the referral has it, on today's local date."""
    held = package(form)
    if held is None or form.before is None:
        return None
    return PackagePart(
        state=held.state,
        provider=form.before.provider,
        held_until=held.held_until,
        days_left=days_held(held, local_date(now)),
    )


def undoable(case: Case) -> list[str]:
    """What can be taken back as the case stands."""
    withdrawn = ["withdrawal"] if was_withdrawn(case) else []
    return sorted([*hub_steps(case), *shared_steps(case), *withdrawn])


def _slot(recorded: Recorded[CaseEvent], names: Names) -> SlotPart | None:
    event, by, said_at = recorded.event, who(recorded.by, names), recorded.recorded_at
    match event:
        case LeavingPlanned():
            return SlotPart(
                leave_at=event.leave_at,
                leave_from=event.leave_from,
                going_to=event.going_to,
                received_by=event.received_by,
                reason=event.reason,
                why=event.why,
                by=by,
                said_at=said_at,
                withdrawn=False,
            )
        case StepUndone(what=HubStep.LEAVING):
            return SlotPart(
                leave_at=None,
                leave_from=None,
                going_to=None,
                received_by=None,
                reason=None,
                why=event.words,
                by=by,
                said_at=said_at,
                withdrawn=True,
            )
        case _:
            return None
