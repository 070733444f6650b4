"""How the example's hub decides: home with support for most, back as it was for some, a bed for a few."""

from datetime import date, timedelta
from random import Random

from app.domain.codes.pathways import Pathway
from app.domain.codes.restarts import Restart
from app.example.desk import Row
from app.example.words import BEDS, CARE_HOME, SENIORS, TEAM, WhyABed

AS_IT_WAS, HOME, PLACED = 0.25, 0.75, 0.15
"""The share of who had help before that goes back to it as it was; of all others who goes home; of the rest who goes
to a care home."""

HELD = {"package_active", "package_paused"}
MORE_OF_IT = {
    Restart.PACKAGE_SAME_LEVEL: Restart.PACKAGE_MORE_SUPPORT,
    Restart.CARE_HOME_SAME_LEVEL: Restart.CARE_HOME_MORE_SUPPORT,
}
LOOK_AGAIN, LIMIT = timedelta(days=13), timedelta(days=40)


def decision(chance: Random, today: date, case: Row) -> Row:
    """What is put as the pathway. While capacity is in doubt nobody is given a care home."""
    before = back_to(case)
    if before and chance.random() < AS_IT_WAS:
        return {"needed": Pathway.P0, "given": Pathway.P0, "restart": before}
    if chance.random() < HOME:
        return _home(before)
    if chance.random() < PLACED and "capacity_doubt" not in case["flags"]:
        return _bed(Pathway.P3, Pathway.P3, CARE_HOME, today) | {"senior_yes": SENIORS}
    why = chance.choice(BEDS)
    return _bed(Pathway.P1 if why.code == "H15" else Pathway.P2, Pathway.P2, why, today)


def back_to(case: Row) -> Restart | None:
    """What this person could go back to as it was: their own care home, or a package that is still held."""
    if case["going_to"] == "own_care_home":
        return Restart.CARE_HOME_SAME_LEVEL
    return Restart.PACKAGE_SAME_LEVEL if case["package"] in HELD else None


def _home(before: Restart | None) -> Row:
    home: Row = {"needed": Pathway.P1, "given": Pathway.P1}
    return home | ({"restart": MORE_OF_IT[before]} if before else {})


def _bed(needed: Pathway, given: Pathway, why: WhyABed, today: date) -> Row:
    return {
        "needed": needed,
        "given": given,
        "why_not_home": why.code,
        "words": why.words,
        "alternatives": list(why.weighed),
        "home_possible_if": why.home_possible_if,
        "decided_by": TEAM,
        "review_on": (today + LOOK_AGAIN).isoformat(),
        "limit_until": (today + LIMIT).isoformat() if why.limited else None,
    }
