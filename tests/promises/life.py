"""A life of a system in random commands over every decider; the same seed is the same life.

Some commands are refused by the rules, as in life: what matters is what the others leave behind.
"""

import random
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from app.domain.case import (
    AcceptReferral,
    AmendNote,
    AmendReferral,
    CloseCase,
    DecidePathway,
    NameCaseManager,
    PinNote,
    PlanLeaving,
    RaiseEarlyAlert,
    RecordBestInterests,
    RecordDeparture,
    RecordReturn,
    ReopenCase,
    ReturnReferral,
    SubmitReferral,
    TrackCase,
    WithdrawReferral,
    WriteNote,
)
from app.domain.case.audience import Audience
from app.domain.case.form import Capacity, CapacityState, Need, Needs, ReferralField, ReferralForm
from app.domain.case.leaving import LeaveFrom
from app.domain.case.outcome import Outcome
from app.domain.case.withdrawing import Withdrawal
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.slot_reasons import SlotReason
from app.domain.codes.why_not_home import WhyNotHome
from app.domain.decider import Command
from app.domain.feed import AddFeed, ChangeFeed
from app.domain.hub import HoldBoardRound
from app.domain.person import RecordDeath, RecordDetails, ReverseDeath
from app.domain.rejections import Rejection
from app.domain.service import ListService
from app.domain.spell import ExpectAdmission, OpenSpell
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard, OrganisationKind, RemoveStaff
from app.domain.values import (
    CaseId,
    FeedId,
    HubId,
    OrganisationId,
    PersonId,
    Role,
    ServiceId,
    SiteId,
    SpellId,
    StaffId,
    WardId,
    Words,
)
from app.events.handler import decide_in, taken
from app.events.overwriting import MatchFailed
from app.intake.merging import merge
from app.people.details import Details
from app.people.registry import keep
from tests.facts import Installation
from tests.promises.stays import from_a_feed, of_a_stay
from tests.promises.ways import ways

T = TypeVar("T")
FEW = 4
FAMILIES = ("Abara", "Birch", "Cole", "Dray", "Ellis", "Finch", "O’Neil", "Żak")


class Life:
    """Acts in one system, one command at a time. `recorded` counts the commands that changed something."""

    def __init__(self, place: Installation, seed: int) -> None:
        self._place = place
        self._chance = random.Random(seed)
        self._people: list[PersonId] = []
        self._spells: dict[SpellId, PersonId] = {}
        self._cases: list[tuple[CaseId, SpellId]] = []
        self._wards = [place.ward, place.other_ward]
        self._now = datetime.now(UTC) - timedelta(days=30)
        self._written: dict[CaseId, list[UUID]] = {}
        self.recorded = 0

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
            self._change_places,
            self._change_staff,
            self._change_feed,
        ]
        act = self._one_of(acts)
        self._now += timedelta(minutes=self._chance.randint(1, 90))
        try:
            await act()
        except Rejection as refused:
            return refused.code()
        return act.__name__

    async def _admit(self) -> None:
        person = self._one_of(self._people) if self._people and self._chance.random() < 0.2 else None
        spell = SpellId(self._id())
        who = Details(family=self._one_of(FAMILIES), given="Ada", birth_date=date(1940, 1, self._chance.randint(1, 28)))
        async with taken(self._place.database, self._place.hints, self._place.system) as turn:
            kept = await keep(turn.connection, turn.system, person, who)
            await decide_in(turn, RecordDetails(person_id=kept.person, changed=kept.changed, **self._said()))
            opening = OpenSpell(spell_id=spell, person_id=kept.person, **self._somewhere(), **self._said())
            await decide_in(turn, opening)
        self._people.append(kept.person)
        self._spells[spell] = kept.person
        self.recorded += 1

    async def _correct(self) -> None:
        details = Details(family=self._one_of(FAMILIES), given=self._one_of(("Ada", "Bo", "Cy")))
        async with taken(self._place.database, self._place.hints, self._place.system) as turn:
            kept = await keep(turn.connection, turn.system, self._one_of(self._people), details)
            await decide_in(turn, RecordDetails(person_id=kept.person, changed=kept.changed, **self._said()))
        self.recorded += bool(kept.changed)

    async def _tell_of_death(self) -> None:
        what: dict[str, Any] = {"person_id": self._one_of(self._people), **self._said(late=True)}
        told_at = self._one_of([None, self._now - timedelta(hours=self._chance.randint(0, 9))])
        death = RecordDeath(time_told=self._chance.random() < 0.5, told_at=told_at, **what)
        await self._do(self._one_of([death, ReverseDeath(told_at=told_at, **what)]))

    async def _merge(self) -> None:
        survivor, retired = self._chance.sample(list(dict.fromkeys(self._people)), 2)
        async with taken(self._place.database, self._place.hints, self._place.system) as turn:
            await merge(turn, survivor, retired, **self._said())
        self._people = [each for each in self._people if each != retired]
        self._spells = {spell: survivor if whose == retired else whose for spell, whose in self._spells.items()}
        self.recorded += 1

    async def _tell_of_spell(self) -> None:
        spells = [*self._spells] or [SpellId(self._id())]
        spell = self._one_of(self._one_of([spells, spells[-FEW:]]))  # much is told of few, so that things follow
        by_hand: dict[str, Any] = {"spell_id": spell, **self._said(late=True)}
        fed = by_hand | from_a_feed(self._chance, self._now)
        for telling in of_a_stay(self._chance, by_hand, fed, self._somewhere, self._spells.get(spell)):
            await self._do(telling)

    async def _expect(self) -> None:
        spell, person = SpellId(self._id()), self._one_of(self._people)
        self._spells[spell] = person
        said = {**self._said(), **from_a_feed(self._chance, self._now)}
        where = self._one_of([self._somewhere(), {"ward_id": None, "bed": ""}])
        await self._do(ExpectAdmission(spell_id=spell, person_id=person, **where, **said))

    async def _refer(self) -> None:
        case, spell = CaseId(self._id()), self._one_of([*self._spells])
        await self._do(self._one_of([self._alert(case, spell), *[self._referral(case, spell)] * 3]))
        self._cases.append((case, spell))

    async def _tell_of_case(self) -> None:
        case, spell = self._one_of(self._cases)
        what: dict[str, Any] = {"case_id": case, **self._said()}
        manager = self._one_of([self._place.staff[Role.CASE_MANAGER], self._place.staff[Role.HUB_LEAD]])
        given = self._one_of(list(Pathway))
        pathway = DecidePathway(
            needed=self._one_of(list(Pathway)),
            given=given,
            why_not_home=None if given.is_home else self._one_of(list(WhyNotHome)),
            words=None if given.is_home else Words("Stairs."),
            home_possible_if=None if given.is_home else Words("A stairlift."),
            review_on=None if given.is_home else (self._now + timedelta(days=7)).date(),
            decided_by=Words("The hub team"),
            senior_yes=Words("The hub lead") if given is Pathway.P3 else None,
            **what,
        )
        leaving = PlanLeaving(
            leave_at=self._now + timedelta(days=1),
            leave_from=self._one_of(list(LeaveFrom)),
            going_to=Words("Home"),
            received_by=Words("Her son"),
            reason=self._one_of([None, SlotReason.TRANSPORT]),
            **what,
        )
        tellings = [
            *[AcceptReferral(case_manager=manager, **what)] * 3,
            NameCaseManager(case_manager=manager, **what),
            ReturnReferral(fields=frozenset({self._one_of(list(ReferralField))}), words=Words("More, please."), **what),
            self._referral(case, spell),
            AmendReferral(form=self._form(), **what),
            TrackCase(spell_id=self._one_of(self._stays_beside(spell)), **what),
            pathway,
            AmendReferral(
                form=ReferralForm(
                    capacity=Capacity(
                        state=self._one_of([CapacityState.LACKS, CapacityState.LACKS, CapacityState.DOUBT])
                    )
                ),
                **what,
            ),
            RecordBestInterests(
                decision=Words("A bed."), decided_by=Words("Dr Khan"), consulted=Words("Her son."), **what
            ),
            leaving,
            RecordDeparture(**what),
            RecordReturn(**what),
            self._one_of(
                [
                    CloseCase(outcome=self._one_of(list(Outcome)), words=self._words(), **what),
                    WithdrawReferral(why=self._one_of(list(Withdrawal)), words=self._words(), **what),
                ]
            ),
            ReopenCase(words=self._words(), **what),
        ]
        await self._do_overwriting(self._one_of(tellings))

    async def _tell_a_note(self) -> None:
        case, _ = self._one_of(self._cases[:FEW])  # much is told of few, so that things follow
        written, what = self._written.setdefault(case, [self._id(), self._id()]), {"case_id": case, **self._said()}
        words = Words(f"Rang, time {self._chance.randint(1, 2)}.")
        first, second, amended = written[0], written[1], written[-1]
        tellings: list[Command] = [
            *[WriteNote(note_id=each, audience=Audience.EVERYONE, words=words, **what) for each in (first, second)],
            WriteNote(note_id=self._id(), audience=self._one_of(list(Audience)), words=words, **what),
            *[PinNote(note_id=first, pinned=pinned, **what) for pinned in (True, False)],
            AmendNote(note_id=self._id(), amends=amended, words=words, **what),
        ]
        telling = self._one_of(tellings)
        await self._do(telling)
        if isinstance(telling, AmendNote):
            written.append(telling.note_id)

    async def _go_out_and_back(self) -> None:
        case, spell = self._one_of(self._cases)
        person = self._spells.get(spell)
        stays = [each for each, whose in self._spells.items() if whose == person]
        for command in ways(self._chance, {"case_id": case, **self._said()}, self._one_of(stays or [spell])):
            await self._do_overwriting(command)

    async def _change_places(self) -> None:
        place, name = self._place, f"Place {self._chance.randint(1, 99)}"
        here: dict[str, Any] = {"system_id": place.system, "name": name, **self._said()}
        code = f"{self._chance.randint(1, 999):03}"
        ward, beds = self._one_of([*self._wards, WardId(self._id())]), tuple(f"{n}" for n in range(1, 4))
        trust = self._one_of([place.trust, OrganisationId(self._id())])
        site = self._one_of([place.site, SiteId(self._id())])
        changes: list[Command] = [
            AddOrganisation(organisation_id=trust, code=f"C{code}", kind=OrganisationKind.COUNCIL, **here),
            AddSite(site_id=site, code=f"S{code}", organisation_id=place.trust, **here),
            AddWard(ward_id=ward, code=f"W{code}", site_id=place.site, beds=beds, **here),
            AddHub(hub_id=self._one_of([place.hub, HubId(self._id())]), organisation_id=place.trust, **here),
        ]
        change = self._one_of(changes)
        await self._do(change)
        if isinstance(change, AddWard):
            self._wards.append(change.ward_id)

    async def _change_staff(self) -> None:
        place, provider = self._place, self._place.staff[Role.PROVIDER]
        wards = frozenset(self._chance.sample(self._wards, 1))
        joining = AddStaff(
            staff_id=self._one_of([provider, StaffId(self._id())]),
            role=Role.PROVIDER,
            organisation_id=place.trust,
            hub_id=self._one_of([None, place.hub]),
            ward_ids=wards,
            **self._said(),
        )
        service = ListService(
            service_id=ServiceId(UUID(int=self._chance.randint(1, 5))),
            name=f"Service {self._chance.randint(1, 9)}",
            organisation_id=place.trust,
            line=self._one_of(list(ServiceLine)),
            pathway=self._one_of(list(Pathway)),
            **self._said(),
        )
        held = HoldBoardRound(hub_id=place.hub, round_id=self._id(), **self._said())
        await self._do(self._one_of([joining, service, held, RemoveStaff(staff_id=provider, **self._said())]))

    async def _change_feed(self) -> None:
        feed, name = FeedId(UUID(int=self._chance.randint(1, 3))), f"Feed {self._chance.randint(1, 3)}"
        settings = {"wards": {"ASH": str(self._one_of(self._wards)), "LAB": None}, "site_id": str(self._place.site)}
        changes = [
            AddFeed(feed_id=feed, application="PAS", facility=str(feed), name="Feed", **self._said()),
            ChangeFeed(feed_id=feed, name=name, settings=self._one_of([{}, settings]), **self._said()),
        ]
        await self._do_overwriting(self._one_of(changes))

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

    def _alert(self, case: CaseId, spell: SpellId) -> RaiseEarlyAlert:
        likely = frozenset({self._one_of(list(Need))})
        return RaiseEarlyAlert(
            case_id=case, spell_id=spell, hub_id=self._place.hub, likely=likely, words=self._words(), **self._said()
        )

    def _referral(self, case: CaseId, spell: SpellId) -> SubmitReferral:
        return SubmitReferral(
            case_id=case,
            spell_id=spell,
            hub_id=self._place.hub,
            form=self._form(),
            **self._said(),
        )

    def _form(self) -> ReferralForm:
        some = frozenset(self._chance.sample(list(Need), self._chance.randint(0, 3)))
        why = Words(f"Fell at home, time {self._chance.randint(1, 9)}.")
        return ReferralForm(why_in_hospital=why, needs=Needs(needs=some))

    def _said(self, *, late: bool = False) -> dict[str, Any]:
        behind = timedelta(hours=self._chance.randint(0, 200)) if late and self._chance.random() < 0.3 else timedelta()
        return {"by": self._place.by(self._one_of([Role.WARD_NURSE, Role.CASE_MANAGER])), "at": self._now - behind}

    def _somewhere(self) -> dict[str, Any]:
        return {"ward_id": self._one_of(self._wards), "bed": f"A{self._chance.randint(1, 12)}"}

    def _words(self) -> Words | None:
        return self._one_of([None, Words("Daughter rang. “Soon”, she said.")])

    def _id(self) -> UUID:
        return UUID(int=self._chance.getrandbits(128), version=4)

    def _one_of(self, choices: list[T] | tuple[T, ...]) -> T:
        return self._chance.choice(choices)
