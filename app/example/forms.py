"""What example wards answer on the referral form beside needs and story; about every fourth field is left a gap."""

from random import Random
from typing import Any

A_GAP = 0.25

GOING_TO: tuple[dict[str, Any], ...] = (
    {"going_to": "usual_home"},
    {"going_to": "usual_home"},
    {"going_to": "with_family", "words": "To her daughter's, ground floor, for the first weeks."},
    {"going_to": "own_care_home"},
)
AGREEMENTS: tuple[dict[str, Any], ...] = (
    {"agrees": "agrees"},
    {"agrees": "agrees", "language": "Polish"},
    {"agrees": "agrees", "accessible": ["hearing_loop"]},
    {"agrees": "best_interests"},
    {"agrees": "not_yet_asked"},
)
CAPACITY: tuple[dict[str, Any], ...] = (
    {"state": "no_doubt"},
    {"state": "no_doubt", "representatives": ["attorney_health"], "who": "Her son"},
    {"state": "doubt", "decision": "Going home without help at night", "representatives": ["advocate_needed"]},
)
MATTERS: tuple[dict[str, Any], ...] = (
    {"person": "I want my own kitchen and my cat.", "family": "We can come at weekends."},
    {"person": "Not a home. Not yet."},
    {"person": "To get down to the garden again."},
)
BEFORE: tuple[dict[str, Any], ...] = (
    {"lives": "alone", "help": ["none"]},
    {"lives": "alone", "help": ["package_paused"], "provider": "Two calls a day"},
    {"lives": "with_others", "help": ["unpaid_carer", "nursing_visits"]},
    {"lives": "extra_care", "help": ["package_active"]},
)
NOW = ("alone", "prompting", "one_person", "one_person", "two_people")
ROWS = ("transfers", "walking", "stairs", "wash_and_dress", "toilet", "eat_and_drink", "medicines")
MIND: tuple[dict[str, Any], ...] = (
    {"items": ["none"]},
    {"items": ["memory_concern"], "words": "Loses the thread in the evening; a note by the kettle helps."},
    {"items": ["delirium"]},
)
RISKS: tuple[dict[str, Any], ...] = (
    {"risks": ["falls"], "access": "key_safe"},
    {"risks": ["falls", "skin_damage"], "access": "someone_in"},
    {"risks": ["none"], "access": "key_on_ward"},
    {"risks": ["home_unsafe"], "access": "not_known", "words": "Boxes on the stairs."},
)
PEOPLE: tuple[dict[str, Any], ...] = (
    {"carer": "Daughter", "carer_willing": "with_help", "waits_for_therapy": True},
    {"carer": "Neighbour", "carer_willing": "not_asked", "knows_best": "The night sister"},
    {"carer": "Husband", "carer_willing": "yes"},
)


def answers(chance: Random) -> dict[str, Any]:
    """The fields that a nurse answered, as they are sent."""
    filled = {
        "person": chance.choice(GOING_TO),
        "told_and_agrees": chance.choice(AGREEMENTS),
        "capacity": chance.choice(CAPACITY),
        "what_matters": chance.choice(MATTERS),
        "before": chance.choice(BEFORE),
        "function": {row: {"before": "alone", "now": chance.choice(NOW)} for row in ROWS},
        "mind_and_behaviour": chance.choice(MIND),
        "risks": chance.choice(RISKS),
        "people": chance.choice(PEOPLE),
    }
    return {field: answer for field, answer in filled.items() if chance.random() > A_GAP}
