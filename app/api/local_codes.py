"""The codes that a hub keeps in lists of its own, as forms offer them: those that may be chosen now."""

from datetime import time
from typing import Any

from asyncpg import Record
from asyncpg.pool import PoolConnectionProxy
from pydantic import BaseModel

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine, UnitKind, counted_in
from app.domain.codes.weekdays import Weekday
from app.domain.practice import DeclineCodes, QuickPhrases, ServiceLines, WhyNotHomeCodes
from app.domain.practice.declines import Asks
from app.domain.values import SystemId
from app.events.practice import practice_in, shipped


class Code(BaseModel):
    """One entry of a list; `short` is for a card or a row, where the whole words are too long."""

    code: str
    words: str
    short: str | None = None
    category: str | None = None


class LineCode(Code):
    """A line of service: what counts where a service says nothing of its own, and the `pathways` on which it is given.

    Without any it may not be asked for: the hub's list leaves it out. `category` is what it is counted in.
    """

    category: UnitKind
    count_hours: int
    admits_on: list[Weekday]
    latest_arrival: time | None
    pathways: list[Pathway]


class DeclineCode(Code):
    """A reason why a service cannot; `asks` is what must be said beside it, `category` its family."""

    asks: Asks | None


class WhyNotHomeCode(Code):
    """A reason against home; `until` says that the day on which it ends is asked for."""

    until: bool


async def local_codes(connection: "PoolConnectionProxy[Record]", system: SystemId) -> dict[str, list[Any]]:
    """Each list by its name in `Codes`."""
    phrases = await practice_in(connection, system, QuickPhrases)
    lines = await practice_in(connection, system, ServiceLines)
    declines = await practice_in(connection, system, DeclineCodes)
    reasons = await practice_in(connection, system, WhyNotHomeCodes)
    return {
        "quick_phrases": [Code(code=each.code, words=each.words) for each in phrases.lines],
        "service_lines": [_line(each, lines) for each in _in_order(lines)],
        "declines": [
            DeclineCode(code=each.code, words=each.words, category=each.family, asks=each.asks)
            for each in declines.lines
            if not each.by_system
        ],
        "why_not_home": [
            WhyNotHomeCode(code=each.code, words=each.words, category=each.kind, until=each.until)
            for each in reasons.lines
        ],
    }


def _in_order(lines: ServiceLines) -> list[ServiceLine]:
    """As the list has them; then those it leaves out, since services of them may be shown."""
    return list(dict.fromkeys([*(each.code for each in lines.lines), *ServiceLine]))


def _line(code: ServiceLine, lines: ServiceLines) -> LineCode:
    used, rule = lines.rule_of(code), lines.of(code)
    return LineCode(
        code=code,
        words=(used or shipped(ServiceLines).of(code)).words,
        category=counted_in(code),
        count_hours=rule.count_hours,
        admits_on=[day for day in Weekday if day in rule.admits_on],
        latest_arrival=rule.latest_arrival,
        pathways=[each for each in Pathway if used.serves(each)] if used else [],
    )
