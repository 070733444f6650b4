"""Field 9, *needs*: described by the ward. The hub, not the ward, turns needs into a package."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.values import Words


class Need(StrEnum):
    """A need the ward describes. Local default list."""

    REHABILITATION = "rehabilitation"
    PERSONAL_CARE = "personal_care"
    MEALS = "meals"
    MEDICINES_HELP = "medicines_help"
    NURSING_TASK = "nursing_task"
    NIGHT_NEEDS = "night_needs"
    SOMEONE_WITHIN_REACH = "someone_within_reach"
    EQUIPMENT = "equipment"
    CONTINENCE = "continence"
    END_OF_LIFE = "end_of_life"
    WEIGHT_BEARING_LIMIT = "weight_bearing_limit"
    MENTAL_HEALTH = "mental_health"
    ALCOHOL_OR_DRUGS = "alcohol_or_drugs"
    LEARNING_DISABILITY_OR_AUTISM = "learning_disability_or_autism"
    SENSORY = "sensory"


class NursingTask(StrEnum):
    """What a nurse is to do."""

    WOUND = "wound"
    INSULIN = "insulin"
    CATHETER = "catheter"
    FEED = "feed"
    IV = "iv"
    STOMA = "stoma"
    OXYGEN = "oxygen"
    TRACHEOSTOMY = "tracheostomy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """`weight_bearing_until` is a local date; `words` say what the list does not."""

    needs: frozenset[Need] = frozenset()
    nursing: frozenset[NursingTask] = frozenset()
    weight_bearing_until: date | None = None
    words: Words | None = None
