"""What comes of placing a message: an outcome; or it waits, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.domain.rejections import Rejection
from app.domain.values import PersonId, SpellId
from app.intake.adt.understood import AckCode

State = Literal["applied", "recorded", "waiting", "refused", "ignored"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a message: applied, recorded only, waiting, refused or ignored; and why.

    `waits_for` is what has to become known first: `visit:`, `ward:` or `person:` and what the feed calls it; or else
    `or_waits_for`. `others` are the stays it touched beside `spell`: a swap of beds is about two.
    """

    state: State
    answer: AckCode = "AA"
    code: str | None = None
    words: str | None = None
    waits_for: str | None = None
    or_waits_for: str | None = None
    spell: SpellId | None = None
    others: tuple[SpellId, ...] = ()
    person: PersonId | None = None

    @property
    def is_news(self) -> bool:
        """Whether it was applied, were it to one of several people only."""
        return self.state == "applied" or (self.state == "waiting" and self.spell is not None)


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """What came of a message about several people: the most telling of it, with the stays that it touched."""
    most = min(outcomes, key=lambda outcome: _MOST_TELLING.index(outcome.state))
    keys = [key for each in outcomes if each.state == most.state for key in (each.waits_for, each.or_waits_for) if key]
    waits_for, or_waits_for, *_ = [*dict.fromkeys(keys), None, None]
    spells = tuple(dict.fromkeys(each.spell for each in outcomes if each.spell is not None))
    spell, others = (spells[0], spells[1:]) if spells else (None, ())
    return replace(most, waits_for=waits_for, or_waits_for=or_waits_for, spell=spell, others=others)


_MOST_TELLING = ("waiting", "applied", "recorded")


class Waits(Exception):
    """The message is right, but something must become known, or a person must look, before it is applied.

    Raised before anything was written of the subject that it is about.
    """

    def __init__(self, code: str, words: str, waits_for: str | None = None) -> None:
        super().__init__(words)
        self.outcome = Outcome(state="waiting", code=code, words=words, waits_for=waits_for)


class GivenUp(Rejection):
    """The rules refuse it of one of the people it tells of, so what was written of any of them is given up."""

    def __init__(self, refused: Rejection, waits_for: str | None) -> None:
        super().__init__(**refused.details)
        self.outcome = Outcome(state="waiting", code=refused.code(), words=refused.words(), waits_for=waits_for)
