"""A life of a system in random commands over every decider; the same seed is the same life.

Some commands are refused by the rules, as in life: what matters is what the others leave behind. What is told is drawn
beside; here it happens, and what is no command of one stream.
"""

from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.case import AmendNote
from app.domain.decider import Command
from app.domain.person import RecordDetails
from app.domain.rejections import Rejection
from app.domain.spell import OpenSpell
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
from tests.promises.bed_story import weeks_in_a_bed
from tests.promises.cases import a_referral, of_a_new_case, of_a_note
from tests.promises.drawing import FEW, RARELY, SELDOM, Drawing
from tests.promises.escalating import of_an_escalation
from tests.promises.places import of_a_feed, of_a_place, of_a_service, of_staff
from tests.promises.practice import of_practice
from tests.promises.stories import a_story
from tests.promises.teller import Teller

REST_EVERY = 60
_STANDING = "SELECT subject, id FROM escalation_1 WHERE system_id = $1 AND NOT gone ORDER BY position, id"
FAMILIES = ("Abara", "Birch", "Cole", "Dray", "Ellis", "Finch", "O’Neil", "Żak")

Act = Callable[[], Awaitable[None]]


class Life:
    """Acts in one system, one thing at a time. `recorded` counts the commands that changed something."""

    def __init__(self, place: Installation, seed: int) -> None:
        self._place = place
        self._drawing = Drawing(place, seed)
        self._teller = self._drawing.teller
        self._escalator = Teller(place, seed)
        self._unit = Teller(place, seed + 1_000)
        self._written: dict[CaseId, list[UUID]] = {}
        self._ahead = timedelta()
        self._steps = 0
        self.recorded = 0

    async def step(self) -> None:
        """One thing happens, or is refused; now and then others do beside it."""
        await self._rest()
        await self._tell(self._drawing.beside())
        await self._escalate()
        await self._lie_in_a_bed()
        act = self._teller.one_of(self._acts())
        self._teller.now += timedelta(minutes=self._teller.chance.randint(1, 90))
        with suppress(Rejection):
            await act()

    def _acts(self) -> list[Act]:
        teller, drawing = self._teller, self._drawing
        people, stays, cases = bool(drawing.people), bool(drawing.spells), bool(drawing.cases)
        return [
            *[self._admit] * (3 if len(drawing.spells) < 40 else 1),
            *[self._telling(drawing.of_a_spell)] * 8,
            *[self._telling(drawing.of_a_case)] * (6 if cases else 0),
            *[self._telling(drawing.out_and_back)] * (3 if cases else 0),
            *[self._refer] * (2 if stays else 0),
            *[self._correct, self._telling(drawing.of_a_death), self._telling(drawing.expected)] * people,
            *[self._merge] * (len(set(drawing.people)) > 1),
            *[self._tell_a_note, self._telling(drawing.of_a_search)] * cases,
            *[self._telling(drawing.of_work)] * (4 if cases else 0),
            *[self._change_places, self._telling(lambda: [of_staff(teller)])] * 2,
            *[self._telling(lambda: [of_practice(teller)])] * 2,
            *[self._telling(lambda: [of_a_service(teller)])] * 3,
            self._telling(lambda: [of_a_feed(teller)]),
            *[self._tell_a_story] * 2,
        ]

    def _telling(self, drawn: Callable[[], Iterable[Command]]) -> Act:
        return lambda: self._tell(drawn())

    async def _tell(self, commands: Iterable[Command]) -> None:
        """One after the other; what is refused keeps nothing else from being told."""
        for command in commands:
            with suppress(Rejection):
                await self._do(command)

    async def _do(self, command: Command) -> None:
        """Overwriting what stands: whichever part it is, its version is one of these."""
        async with taken(self._place.database, self._place.hints, self._place.system) as turn:
            seen = len((await turn.read(command.stream)).events)
            for version in range(seen, -1, -1):
                try:
                    receipt = await decide_in(turn, command, version)
                except MatchFailed:
                    continue
                self.recorded += bool(receipt.recorded)
                return

    async def _admit(self) -> None:
        known = self._drawing.people and self._teller.chance.random() < 0.2
        await self._come(self._teller.one_of(self._drawing.people) if known else None)

    async def _come(self, person: PersonId | None) -> SpellId:
        """Somebody is admitted: a person known already, or somebody new."""
        spell, whose = await self._admitted(self._teller, person)
        self._drawing.people.append(whose)
        self._drawing.spells[spell] = whose
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
        self._drawing.cases.append((case, spell))
        await self._tell(a_story(self._teller, case, spell, self._drawing.spells[spell]))

    async def _refer(self) -> None:
        case, spell = CaseId(self._teller.new_id()), self._teller.one_of([*self._drawing.spells])
        await self._do(of_a_new_case(self._teller, case, spell))
        self._drawing.cases.append((case, spell))

    async def _tell_a_note(self) -> None:
        case, _ = self._teller.one_of(self._drawing.cases[:FEW])  # much is told of few, so that things follow
        written = self._written.setdefault(case, [self._teller.new_id(), self._teller.new_id()])
        telling = of_a_note(self._teller, case, written)
        await self._do(telling)
        if isinstance(telling, AmendNote):
            written.append(telling.note_id)

    async def _correct(self) -> None:
        teller, person = self._teller, self._teller.one_of(self._drawing.people)
        details = Details(family=teller.one_of(FAMILIES), given=teller.one_of(("Ada", "Bo", "Cy")))
        async with taken(self._place.database, self._place.hints, self._place.system) as turn:
            kept = await keep(turn.connection, turn.system, person, details)
            await decide_in(turn, RecordDetails(person_id=kept.person, changed=kept.changed, **teller.said()))
        self.recorded += bool(kept.changed)

    async def _merge(self) -> None:
        drawing = self._drawing
        survivor, retired = self._teller.chance.sample(list(dict.fromkeys(drawing.people)), 2)
        async with taken(self._place.database, self._place.hints, self._place.system) as turn:
            await merge(turn, survivor, retired, **self._teller.said())
        drawing.people = [each for each in drawing.people if each != retired]
        drawing.spells = {spell: survivor if whose == retired else whose for spell, whose in drawing.spells.items()}
        self.recorded += 1

    async def _change_places(self) -> None:
        change = of_a_place(self._teller)
        await self._do(change)
        if isinstance(change, AddWard):
            self._teller.wards.append(change.ward_id)

    async def _escalate(self) -> None:
        """Seldom the clock looks, later each time; now and then somebody answers. By a chance of its own as well."""
        teller, place = self._escalator, self._place
        if teller.chance.random() < SELDOM / 10:
            self._ahead += timedelta(hours=teller.chance.randint(0, 6))
            await sweep_system(place.database, place.hints, place.system, datetime.now(UTC) + self._ahead)
        if not self._drawing.cases or teller.chance.random() > SELDOM:
            return
        rows = await place.database.reads.fetch(_STANDING, place.system)
        standing = [(row["subject"], row["id"]) for row in rows]
        await self._tell([of_an_escalation(teller, teller.one_of(self._drawing.cases)[0], standing)])

    async def _lie_in_a_bed(self) -> None:
        """Still more seldom, and of somebody of whom nothing else is told."""
        teller = self._unit
        if teller.chance.random() > RARELY / 2:
            return
        teller.now = self._teller.now
        case, (spell, _) = CaseId(teller.new_id()), await self._admitted(teller, None)
        await self._tell([a_referral(teller, case, spell), *weeks_in_a_bed(teller, case)])

    async def _rest(self) -> None:
        """Every so many steps nobody works in the system for a moment."""
        self._steps += 1
        if self._steps % REST_EVERY == 0:
            place, now = self._place, self._teller.now
            said: dict[str, Any] = {"by": place.by(Role.MANAGER), "at": now}
            for command in (ArchiveSystem, RestoreSystem):
                await archive(place.database, place.hints, command(system_id=place.system, **said))
