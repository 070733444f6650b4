"""The cases of one stay as they are told: at each time the one that is live is the stay's, and tells for itself."""

from collections.abc import Sequence
from typing import Any

from app.domain.case import Case, evolve
from app.domain.case.delay import Told
from app.domain.case.one_after_another import Telling, in_turn, live
from app.domain.case.state import Ended, NotReferred
from app.domain.decider import Recorded
from app.domain.delay import History
from app.domain.escalation.moments import CaseMoments, timed
from app.domain.values import Stream


class OfCase:
    """One case, as it is known until now."""

    def __init__(self) -> None:
        self.case, self.moments = Case(), CaseMoments()
        self._told, self._events = Told(), list[Recorded[Any]]()

    def hear(self, recorded: Recorded[Any]) -> None:
        """One step of it."""
        before, self.case = self.case, evolve(self.case, recorded)
        self._told.hear(before, self.case, recorded)
        self._events.append(recorded)
        self.moments = timed(self.moments, recorded)

    @property
    def is_live(self) -> bool:
        """Whether the hub works on it, or is to."""
        return not isinstance(self.case.stage, NotReferred | Ended)

    @property
    def telling(self) -> Telling:
        """What it tells of why the person is still here."""
        return Telling(self._told.history, live(self._events))


class Its:
    """Hears of every case of the stay, in the order in which it was recorded; the one that counts now is the last."""

    def __init__(self, cases: Sequence[Stream]) -> None:
        self._cases = {each: OfCase() for each in cases}
        self._speaks: OfCase | None = None

    def hear(self, recorded: Recorded[Any]) -> OfCase:
        """The case that is the stay's from then on: of several none of which is live, the one that was last."""
        of_case = self._cases[recorded.stream]
        of_case.hear(recorded)
        lives = [each for each in self._cases.values() if each.is_live]
        self._speaks = lives[-1] if lives else self._speaks or of_case
        return self._speaks

    @property
    def told(self) -> History:
        """What they tell one after another."""
        tellings = [each.telling for each in self._cases.values()]
        return in_turn([each for each in tellings if each.live])
