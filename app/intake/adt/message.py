"""A message split by its own delimiters: segments at once, fields and what is in them only when asked for.

Positions are counted from 1 as the standard does. What is absent reads as "", so nobody has to ask first. Segments
unknown to the standard (Z segments) are kept like any other.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final, Literal, TypeAlias, TypeVar

from app.intake.adt.escapes import Delimiters, unescape

NULL = '""'


class Deleted(Enum):
    """HL7's null, written as two quotation marks: the sender deletes the value. Empty means: no news about it."""

    DELETED = NULL


DELETED: Final[Literal[Deleted.DELETED]] = Deleted.DELETED
_T = TypeVar("_T")
Given: TypeAlias = _T | Deleted | None
"""What a message says of a value: the value, that it is deleted, or (None) nothing."""


class Repetition:
    """One of the values of a field."""

    __slots__ = ("_components", "_delimiters", "raw")

    def __init__(self, raw: str, delimiters: Delimiters) -> None:
        self.raw = raw
        self._delimiters = delimiters
        self._components: list[str] | None = None

    def text(self, component: int = 1, subcomponent: int = 1) -> str:
        """The text meant, unescaped and trimmed; "" where absent or null."""
        part = self.raw_component(component)
        if self._delimiters.subcomponent in part:
            parts = part.split(self._delimiters.subcomponent)
            part = parts[subcomponent - 1] if subcomponent <= len(parts) else ""
        elif subcomponent > 1:
            return ""
        return "" if part == NULL else unescape(part, self._delimiters).strip()

    def raw_component(self, component: int) -> str:
        """The component as it was sent; "" where absent."""
        if self._components is None:
            self._components = self.raw.split(self._delimiters.component)
        return self._components[component - 1] if component <= len(self._components) else ""

    @property
    def is_null(self) -> bool:
        """Whether everything that is said here is null."""
        return NULL in self.raw and not self.raw.replace(NULL, "").strip(self._delimiters.component)


class Segment:
    """One line of a message."""

    __slots__ = ("_delimiters", "_fields", "line", "name")

    def __init__(self, name: str, line: str, delimiters: Delimiters) -> None:
        self.name = name
        self.line = line
        self._delimiters = delimiters
        self._fields: list[str] | None = None

    def __bool__(self) -> bool:
        return bool(self.line)

    def raw(self, position: int) -> str:
        """The field as it was sent; "" where absent."""
        if self._fields is None:
            fields = self.line.split(self._delimiters.field)
            # MSH-1 is the field separator itself.
            self._fields = [fields[0], self._delimiters.field, *fields[1:]] if self.name == "MSH" else fields
        return self._fields[position] if position < len(self._fields) else ""

    def repetitions(self, position: int) -> list[Repetition]:
        """The values of a field that say anything."""
        raw = self.raw(position)
        return [Repetition(part, self._delimiters) for part in raw.split(self._delimiters.repetition) if part]

    def first(self, position: int) -> Repetition:
        """The first value of a field, said or not."""
        return Repetition(self.raw(position).split(self._delimiters.repetition, 1)[0], self._delimiters)

    def text(self, position: int, component: int = 1) -> str:
        """The text of a field's first value, unescaped and trimmed; "" where absent or null."""
        return self.first(position).text(component)


class Group:
    """Segments that belong together: all of a message, or one person of it."""

    __slots__ = ("_delimiters", "segments")

    def __init__(self, segments: Sequence[Segment], delimiters: Delimiters) -> None:
        self.segments = segments
        self._delimiters = delimiters

    def segment(self, name: str) -> Segment:
        """The first segment of that name; an empty one where there is none."""
        return next(self.named(name), None) or Segment(name, "", self._delimiters)

    def named(self, name: str) -> Iterator[Segment]:
        """Every segment of that name."""
        return (segment for segment in self.segments if segment.name == name)


class Message(Group):
    """A whole message; `delimiters` are those it names in MSH-1 and MSH-2."""

    __slots__ = ()

    @property
    def delimiters(self) -> Delimiters:
        return self._delimiters

    def people(self) -> list[Group]:
        """One group a PID with all that follows it: A17 tells of two people, A40 may tell of several.

        A further MRG after the PV1 of an MRG begins another group of the same PID: A45 may move several visits.
        """
        groups: list[list[Segment]] = []
        met: set[str] = set()
        for segment in self.segments:
            if segment.name == "PID":
                groups.append([])
                met.clear()
            elif segment.name == "MRG" and {"MRG", "PV1"} <= met:
                groups.append(groups[-1][:1])
                met.clear()
            if groups:
                groups[-1].append(segment)
                met.add(segment.name)
        # Where there is but one, what stands before its PID is of it too.
        return [Group(group, self._delimiters) for group in groups] if len(groups) > 1 else [self]
