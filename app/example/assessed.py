"""What the example's assessors find: answers to the two forms, made to fit what the referral says already."""

from datetime import UTC, datetime
from random import Random
from typing import Any

from app.domain.codes.restarts import Restart
from app.domain.local_time import local_date

Answers = dict[str, list[Any]]

HEAVY = 0.1
"""The share whose weight has to be asked about."""

CARERS = {"alone": 0, "prompting": 0, "one_person": 1, "two_people": 2, "cannot": 2}
HEALTH = (
    "Diabetes, tablets only.",
    "Heart failure, water tablets.",
    "Osteoarthritis of both knees.",
    "Asthma, inhalers.",
)
ROUTINES = ("Up at seven, tea before anything else.", "Sleeps late; the radio is on all day.", "To bed by nine.")
GOALS = ("Walk to the kitchen alone", "Wash and dress without help", "Go up the stairs once a day")
CHANGES = {
    "mobility": "One more person for the stairs until she is stronger.",
    "medicines": "A new tablet in the evening.",
    "skin": "A small dressing on the left heel, looked at every third day.",
}
CHANGED = 0.25
PACKAGES = (
    ("Two calls a day, one carer.", "Lapwing Home Care"),
    ("Three calls a day, one carer.", "Curlew Home Care"),
)
CARE_HOMES = (
    ("Their own room and care as before.", "Harrow Beck nursing home"),
    ("Their own room and care as before.", "Curlew Lodge nursing home"),
)
ITEM_QUESTIONS = (
    ("moving.carers", "Can one really move them at night too?", "Yes: nobody is needed at night, and one by day."),
    ("medicines.help", "Who orders the tablets?", "The chemist delivers on Mondays; the ward sends two weeks."),
    ("care.continence-night", "Are pads ordered?", "Yes, the first box goes with them."),
)
DIFFERENCES = (
    ("moving.aid", "The frame does not fit through the bathroom door."),
    ("home.heating", "The heating was off; a neighbour let us in and it is on now."),
    ("medicines.help", "Takes them alone once they are set out."),
)


def found(chance: Random, begun: Answers) -> Answers:
    """The full form, from what is known. What others make needless is left out by whoever signs."""
    carers = CARERS.get(next(iter(begun.get("moving.chair.now", ())), "one_person"), 1)
    kg = chance.randint(104, 148) if chance.random() < HEAVY else chance.randint(46, 96)
    return {
        "agreement.agrees": begun.get("agreement.agrees", ["agrees"]),
        "agreement.capacity": begun.get("agreement.capacity", ["no_doubt"]),
        "agreement.respect": [chance.choice(("none", "none", "in_place"))],
        "health.reason": begun.get("health.reason", ["See the referral."]),
        "health.conditions": [chance.choice(HEALTH)],
        "health.allergies": [chance.choice(("None known.", "None known.", "Penicillin: a rash."))],
        "health.weight": [{"value": kg, "unit": "kg"}],
        "health.worsening": ["More tired than today, or a new fever: ring the practice the same day."],
        "goals.goal": [{"goals.goal.what": [chance.choice(GOALS)]}],
        "goals.gain": [chance.choice(("return", "return", "partly"))],
        "goals.routine": [chance.choice(ROUTINES)],
        "moving.bed.now": begun.get("moving.chair.now", ["one_person"]),
        "moving.aid": [chance.choice(("frame", "wheeled_frame", "stick"))],
        "moving.weight-bearing": ["none" if "moving.weight-bearing-until" in begun else "full"],
        "moving.falls": [chance.randint(0, 3)],
        "moving.carers": [carers],
        "moving.why-two": ["Stands only with one on either side."],
        "moving.hoist": ["standing_aid" if carers > 1 else "none"],
        "care.continence-day": [chance.choice(("continent", "continent", "urine"))],
        "care.continence-night": [chance.choice(("continent", "urine"))],
        "care.devices": ["none"],
        "care.carer-sex": [chance.choice(("any", "any", "female"))],
        "eating.food": [chance.choice(("7", "7", "7e", "6"))],
        "eating.fluid": ["0"],
        "eating.tube": ["none"],
        "skin.damaged": [False],
        "skin.mattress": ["ordinary"],
        "medicines.list": [True],
        "medicines.help": [chance.choice(("self", "prompt", "assist"))],
        "medicines.insulin": [False],
        "medicines.anticoagulant": [chance.random() < 0.3],
        "medicines.controlled": [False],
        "nursing.plan": ["As the referral says; the community nurses know."],
        "nursing.infection": ["suspected" if "nursing.infection-words" in begun else "none"],
        "senses.aids": [chance.choice(("none", "glasses", "hearing_aids"))],
        "home.heating": ["yes"],
        "home.smoking": [chance.choice(("no", "no", "yes"))],
        "money.route": ["free_intermediate_care"],
        "money.told": [True],
    }


def declared() -> Answers:
    """Whoever signs declares that it is true, and what became of the person's copy."""
    return {"signing.declared": [True], "signing.copy": ["given"]}


def restarted(chance: Random, back_to: Restart | None) -> Answers:
    """The short form: what goes on, what has changed, and from which day."""
    in_home = back_to is Restart.CARE_HOME_SAME_LEVEL
    what, provider = chance.choice(CARE_HOMES if in_home else PACKAGES)
    kinds = ("mobility", "medicines", "skin", "mind", "continence", "eating", "infection", "weight-bearing")
    changed = {kind for kind in CHANGES if chance.random() < CHANGED}
    return {
        "package.what": [what],
        "package.provider": [provider],
        **{f"changed.{kind}": ["yes" if kind in changed else "no"] for kind in kinds},
        **{f"changed.{kind}-words": [CHANGES[kind]] for kind in changed},
        "back.day": [local_date(datetime.now(UTC)).isoformat()],
        "back.confirmed-by": ["The office of the service"],
    }
