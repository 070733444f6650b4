"""Who comes first, and what to do if nobody comes. Nobody is named who has not said yes for certain."""

from app.domain.case.arriving.overdue import not_met
from app.domain.case.form import Help
from app.domain.codes.pathways import Pathway
from app.domain.codes.restarts import Restart
from app.views.for_the_person.known import Helper, Known
from app.views.for_the_person.words import Line, Part, clock, day, line, some, window

_HELD = {Help.PACKAGE_ACTIVE, Help.PACKAGE_PAUSED}
_ILL = line(
    "If you feel ill and cannot wait, ring NHS 111. If life is in danger, ring 999.",
    "Feel ill? Ring 111. In danger? Ring 999.",
)


def who_comes(known: Known) -> Part:
    """Who meets them first."""
    return Part(key="who", heading=line("Who comes first"), lines=some(*_who(known)))


def nobody_comes(known: Known) -> Part | None:
    """What to do then: steps in their order, as far as there is somebody to ring. None of who is in a bed there."""
    if known.helping and known.helping.is_bed and not known.coming:
        return None
    return Part(
        key="nobody",
        heading=line("What to do if nobody comes"),
        lines=some(*_by_when(known)),
        steps=some(*_ringing(known), _ILL),
    )


def _who(known: Known) -> tuple[Line | None, ...]:
    helping, coming = known.helping, known.coming
    now = line(f"{helping.name} helps you now.") if helping else None
    if coming:
        return (now, *_coming(known, coming))
    if helping:
        return (now,)
    if known.helped:
        return (line(f"{known.helped.name} helped you before. Ask us if they come again, and when."),)
    if known.given is Pathway.P0:
        return _as_before(known)
    asked = line("We have asked for help for you. Nobody has said yes for certain yet.")
    nobody = line("Nobody is booked yet.")
    return (asked if known.case.requests.open else nobody, line("We will tell you who comes, and when."))


def _coming(known: Known, coming: Helper) -> tuple[Line | None, ...]:
    when = known.coming_when
    if coming.is_bed:
        meet = line(f"The staff of {coming.name} meet you when you get there.")
        return (meet, line(f"They expect you {window(*when)}.") if when else None)
    first = line(f"{coming.name} comes to you first.")
    if not_met(known.case) or (when and (when[1] or when[0]) < known.now):
        return (first, line("They have not met you yet. Ring us if you do not know when they come."))
    return (first, line(f"They plan to come {window(*when)}.") if when else None)


def _as_before(known: Known) -> tuple[Line | None, ...]:
    """A ward discharge: what they had before goes on, as far as it is known."""
    decided, before = known.case.pathway, known.case.form.before
    if decided and decided.restart is Restart.CARE_HOME_SAME_LEVEL:
        return (line("The staff of your care home look after you, as before."),)
    if before and before.help & _HELD:
        by = f" from {before.provider}" if before.provider else ""
        return (
            line(f"You had care{by} before. The plan is that it starts again."),
            line("This page does not know on which day. Ask us.", "Ask us on which day."),
        )
    return (
        line("No new care is planned. Nobody is booked to come.", "No new help is planned. Nobody will come."),
        line("Do you think you need help? Tell us.", "Do you need help? Tell us."),
    )


def _by_when(known: Known) -> tuple[Line | None, ...]:
    coming, when = known.coming, known.coming_when
    if coming is None:
        if known.helping or known.given is Pathway.P0:
            return ()
        if known.away:
            return (line("Nobody is booked to come yet. Ring us.", "Nobody is booked yet. Ring us."),)
        return (line("Before you leave, ask who comes and when.", "Ask us who comes. Ask us when."),)
    if coming.is_bed:
        return (line("If nobody meets you there, ask for the person in charge."),)
    if when is None:
        return ()
    end = when[1] or when[0]
    by = f"by {clock(end)} on {day(end)}"
    return (line(f"If nobody has come {by}, do this:", f"Nobody came {by}? Do this:"),)


def _ringing(known: Known) -> tuple[Line | None, ...]:
    helper = known.coming or known.helping
    service = helper if helper and helper.phone else None
    first = line(f"Ring {service.name} on {service.phone}.") if service else None
    if known.hub_phone is None:
        return (first or line("Ring the number that is written under “Who to ring”."),)
    hub = f"{known.hub} on {known.hub_phone}."
    return (
        first,
        line(f"If they do not answer, ring {hub}", f"No answer? Ring {hub}") if first else line(f"Ring {hub}"),
    )
