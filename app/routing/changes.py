"""What loading a file changes: entries added, changed or ended. What the file leaves out stays as it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.routing.entries import Entry
from app.routing.kinds import Shape


class What(StrEnum):
    """What becomes of an entry. One is *ended* by nothing but an end, or an earlier one."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of the file that the table does not hold so."""

    what: What
    entry: Entry
    before: Entry | None


def changes_of(entries: Iterable[Entry], standing: Iterable[Entry]) -> list[Change]:
    """What differs, in the order of the file."""
    held = {entry.id: entry for entry in standing}
    return [
        Change(what=_what(entry, held.get(entry.id)), entry=entry, before=held.get(entry.id))
        for entry in entries
        if entry.id not in held or held[entry.id].says != entry.says
    ]


def left_out(entries: Iterable[Entry], standing: Iterable[Entry], on: date) -> int:
    """How many entries hold on this date, and the file does not name them."""
    told = {entry.id for entry in entries}
    return sum(1 for entry in standing if entry.id not in told and _holds(entry, on))


def in_words(shape: Shape, change: Change, names: Mapping[str, str]) -> str:
    """Such as "ZZ97 1 from 2020-04-01: council ZZ80, locality North"; `names` are those of hubs, by id."""
    entry, before = change.entry, change.before
    about = f"{' '.join(filter(None, entry.key))} from {entry.valid_from}"
    headings = [column.heading for column in shape.columns][shape.key :]
    if before is None:
        said = [
            f"{heading} {names.get(value, value)}"
            for heading, value in zip(headings, entry.values, strict=True)
            if value
        ]
        return f"{about}: {', '.join([*said, *_last(entry)])}"
    said = [
        f"{heading} {names.get(old, old) or 'nothing'} → {names.get(new, new) or 'nothing'}"
        for heading, old, new in zip(headings, before.values, entry.values, strict=True)
        if old != new
    ]
    if before.valid_to != entry.valid_to:
        said += _last(entry) or ["no longer ends"]
    return f"{about}: {', '.join(said)}"


def _what(entry: Entry, before: Entry | None) -> What:
    if before is None:
        return What.ADDED
    sooner = entry.valid_to is not None and (before.valid_to is None or entry.valid_to < before.valid_to)
    return What.ENDED if sooner and entry.values == before.values else What.CHANGED


def _last(entry: Entry) -> Sequence[str]:
    if entry.valid_to is None:
        return []
    return ["taken back" if entry.never_held else f"last day {entry.valid_to - timedelta(days=1)}"]


def _holds(entry: Entry, on: date) -> bool:
    return entry.valid_from <= on and (entry.valid_to is None or on < entry.valid_to)
