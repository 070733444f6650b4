"""What was decided about the way home, in words: pathways, reasons, best interests."""

from datetime import date

from app.domain.case import BestInterestsDecided, PathwayDecided
from app.domain.codes import alternatives, pathways, restarts
from app.domain.practice import PracticeKind
from app.views.phrases import Names, coded, quoted


def say_best_interests(event: BestInterestsDecided) -> str:
    """What was decided for the person, by whom, and with whom."""
    about = f" about “{event.about}”" if event.about else ""
    decided = f"Best-interests decision{about}:{quoted(event.decision)}"
    return f"{decided}{quoted(event.decided_by, 'Decided by')}{quoted(event.consulted, 'Consulted')}"


def say_pathway(event: PathwayDecided, names: Names) -> str:
    """The pathway given, the one needed where it is another, and all that was said for it."""
    given = f"{event.given} ({pathways.WORDS[event.given].lower()})"
    needed = "" if event.needed == event.given else f", while {event.needed} was needed"
    code = event.why_not_home
    why = f" Why not home: {coded(names, PracticeKind.WHY_NOT_HOME, code)}." if code else ""
    parts = [
        f"Pathway {given} given{needed}.",
        f" Goes back to: {restarts.WORDS[event.restart].lower()}." if event.restart else "",
        why,
        _on(" Weight-bearing limit until", event.limit_until),
        quoted(event.words),
        _considered(event),
        quoted(event.home_possible_if, "Home would be possible if"),
        quoted(event.decided_by, "Decided by"),
        quoted(event.senior_yes, "Senior yes from"),
        _on(" To be reviewed on", event.review_on),
    ]
    return "".join(parts)


def _considered(event: PathwayDecided) -> str:
    words = [alternatives.WORDS[each].lower() for each in sorted(event.alternatives)]
    return f" Considered: {'; '.join(words)}." if words else ""


def _on(lead: str, day: date | None) -> str:
    return f"{lead} {day:%d %b}." if day else ""
