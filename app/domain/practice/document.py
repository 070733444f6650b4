"""A local list as a typed document: its lines, what names a line, and the rules that the lines keep together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from app.domain.practice.faults import Fault, PracticeFaulty
from app.domain.practice.kinds import PracticeKind
from app.domain.practice.table import as_json, read_lines

MOST_LINES = 500
L = TypeVar("L")
D = TypeVar("D", bound="Document[Any]")


@dataclass(frozen=True, slots=True)
class Document(Generic[L]):
    """One list as it stands. Each kind says what its lines are and what is true of them together."""

    lines: tuple[L, ...] = ()

    kind: ClassVar[PracticeKind]
    line: ClassVar[type[Any]]
    named_by: ClassVar[tuple[str, ...]] = ("code",)

    @classmethod
    def faults_of(cls, _lines: Sequence[Any]) -> Iterator[Fault]:
        """What is wrong with lines that are each well formed; `line` of a fault counts from 0."""
        yield from ()

    @classmethod
    def parse(cls: type[D], raw: Sequence[Mapping[str, Any]]) -> D:
        """The document of plain JSON. Raises PracticeFaulty, naming every faulty line."""
        if len(raw) > MOST_LINES:
            raise PracticeFaulty([Fault(MOST_LINES, "", f"A list has at most {MOST_LINES} lines. Remove this line.")])
        lines, faults = read_lines(cls.line, raw)
        if not faults:
            faults = [*cls._named_twice(lines), *cls.faults_of(lines)]
        if faults:
            raise PracticeFaulty([_named(fault, raw, cls.named_by) for fault in faults])
        return cls(tuple(lines))

    @classmethod
    def kept(cls: type[D], raw: Sequence[Mapping[str, Any]]) -> D:
        """The document that was set, however the rules have changed since; a line that cannot be read is left out."""
        lines, _ = read_lines(cls.line, raw)
        return cls(tuple(lines))

    def as_json(self) -> tuple[dict[str, Any], ...]:
        """The lines as plain JSON, every column said."""
        return as_json(self.line, self.lines)

    def lacking(self: D, default: D) -> int:
        """How many lines of the default this list has none of the name of: they came with a later version, or went."""
        here = {self._name(line) for line in self.lines}
        return sum(self._name(line) not in here for line in default.lines)

    @classmethod
    def _name(cls, line: Any) -> tuple[Any, ...]:
        return tuple(getattr(line, name) for name in cls.named_by)

    @classmethod
    def _named_twice(cls, lines: Sequence[Any]) -> Iterator[Fault]:
        names = [cls._name(line) for line in lines]
        again = {name for name, count in Counter(names).items() if count > 1}
        for n, name in enumerate(names):
            if name in again and n != names.index(name):
                yield Fault(n, cls.named_by[0], "Another line has this name already. Give each line its own.")


def _named(fault: Fault, raw: Sequence[Mapping[str, Any]], named_by: Sequence[str]) -> Fault:
    """The fault with the line's name before its words, so that it is found in a long list."""
    cells = raw[fault.line] if fault.line < len(raw) else {}
    said = [cells.get(each) for each in named_by]
    names = " ".join(each[:40] for each in said if isinstance(each, str) and each.isprintable())
    return Fault(fault.line, fault.column, f"Line {fault.line + 1}{f' ({names})' if names else ''}: {fault.words}")
