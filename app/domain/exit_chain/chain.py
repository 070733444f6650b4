"""The rule: day by day, what can be had that day is given to those who wait, in their written order.

A place is given once. Whoever goes leaves their own place behind, which is given in turn: that day, or from the next.
What this promises: nobody goes later than somebody after them in the order by a place that they could have had, but who
has a place held for them: they go there. Where nobody who waits has a place of their own to leave, and each needs one,
one more leaving makes nobody later; in a chain it may, since whoever stands first takes what comes earliest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.domain.codes.service_lines import ServiceLine
from app.domain.exit_chain.answer import Chain, Freed, How, Move
from app.domain.exit_chain.facts import AHEAD, Held, InStay, Leaving, Waiting, leaves_at
from app.domain.exit_chain.order import in_order
from app.domain.exit_chain.stuck import stuck
from app.domain.exit_chain.vacancies import Need, Vacancies
from app.domain.local_time import local_date
from app.domain.package import Package
from app.domain.practice import ServiceLines
from app.domain.replacing import replace
from app.domain.service.counting import keeps
from app.domain.service.state import Service
from app.domain.values import CaseId, ServiceId

_Hold = tuple[ServiceId, tuple[str, ...], datetime]


def exit_chain(
    waiting: Iterable[Waiting],
    leavings: Iterable[Leaving],
    services: Mapping[ServiceId, Service],
    now: datetime,
    lines: ServiceLines,
) -> Chain:
    """Who could go when and by what, for the coming six weeks; `services` are listed ones."""
    order = sorted(waiting, key=in_order)
    by_going = {person.case_id for person in order if person.place}
    expected = sorted(
        (each for each in leavings if each.case_id not in by_going), key=lambda each: (each.at, each.place.stay_id)
    )
    passed = [each for each in expected if each.has_passed(now)]
    days = _Days(now, {key: _vacancies(key, services[key], now, lines) for key in sorted(services)}, order)
    days.hear(each for each in expected if not each.has_passed(now))
    days.go_by()
    place = {person.case_id: n for n, person in enumerate(order)}
    moves = sorted(days.moves.values(), key=lambda move: (move.on, move.link, place[move.case_id]))
    left = (each for each in days.needs if each[0].case_id not in days.moves)
    return Chain(
        moves=tuple(moves),
        stuck=tuple(stuck(person, need, days.of_line.get(person.package.line, ())) for person, need in left),
        passed=tuple(passed),
    )


def _vacancies(key: ServiceId, service: Service, now: datetime, lines: ServiceLines) -> Vacancies:
    assert service.listed, "only a listed service is asked"
    return Vacancies(key, service, now, lines.of(service.listed.line))


@dataclass
class _Days:
    """The days ahead: what comes free on each, and the services at which to look again on each."""

    now: datetime
    vacancies: Mapping[ServiceId, Vacancies]
    order: Sequence[Waiting]
    moves: dict[CaseId, Move] = field(default_factory=dict)
    coming: dict[date, list[tuple[Vacancies, Freed]]] = field(default_factory=lambda: defaultdict(list))
    to_look: dict[date, set[Vacancies]] = field(default_factory=lambda: defaultdict(set))
    of_line: dict[ServiceLine, list[Vacancies]] = field(default_factory=lambda: defaultdict(list))
    needs: list[tuple[Waiting, Need]] = field(default_factory=list)
    waiting: dict[ServiceLine, list[tuple[Waiting, Need]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.today = local_date(self.now)
        for its in self.vacancies.values():
            self.of_line[its.line].append(its)
        known = dict[Package, Need]()
        for person in self.order:
            line, whenever = person.package.line, replace(person.package, start_on=date.min)
            need = known.setdefault(whenever, Need(whenever))
            self.needs.append((person, need))
            self.waiting[line].append((person, need))
            self.to_look[max(person.earliest, self.today)].update(self.of_line[line])

    def hear(self, leavings: Iterable[Leaving]) -> None:
        """What is free, held and expected to be left."""
        kept_for = self._take_what_is_held()
        for its in self.vacancies.values():
            for freed in (*its.begin(), *_running_out(its, self.now, kept_for)):
                self._expect(its, freed)
        for leaving in leavings:
            self._left(leaving.place, max(self.now, leaving.at), leaving.case_id)

    def go_by(self) -> None:
        """Give what there is, each day, until nothing more comes of it."""
        day = self.today
        while day <= self.today + AHEAD:
            while self.coming[day] or self.to_look[day]:
                for its, freed in sorted(self.coming.pop(day), key=_in_one_order):
                    its.add(freed)
                    self.to_look[day].add(its)
                for line, services in self._open_on(day).items():
                    self._give(day, line, services)
            day += timedelta(days=1)

    def _open_on(self, day: date) -> Mapping[ServiceLine, list[Vacancies]]:
        """Those at which to look that take people in on that day; at the others one looks when they next do."""
        looked = dict[ServiceLine, list[Vacancies]]()
        for its in sorted((each for each in self.to_look.pop(day) if each.room), key=lambda each: each.key):
            next_day = its.next_day(day)
            if next_day == day:
                looked.setdefault(its.line, []).append(its)
            else:
                self.to_look[next_day].add(its)
        return looked

    def _give(self, day: date, line: ServiceLine, services: Sequence[Vacancies]) -> None:
        in_vain = set[Need]()  # at all of them: what is there becomes less until it is looked again
        for person, need in self.waiting[line]:
            if need in in_vain or person.earliest > day or person.case_id in self.moves:
                continue
            asked_first = sorted(services, key=lambda each: each.key not in person.asked) if person.asked else services
            for its in asked_first:
                if need not in its.in_vain and its.key not in person.refused and (units := its.could_have(need)):
                    self._go(person, its.key, day, its.take(units))
                    services = [each for each in services if each.room]
                    break
            else:
                if not person.refused:
                    in_vain.add(need)
        self.waiting[line] = [each for each in self.waiting[line] if each[0].case_id not in self.moves]

    def _go(self, person: Waiting, service: ServiceId, day: date, freed: tuple[Freed, ...]) -> None:
        before = [self.moves[each.by].link for each in freed if each.by in self.moves]
        self.moves[person.case_id] = Move(
            case_id=person.case_id, service_id=service, on=day, freed=freed, link=1 + max(before, default=0)
        )
        if person.place:
            self._left(person.place, max(self.now, leaves_at(day)), person.case_id)

    def _take_what_is_held(self) -> Counter[_Hold]:
        """Who has a place held for them goes there; what more is held for them runs out."""
        kept_for = Counter[_Hold]()
        for person in self.order:
            held = [each for each in person.held if each.until > self.now and each.service_id in self.vacancies]
            if held:
                first = min(held, key=lambda each: (self._day_there(person, each), each.service_id, each.until))
                kept_for[first.service_id, first.units, first.until] += 1
                freed = (Freed(how=How.HELD, at=self.now, unit=unit) for unit in first.units)
                self._go(person, first.service_id, self._day_there(person, first), tuple(freed))
        return kept_for

    def _day_there(self, person: Waiting, held: Held) -> date:
        return self.vacancies[held.service_id].next_day(max(self.today, person.earliest))

    def _left(self, place: InStay, at: datetime, by: CaseId) -> None:
        if its := self.vacancies.get(place.service_id):
            for unit in place.units:
                self._expect(its, Freed(how=How.LEAVING, at=at, unit=unit, by=by))

    def _expect(self, its: Vacancies, freed: Freed) -> None:
        if its.service.unit(freed.unit):
            self.coming[its.from_day(freed)].append((its, freed))


def _running_out(its: Vacancies, now: datetime, kept_for: Counter[_Hold]) -> Iterator[Freed]:
    """What is held for nobody who goes there by it."""
    for place in its.service.places.values():
        if place.until is None or place.starts_at or place.spot or not keeps(place, now):
            continue
        if kept_for[its.key, place.units, place.until]:
            kept_for[its.key, place.units, place.until] -= 1
            continue
        yield from (Freed(how=How.HOLD_RUNS_OUT, at=place.until, unit=unit) for unit in place.units)


def _in_one_order(coming: tuple[Vacancies, Freed]) -> tuple[ServiceId, datetime, str, str, str]:
    its, freed = coming
    return its.key, freed.at, freed.how, str(freed.by or ""), freed.unit
