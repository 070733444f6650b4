"""Whether a history of lists can be true: PROMISE 3, that nothing is lost, twice, forked, out of order or unseen.

Values are unique, so what each read saw and what stands at the end tell in which order the appends took effect.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tests.soak.history import Append, Entry, History, Read


class Wrong(StrEnum):
    """What can be wrong with a history."""

    LOST = "an acknowledged append is not there at the end"
    TWICE = "a value is there twice"
    INVENTED = "a value is there that nobody appended"
    FORKED = "a read is no beginning of the list at the end"
    REORDERED = "an append that was answered before another was asked for comes after it"
    STALE = "a read lacks what was answered, or seen, before it was asked for"
    FORESEEN = "a read has what was asked for only after it was answered"
    PARTIAL = "a reader does not show all up to the position that it claims"
    BACK = "a reader shows less than it showed before"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, in which list, and with what."""

    wrong: Wrong
    of: str
    about: str


def check(history: History) -> list[Finding]:
    """All that is wrong with a history; nothing is, if it can be true."""
    appends, reads = defaultdict(list), defaultdict(list)
    for append in history.appends:
        appends[append.to].append(append)
    for read in history.reads:
        reads[read.of].append(read)
    return [
        Finding(wrong, name, about)
        for name in sorted({*appends, *reads, *history.final})
        for wrong, about in _check_list(appends[name], reads[name], history.final.get(name, ()))
    ]


Found = Iterator[tuple[Wrong, str]]


def _check_list(appends: Sequence[Append], reads: Sequence[Read], final: Sequence[Entry]) -> Found:
    values = [entry.value for entry in final]
    asked = {append.value: append for append in appends}
    yield from _recorded(asked, values)
    yield from _in_order(asked, values)
    for read in reads:
        yield from _read_is_true(read, asked, final)
    yield from _never_less(reads)


def _recorded(asked: Mapping[str, Append], values: Sequence[str]) -> Found:
    yield from ((Wrong.TWICE, value) for value, times in Counter(values).items() if times > 1)
    yield from ((Wrong.INVENTED, value) for value in values if value not in asked)
    there = {*values}
    yield from (
        (Wrong.LOST, value) for value, append in asked.items() if append.answered is not None and value not in there
    )


def _in_order(asked: Mapping[str, Append], values: Sequence[str]) -> Found:
    latest = float("-inf")  # when the latest of those that stand before was asked for
    for append in (asked[value] for value in values if value in asked):
        if append.answered is not None and append.answered < latest:
            yield Wrong.REORDERED, append.value
        latest = max(latest, append.invoked)


def _read_is_true(read: Read, asked: Mapping[str, Append], final: Sequence[Entry]) -> Found:
    seen = f"{read.reader} at {read.answered:.3f}"
    if read.values != tuple(entry.value for entry in final[: len(read.values)]):
        yield Wrong.FORKED, seen
    held = {*read.values}
    if any(asked[value].invoked > read.answered for value in held if value in asked):
        yield Wrong.FORESEEN, seen
    if read.fresh and any(
        append.answered is not None and append.answered < read.invoked and append.value not in held
        for append in asked.values()
    ):
        yield Wrong.STALE, seen
    position = read.position
    if position is not None and held != {entry.value for entry in final if entry.position <= position}:
        yield Wrong.PARTIAL, seen


def _never_less(reads: Sequence[Read]) -> Found:
    """What somebody saw, every fresh reader who asks later sees too, and each reader what that reader saw."""
    answered = sorted(reads, key=lambda read: read.answered)
    longest: dict[str, int] = defaultdict(int)
    longest_of_all = known = 0
    for read in sorted(reads, key=lambda read: read.invoked):
        while known < len(answered) and answered[known].answered < read.invoked:
            before = answered[known]
            longest[before.reader] = max(longest[before.reader], len(before.values))
            longest_of_all = max(longest_of_all, len(before.values))
            known += 1
        seen = f"{read.reader} at {read.answered:.3f}"
        if len(read.values) < longest[read.reader]:
            yield Wrong.BACK, seen
        if read.fresh and len(read.values) < longest_of_all:
            yield Wrong.STALE, seen
