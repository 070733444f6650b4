"""What somebody answered on the referral form, in words: field by field, only what was said."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from app.domain.case.form import Change, Function, ReferralForm
from app.views.phrases import listed, plain


def say_form(form: ReferralForm) -> str:
    """Each answered field as a sentence that begins with a space; "" for a form of gaps."""
    answers = {each.name: getattr(form, each.name) for each in fields(form)}
    said = {name: _answer(value) for name, value in answers.items() if value is not None}
    return "".join(f" {plain(name).capitalize()}: {_ended(words)}" for name, words in said.items() if words)


def _ended(words: str) -> str:
    """What somebody wrote mostly ends with a full stop of its own."""
    return words if words.endswith(".”") else f"{words}."


def _answer(value: Any) -> str:
    if isinstance(value, Function):
        return "; ".join(f"{plain(row)} {_change(change)}" for row, change in _said(value))
    if is_dataclass(value):
        return "; ".join(filter(None, (_part(name, part) for name, part in _said(value))))
    return f"“{value}”"


def _part(name: str, value: Any) -> str:
    """A code stands for itself; words are quoted, with the name of what they are about."""
    match value:
        case frozenset():
            return listed(value)
        case bool():
            return plain(name) if value else f"not: {plain(name)}"
        case date():
            return f"{plain(name)} {value:%-d %b %Y}"
        case str() if type(value) is str:
            return f"“{value}”" if name == "words" else f"{plain(name)} “{value}”"
        case _:
            return plain(value)


def _change(change: Change) -> str:
    before, now = (plain(level) if level else "not known" for level in (change.before, change.now))
    return f"{before} before, {now} now" if before != now else f"{now} before and now"


def _said(part: Any) -> list[tuple[str, Any]]:
    found = [(each.name, getattr(part, each.name)) for each in fields(part)]
    return [(name, value) for name, value in found if value is not None and value != frozenset()]
