"""What changed of a calendar or a ladder when it was set anew, in words: each part as it is, and as it was."""

from itertools import groupby
from operator import itemgetter

from app.domain.calendar import Calendar, Hours
from app.domain.codes.weekdays import WORDS as DAYS
from app.domain.ladder import WORDS as LEVELS
from app.domain.ladder import LadderEvent, LadderSet, Level, Rung
from app.views.phrases import Names, name, plain


def calendar_changes(before: Calendar | None, after: Calendar) -> str:
    """Such as "Saturday to Sunday: closed, was 09:00–12:00"; days that follow each other and changed alike are one."""
    was = [_day(each) for each in before.week] if before else [None] * len(after.week)
    told: list[str] = []
    for change, alike in groupby(zip(was, map(_day, after.week), DAYS.values(), strict=True), key=itemgetter(0, 1)):
        days = [name for *_, name in alike]
        told += _change(f"{days[0]} to {days[-1]}" if len(days) > 1 else days[0], *change)
    return "; ".join([*told, *_others(before, after)]) or "As before"


def ladder_changes(before: LadderEvent | None, after: LadderEvent, names: Names) -> str:
    """Such as "Duty: Site coordinator, 01632 960001, was Bed manager, 01632 960002"."""
    held = dict(_rungs(before)) if before else {}
    changes = [_change(words, _rung(held.get(words), names), _rung(rung, names)) for words, rung in _rungs(after)]
    return "; ".join(each for change in changes for each in change) or "As before"


def _change(what: str, was: str | None, now: str | None) -> list[str]:
    if was == now:
        return []
    return [f"{what}: {now or 'none'}{f', was {was}' if was else ''}"]


def _others(before: Calendar | None, after: Calendar) -> list[str]:
    told = [_change("Bank holidays", plain(before.bank_holidays) if before else None, plain(after.bank_holidays))]
    for what, part in (("Order by", "order_by"), ("Latest arrival", "latest_arrival")):
        was, now = getattr(before, part, None), getattr(after, part)
        told.append(_change(what, f"{was:%H:%M}" if was else None, f"{now:%H:%M}" if now else None))
    return [each for change in told for each in change]


def _day(hours: tuple[Hours, ...]) -> str:
    return ", ".join(f"{each.opens:%H:%M}–{each.closes:%H:%M}" for each in hours) or "closed"


def _rungs(event: LadderEvent) -> list[tuple[str, Rung]]:
    if isinstance(event, LadderSet):
        return [(LEVELS[level], rung) for level, rung in zip(Level, event.ladder.rungs, strict=False)]
    return [(LEVELS[Level.SRO], event.officer)]


def _rung(rung: Rung | None, names: Names) -> str | None:
    if rung is None:
        return None
    holder = f", {name(names, rung.staff_id)}" if rung.staff_id else ""
    return f"{rung.role}, {rung.phone}{holder}"
