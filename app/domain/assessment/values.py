"""One value as an answer to one question: whether it may be, and how two compare. Values are as JSON holds them.

A quantity is `{"value": 70.5, "unit": "kg"}`; of a code the answer holds the code alone.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from app.domain.assessment.form import Item, ItemType, Operator

LONGEST_TEXT = 4_000
_LARGEST_INTEGER = 2**31 - 1
_LARGEST_NUMBER = 10**15
"""Beyond it a fraction is lost on the way; infinity and what is not a number lie beyond it too."""

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_QUANTITY = {"value", "unit", "system", "code"}


class ValueFault(NamedTuple):
    """Why a value cannot be the answer: a stable code, and words."""

    code: str
    words: str


def fault_in(item: Item, value: Any) -> ValueFault | None:
    """What is wrong with this value as an answer to this question; None when nothing is."""
    if item.options and any(_same_type_and_value(option.key, value) for option in item.options):
        return None
    if item.options and item.type is not ItemType.OPEN_CHOICE:
        return ValueFault("not-an-option", "This is not among the answers offered. Choose one of them.")
    wrong = _wrong_type(item, value)
    if wrong:
        return ValueFault("wrong-type", wrong)
    if isinstance(value, str) and item.type in _TEXTS:
        return _fault_in_text(item, value)
    return None


def compares(value: Any, operator: Operator, other: Any) -> bool:
    """Whether an answer stands to another value as the operator says; what cannot be compared does not."""
    pair = _comparable(value, other)
    if pair is None:
        return False
    one, two = pair
    match operator:
        case Operator.EQUAL:
            return bool(one == two)
        case Operator.MORE:
            return bool(one > two)
        case Operator.LESS:
            return bool(one < two)
        case Operator.AT_LEAST:
            return bool(one >= two)
        case Operator.AT_MOST:
            return bool(one <= two)
        case Operator.EXISTS | Operator.NOT_EQUAL:
            return False  # these ask about all answers together: see `sheet`


_TEXTS = (ItemType.STRING, ItemType.TEXT, ItemType.OPEN_CHOICE)


def _same_type_and_value(one: Any, two: Any) -> bool:
    return type(one) is type(two) and bool(one == two)


def _wrong_type(item: Item, value: Any) -> str | None:
    match item.type:
        case ItemType.BOOLEAN:
            return None if isinstance(value, bool) else "Answer yes or no."
        case ItemType.INTEGER:
            fits = _is_number(value) and isinstance(value, int) and abs(value) <= _LARGEST_INTEGER
            return None if fits else "Give a whole number."
        case ItemType.DECIMAL:
            return None if _is_number(value) else "Give a number."
        case ItemType.DATE:
            return None if _is_date(value) else "Give a date, such as 2026-10-27."
        case ItemType.DATE_TIME:
            return None if _is_date(value) or _instant(value) else "Give a date and time with its zone."
        case ItemType.QUANTITY:
            unit = f" in {item.unit}" if item.unit else ""
            return None if _is_quantity(item, value) else f"Give a number{unit}."
        case ItemType.STRING | ItemType.TEXT | ItemType.CHOICE | ItemType.OPEN_CHOICE:
            return None if isinstance(value, str) else "Answer in words."
        case ItemType.GROUP | ItemType.DISPLAY:
            return "This is not a question."


def _fault_in_text(item: Item, text: str) -> ValueFault | None:
    if not text.strip():
        return ValueFault("empty", "The answer is empty. Leave it out, or say something.")
    longest = min(item.max_length or LONGEST_TEXT, LONGEST_TEXT)
    if len(text) > longest:
        return ValueFault("too-long", f"Use at most {longest} characters.")
    if any(_cannot_be_stored(character) for character in text):
        return ValueFault("unreadable", "The text holds a character that cannot be shown. Type it again.")
    return None


def _cannot_be_stored(character: str) -> bool:
    return (character < " " and character not in "\t\r\n") or "\ud800" <= character <= "\udfff"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _LARGEST_NUMBER


def _is_quantity(item: Item, value: Any) -> bool:
    if not isinstance(value, Mapping) or not set(value) <= _QUANTITY or not _is_number(value.get("value")):
        return False
    words = [value[part] for part in ("unit", "system", "code") if part in value]
    return all(isinstance(each, str) and each for each in words) and (item.unit is None or _unit(value) == item.unit)


def _unit(quantity: Mapping[str, Any]) -> Any:
    return quantity.get("code") or quantity.get("unit")


def _is_date(value: Any) -> bool:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


def _instant(value: Any) -> datetime | None:
    if not isinstance(value, str) or "T" not in value:
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return None
    return at if at.tzinfo else None


def _comparable(one: Any, two: Any) -> tuple[Any, Any] | None:
    """Both in a form in which they can be set beside each other: numbers, instants, dates, words, yes and no."""
    if isinstance(one, Mapping) and isinstance(two, Mapping):
        return (one["value"], two["value"]) if _unit(one) == _unit(two) and "value" in one and "value" in two else None
    if _is_number(one) and _is_number(two):
        return one, two
    if isinstance(one, bool) and isinstance(two, bool):
        return one, two
    if isinstance(one, str) and isinstance(two, str):
        instants = _instant(one), _instant(two)
        return instants if all(instants) else (one, two)
    return None
