"""Whether a place that is to be freed would serve somebody who waits: asked by whoever runs it, without a name."""

from datetime import datetime

from app.domain.exit_chain.answer import Freed, How
from app.domain.exit_chain.facts import InStay, Waiting
from app.domain.exit_chain.vacancies import Need, Vacancies
from app.domain.practice.lines import LineRule
from app.domain.service.state import Service


def is_wanted_by(person: Waiting, place: InStay, service: Service, at: datetime, rule: LineRule) -> bool:
    """Whether they wait for such a bed or place; of calls, whether they need one in a window that is freed."""
    its, need = Vacancies(place.service_id, service, at, rule), Need(person.package)
    if person.place and person.place.stay_id == place.stay_id:
        return False
    if its.key in person.refused or not its.fits(need):
        return False
    if person.package.calls:
        windows = {unit.run.window for unit in service.units if unit.run and unit.key in place.units}
        return any(call.window in windows for call in person.package.calls)
    for unit in place.units:
        its.add(Freed(how=How.LEAVING, at=at, unit=unit))
    return its.could_ever(need)
