"""What stands after each step of a story, read by those who see it: so that a story is a table of its steps.

The timeline, why they are still here, the nights, the places and what is escalated are asked at every step. What a step
does not name is as it was; a step that tells no words has left the timeline alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from tests.facts import Installation
from tests.journeys.case import Case
from tests.journeys.in_bed import REVIEWS, InBed
from tests.journeys.passing import look
from tests.journeys.provider import Provider
from tests.journeys.staff import Page

_ASIDE = re.compile(r"Escalat\w+:? “?Criteria not reviewed|\d+ tasks? (raised|due|not needed)")
"""Lines of what these stories do not tell: they review nobody daily, and look at tasks one by one."""

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is so of one person, in plain words.

    column: where the card stands on the board; nothing for who has no case.
    why: the reason that is reported, and after it what else is open; "not waiting" for who is not ready, or has left.
    ready: the day since when, how many days, how many nights in all.
    nights: those frozen, each with its reason, and what was said of it since.
    places: what each service has of its one place: "free", "held" or "booked".
    escalated: each problem with its level and whose it is.
    """

    column: str = ""
    why: str = "not waiting"
    ready: tuple[str | None, int | None, int] = (None, None, 0)
    nights: Mapping[str, str] = field(default_factory=dict)
    places: str = ""
    escalated: frozenset[str] | set[str] = NOBODY


@dataclass(slots=True)
class Standing:
    """One person, with a case or only in a bed, and the services whose places they may have."""

    who: Case | InBed
    services: tuple[Provider, ...]
    installation: Installation
    said: Facts
    stay: str | None = None
    _told_before: set[int] = field(default_factory=set)

    async def stands(self, *told: str, done: str = "", stops: int | None = None, **changed: Any) -> Page:
        """All is as it was but for this; of the new lines of the timeline these words are told, the last ones last.

        `done` are codes of tasks, `stops` how many stand open that stop leaving. Returns the row of the case or stay.
        """
        await look(self.installation)
        self.said = replace(self.said, **changed)
        page = await self.who.page()
        seen = await self._seen(page)
        assert seen == self.said, _unlike(seen, self.said)
        self._hears(page["timeline"], told)
        states = {task["code"]: task["state"] for task in page.get("tasks", ())}
        assert {code: states.get(code) for code in done.split()} == dict.fromkeys(done.split(), "done")
        open_stops = [task["code"] for task in page.get("tasks", ()) if task["stops_leaving"]]
        assert stops is None or len(open_stops) == stops, open_stops
        row: Page = page["case"] if isinstance(self.who, Case) else page["spell"]
        return row

    def lies_in(self, stay: str) -> None:
        """From now on it is the bed of a service that they may no longer need."""
        self.stay = stay

    @property
    def bed(self) -> InBed:
        """The person in their bed in hospital."""
        return self.who.bed if isinstance(self.who, Case) else self.who

    async def _seen(self, page: Page) -> Facts:
        delay = await self._delay()
        return Facts(
            column=await self.who.column(page) if isinstance(self.who, Case) else "",
            why=_why(delay),
            ready=_ready(delay),
            nights={_day(each["night"]): _night(each) for each in delay["nights"] if each["frozen"]},
            places=" ".join([await each.place() for each in self.services]),
            escalated=await self._escalated(),
        )

    async def _delay(self) -> Page:
        """Of the bed in hospital, or of that in a service."""
        if self.stay and isinstance(self.who, Case):
            return await self.who.seen_by.read(f"{self.who.path}/stays/{self.stay}/delay")
        return await self.bed.delay()

    async def _escalated(self) -> set[str]:
        """As the hub reads it; and each service has on its own list what is its own."""
        every = (await self.who.seen_by.read("/escalations?everybodys=true"))["escalations"]
        mine = [each for each in every if self._is_of(each) and each["trigger"] not in REVIEWS]
        for service in self.services:
            own = (await service.staff.read("/escalations"))["escalations"]
            assert {_escalation(each) for each in own if self._is_of(each) and each["trigger"] not in REVIEWS} == {
                _escalation(each) for each in mine if each["owner"] == service.organisation
            }
        return {_escalation(each) for each in mine}

    def _is_of(self, escalation: Page) -> bool:
        case = self.who.id if isinstance(self.who, Case) else None
        return escalation["spell_id"] == self.bed.spell or (case is not None and escalation["case_id"] == case)

    def _hears(self, timeline: Sequence[Page], told: Sequence[str]) -> None:
        new = [line["words"] for line in timeline if line["position"] not in self._told_before]
        new = [words for words in new if not _ASIDE.match(words)]
        self._told_before |= {line["position"] for line in timeline}
        rest = iter(new)
        assert all(any(words in line for line in rest) for words in told), (told, new)
        assert new[-1:] == [line for line in new[-1:] if told and told[-1] in line], (told, new)


def _unlike(seen: Facts, said: Facts) -> str:
    names = [each.name for each in fields(Facts) if getattr(seen, each.name) != getattr(said, each.name)]
    return "\n".join(f"{name}: {getattr(seen, name)} was seen, {getattr(said, name)} said" for name in names)


def _why(delay: Page) -> str:
    if not delay["ready"]:
        return "not waiting"
    last = delay["spans"][-1]
    reported = last["reason"] or "unexplained"
    return " ".join([reported, *(each for each in last["open"] if each != reported)])


def _ready(delay: Page) -> tuple[str | None, int | None, int]:
    since = delay["ready_date"]
    return _day(since) if since else None, delay["days"], len(delay["nights"])


def _night(night: Page) -> str:
    """Its reason as frozen; what is known of it by now, where that is other; and what was said of it."""
    frozen, now = night["reason"] or "unexplained", night["now_known"] or "unexplained"
    known = frozen if frozen == now else f"{frozen}, now {now}"
    if night["settled"]:
        return f"{known}, settled on {night['settled']}"
    return f"{known}, contested" if night["contested"] else known


def _escalation(escalation: Page) -> str:
    return f"{escalation['trigger']} {escalation['level']} {escalation['owner']}"


def _day(day: str) -> str:
    """Such as "Tue 3 Nov"."""
    return f"{date.fromisoformat(day):%a %-d %b}"
