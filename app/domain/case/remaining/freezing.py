"""The nights in a community bed are frozen at midnight, as those in hospital are."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case.facts import CaseFacts
from app.domain.case.remaining.command import RemainingCommand
from app.domain.case.remaining.events import StayNightFrozen
from app.domain.case.remaining.ready import ready_of
from app.domain.case.state import Case
from app.domain.delay import joined
from app.domain.delay.delaying import history_of
from app.domain.delay.freezing import at_midnight, is_due


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeStayNight(RemainingCommand):
    """Freeze the night that began on this local date, once it is over."""

    night: date


def freeze_stay_night(command: FreezeStayNight, case: Case, facts: CaseFacts) -> list[StayNightFrozen]:
    """Who was not ready in the bed at that midnight has no such night; a night is frozen once."""
    assert facts.reporting, "the rule is asked for whenever a night is frozen"
    stay = case.stays.get(command.stay_id)
    if stay is None or not is_due(command.night, command.at, stay.delays, ready_of(stay, command.at).periods):
        return []
    history = joined((history_of(stay.delays), facts.next_service))
    parties = replace(facts.parties, bed=stay.organisation_id)
    told = at_midnight(command.night, history, facts.reporting, parties, command.at)
    return [StayNightFrozen(stay_id=stay.stay_id, service_id=stay.service_id, **told)]
