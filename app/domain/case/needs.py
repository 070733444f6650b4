"""The words of the referral form: what a person needs, and the form's fields that the hub may ask about."""

from enum import StrEnum


class Need(StrEnum):
    """A need the ward describes; the hub, not the ward, turns needs into a package. Local default list."""

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


class ReferralField(StrEnum):
    """A field of the referral form, by which the hub returns it."""

    PERSON = "person"
    WHY_IN_HOSPITAL = "why_in_hospital"
    READINESS = "readiness"
    TOLD_AND_AGREES = "told_and_agrees"
    CAPACITY = "capacity"
    WHAT_MATTERS = "what_matters"
    BEFORE = "before"
    FUNCTION = "function"
    NEEDS = "needs"
    MIND_AND_BEHAVIOUR = "mind_and_behaviour"
    RISKS = "risks"
    PEOPLE = "people"
