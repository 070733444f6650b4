"""One look of the clock: what must be raised, climb or end by now, and when to look again.

What is raised hangs on what happened and never on when anybody looked: a look goes through the *chapters* since the one
before, each a time in which the same was true. So a look each minute and one after a day's outage raise the same, with
the same times; only an answer that nobody could give is waited for from when the look told of it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from app.domain.escalation.cause import Cause
from app.domain.escalation.climbing import Climb, ClimbedBecause
from app.domain.escalation.deciding import ByClock, after, found
from app.domain.escalation.due import due_at
from app.domain.escalation.ending import EndedBecause, EndWithCause
from app.domain.escalation.facts import About
from app.domain.escalation.raising import RaiseDue
from app.domain.escalation.rules import Rules
from app.domain.escalation.state import Escalation, Escalations
from app.domain.escalation.stream import CLOCK, escalation_id
from app.domain.escalation.terms import Terms, above, rank
from app.domain.practice.escalation import EscalationLine
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """From when on this was known to be wrong.

    `over`: nothing can be wrong any more, and why; but of the triggers that `outlast` it.
    """

    begins: datetime
    causes: Sequence[Cause]
    over: EndedBecause | None = None
    outlast: frozenset[str] = frozenset()

    @property
    def standing(self) -> Sequence[Cause]:
        """What can be wrong still."""
        return [cause for cause in self.causes if not self.over or cause.trigger in self.outlast]


Problem: TypeAlias = tuple[str, OrganisationId | None]
"""A trigger, and whose it is where each owner has one of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The commands, in their order, and when something can come due next; None for never by itself."""

    commands: tuple[ByClock, ...]
    next_at: datetime | None


def look(
    subject: UUID, about: About, past: Escalations, chapters: Sequence[Chapter], rules: Rules, now: datetime
) -> Looked:
    """Go through the chapters that have begun, the last of which lasts until now. What lies ahead is looked at then."""
    looking = _Looking(subject, about, past, rules, now)
    begun = [each for each in chapters if each.begins <= now]
    for chapter, following in zip(begun, [*begun[1:], None], strict=True) if begun else ():
        looking.read(chapter, following)
    looking.climb_unanswered(begun[-1].standing if begun else ())
    return Looked(commands=tuple(looking.commands), next_at=looking.next_at(begun[-1:], chapters[len(begun) :]))


class _Looking:
    """The escalations as they will stand once the commands found so far are done.

    `_found` are the causes that were due in the chapter before and stand on: what of them is over was so by then.
    """

    def __init__(self, subject: UUID, about: About, past: Escalations, rules: Rules, now: datetime) -> None:
        self.commands: list[ByClock] = []
        self._subject, self._about, self._past, self._rules, self._now = subject, about, past, rules, now
        self._found: dict[Problem, datetime] = {}

    def read(self, chapter: Chapter, following: Chapter | None) -> None:
        """End what is no more, then raise or lift what falls due before the next chapter, or by now."""
        end = following.begins - timedelta.resolution if following else self._now
        standing = self._problems(chapter.standing)
        for key, escalation in self._past.open.items():
            over = _over(escalation, chapter, standing)
            # A look that begins anew reads of times before it was raised, too: only what is so now ends it then. Only
            # that ends what a person raised: it would not come back where the end was taken back meanwhile.
            if over and (following is None or (escalation.by_clock and chapter.begins >= escalation.raised_at)):
                at = max(chapter.begins, escalation.raised_at)
                self._do(EndWithCause, at, escalation_id=key, because=over)
        self._found = {each: at for each, at in self._found.items() if each in standing and standing[each].since == at}
        for problem, cause in standing.items():
            due = [(line, max(at, chapter.begins)) for line, at in self._due(cause) if at <= end]
            if due:
                self._raise_or_lift(problem, cause, due, chapter.begins)

    def climb_unanswered(self, causes: Iterable[Cause]) -> None:
        """Lift by one level what nobody answered by now: each level has its own time to answer."""
        standing = self._problems(causes)
        for key, escalation in self._past.open.items():
            higher = above(escalation.terms.level)
            if escalation.answered or higher is None or escalation.terms.respond_by > self._now:
                continue
            cause = _cause_of(escalation, standing) if escalation.by_clock else None
            terms = self._rules.terms_above(escalation.trigger, escalation.terms, higher, self._now, cause)
            self._do(
                Climb, escalation.terms.respond_by, escalation_id=key, terms=terms, because=ClimbedBecause.UNANSWERED
            )

    def next_at(self, last: Sequence[Chapter], ahead: Sequence[Chapter]) -> datetime | None:
        """The first time after now at which a line falls due, an answer is overdue, or a chapter begins."""
        causes = (cause for chapter in last for cause in self._problems(chapter.standing).values())
        dues = (due for cause in causes for _, due in self._dues(cause) if due > self._now)
        begins = (chapter.begins for chapter in ahead)
        return min((*dues, *_answers(self._past.open.values()), *begins), default=None)

    def _problems(self, causes: Iterable[Cause]) -> dict[Problem, Cause]:
        """Apart by trigger, or by trigger and owner where each owner is rung: of one owner's, the first one counts."""
        found: dict[Problem, Cause] = {}
        for cause in causes:
            found.setdefault((cause.trigger, self._rules.rung(cause) if cause.each_owner else None), cause)
        return found

    def _open(self, cause: Cause) -> UUID | None:
        if cause.each_owner:
            return self._past.open_of(cause.trigger, self._rules.rung(cause))
        return self._past.open_for(cause.trigger, self._rules.rung(cause))

    def _stood(self, cause: Cause, begins: datetime) -> bool:
        """Whether it was told of and ended only since, out of turn: by a death, which no look waits for."""
        for each in self._past.items.values():
            told = each.by_clock and (each.trigger, each.cause_at) == (cause.trigger, cause.since)
            theirs = not cause.each_owner or each.raised_for == self._rules.rung(cause)
            if told and theirs and each.ended_at and each.ended_at > begins:
                return True
        return False

    def _raise_or_lift(
        self, problem: Problem, cause: Cause, due: Sequence[tuple[EscalationLine, datetime]], begins: datetime
    ) -> None:
        """By the line that fell due first, from which its id is made; those that fell due since lift it."""
        line, at = due[0]
        if self._open(cause) is None and problem not in self._found and not self._stood(cause, begins):
            terms = self._terms(line, cause)
            told = {"trigger": cause.trigger, "cause_at": cause.since, "about": self._about}
            told |= {"each_owner": cause.each_owner, "terms": terms}
            self._do(RaiseDue, at, escalation_id=self._id(cause, at, terms), **told)
        self._found[problem] = cause.since
        is_open = self._open(cause)
        lifts = is_open and self._past.items[is_open]
        # A look that begins anew reads of an earlier snapshot, too, which lifts nothing of the next one.
        for line, at in due if lifts and lifts.by_clock and lifts.cause_at == cause.since else ():
            terms = self._terms(line, cause)
            self._do(Climb, at, escalation_id=is_open, terms=terms, because=ClimbedBecause.GOES_ON)

    def _id(self, cause: Cause, at: datetime, terms: Terms) -> UUID:
        key = escalation_id(self._subject, cause.trigger, cause.since, at)
        taken = self._past.items.get(key) if cause.each_owner else None
        if taken is None or taken.raised_for == terms.owner_id:
            return key
        return escalation_id(self._subject, cause.trigger, cause.since, at, beside=terms.owner_id)

    def _terms(self, line: EscalationLine, cause: Cause) -> Terms:
        return self._rules.terms(line, self._now, self._rules.whose(line, cause))

    def _due(self, cause: Cause) -> list[tuple[EscalationLine, datetime]]:
        """When each line of its trigger falls due, the first one first."""
        return sorted(self._dues(cause), key=lambda each: (each[1], rank(each[0].level)))

    def _dues(self, cause: Cause) -> Iterator[tuple[EscalationLine, datetime]]:
        for line in self._rules.lines.get(cause.trigger, ()):
            calendar = self._rules.calendar(self._rules.whose(line, cause))
            due = due_at(line, cause, calendar, self._rules.days_off)
            if due:
                yield line, due

    def _do(self, command: Callable[..., ByClock], at: datetime, **told: Any) -> None:
        wanted = command(subject=self._subject, by=CLOCK, at=at, **told)
        events = found(wanted, self._past)
        for event in events:
            self._past = after(self._past, event, at)
        self.commands += [wanted] if events else []


def _over(escalation: Escalation, chapter: Chapter, standing: Mapping[Problem, Cause]) -> EndedBecause | None:
    if chapter.over and escalation.trigger not in chapter.outlast:
        return chapter.over
    cause = _cause_of(escalation, standing)
    stands = cause is not None and cause.since == escalation.cause_at
    return EndedBecause.CAUSE_OVER if escalation.by_clock and not stands else None


def _cause_of(escalation: Escalation, standing: Mapping[Problem, Cause]) -> Cause | None:
    """That of its trigger, or, where each owner has one of their own, of its trigger and owner."""
    of_all = standing.get((escalation.trigger, None))
    if of_all and not of_all.each_owner:
        return of_all
    return standing.get((escalation.trigger, escalation.raised_for))


def _answers(open_: Iterable[Escalation]) -> Iterator[datetime]:
    for escalation in open_:
        if not escalation.answered and above(escalation.terms.level):
            yield escalation.terms.respond_by
