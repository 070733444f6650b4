"""Whose problem it is that somebody is still in a bed: whoever the reported reason waits for, derived or recorded.

By the rule by which the nights are put down (`app.domain.delay.owners`), so that whoever is rung is whoever will own
the night. Where several services are asked, or nobody can explain it, it is left to the line of the policy: the hub's.
"""

from datetime import datetime
from typing import TypedDict

from app.domain.codes.owners import Owner
from app.domain.delay import History, joined, why_at
from app.domain.delay.owners import asked_at, owner_of
from app.domain.delay.spans import turns
from app.domain.escalation.cause import Situation
from app.domain.spell.why_here import history_of
from app.domain.values import OrganisationId


class Whose(TypedDict):
    """As a `Cause` says it."""

    owner: Owner | None
    owner_id: OrganisationId | None


def whose(now: Situation) -> Whose:
    """By what is known now, as at now."""
    assert now.reporting, "the rule is asked for wherever anybody looks"
    history = _history(now)
    owner = owner_of(why_at(history, now.at, now.reporting).reason, history, now.at)
    asked = asked_at(history, now.at) if owner is Owner.SERVICE else frozenset[OrganisationId]()
    return Whose(owner=owner, owner_id=next(iter(asked)) if len(asked) == 1 else None)


def turns_ahead(now: Situation) -> set[datetime]:
    """When the reason may turn without anybody telling: an agreed start, a slot to leave."""
    return {at for at in turns(_history(now)) if at > now.at}


def _history(now: Situation) -> History:
    return joined((history_of(now.spell), now.told))
