"""What a decision on a spell must know from other streams, read inside the turn."""

from dataclasses import dataclass

from app.domain.system.unknown import WardNotKnown


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellFacts:
    """`ward_known`: the ward that the command names is in this system (True where it names none)."""

    ward_known: bool = True


def require_ward(facts: SpellFacts) -> None:
    """Nobody is shown on a ward that nobody looks at. Raises WardNotKnown."""
    if not facts.ward_known:
        raise WardNotKnown
