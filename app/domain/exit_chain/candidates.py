"""Which services could take somebody at all, however much they have free, and what to say where none can."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.codes.service_lines import ServiceLine
from app.domain.exit_chain.answer import Stuck, Why
from app.domain.exit_chain.facts import Waiting
from app.domain.exit_chain.vacancies import Vacancies
from app.domain.package import Package
from app.domain.service.fitting import WhyNot
from app.domain.service.matching import Match, Prospect
from app.domain.values import ServiceId

_COUNTED = {WhyNot.FULL, WhyNot.NOT_COUNTED}


@dataclass(slots=True)
class Candidates:
    """The services by line, with their matches: people who need the same are matched once."""

    vacancies: Mapping[ServiceId, Vacancies]
    _by_line: dict[ServiceLine, list[ServiceId]] = field(default_factory=dict)
    _matches: dict[Package, dict[ServiceId, Match]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key in sorted(self.vacancies):
            listed = self.vacancies[key].service.listed
            if listed:
                self._by_line.setdefault(listed.line, []).append(key)

    def of(self, person: Waiting) -> list[ServiceId]:
        """Those that fit and have not said no; the ones that are asked first."""
        fit = [key for key, found in self._found(person.package).items() if found.fits and key not in person.refused]
        return sorted(fit, key=lambda key: (key not in person.asked, key))

    def stuck(self, person: Waiting) -> Stuck:
        """Why nothing helps them."""
        found, could = self._found(person.package), self.of(person)
        if not found:
            return Stuck(case_id=person.case_id, why=Why.NO_SERVICE)
        if not could:
            said_no = any(each.fits for each in found.values())
            why = Why.SAID_NO if said_no else Why.CANNOT
            return Stuck(case_id=person.case_id, why=why, against=() if said_no else _against(found.values()))
        if ring := tuple(key for key in could if self._may_have_room(key, person.package)):
            return Stuck(case_id=person.case_id, why=Why.RING, ring=ring)
        others = any(self.vacancies[key].could_ever(person.package) for key in could)
        return Stuck(case_id=person.case_id, why=Why.OTHERS_FIRST if others else Why.NOBODY_LEAVES)

    def _found(self, package: Package) -> Mapping[ServiceId, Match]:
        """Of each service of the line, on a day on which it would take people in."""
        needed = replace(package, start_on=date.min)
        if needed not in self._matches:
            self._matches[needed] = {key: self._match(key, package) for key in self._by_line.get(package.line, ())}
        return self._matches[needed]

    def _match(self, key: ServiceId, package: Package) -> Match:
        its = self.vacancies[key]
        return its.matched(package, its.some_day(package))

    def _may_have_room(self, key: ServiceId, package: Package) -> bool:
        return not self.vacancies[key].confirmed and self._match(key, package).prospect is Prospect.RING


def _against(found: Iterable[Match]) -> tuple[WhyNot, ...]:
    """What stands against them, at most services first."""
    reasons = Counter(why for each in found for why in {reason.why for reason in each.why_not} - _COUNTED)
    return tuple(sorted(reasons, key=lambda why: (-reasons[why], why)))
