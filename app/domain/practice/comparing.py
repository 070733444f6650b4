"""What changed from one version of a list to the next, in words."""

from collections.abc import Mapping, Sequence
from typing import Any


def changes_between(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]], named_by: Sequence[str]
) -> str:
    """Such as "12 lines: 1 added, 2 changed"; a line is known by its name."""
    old, new = _by_name(before, named_by), _by_name(after, named_by)
    counts = {
        "added": len(new.keys() - old.keys()),
        "changed": sum(line != new[name] for name, line in old.items() if name in new),
        "removed": len(old.keys() - new.keys()),
    }
    told = ", ".join(f"{count} {word}" for word, count in counts.items() if count) or _in_order(before, after)
    return f"{len(after)} {'line' if len(after) == 1 else 'lines'}: {told}"


def _in_order(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> str:
    return "as before" if list(before) == list(after) else "in another order"


def _by_name(lines: Sequence[Mapping[str, Any]], named_by: Sequence[str]) -> dict[tuple[Any, ...], Mapping[str, Any]]:
    return {tuple(line.get(each) for each in named_by): line for line in lines}
