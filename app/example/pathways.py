"""How the example's hub decides: home with support for most, home as it was for some, a bed for a few."""

from datetime import date, timedelta
from random import Random

from app.domain.codes.pathways import Pathway
from app.domain.codes.restarts import Restart
from app.example.desk import Row
from app.example.words import BEDS, CARE_HOME, SENIORS, TEAM, WhyABed

HOME, AS_BEFORE, PLACED = 0.78, 0.15, 0.15
"""The share that goes home; of those, who go back to what they had; of the others, who go to a care home."""

LOOK_AGAIN, LIMIT = timedelta(days=13), timedelta(days=40)


def decision(chance: Random, today: date, *, doubt: bool) -> Row:
    """What is put as the pathway. While capacity is in doubt nobody is given a care home."""
    if chance.random() < HOME:
        return _home(chance)
    if chance.random() < PLACED and not doubt:
        return _bed(Pathway.P3, Pathway.P3, CARE_HOME, today) | {"senior_yes": SENIORS}
    why = chance.choice(BEDS)
    return _bed(Pathway.P1 if why.code == "H15" else Pathway.P2, Pathway.P2, why, today)


def _home(chance: Random) -> Row:
    if chance.random() < AS_BEFORE:
        return {"needed": Pathway.P1, "given": Pathway.P1, "restart": Restart.PACKAGE_MORE_SUPPORT}
    return {"needed": Pathway.P1, "given": Pathway.P1}


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
