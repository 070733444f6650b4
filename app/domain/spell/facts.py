"""What a decision on a spell must know from other streams, read inside the turn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from app.domain.delay import History, ReportingRule
from app.domain.delay.owners import NOBODY_KNOWN, Parties
from app.domain.spell.state import Spell
from app.domain.system.unknown import WardNotKnown
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRecord:
    """A stay and what its case told, by what had been recorded until an instant."""

    spell: Spell
    case_history: History = field(default_factory=History)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellFacts:
    """`ward_known`: the ward that the command names is in this system (True where it names none).

    `known_to_hub`: a case of the person ended with their leaving hospital in the 91 days before this stay began.
    `case_history` is what the case tells of why the person is still here, `reporting` the rule that picks one reason;
    `parties` are those whose a delay may be, and `of_ward` the organisations of the wards; `then` is what was on record
    at the instant of a snapshot. `of_another_hub`: who speaks works in another hub than that of the person's case.
    """

    ward_known: bool = True
    known_to_hub: bool = False
    case_history: History = field(default_factory=History)
    reporting: ReportingRule | None = None
    parties: Parties = NOBODY_KNOWN
    of_ward: Mapping[UUID, OrganisationId] = field(default_factory=dict)
    then: OnRecord | None = None
    of_another_hub: bool = False


def require_ward(facts: SpellFacts) -> None:
    """Nobody is shown on a ward that nobody looks at. Raises WardNotKnown."""
    if not facts.ward_known:
        raise WardNotKnown
