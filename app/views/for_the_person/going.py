"""Where they go, and when: only what is agreed is said as agreed."""

from app.domain.case.form import GoingTo
from app.domain.case.leaving import LeaveFrom
from app.domain.codes.pathways import Pathway
from app.domain.codes.ways_out import WayOut
from app.views.for_the_person.known import Known
from app.views.for_the_person.words import Line, Part, day, line, moment, some, window

_HOME = {
    GoingTo.USUAL_HOME: line("The plan is that you go home."),
    GoingTo.OWN_CARE_HOME: line("The plan is that you go back to your own care home."),
    GoingTo.TEMPORARY_ADDRESS: line("The plan is that you go to another address for now."),
    GoingTo.WITH_FAMILY: line("The plan is that you go to stay with family."),
    GoingTo.NO_FIXED_ABODE: line("Before you leave, ask us where you can stay.", "Ask us where you can stay."),
}
_AWAY = {
    WayOut.TRANSFERRED: line("You moved to another hospital. The staff there can tell you what comes next."),
    WayOut.VIRTUAL_WARD: line("You are at home. The hospital still looks after you there."),
}
_NOT_YET = line(
    "We do not know this yet. First we look at how you could go home. We will tell you when it is decided.",
    "We do not know yet. We hope you can go home. We will tell you.",
)


def where(known: Known) -> Part:
    """Where they are going."""
    return Part(key="where", heading=line("Where you are going"), lines=some(*_where(known)))


def when(known: Known) -> Part:
    """When they leave, or left."""
    return Part(key="when", heading=line("When you leave"), lines=some(*_when(known)))


def _where(known: Known) -> tuple[Line | None, ...]:
    if known.away and known.away.how in _AWAY:
        return (_AWAY[known.away.how],)
    if known.helping:
        at_home = line("You have help at home now.")
        return (line(f"You are at {known.helping.name} now.") if known.helping.is_bed else at_home,)
    slot = known.case.leaving
    if slot:
        met_by = line(f"Meeting you there: {slot.received_by}.".replace("..", "."))
        return (line(f"You are going to: {slot.going_to}.".replace("..", ".")), met_by)
    return _planned(known)


def _planned(known: Known) -> tuple[Line | None, ...]:
    coming = known.coming
    match known.given:
        case None:
            return (_NOT_YET,)
        case Pathway.P2 if coming:
            return (line(f"A bed is booked for you at {coming.name}."), _SHORT_TIME)
        case Pathway.P2:
            return (_BED, _SHORT_TIME, _NO_BED)
        case Pathway.P3 if coming:
            return (line(f"A place is booked for you at {coming.name}."),)
        case Pathway.P3:
            return (_CARE_HOME, _NO_BED)
        case _:
            said = known.case.form.person
            return (_HOME.get(said.going_to, _ASK) if said else line("The plan is that you go home."),)


_SHORT_TIME = line("You stay there for a short time. The staff help you to get better.")
_BED = line(
    "The plan is a bed in another place, not in this hospital.", "You will need a bed for now. It is not in here."
)
_CARE_HOME = line("The plan is that you move to a care home.")
_NO_BED = line("No place is booked yet. We will tell you when one is.")
_ASK = line("Ask the staff where you are going. It is not written here yet.")


def _when(known: Known) -> tuple[Line | None, ...]:
    slot, coming = known.case.leaving, known.coming
    if known.away:
        return (line(f"You left hospital on {day(known.away.left_at)}."),)
    if slot is None:
        bed = known.coming_when if coming and coming.is_bed else None
        bed_line = line(f"The bed is booked for you {window(*bed)}.") if bed else None
        return (line("No day to leave is agreed yet. We will tell you when it is."), bed_line)
    if slot.leave_at < known.now:
        return (line(f"The plan was {moment(slot.leave_at)}. That time has passed."), line("Ask us for the new time."))
    from_lounge = line("You leave from the waiting lounge. Staff take you there.")
    return (
        line(f"The plan is {moment(slot.leave_at)}."),
        from_lounge if slot.leave_from is LeaveFrom.LOUNGE else None,
        line("This time can change. Ask us if you are not sure.", "The time can change. You can ask us."),
    )
