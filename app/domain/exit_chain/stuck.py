"""Why nothing that is expected helps somebody: said of the services of their line, the first reason that holds."""

from collections import Counter
from collections.abc import Sequence

from app.domain.exit_chain.answer import Stuck, Why
from app.domain.exit_chain.facts import Waiting
from app.domain.exit_chain.vacancies import Need, Vacancies
from app.domain.service.fitting import WhyNot
from app.domain.service.matching import Prospect

_COUNTED = {WhyNot.FULL, WhyNot.NOT_COUNTED}


def stuck(person: Waiting, need: Need, services: Sequence[Vacancies]) -> Stuck:
    """Of all `services` of the line that they need."""
    case_id = person.case_id
    if not services:
        return Stuck(case_id=case_id, why=Why.NO_SERVICE)
    asked = [each for each in services if each.key not in person.refused] if person.refused else services
    if ring := [each.key for each in asked if not each.confirmed and _may_have_room(each, need)]:
        return Stuck(case_id=case_id, why=Why.RING, ring=tuple(ring))
    if any(each.could_ever(need) for each in asked if each.ever):
        return Stuck(case_id=case_id, why=Why.OTHERS_FIRST)
    if any(each.fits(need) for each in asked):
        return Stuck(case_id=case_id, why=Why.NOBODY_LEAVES)
    if any(each.fits(need) for each in services):
        return Stuck(case_id=case_id, why=Why.SAID_NO)
    return Stuck(case_id=case_id, why=Why.CANNOT, against=_against(need, services))


def _may_have_room(service: Vacancies, need: Need) -> bool:
    return service.fits(need) and service.matched(need).prospect is Prospect.RING


def _against(need: Need, services: Sequence[Vacancies]) -> tuple[WhyNot, ...]:
    """What stands against them, at most services first."""
    found = ({reason.why for reason in each.matched(need).why_not} - _COUNTED for each in services)
    reasons = Counter(why for each in found for why in each)
    return tuple(sorted(reasons, key=lambda why: (-reasons[why], why)))
