"""The rule: day by day, what can be had that day is given to those who wait, in their written order.

A place is given once. Whoever goes leaves their own place behind, which is given in turn: that day, or from the next.
What this promises: nobody goes later than somebody after them in the order by a place that they could have had. Where
nobody who waits has a place of their own to leave, and each needs one, one more leaving makes nobody later; in a chain
it may, since whoever stands first takes what comes earliest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.domain.exit_chain.answer import Chain, Freed, How, Move
from app.domain.exit_chain.candidates import Candidates
from app.domain.exit_chain.facts import AHEAD, Held, Leaving, Waiting, leaves_at
from app.domain.exit_chain.order import in_order
from app.domain.exit_chain.vacancies import Vacancies
from app.domain.local_time import local_date
from app.domain.practice import ServiceLines
from app.domain.service.counting import keeps
from app.domain.service.state import Service
from app.domain.values import CaseId, ServiceId


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
    passed = [each for each in expected if local_date(each.at) < local_date(now)]
    days = _Days(now, {key: _vacancies(service, now, lines) for key, service in services.items()}, order)
    days.hear(expected[len(passed) :])
    days.go_by()
    stuck = tuple(days.candidates.stuck(person) for person in order if person.case_id not in days.moves)
    place = {person.case_id: n for n, person in enumerate(order)}
    moves = sorted(days.moves.values(), key=lambda move: (move.on, place[move.case_id]))
    return Chain(moves=tuple(moves), stuck=stuck, passed=tuple(passed))


def _vacancies(service: Service, now: datetime, lines: ServiceLines) -> Vacancies:
    assert service.listed, "only a listed service is asked"
    return Vacancies(service, now, lines.of(service.listed.line).count_hours)


@dataclass
class _Days:
    """The days ahead: what comes free on each, and the services at which to look again on each."""

    now: datetime
    vacancies: Mapping[ServiceId, Vacancies]
    order: list[Waiting]
    moves: dict[CaseId, Move] = field(default_factory=dict)
    coming: dict[date, list[tuple[ServiceId, Freed]]] = field(default_factory=lambda: defaultdict(list))
    to_look: dict[date, set[ServiceId]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self.today = local_date(self.now)
        self.candidates = Candidates(self.vacancies)
        self.could = {person.case_id: self.candidates.of(person) for person in self.order}
        for person in self.order:
            self.to_look[max(person.earliest, self.today)].update(self.could[person.case_id])

    def hear(self, leavings: Iterable[Leaving]) -> None:
        """What is free, held and expected to be left."""
        kept_for = self._take_what_is_held()
        for key, its in self.vacancies.items():
            for freed in (*its.begin(), *_running_out(key, its.service, self.now, kept_for)):
                self._expect(key, freed)
        for leaving in leavings:
            self._left(leaving.place.service_id, leaving.place.units, max(self.now, leaving.at), leaving.case_id)

    def go_by(self) -> None:
        """Give what there is, each day, until nothing more comes of it."""
        day = self.today
        while day <= self.today + AHEAD:
            while self.coming[day] or self.to_look[day]:
                for key, freed in sorted(self.coming.pop(day), key=_in_one_order):
                    self.vacancies[key].add(freed)
                    self.to_look[day].add(key)
                self._give(day, self._open_on(day))
            day += timedelta(days=1)

    def _open_on(self, day: date) -> set[ServiceId]:
        """Those at which to look that take people in on that day; at the others one looks when they next do."""
        looked = {key for key in self.to_look.pop(day) if self.vacancies[key].has_room}
        later = {key: its for key in looked if (its := self.vacancies[key].next_day(day)) != day}
        for key, next_day in later.items():
            self.to_look[next_day].add(key)
        return looked - later.keys()

    def _give(self, day: date, services: set[ServiceId]) -> None:
        if not services:
            return
        for person in self.order:
            if person.case_id in self.moves or person.earliest > day:
                continue
            for key in self.could[person.case_id]:
                its = self.vacancies[key]
                if key in services and its.has_room and (units := its.could_have(person.package, day)):
                    self._go(person, key, day, its.take(units))
                    break

    def _go(self, person: Waiting, service: ServiceId, day: date, freed: tuple[Freed, ...]) -> None:
        before = [self.moves[each.by].link for each in freed if each.by in self.moves]
        self.moves[person.case_id] = Move(
            case_id=person.case_id, service_id=service, on=day, freed=freed, link=1 + max(before, default=0)
        )
        if person.place:
            left_at = max(self.now, leaves_at(day))
            self._left(person.place.service_id, person.place.units, left_at, person.case_id)

    def _take_what_is_held(self) -> Counter[tuple[ServiceId, tuple[str, ...], datetime]]:
        """Who has a place held for them goes there; what more is held for them runs out."""
        kept_for = Counter[tuple[ServiceId, tuple[str, ...], datetime]]()
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

    def _left(self, service: ServiceId, units: Iterable[str], at: datetime, by: CaseId) -> None:
        for unit in units:
            self._expect(service, Freed(how=How.LEAVING, at=at, unit=unit, by=by))

    def _expect(self, service: ServiceId, freed: Freed) -> None:
        its = self.vacancies.get(service)
        if its and its.service.unit(freed.unit):
            self.coming[its.from_day(freed)].append((service, freed))


def _running_out(
    key: ServiceId, service: Service, now: datetime, kept_for: Counter[tuple[ServiceId, tuple[str, ...], datetime]]
) -> Iterator[Freed]:
    """What is held for nobody who goes there by it."""
    for place in service.places.values():
        if place.until is None or place.starts_at or place.spot or not keeps(place, now):
            continue
        if kept_for[key, place.units, place.until]:
            kept_for[key, place.units, place.until] -= 1
            continue
        yield from (Freed(how=How.HOLD_RUNS_OUT, at=place.until, unit=unit) for unit in place.units)


def _in_one_order(coming: tuple[ServiceId, Freed]) -> tuple[ServiceId, datetime, str, str, str]:
    key, freed = coming
    return key, freed.at, freed.how, str(freed.by or ""), freed.unit
