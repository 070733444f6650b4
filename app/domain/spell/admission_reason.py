"""Why the hospital's system says that somebody was admitted: offered to the ward when it refers, never taken for it."""

from dataclasses import dataclass

from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionReasonTold:
    """The hospital's own system gave the reason for admission, in its words."""

    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TellAdmissionReason(SpellCommand):
    """Say why the person was admitted."""

    words: Words


def tell_admission_reason(command: TellAdmissionReason, spell: Spell) -> list[AdmissionReasonTold]:
    """A feed repeats it on every message: the same again is no news."""
    return [] if command.words == spell.admission_reason else [AdmissionReasonTold(words=command.words)]
