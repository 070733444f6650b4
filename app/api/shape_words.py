"""What is wrong with the shape of a request, in plain words for whoever fills in the form."""

from typing import Any

_WORDS = {
    "missing": "Fill this in.",
    "string_too_short": "Fill this in.",
    "string_too_long": "Use at most {max_length} characters.",
    "string_type": "Write text here.",
    "string_unicode": "The text contains half of a character (a lone surrogate). Type it again.",
    "enum": "Choose one of: {expected}.",
    "too_short": "Choose at least {min_length}.",
    "too_long": "Choose at most {max_length}.",
    "tuple_type": "Send a list here.",
    "uuid_type": "This is not an id. Ids are UUIDs.",
    "uuid_parsing": "This is not an id. Ids are UUIDs.",
    "timezone_aware": "Say the time's zone, such as the Z in 2026-11-22T11:30:00Z.",
    "extra_forbidden": "There is no such field. Check how it is spelt.",
    "json_invalid": "This is not JSON.",
    "model_type": "Send a JSON object here.",
    "model_attributes_type": "Send a JSON object here.",
}
"""Pydantic's type of error -> words; what stands in braces comes from the error's context."""

_BY_KIND = {
    "datetime": "Give a date and time with its zone, such as 2026-11-22T11:30:00Z.",
    "date": "Give a date such as 2026-11-22.",
}
"""What a type of error begins with -> words, for the many ways in which a time cannot be read."""

UNREADABLE = {"field": "body", "words": _WORDS["json_invalid"]}


def shape_error(error: dict[str, Any]) -> dict[str, str]:
    """`field` (dotted, as in the body) and `words`. What was sent is not echoed: it may be about a person."""
    return {"field": _field(error), "words": _words(error)}


def _field(error: dict[str, Any]) -> str:
    where, *parts = error["loc"]
    if error["type"] == "json_invalid" or not parts:
        return str(where)
    return ".".join(str(part) for part in parts)


def _words(error: dict[str, Any]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    found = _WORDS.get(kind) or _BY_KIND.get(kind.partition("_")[0])
    return found.format_map(context) if found else f"{error['msg']}."
