"""A cause: what is wrong by the facts as they stand, and since when. The policy says when that is too long."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TypeAlias

from app.domain.case.state import Case
from app.domain.codes.owners import Owner
from app.domain.delay import History, ReportingRule
from app.domain.escalation.moments import CaseMoments
from app.domain.local_time import day_begins
from app.domain.spell.state import Spell
from app.domain.values import OrganisationId

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A stay and its case as they were known at one time, `at`. `case` is new where the stay has none.

    `told` is what the case tells of why the person is still here, `reporting` the rule that picks one reason of all.
    """

    at: datetime = LONG_AGO
    spell: Spell = field(default_factory=Spell)
    case: Case = field(default_factory=Case)
    moments: CaseMoments = field(default_factory=CaseMoments)
    told: History = field(default_factory=History)
    reporting: ReportingRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """`since` may lie ahead: a planned leaving, from which the policy counts back.

    `owner_id` is whose problem it is, where the facts tell; where they tell it only by what an organisation is to the
    person, that is `owner`. `foreseen` is until when it will last by what is agreed: a
    line that falls due before that is due already. `of_day`: it begins with a local date, so that minutes on the wall
    clock are a time of that day. `each_owner`: others may owe the same, and each is rung, whatever becomes of the rest.
    """

    trigger: str
    since: datetime
    owner_id: OrganisationId | None = None
    owner: Owner | None = None
    foreseen: datetime | None = None
    of_day: bool = False
    each_owner: bool = False


def from_day(trigger: str, day: date, owner_id: OrganisationId | None = None) -> Cause:
    """What is wrong from the beginning of this local date on."""
    return Cause(trigger=trigger, since=day_begins(day), owner_id=owner_id, of_day=True)


CauseOf: TypeAlias = Callable[[Situation], Iterator[Cause]]
"""The cause of one trigger, or of two that go together; nothing where all is well.

Of a trigger that is of each owner there may be several: of one owner's, the first one counts.
"""
