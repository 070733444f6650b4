"""The policy in one place: its lines, whose ladder each means here, and how those work."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from app.domain.calendar import NO_CALENDAR, Calendar
from app.domain.codes.owners import Owner
from app.domain.escalation.cause import Cause
from app.domain.escalation.due import respond_by
from app.domain.escalation.terms import Terms, is_higher, rank
from app.domain.ladder import Level
from app.domain.practice.escalation import EscalationLine, Ladders
from app.domain.values import OrganisationId

UNFORESEEN = EscalationLine(
    trigger="unforeseen", level=Level.L1, words="Raised by a person", after_minutes=0, respond_minutes=120
)
"""What counts for an escalation of which the policy has no line: an answer within two hours of the owner's."""


def by_trigger(lines: Iterable[EscalationLine]) -> dict[str, list[EscalationLine]]:
    """The lines of each trigger, the lowest level first."""
    found: dict[str, list[EscalationLine]] = {}
    for line in sorted(lines, key=lambda line: rank(line.level)):
        found.setdefault(line.trigger, []).append(line)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The policy's lines by trigger, whose ladder each means here, how those work, and the bank holidays.

    `parties` are the organisations by what they are to the person.
    """

    lines: Mapping[str, Sequence[EscalationLine]]
    owners: Mapping[Ladders, OrganisationId] = field(default_factory=dict)
    parties: Mapping[Owner, OrganisationId] = field(default_factory=dict)
    calendars: Mapping[OrganisationId, Calendar] = field(default_factory=dict)
    days_off: Container[date] = frozenset()

    def owner(self, ladder: Ladders, named: OrganisationId | None = None) -> OrganisationId | None:
        """Whose ladder it is: who is named, where the line leaves it open; the hub's, else the ward's, if nobody is."""
        if ladder is Ladders.SYSTEM:
            return None
        known = named if ladder in (Ladders.OWNER, Ladders.SERVICE) and named else self.owners.get(ladder)
        return known or self.owners.get(Ladders.HUB) or self.owners.get(Ladders.WARD)

    def whose(self, line: EscalationLine, cause: Cause) -> OrganisationId | None:
        """Whose ladder this line climbs for this cause."""
        return self.owner(line.ladder, self.named(cause))

    def rung(self, cause: Cause) -> OrganisationId | None:
        """On whose ladder this cause is raised: that of the policy's lowest line."""
        lines = self.lines.get(cause.trigger)
        return self.whose(lines[0], cause) if lines else self.named(cause)

    def named(self, cause: Cause) -> OrganisationId | None:
        """Whose problem the facts say it is."""
        return cause.owner_id or (self.parties.get(cause.owner) if cause.owner else None)

    def calendar(self, owner: OrganisationId | None) -> Calendar:
        """When they work; the wall clock where nothing is set."""
        return self.calendars.get(owner, NO_CALENDAR) if owner else NO_CALENDAR

    def terms(self, line: EscalationLine, told_at: datetime, owner: OrganisationId | None) -> Terms:
        """What this line says now, to whom it is told at this time."""
        return Terms(
            level=line.level,
            title=line.words,
            ladder=line.ladder,
            owner_id=owner,
            respond_by=respond_by(line, told_at, self.calendar(owner), self.days_off),
        )

    def by_hand(self, trigger: str, level: Level, ladder: Ladders, told_at: datetime) -> Terms | None:
        """What a person raises there; None where nobody is known whose ladder it is."""
        owner = self.owners.get(Ladders.HUB if ladder is Ladders.OWNER else ladder)
        if owner is None and ladder is not Ladders.SYSTEM:
            return None
        said = self._line(trigger, level)
        return replace(self.terms(said, told_at, owner), level=level, ladder=ladder)

    def anew(self, trigger: str, raised: Terms, told_at: datetime) -> Terms:
        """What a person had raised there, told to the same once more."""
        terms = self.terms(self._line(trigger, raised.level), told_at, raised.owner_id)
        return replace(raised, respond_by=terms.respond_by)

    def _line(self, trigger: str, level: Level) -> EscalationLine:
        return next((line for line in self.lines.get(trigger, ()) if line.level is level), UNFORESEEN)

    def terms_above(
        self, trigger: str, stood: Terms, level: Level, told_at: datetime, cause: Cause | None = None
    ) -> Terms:
        """As the policy's line for that level says; where it has none, as the nearest line below.

        It may have changed hands: the facts tell whose it is by now, else it is whose it was.
        """
        lines = [*self.lines.get(trigger, ())]
        nearest = [line for line in lines if not is_higher(line.level, level)] or lines or [UNFORESEEN]
        line = nearest[-1]
        ladder = line.ladder if line.level is level else stood.ladder
        ladder = Ladders.SYSTEM if level is Level.SRO else ladder
        owner = (cause and self.named(cause)) or stood.owner_id
        terms = self.terms(line, told_at, self.owner(ladder, owner))
        return replace(terms, level=level, title=stood.title, ladder=ladder)
