"""What comes of placing a message: an outcome; or it waits, with the reason."""

from dataclasses import dataclass
from typing import Literal

from app.domain.values import PersonId, SpellId
from app.intake.adt.understood import AckCode

State = Literal["applied", "recorded", "waiting", "refused", "ignored"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a message: applied, recorded only, waiting, refused or ignored; and why.

    `waits_for` is what has to become known first: `visit:`, `ward:` or `person:` and what the feed calls it; or else
    `or_waits_for`.
    """

    state: State
    answer: AckCode = "AA"
    code: str | None = None
    words: str | None = None
    waits_for: str | None = None
    or_waits_for: str | None = None
    spell: SpellId | None = None
    person: PersonId | None = None


class Waits(Exception):
    """The message is right, but something must become known, or a person must look, before it is applied.

    Raised before anything was written of the subject that it is about.
    """

    def __init__(self, code: str, words: str, waits_for: str | None = None) -> None:
        super().__init__(words)
        self.outcome = Outcome(state="waiting", code=code, words=words, waits_for=waits_for)
