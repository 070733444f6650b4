"""What is escalated about one thing, as it stands: only what a decision reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.escalation.terms import Terms
from app.domain.values import HubId, OrganisationId

if TYPE_CHECKING:  # it says how it is decided, and so reads the state itself
    from app.domain.escalation.ending import EscalationEnded


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """One escalation. Acknowledged or acted on by who stands at its level, it climbs no more by silence.

    `owner_id` is on whose ladder it stood last: above every ladder of theirs it is still theirs to act on. `raised` is
    how it was told first, `terms` how it stands.
    """

    trigger: str
    cause_at: datetime
    raised_at: datetime
    hub_id: HubId | None
    owner_id: OrganisationId | None
    by_clock: bool
    raised: Terms
    terms: Terms
    about_feed: bool = False
    answered: bool = False
    ended: "EscalationEnded | None" = None
    ended_at: datetime | None = None

    @property
    def raised_for(self) -> OrganisationId | None:
        """On whose ladder it was raised."""
        return self.raised.owner_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalations:
    """`items` are by id, as raised; `said` are the ids of acknowledgements, actions and endings that were recorded."""

    items: Mapping[UUID, Escalation] = field(default_factory=dict)
    said: frozenset[UUID] = frozenset()

    def open_for(self, trigger: str, owner: OrganisationId | None) -> UUID | None:
        """The one of this trigger that keeps the clock from ringing this owner: the clock's own, whosever it is.

        What a person raised does so only with the same owner: on another's ladder it rings nobody here.
        """
        those = [(key, each) for key, each in self.open.items() if each.trigger == trigger]
        of_clock = (key for key, each in those if each.by_clock)
        by_hand = (key for key, each in those if not each.by_clock and owner in (each.raised_for, each.owner_id))
        return next(of_clock, None) or next(by_hand, None)

    def open_of(self, trigger: str, owner: OrganisationId | None) -> UUID | None:
        """The one that is open for this trigger and was raised for this owner."""
        those = self.open.items()
        return next((key for key, each in those if (each.trigger, each.raised_for) == (trigger, owner)), None)

    def open_on(self, trigger: str, owner: OrganisationId | None) -> UUID | None:
        """The one that is open for this trigger and stands on this owner's ladder."""
        those = self.open.items()
        return next((key for key, each in those if (each.trigger, each.owner_id) == (trigger, owner)), None)

    @property
    def open(self) -> Mapping[UUID, Escalation]:
        """Those that have not ended."""
        return {key: each for key, each in self.items.items() if each.ended is None}
