"""The fields of a plain form: how each is drawn, and what it comes to in the body that is sent."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from typing import Any, TypeAlias

from app.api.plain.markup import Html, element, together
from app.domain.local_time import LOCAL

Typed: TypeAlias = Mapping[str, Sequence[str]]
"""What was typed, by field, as a browser sends it."""


class Kind(Enum):
    """What a field is filled in with."""

    WORDS = auto()
    DAY = auto()
    MOMENT = auto()
    """A local date and time, sent as an instant."""

    CHOICE = auto()
    SEVERAL = auto()
    TICK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field, named as in the body. An entry of `options` that stands twice may be chosen twice."""

    name: str
    label: str
    kind: Kind
    options: tuple[tuple[str, str], ...] = ()

    def among(self, options: Sequence[tuple[str, str]]) -> "Field":
        """This field with these to choose from."""
        return replace(self, options=tuple(options))


def sent(field: Field, typed: Typed) -> dict[str, Any]:
    """What the body holds of this field; what is empty is left out, so that the body says what is missing."""
    said = [each.strip() for each in typed.get(field.name, ()) if each.strip()]
    match field.kind:
        case Kind.TICK:
            return {field.name: bool(said)}
        case Kind.SEVERAL:
            return {field.name: said}
        case Kind.MOMENT:
            return {field.name: _instant(said[0])} if said else {}
        case Kind.WORDS | Kind.DAY | Kind.CHOICE:
            return {field.name: said[0]} if said else {}


def _instant(said: str) -> str:
    """With the zone of England; what cannot be read goes on as it is, and is refused in words."""
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return said
    return (at if at.tzinfo else at.replace(tzinfo=LOCAL)).isoformat()


def drawn(field: Field, typed: Typed, error: str | None) -> Html:
    """The field with its label, what is wrong with it, and what was typed."""
    marks = _marks(field.name, error)
    if field.kind is Kind.TICK:
        return _group(error, _choice(field, "yes", field.label, checked=bool(typed.get(field.name))))
    if field.kind is Kind.SEVERAL:
        legend = element("legend", field.label, class_="nhsuk-fieldset__legend hw-legend")
        inside = together(legend, marks, _choices(field, typed))
        described = f"{field.name}-error" if error else None
        return _group(
            error,
            element(
                "fieldset", inside, class_="nhsuk-fieldset", id=field.name, tabindex="-1", aria_describedby=described
            ),
        )
    label = element("label", field.label, class_="nhsuk-label", for_=field.name)
    return _group(error, together(label, marks, _control(field, _first(typed, field.name), error)))


def _control(field: Field, said: str, error: str | None) -> Html:
    common: dict[str, Any] = {"id": field.name, "name": field.name, "autocomplete": "off"}
    if error:
        common |= {"aria_invalid": "true", "aria_describedby": f"{field.name}-error"}
    match field.kind:
        case Kind.WORDS:
            # A browser drops one line break after the tag, so that one is given which may be dropped.
            return element("textarea", "\n", said, class_=_styled("textarea", error), rows="3", **common)
        case Kind.CHOICE:
            options = [("", "Choose…"), *field.options]
            shown = [element("option", words, value=code, selected=code == said) for code, words in options]
            return element("select", shown, class_=_styled("select", error), **common)
        case _:
            type_ = "date" if field.kind is Kind.DAY else "datetime-local"
            return element("input", type=type_, value=said, class_=_styled("input", error), **common)


def _choices(field: Field, typed: Typed) -> list[Html]:
    left = Counter(typed.get(field.name, ()))
    shown = []
    for n, (code, words) in enumerate(field.options):
        shown.append(_choice(field, code, words, checked=left[code] > 0, n=n))
        left[code] -= 1
    return shown


def _choice(field: Field, value: str, words: str, *, checked: bool, n: int | None = None) -> Html:
    key = field.name if n is None else f"{field.name}-{n}"
    box = element(
        "input",
        class_="nhsuk-checkboxes__input",
        type="checkbox",
        id=key,
        name=field.name,
        value=value,
        checked=checked,
    )
    label = element("label", words, class_="nhsuk-label nhsuk-checkboxes__label", for_=key)
    item = element("div", box, label, class_="nhsuk-checkboxes__item")
    return element("div", item, class_="nhsuk-checkboxes nhsuk-checkboxes--small")


def _marks(name: str, error: str | None) -> Html | None:
    if error is None:
        return None
    hidden = element("span", "Error:", class_="nhsuk-u-visually-hidden")
    return element("span", hidden, " ", error, class_="nhsuk-error-message", id=f"{name}-error")


def _group(error: str | None, inside: Html) -> Html:
    wrong = " nhsuk-form-group--error" if error else ""
    return element("div", inside, class_=f"nhsuk-form-group{wrong}")


def _styled(kind: str, error: str | None) -> str:
    return f"nhsuk-{kind} nhsuk-{kind}--error" if error else f"nhsuk-{kind}"


def _first(typed: Typed, name: str) -> str:
    return next(iter(typed.get(name, ())), "")
