"""What may be told next in a life, drawn by chance from who and what there is in it so far."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.decider import Command
from app.domain.person import RecordDeath, ReverseDeath
from app.domain.spell import ExpectAdmission
from app.domain.values import CaseId, PersonId, SpellId
from tests.facts import Installation
from tests.promises.arriving import sayings
from tests.promises.assessing import of_an_assessment, of_its_reading
from tests.promises.cases import of_a_case
from tests.promises.holding import unsettled
from tests.promises.searches import a_search
from tests.promises.stay import weeks
from tests.promises.stays import from_a_feed, of_a_stay
from tests.promises.teller import Teller
from tests.promises.ways import ways
from tests.promises.work import of_a_task

FEW = 4
SELDOM = 0.15
RARELY = 0.04

Drawn = list[Command]
"""Commands one after the other; some are refused."""


class Drawing:
    """`people`, `spells` and `cases` are kept by the life; what else was told of a case is remembered here."""

    def __init__(self, place: Installation, seed: int) -> None:
        self.teller = Teller(place, seed)
        self.people: list[PersonId] = []
        self.spells: dict[SpellId, PersonId] = {}
        self.cases: list[tuple[CaseId, SpellId]] = []
        self._assessor, self._crew, self._holder = (Teller(place, seed) for _ in range(3))
        self._asked: dict[CaseId, list[UUID]] = {}
        self._met: dict[CaseId, list[UUID]] = {}
        self._assessed: dict[CaseId, list[UUID]] = {}

    def of_a_death(self) -> Drawn:
        """Somebody is said to have died, or not to have."""
        teller = self.teller
        what: dict[str, Any] = {"person_id": teller.one_of(self.people), **teller.said(late=True)}
        told_at = teller.one_of([None, teller.now - timedelta(hours=teller.chance.randint(0, 9))])
        death = RecordDeath(time_told=teller.chance.random() < 0.5, told_at=told_at, **what)
        return [teller.one_of([death, ReverseDeath(told_at=told_at, **what)])]

    def of_a_spell(self) -> Drawn:
        """Something happens in a stay: much is told of few, so that things follow."""
        teller, spells = self.teller, [*self.spells] or [SpellId(self.teller.new_id())]
        spell = teller.one_of(teller.one_of([spells, spells[-FEW:]]))
        by_hand: dict[str, Any] = {"spell_id": spell, **teller.said(late=True)}
        fed = by_hand | from_a_feed(teller.chance, teller.now)
        return [*of_a_stay(teller.chance, by_hand, fed, teller.somewhere, self.spells.get(spell))]

    def expected(self) -> Drawn:
        """Somebody is to come again."""
        teller, spell = self.teller, SpellId(self.teller.new_id())
        self.spells[spell] = person = teller.one_of(self.people)
        said = {**teller.said(), **from_a_feed(teller.chance, teller.now)}
        where = teller.one_of([teller.somewhere(), {"ward_id": None, "bed": ""}])
        return [ExpectAdmission(spell_id=spell, person_id=person, **where, **said)]

    def of_a_case(self) -> Drawn:
        """Any step of a case."""
        case, spell = self.teller.one_of(self.cases)
        return [of_a_case(self.teller, case, spell, self._stays_beside(spell))]

    def out_and_back(self) -> Drawn:
        """Somebody leaves or comes back, and often that was a mistake."""
        case, spell = self.teller.one_of(self.cases)
        what = {"case_id": case, **self.teller.said()}
        return ways(self.teller.chance, what, self.teller.one_of(self._stays_beside(spell)))

    def of_a_search(self) -> Drawn:
        """A service is sought; the other cases are the ward's to tell."""
        case, _ = self.teller.one_of(self.cases[::2])
        return a_search(self.teller, case, self._asked.setdefault(case, []))

    def of_work(self) -> Drawn:
        """A task goes on."""
        case, _ = self.teller.one_of(self.cases)
        return [of_a_task(self.teller, case)]

    def beside(self) -> Drawn:
        """What now and then happens beside, each by a chance of its own, so that the rest goes as it would without."""
        for teller in (self._assessor, self._crew, self._holder):
            teller.now = self.teller.now
        return [*self._of_an_assessment(), *self._of_who_arrived(), *self._of_what_unsettles()]

    def _of_an_assessment(self) -> Drawn:
        teller = self._assessor
        if not self.cases or teller.chance.random() > SELDOM:
            return []
        case, _ = teller.one_of(teller.one_of([self.cases[:FEW], self.cases[-FEW:]]))
        assessments = self._assessed.setdefault(case, [teller.new_id(), teller.new_id()])
        reading = of_its_reading(teller, case, assessments, self._asked.get(case, []))
        return [of_an_assessment(teller, case, assessments), *reading]

    def _of_who_arrived(self) -> Drawn:
        """Of those for whom a service was sought."""
        teller = self._crew
        if not self._asked or teller.chance.random() > SELDOM:
            return []
        case = teller.one_of([*self._asked])
        stays = self._met.setdefault(case, [])
        return weeks(teller, case, stays) if teller.chance.random() < 0.5 else sayings(teller, case)

    def _of_what_unsettles(self) -> Drawn:
        """More seldom, since much follows."""
        teller = self._holder
        if not self._asked or teller.chance.random() > RARELY:
            return []
        case = teller.one_of([*self._asked])
        return unsettled(teller, case, self._asked[case])

    def _stays_beside(self, spell: SpellId) -> list[SpellId]:
        """The stays of the same person."""
        return [each for each, whose in self.spells.items() if whose == self.spells.get(spell)] or [spell]
