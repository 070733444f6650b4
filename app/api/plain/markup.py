"""Markup that is made of elements: whatever text goes into one is escaped, so that nothing typed becomes markup."""

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

_VOID = frozenset({"input"})


class Html(str):
    """Markup as it goes out. Only `element` and `together` make it."""

    __slots__ = ()


Part: TypeAlias = str | Iterable[str | None] | None
"""Text, markup, nothing, or several of those."""


def element(name: str, /, *parts: Part, **attributes: str | bool | None) -> Html:
    """One element. Attributes are named as in HTML, `class_` and `aria_label` as Python must; None and False are left
    out, True stands alone.
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    return Html(f"<{name}{said}>" if name in _VOID else f"<{name}{said}>{together(*parts)}</{name}>")


def together(*parts: Part) -> Html:
    """These one after another, each escaped unless it is markup."""
    return Html("".join(_shown(part) for part in parts))


def _shown(part: Part) -> str:
    match part:
        case None:
            return ""
        case Html():
            return part
        case str():
            return escape(part)
        case _:
            return together(*part)


def _attribute(key: str, value: str | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
