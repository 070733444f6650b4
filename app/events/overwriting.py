"""Nobody's words overwrite another's: a change of a part that is already filled names the version it changes."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from app.domain.case import (
    AmendReferral,
    AssessmentSigned,
    BestInterestsDecided,
    DecidePathway,
    LeavingPlanned,
    MedicinesTold,
    PathwayDecided,
    PlanLeaving,
    RecordBestInterests,
    SignAssessment,
    StepUndone,
    TellMedicines,
)
from app.domain.case.form import ReferralField, ReferralForm
from app.domain.case.requests.packaging import DescribePackage, PackageDescribed
from app.domain.case.undoing import HubStep
from app.domain.decider import Command, Recorded
from app.domain.feed import ChangeFeed, FeedChanged
from app.domain.practice import PracticeSet, SetPractice
from app.domain.service import DescribeService, ServiceDescribed

IfMatch = int | None
"""The version of the part that the sender saw; None when they named none."""

_PARTS: dict[type[Command], type[Any]] = {
    RecordBestInterests: BestInterestsDecided,
    DecidePathway: PathwayDecided,
    PlanLeaving: LeavingPlanned,
    TellMedicines: MedicinesTold,
    DescribePackage: PackageDescribed,
    ChangeFeed: FeedChanged,
    DescribeService: ServiceDescribed,
    SetPractice: PracticeSet,
}
"""A command that overwrites -> the event whose latest occurrence is the part it overwrites."""


_EMPTIED: dict[type[Any], HubStep] = {
    BestInterestsDecided: HubStep.BEST_INTERESTS,
    PathwayDecided: HubStep.PATHWAY,
    LeavingPlanned: HubStep.LEAVING,
}
"""A part -> the step whose undoing leaves it empty: nobody's words stand there to be overwritten."""


class MatchRequired(Exception):
    """Somebody has already filled this in. Say which version you change with the If-Match header."""


class MatchFailed(Exception):
    """Somebody changed this since you opened it. Nothing was changed; compare theirs with yours and send again."""

    def __init__(self, current: int) -> None:
        super().__init__(" ".join((self.__doc__ or "").split()))
        self.current = current


def check_overwriting(command: Command, past: Sequence[Recorded[Any]], if_match: IfMatch) -> None:
    """Refuse a change of a filled part whose version is not named, or is named and has moved on."""
    current = _filled_at(command, past)
    if not current or current == if_match:
        return
    if if_match is None:
        raise MatchRequired
    raise MatchFailed(current)


def version_filled(command: Command, past: Sequence[Recorded[Any]]) -> int:
    """The version of what this command fills: of its part, or of the whole stream where it overwrites nothing."""
    return _filled_at(command, past) if overwrites(command) else len(past)


def overwrites(command: Command) -> bool:
    """Whether the command may take the place of another person's words."""
    return isinstance(command, AmendReferral | SignAssessment) or type(command) in _PARTS


def _filled_at(command: Command, past: Sequence[Recorded[Any]]) -> int:
    if isinstance(command, AmendReferral):
        return answered_at(past, command.form.answered)
    if isinstance(command, SignAssessment):
        return signed_at(past, command.assessment_id)
    part = _PARTS.get(type(command))
    return part_version(past, part) if part else 0


def answered_at(past: Sequence[Recorded[Any]], fields: frozenset[ReferralField] | set[ReferralField]) -> int:
    """The version at which one of these fields of the referral was last answered, 0 when they are gaps."""
    return max((each.version for each in past if not fields.isdisjoint(_answered(each.event))), default=0)


def _answered(event: Any) -> Collection[ReferralField]:
    form = getattr(event, "form", None)
    return form.answered if isinstance(form, ReferralForm) else ()


def signed_at(past: Sequence[Recorded[Any]], assessment_id: UUID) -> int:
    """The version at which this assessment was last signed, 0 when it never was."""
    signings = (each for each in past if isinstance(each.event, AssessmentSigned))
    return max((each.version for each in signings if each.event.assessment_id == assessment_id), default=0)


def part_version(past: Sequence[Recorded[Any]], part: type[Any]) -> int:
    """The version at which this part was last filled, 0 when it never was or is empty again."""
    filled = 0
    for each in past:
        if isinstance(each.event, part):
            filled = each.version
        elif isinstance(each.event, StepUndone) and each.event.what is _EMPTIED.get(part):
            filled = 0
    return filled
