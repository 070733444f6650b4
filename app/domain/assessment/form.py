"""A form as data: a FHIR R4 Questionnaire, as far as Homeward asks with it. `loading` refuses the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class ItemType(StrEnum):
    """What kind of item it is, in FHIR's words."""

    GROUP = "group"
    DISPLAY = "display"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    DATE_TIME = "dateTime"
    STRING = "string"
    TEXT = "text"
    CHOICE = "choice"
    OPEN_CHOICE = "open-choice"
    QUANTITY = "quantity"

    @property
    def is_question(self) -> bool:
        """Whether it is answered; a group only holds others, a display only says something."""
        return self not in (ItemType.GROUP, ItemType.DISPLAY)


class Operator(StrEnum):
    """How the answer to another question is compared, in FHIR's signs."""

    EXISTS = "exists"
    EQUAL = "="
    NOT_EQUAL = "!="
    MORE = ">"
    LESS = "<"
    AT_LEAST = ">="
    AT_MOST = "<="


class NeededBy(StrEnum):
    """Which kind of service needs an answer before it can accept."""

    HOME_CARE = "H"
    BED = "B"
    CARE_HOME = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that may be chosen. `key` is what an answer holds of it, `value` how FHIR writes it."""

    key: str | int
    words: str
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Ask only if another question was answered so."""

    question: str
    operator: Operator
    answer: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item. `any_of`: one of its conditions is enough. `most` is how often it may repeat, None for any number.

    `filled_from` names what is known already, such as `referral.needs.needs`; `unit` is that of a quantity.
    """

    link_id: str
    text: str
    type: ItemType
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    most: int | None = None
    max_length: int | None = None
    options: tuple[Option, ...] = ()
    conditions: tuple[Condition, ...] = ()
    any_of: bool = False
    initial: tuple[Any, ...] = ()
    unit: str | None = None
    needed_by: frozenset[NeededBy] = frozenset()
    filled_from: str | None = None
    items: "tuple[Item, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an item stands: beneath which item, and in which group that repeats; None at the top."""

    item: Item
    parent: str | None
    within: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form in one version. `places` holds every item by its linkId, in the order of the form."""

    id: str
    version: str
    url: str
    title: str
    effective_from: date | None
    items: tuple[Item, ...]
    places: Mapping[str, Place]
