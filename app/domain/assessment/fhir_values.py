"""How FHIR writes a value of any type, `valueBoolean` or `valueCoding`, and the extensions of its own that we read."""

from collections.abc import Mapping
from typing import Any

from app.domain.assessment.form import Item, ItemType

MAX_OCCURS = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs"
UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"

_NAMES = {
    ItemType.BOOLEAN: "Boolean",
    ItemType.INTEGER: "Integer",
    ItemType.DECIMAL: "Decimal",
    ItemType.DATE: "Date",
    ItemType.DATE_TIME: "DateTime",
    ItemType.STRING: "String",
    ItemType.TEXT: "String",
    ItemType.OPEN_CHOICE: "String",
    ItemType.QUANTITY: "Quantity",
}
"""Of a question without options; an option says itself how it is written."""


def polymorphic(told: Mapping[str, Any], prefix: str) -> tuple[str, Any]:
    """The type and value of `value[x]` or `answer[x]`; ("", None) where there is none."""
    found = [(name.removeprefix(prefix), value) for name, value in told.items() if _is_one(name, prefix)]
    return found[0] if len(found) == 1 else ("", None)


def as_fhir(item: Item, value: Any) -> dict[str, Any]:
    """One answer as FHIR writes it. It has been checked."""
    for option in item.options:
        if option.key == value:
            return dict(option.value)
    return {f"value{_NAMES[item.type]}": value}


def from_fhir(item: Item, told: Mapping[str, Any]) -> Any:
    """One answer as the form's answers hold it; None where it is of a type that this question does not take."""
    name, value = polymorphic(told, "value")
    if name == "Coding":
        return next((option.key for option in item.options if _same_code(option.value, value)), None)
    if name in (_NAMES.get(item.type), *(_of_option(option.value) for option in item.options)):
        return value
    return None


def _is_one(name: str, prefix: str) -> bool:
    return name.startswith(prefix) and name[len(prefix) : len(prefix) + 1].isupper() and "ValueSet" not in name


def _same_code(option: Mapping[str, Any], coding: Any) -> bool:
    known = option.get("valueCoding", {})
    return isinstance(coding, Mapping) and all(known.get(part) == coding.get(part) for part in ("system", "code"))


def _of_option(value: Mapping[str, Any]) -> str:
    return next(iter(value)).removeprefix("value")
