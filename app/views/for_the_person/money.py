"""What is free, and until when. Intermediate care and reablement are free for up to six weeks; of all else we say ask.

Source: Care and Support (Charging and Assessment of Resources) Regulations 2014, regulation 3.
"""

from app.domain.case.stay.due import over_time, six_weeks_on
from app.domain.case.stay.events import ChargingTold
from app.domain.case.stay.state import Stay
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.local_time import local_date
from app.views.for_the_person.known import Known
from app.views.for_the_person.words import Line, Part, day, line, some

FREE_LINES = frozenset(
    {
        *(ServiceLine.REAB, ServiceLine.REHAB_HOME, ServiceLine.ESD, ServiceLine.CARE_HOME_REHAB),
        *(ServiceLine.IC_UNIT, ServiceLine.IC_CARE_HOME),
    }
)
"""Short help to get better, as these lines are by their name. Local default: what another line costs is asked."""

_SIX_WEEKS = line("This help is free for up to six weeks.")
_SOONER = line("It can end sooner, when you do not need it any more.", "It can end sooner.")
_ASK = line("We do not know yet what you have to pay. Ask us.", "We do not know what you pay. Ask us.")


def money(known: Known) -> Part | None:
    """What is free; None where no care is planned, so that there is nothing to say."""
    lines = _lines(known)
    return Part(key="free", heading=line("What is free"), lines=some(*lines)) if lines else None


def _lines(known: Known) -> tuple[Line | None, ...]:
    if known.stay:
        return _in_stay(known, known.stay)
    if known.coming:
        return _free_from_then() if known.coming.line in FREE_LINES else (_ASK,)
    match known.given:
        case Pathway.P0:
            before = known.case.form.before
            had_care = bool(before and before.provider)
            return (line("Ask those who gave you care before what you pay for it."),) if had_care else ()
        case Pathway.P3:
            return (_ASK,)
        case None:
            return (line("We do not know yet what help you will have. We will tell you what is free."),)
        case _:
            return (
                line("Short help to get better is free for up to six weeks."),
                line("We do not know yet which help you will have. Ask us what is free for you."),
            )


def _free_from_then() -> tuple[Line | None, ...]:
    return (_SIX_WEEKS, line("The six weeks start on the day they first help you."), _SOONER)


def _in_stay(known: Known, stay: Stay) -> tuple[Line | None, ...]:
    told = stay.latest(ChargingTold)
    if told:
        from_then = line(f"You may have to pay from {day(told.step.charged_from)} {told.step.charged_from.year}.")
        return (from_then, line(f"You were told this on {day(told.at)}."))
    if stay.line not in FREE_LINES:
        return (_ASK,)
    end = six_weeks_on(known.case.stays)
    if over_time(known.case.stays, local_date(known.now)) or local_date(known.now) >= end:
        return (line(f"The six free weeks ended on {day(end)} {end.year}."), line("Ask what you pay now."))
    ask = line("Before then, ask what you pay after that.", "Ask what you pay after that.")
    return (_SIX_WEEKS, line(f"The six weeks end on {day(end)} {end.year}."), _SOONER, ask)
