"""What only shows between lines: two entries that hold at once, and names of what is not loaded or not here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from uuid import UUID

from app.domain.routing import Area
from app.routing.entries import Entry, Fault
from app.routing.fields import FaultCode
from app.routing.kinds import OF_AREA, ReferenceKind, Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an entry may name: the codes that are loaded, of any date, and the hubs by id and by folded name.

    `hub_names`: how each hub is called, by id.
    """

    codes: Mapping[ReferenceKind, frozenset[str]] = field(default_factory=dict)
    hubs: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)
    hub_names: Mapping[str, str] = field(default_factory=dict)


def with_hubs(shape: Shape, entries: list[Entry], known: Known) -> tuple[list[Entry], list[Fault]]:
    """Every entry with its hub's id in place of what the file calls it."""
    if shape.columns[-1].heading != "hub":
        return entries, []
    faults = []
    named = []
    for entry in entries:
        found = known.hubs.get(entry.values[-1].casefold(), ())
        if len(found) == 1:
            named.append(replace(entry, values=(*entry.values[:-1], str(found[0]))))
        else:
            faults.append(_fault(entry, "hub", FaultCode.HUB_UNKNOWN, _hub_words(entry.values[-1], len(found))))
    return named, faults


def unknown_names(shape: Shape, entries: Iterable[Entry], known: Known) -> list[Fault]:
    """What names a council, practice or ICB that was not loaded before."""
    return [fault for entry in entries for fault in _names(shape, entry, known)]


def overlaps(entries: Iterable[Entry], standing: Iterable[Entry]) -> list[Fault]:
    """Entries of the file of which another, in the file or in the table, is about the same at the same time."""
    told = list(entries)
    ids = {entry.id for entry in told}
    about = defaultdict(list)
    for entry in [*told, *(each for each in standing if each.id not in ids)]:
        if not entry.never_held:
            about[entry.key].append(entry)
    in_order = (sorted(each, key=lambda entry: (entry.valid_from, entry.line)) for each in about.values())
    return [
        _overlap(one, next_one)
        for each in in_order
        for one, next_one in pairwise(each)
        if one.valid_to is None or next_one.valid_from < one.valid_to
        if one.line or next_one.line
    ]


def _names(shape: Shape, entry: Entry, known: Known) -> list[Fault]:
    cells = (*entry.key, *entry.values)
    wanted = [(column.heading, value, column.of) for column, value in zip(shape.columns, cells, strict=True)]
    if shape.columns[0].heading == "area":
        area, code, locality = entry.key
        wanted.append(("code", code, OF_AREA[area]))
        if locality and area != Area.COUNCIL:
            words = "Only a council has localities here. Leave it empty."
            return [_fault(entry, "locality", FaultCode.LOCALITY_WITHOUT_COUNCIL, words)]
    return [
        _fault(entry, heading, FaultCode.NOT_LOADED, f"“{value}” is not among the {kind} loaded. Load those first.")
        for heading, value, kind in wanted
        if kind and value and value not in known.codes.get(kind, ())
    ]


def _overlap(one: Entry, next_one: Entry) -> Fault:
    wrong, other = (next_one, one) if next_one.line else (one, next_one)
    where = f"line {other.line}" if other.line else "an entry that stands here"
    words = (
        f"{' '.join(filter(None, wrong.key))} already holds by {where}, from {other.valid_from}. "
        "End the earlier one the day before the later begins."
    )
    return _fault(wrong, "", FaultCode.OVERLAP, words)


def _hub_words(name: str, found: int) -> str:
    if found:
        return f"{found} hubs are called “{name}”. Give the id of the one that is meant."
    return f"There is no hub “{name}” in this system. Give its name as the pages show it, or its id."


def _fault(entry: Entry, column: str, code: FaultCode, words: str) -> Fault:
    return Fault(line=entry.line, column=column, code=code, words=words)
