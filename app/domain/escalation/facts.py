"""What a decision on an escalation must know from other streams: whom it is about, whose it is, and who asks."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.escalation.terms import Terms
from app.domain.values import CaseId, FeedId, HubId, OrganisationId, PersonId, Role, SpellId


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whom or what an escalation is about: a person in a stay, with a case or without one; or a feed."""

    person_id: PersonId | None = None
    spell_id: SpellId | None = None
    case_id: CaseId | None = None
    hub_id: HubId | None = None
    feed_id: FeedId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """For whom somebody works, in which hub and role, and whether they are the system's senior responsible officer."""

    organisation_id: OrganisationId
    hub_id: HubId | None
    role: Role | None = None
    is_officer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationFacts:
    """`about` is None for what is not known; `terms` are those of the policy, None where nobody has the ladder.

    `asker` is who speaks, None off the roster; `closed` says that the case is, or the stay over; `triggers` are those
    of the policy.
    `elsewhere` is what another escalation with the new id is about.
    """

    about: About | None = None
    terms: Terms | None = None
    asker: Asker | None = None
    closed: bool = False
    triggers: frozenset[str] = frozenset()
    elsewhere: UUID | None = None
