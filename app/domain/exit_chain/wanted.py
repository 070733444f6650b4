"""Whether a place that is to be freed would serve somebody who waits: asked by whoever runs it, without a name."""

from collections import Counter
from datetime import datetime

from app.domain.exit_chain.facts import InStay, Waiting
from app.domain.exit_chain.vacancies import Vacancies, counted_as
from app.domain.service.state import Service


def is_wanted_by(person: Waiting, place: InStay, service: Service, at: datetime, usual_hours: int) -> bool:
    """Whether they wait for such a bed or place; of calls, whether they need one in a window that is freed."""
    its = Vacancies(service, at, usual_hours)
    if person.place and person.place.stay_id == place.stay_id:
        return False
    if place.service_id in person.refused or not its.matched(person.package, its.some_day(person.package)).fits:
        return False
    windows = {unit.run.window for unit in service.units if unit.run and unit.key in place.units}
    if person.package.calls:
        return any(call.window in windows for call in person.package.calls)
    freed = counted_as(service, Counter(place.units))
    return bool(its.matched(person.package, its.some_day(person.package), freed).units)
