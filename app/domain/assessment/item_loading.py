"""One item of a Questionnaire file, with everything beneath it."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.assessment.fhir_values import MAX_OCCURS, UNIT, polymorphic
from app.domain.assessment.form import Condition, Item, ItemType, NeededBy, Operator, Option
from app.domain.assessment.values import fault_in

NEEDED_BY = "urn:homeward:fhir:needed-by"
FILLED_FROM = "urn:homeward:fhir:filled-from"

_CHOICES = (ItemType.CHOICE, ItemType.OPEN_CHOICE)
_OFFER_OPTIONS = (*_CHOICES, ItemType.INTEGER, ItemType.DATE, ItemType.STRING)
_NOT_SUPPORTED = {
    "modifierExtension": "It has rules of its own (modifierExtension), which are not supported.",
    "answerValueSet": "Its options lie elsewhere (answerValueSet); write them into the form as answerOption.",
}


class FormRefused(Exception):
    """This form cannot be asked here. `link_id` is the item, None for the form as a whole; `words` say why."""

    def __init__(self, link_id: str | None, words: str) -> None:
        super().__init__(f"{link_id}: {words}" if link_id else words)
        self.link_id = link_id
        self.words = words


def item_of(told: Mapping[str, Any]) -> Item:
    """The item as told. Raises FormRefused."""
    link_id = told.get("linkId")
    if not isinstance(link_id, str) or not link_id:
        raise FormRefused(None, "An item has no linkId.")
    for part, words in _NOT_SUPPORTED.items():
        if part in told:
            raise FormRefused(link_id, words)
    item = Item(
        link_id=link_id,
        text=told.get("text") or "",
        type=_type(link_id, told),
        required=told.get("required", False),
        repeats=told.get("repeats", False),
        read_only=told.get("readOnly", False),
        most=_extension(told, MAX_OCCURS),
        max_length=told.get("maxLength"),
        options=_options(link_id, told),
        conditions=tuple(_condition(link_id, each) for each in told.get("enableWhen", ())),
        any_of=told.get("enableBehavior") == "any",
        unit=(_extension(told, UNIT) or {}).get("code"),
        needed_by=frozenset(NeededBy(each) for each in _extensions(told, NEEDED_BY)),
        filled_from=_extension(told, FILLED_FROM),
        initial=_initial(link_id, told),
        items=tuple(item_of(each) for each in told.get("item", ())),
    )
    _refuse_contradictions(item, told)
    return item


def _type(link_id: str, told: Mapping[str, Any]) -> ItemType:
    try:
        return ItemType(told.get("type", ""))
    except ValueError:
        raise FormRefused(link_id, f"Questions of the type “{told.get('type')}” are not supported.") from None


def _options(link_id: str, told: Mapping[str, Any]) -> tuple[Option, ...]:
    options = tuple(_option(link_id, each) for each in told.get("answerOption", ()))
    if len({option.key for option in options}) < len(options):
        raise FormRefused(link_id, "Two options have the same code, so an answer could mean either.")
    return options


def _option(link_id: str, told: Mapping[str, Any]) -> Option:
    name, value = polymorphic(told, "value")
    if name == "Coding" and value.get("code"):
        return Option(key=value["code"], words=value.get("display") or value["code"], value={"valueCoding": value})
    if name in ("String", "Integer", "Date"):
        return Option(key=value, words=str(value), value={f"value{name}": value})
    raise FormRefused(link_id, "An option is neither a code, a text, a whole number nor a date.")


def _condition(link_id: str, told: Mapping[str, Any]) -> Condition:
    name, value = polymorphic(told, "answer")
    try:
        operator = Operator(told.get("operator", ""))
    except ValueError:
        raise FormRefused(link_id, f"The comparison “{told.get('operator')}” in enableWhen is not known.") from None
    if value is None or (operator is Operator.EXISTS and name != "Boolean"):
        raise FormRefused(link_id, "A condition (enableWhen) does not say which answer it waits for.")
    return Condition(question=told.get("question", ""), operator=operator, answer=_key(name, value))


def _initial(link_id: str, told: Mapping[str, Any]) -> tuple[Any, ...]:
    selected = [each for each in told.get("answerOption", ()) if each.get("initialSelected")]
    if selected:
        return tuple(_option(link_id, each).key for each in selected)
    return tuple(_key(*polymorphic(each, "value")) for each in told.get("initial", ()))


def _key(name: str, value: Any) -> Any:
    """What an answer holds: of a code the code alone."""
    return value.get("code") if name == "Coding" else value


def _refuse_contradictions(item: Item, told: Mapping[str, Any]) -> None:
    """The invariants of FHIR's Questionnaire that would otherwise show as a question nobody can answer."""
    question = item.type.is_question
    wrong = {
        "A group holds no questions.": item.type is ItemType.GROUP and not item.items,
        "A display is only read, so nothing can stand beneath it or be required.": item.type is ItemType.DISPLAY
        and bool(item.items or item.required or item.repeats),
        "Only a question can begin with an answer (initial).": not question and bool(item.initial),
        "Only a question that repeats can begin with several answers.": len(item.initial) > 1 and not item.repeats,
        "A choice has no options (answerOption).": item.type in _CHOICES and not item.options,
        "This type of question offers no options.": bool(item.options) and item.type not in _OFFER_OPTIONS,
        "Questions beneath a question that repeats are not supported.": question and item.repeats and bool(item.items),
        "Several conditions need enableBehavior: all or any.": len(item.conditions) > 1
        and told.get("enableBehavior") not in ("all", "any"),
        "It begins with an answer that it would not take.": any(fault_in(item, each) for each in item.initial),
    }
    for words, so in wrong.items():
        if so:
            raise FormRefused(item.link_id, words)


def _extensions(told: Mapping[str, Any], url: str) -> Sequence[Any]:
    return [polymorphic(each, "value")[1] for each in told.get("extension", ()) if each.get("url") == url]


def _extension(told: Mapping[str, Any], url: str) -> Any:
    return next(iter(_extensions(told, url)), None)
