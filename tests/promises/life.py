"""A life of a system in random commands over every decider; the same seed is the same life.

Some commands are refused by the rules, as in life: what matters is what the others leave behind. People and their
stays live here; what is told of a stay, a case or a place is said beside it.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.case import AmendNote
from app.domain.decider import Command
from app.domain.person import RecordDeath, RecordDetails, ReverseDeath
from app.domain.rejections import Rejection
from app.domain.spell import ExpectAdmission, OpenSpell
from app.domain.system import AddWard, ArchiveSystem, RestoreSystem
from app.domain.values import CaseId, PersonId, Role, SpellId
from app.events.archiving import archive
from app.events.escalation.sweep import sweep_system
from app.events.handler import decide_in, taken
from app.events.overwriting import MatchFailed
from app.intake.merging import merge
from app.people.details import Details
from app.people.registry import keep
from tests.facts import Installation
from tests.promises.arriving import sayings
from tests.promises.assessing import of_an_assessment, of_its_reading
from tests.promises.bed_story import weeks_in_a_bed
from tests.promises.cases import a_referral, of_a_case, of_a_new_case, of_a_note
from tests.promises.escalating import of_an_escalation
from tests.promises.holding import unsettled
from tests.promises.places import of_a_feed, of_a_place, of_a_service, of_staff
from tests.promises.practice import of_practice
from tests.promises.searches import a_search
from tests.promises.stay import weeks
from tests.promises.stays import from_a_feed, of_a_stay
from tests.promises.stories import a_story
from tests.promises.teller import Teller
from tests.promises.ways import ways
from tests.promises.work import of_a_task

FEW = 4
SELDOM = 0.15
RARELY = 0.04
REST_EVERY = 60
_STANDING = "SELECT subject, id FROM escalation_1 WHERE system_id = $1 AND NOT gone ORDER BY position, id"
FAMILIES = ("Abara", "Birch", "Cole", "Dray", "Ellis", "Finch", "O’Neil", "Żak")


class Life:
    """Acts in one system, one command at a time. `recorded` counts the commands that changed something."""

    def __init__(self, place: Installation, seed: int) -> None:
        self._place = place
        self._teller = Teller(place, seed)
        self._chance = self._teller.chance
        self._assessor = Teller(place, seed)
        self._crew = Teller(place, seed)
        self._holder = Teller(place, seed)
        self._escalator = Teller(place, seed)
        self._unit = Teller(place, seed + 1_000)
        self._ahead = timedelta()
        self._people: list[PersonId] = []
        self._spells: dict[SpellId, PersonId] = {}
        self._cases: list[tuple[CaseId, SpellId]] = []
        self._written: dict[CaseId, list[UUID]] = {}
        self._asked: dict[CaseId, list[UUID]] = {}
        self._met: dict[CaseId, list[UUID]] = {}
        self._assessed: dict[CaseId, list[UUID]] = {}
        self.recorded = 0
        self._steps = 0

    async def step(self) -> str:
        """One thing happens, or is refused; its name."""
        acts: list[Callable[[], Awaitable[None]]] = [
            *[self._admit] * (3 if len(self._spells) < 40 else 1),
            *[self._tell_of_spell] * 8,
            *[self._tell_of_case] * (6 if self._cases else 0),
            *[self._go_out_and_back] * (3 if self._cases else 0),
            *[self._refer] * (2 if self._spells else 0),
            *[self._correct, self._tell_of_death, self._expect] * (1 if self._people else 0),
            *[self._merge] * (1 if len(set(self._people)) > 1 else 0),
            *[self._tell_a_note] * (1 if self._cases else 0),
            *[self._change_places, self._change_staff, self._change_practice] * 2,
            self._change_feed,
            *[self._change_service] * 3,
            *[self._search] * (1 if self._cases else 0),
            *[self._work] * (4 if self._cases else 0),
            *[self._tell_a_story] * 2,
        ]
        await self._rest()
        await self._assess()
        await self._arrive()
        await self._unsettle()
        await self._escalate()
        await self._lie_in_a_bed()
        act = self._teller.one_of(acts)
        self._teller.now += timedelta(minutes=self._chance.randint(1, 90))
        try:
            await act()
        except Rejection as refused:
            return refused.code()
        return act.__name__

    async def _admit(self) -> None:
        known = self._people and self._chance.random() < 0.2
        await self._come(self._teller.one_of(self._people) if known else None)

    async def _come(self, person: PersonId | None) -> SpellId:
        """Somebody is admitted: a person known already, or somebody new."""
        spell, whose = await self._admitted(self._teller, person)
        self._people.append(whose)
        self._spells[spell] = whose
        self.recorded += 1
        return spell

    async def _admitted(self, teller: Teller, person: PersonId | None) -> tuple[SpellId, PersonId]:
        chance = teller.chance
        spell = SpellId(teller.new_id())
        who = Details(family=teller.one_of(FAMILIES), given="Ada", birth_date=date(1940, 1, chance.randint(1, 28)))
        async with taken(self._place.database, self._place.hints, self._place.system) as turn:
            kept = await keep(turn.connection, turn.system, person, who)
            await decide_in(turn, RecordDetails(person_id=kept.person, changed=kept.changed, **teller.said()))
            opening = OpenSpell(spell_id=spell, person_id=kept.person, **teller.somewhere(), **teller.said())
            await decide_in(turn, opening)
        return spell, kept.person

    async def _tell_a_story(self) -> None:
        spell, case = await self._come(None), CaseId(self._teller.new_id())
        self._cases.append((case, spell))
        for command in a_story(self._teller, case, spell, self._spells[spell]):
            with suppress(Rejection):
                await self._do_overwriting(command)

    async def _correct(self) -> None:
        details = Details(family=self._teller.one_of(FAMILIES), given=self._teller.one_of(("Ada", "Bo", "Cy")))
        async with taken(self._place.database, self._place.hints, self._place.system) as turn:
            kept = await keep(turn.connection, turn.system, self._teller.one_of(self._people), details)
            await decide_in(turn, RecordDetails(person_id=kept.person, changed=kept.changed, **self._teller.said()))
        self.recorded += bool(kept.changed)

    async def _tell_of_death(self) -> None:
        what: dict[str, Any] = {"person_id": self._teller.one_of(self._people), **self._teller.said(late=True)}
        told_at = self._teller.one_of([None, self._teller.now - timedelta(hours=self._chance.randint(0, 9))])
        death = RecordDeath(time_told=self._chance.random() < 0.5, told_at=told_at, **what)
        await self._do(self._teller.one_of([death, ReverseDeath(told_at=told_at, **what)]))

    async def _merge(self) -> None:
        survivor, retired = self._chance.sample(list(dict.fromkeys(self._people)), 2)
        async with taken(self._place.database, self._place.hints, self._place.system) as turn:
            await merge(turn, survivor, retired, **self._teller.said())
        self._people = [each for each in self._people if each != retired]
        self._spells = {spell: survivor if whose == retired else whose for spell, whose in self._spells.items()}
        self.recorded += 1

    async def _tell_of_spell(self) -> None:
        spells = [*self._spells] or [SpellId(self._teller.new_id())]
        some = self._teller.one_of([spells, spells[-FEW:]])  # much is told of few, so that things follow
        spell = self._teller.one_of(some)
        by_hand: dict[str, Any] = {"spell_id": spell, **self._teller.said(late=True)}
        fed = by_hand | from_a_feed(self._chance, self._teller.now)
        for telling in of_a_stay(self._chance, by_hand, fed, self._teller.somewhere, self._spells.get(spell)):
            await self._do(telling)

    async def _expect(self) -> None:
        spell, person = SpellId(self._teller.new_id()), self._teller.one_of(self._people)
        self._spells[spell] = person
        said = {**self._teller.said(), **from_a_feed(self._chance, self._teller.now)}
        where = self._teller.one_of([self._teller.somewhere(), {"ward_id": None, "bed": ""}])
        await self._do(ExpectAdmission(spell_id=spell, person_id=person, **where, **said))

    async def _refer(self) -> None:
        case, spell = CaseId(self._teller.new_id()), self._teller.one_of([*self._spells])
        await self._do(of_a_new_case(self._teller, case, spell))
        self._cases.append((case, spell))

    async def _tell_of_case(self) -> None:
        case, spell = self._teller.one_of(self._cases)
        await self._do_overwriting(of_a_case(self._teller, case, spell, self._stays_beside(spell)))

    async def _tell_a_note(self) -> None:
        case, _ = self._teller.one_of(self._cases[:FEW])  # much is told of few, so that things follow
        written = self._written.setdefault(case, [self._teller.new_id(), self._teller.new_id()])
        telling = of_a_note(self._teller, case, written)
        await self._do(telling)
        if isinstance(telling, AmendNote):
            written.append(telling.note_id)

    async def _assess(self) -> None:
        """Now and then, by a chance of its own, so that the rest of this life goes as it would without."""
        teller = self._assessor
        if not self._cases or teller.chance.random() > SELDOM:
            return
        teller.now = self._teller.now
        case, _ = teller.one_of(teller.one_of([self._cases[:FEW], self._cases[-FEW:]]))
        assessments = self._assessed.setdefault(case, [teller.new_id(), teller.new_id()])
        asked = self._asked.get(case, [])
        for command in (of_an_assessment(teller, case, assessments), *of_its_reading(teller, case, assessments, asked)):
            with suppress(Rejection):
                await self._do_overwriting(command)

    async def _unsettle(self) -> None:
        """More seldom, since much follows, and by a chance of its own too."""
        teller = self._holder
        if not self._asked or teller.chance.random() > RARELY:
            return
        teller.now = self._teller.now
        case = teller.one_of([*self._asked])
        for command in unsettled(teller, case, self._asked[case]):
            with suppress(Rejection):
                await self._do_overwriting(command)

    async def _escalate(self) -> None:
        """Seldom the clock looks, later each time; now and then somebody answers. By a chance of its own as well."""
        teller, place = self._escalator, self._place
        if teller.chance.random() < SELDOM / 10:
            self._ahead += timedelta(hours=teller.chance.randint(0, 6))
            await sweep_system(place.database, place.hints, place.system, datetime.now(UTC) + self._ahead)
        if not self._cases or teller.chance.random() > SELDOM:
            return
        rows = await place.database.reads.fetch(_STANDING, place.system)
        standing = [(row["subject"], row["id"]) for row in rows]
        with suppress(Rejection):
            await self._do(of_an_escalation(teller, teller.one_of(self._cases)[0], standing))

    async def _lie_in_a_bed(self) -> None:
        """Still more seldom, and of somebody of whom nothing else is told."""
        teller = self._unit
        if teller.chance.random() > RARELY / 2:
            return
        teller.now = self._teller.now
        case, (spell, _) = CaseId(teller.new_id()), await self._admitted(teller, None)
        for command in (a_referral(teller, case, spell), *weeks_in_a_bed(teller, case)):
            with suppress(Rejection):
                await self._do_overwriting(command)

    async def _go_out_and_back(self) -> None:
        case, spell = self._teller.one_of(self._cases)
        person = self._spells.get(spell)
        stays = [each for each, whose in self._spells.items() if whose == person]
        what = {"case_id": case, **self._teller.said()}
        for command in ways(self._chance, what, self._teller.one_of(stays or [spell])):
            await self._do_overwriting(command)

    async def _change_places(self) -> None:
        change = of_a_place(self._teller)
        await self._do(change)
        if isinstance(change, AddWard):
            self._teller.wards.append(change.ward_id)

    async def _change_staff(self) -> None:
        await self._do(of_staff(self._teller))

    async def _change_feed(self) -> None:
        await self._do_overwriting(of_a_feed(self._teller))

    async def _rest(self) -> None:
        """Every so many steps nobody works in the system for a moment."""
        self._steps += 1
        if self._steps % REST_EVERY == 0:
            place, now = self._place, self._teller.now
            said: dict[str, Any] = {"by": place.by(Role.MANAGER), "at": now}
            for command in (ArchiveSystem, RestoreSystem):
                await archive(place.database, place.hints, command(system_id=place.system, **said))

    async def _change_practice(self) -> None:
        await self._do_overwriting(of_practice(self._teller))

    async def _change_service(self) -> None:
        await self._do_overwriting(of_a_service(self._teller))

    async def _search(self) -> None:
        case, _ = self._teller.one_of(self._cases[::2])  # the others are the ward's to tell
        for command in a_search(self._teller, case, self._asked.setdefault(case, [])):
            with suppress(Rejection):
                await self._do_overwriting(command)

    async def _arrive(self) -> None:
        """By a chance of its own too, of those for whom a service was sought."""
        teller = self._crew
        if not self._asked or teller.chance.random() > SELDOM:
            return
        teller.now = self._teller.now
        case = teller.one_of([*self._asked])
        stays = self._met.setdefault(case, [])
        said = weeks(teller, case, stays) if teller.chance.random() < 0.5 else sayings(teller, case)
        for command in said:
            with suppress(Rejection):
                await self._do_overwriting(command)

    async def _work(self) -> None:
        case, _ = self._teller.one_of(self._cases)
        await self._do(of_a_task(self._teller, case))

    async def _do(self, command: Command) -> None:
        self.recorded += bool((await self._place.do(command)).recorded)

    async def _do_overwriting(self, command: Command) -> None:
        async with taken(self._place.database, self._place.hints, self._place.system) as turn:
            seen = len((await turn.read(command.stream)).events)
            for version in range(seen, -1, -1):  # whichever part it overwrites, its version is one of these
                try:
                    receipt = await decide_in(turn, command, version)
                except MatchFailed:
                    continue
                self.recorded += bool(receipt.recorded)
                return

    def _stays_beside(self, spell: SpellId) -> list[SpellId]:
        """The stays of the same person."""
        return [each for each, whose in self._spells.items() if whose == self._spells.get(spell)] or [spell]
