"""News of a stay: the person found or registered, the stay found or opened, and what the message says of both."""

from typing import Any

from app.domain.codes.patient_classes import IN_A_BED, NOT_IN_A_BED
from app.domain.values import PersonId, stream
from app.intake.adt.alert_proposals import proposed_alerts
from app.intake.adt.decision import OpensStay
from app.intake.adt.dying import let_case_follow, tell_death, tell_how_it_ended
from app.intake.adt.keeping import keep_person
from app.intake.adt.outcome import Outcome, Waits
from app.intake.adt.person import has_joining_number, is_known_otherwise
from app.intake.adt.placed import Task
from app.intake.adt.stay_commands import commands
from app.intake.adt.stays import Stay, new_stay, number_stay, numbered_stay
from app.intake.adt.triggers import MAY_OPEN, OPENING
from app.intake.adt.where import where
from app.people.registry import Match


async def place_stay(task: Task) -> Outcome:
    """Apply it. Raises Waits before anything is written of this person."""
    if await _is_not_a_stay(task):
        # Looked at again should the visit turn out to be a stay.
        waits_for = task.waits_for if task.trigger not in OPENING else None
        return Outcome(state="recorded", code="not-a-stay", words=_NOT_A_STAY, waits_for=waits_for)
    match = await task.match()
    stay = await task.stay(match.person, task.subject.visit)
    here = stay is not None and stay.admitted
    opens = not here and (task.trigger in MAY_OPEN or isinstance(task.decision, OpensStay))
    if not here and not opens:
        raise Waits("unknown-visit", _UNKNOWN_VISIT, task.waits_for)
    if opens and task.trigger == "A04" and not _names_ward(task):
        return Outcome(state="recorded", code="no-bed-yet", words=_NO_BED_YET, waits_for=task.waits_for)
    if stay is None:
        _check_can_open(task)
    else:
        await check_whose(task, stay, match)
    return await apply_to_stay(task, stay, match.person, opens=opens)


async def apply_to_stay(task: Task, stay: Stay | None, person: PersonId | None, *, opens: bool) -> Outcome:
    """What the message says of the person and of this stay, or of the one that it opens (None)."""
    # Before anybody is registered for a stay that has no ward.
    places = await where(task.turn, task.sender, task.trigger, task.subject, opens=opens)
    if not places.ours:
        return Outcome(state="recorded", code="ward-not-ours", words=_NOT_OURS, spell=stay.spell if stay else None)
    if stay:
        await task.turn.read_ahead([stream("person", person or stay.person), stream("spell", stay.spell)])
    whose = await keep_person(task, person or (stay.person if stay else None))
    visit = task.subject.visit
    stay = stay or await new_stay(task.turn, task.sender, visit, whose)
    if not stay.numbered:
        await number_stay(task.turn, task.sender, visit.number if visit else None, stay)
    common: dict[str, Any] = task.said | {"spell_id": stay.spell}
    settings = task.sender.settings
    trusted = settings.trusted
    # A place is put right only of somebody who lives after all; a move or a leaving is told of the dead too.
    first = task.trigger in _PUTS_RIGHT and not opens
    is_news = first and await tell_death(task, whose, stay)
    for command in commands(task.message, task.subject, places, stay.person, common, trusted=trusted, opens=opens):
        await task.decide(command)
    for proposal in proposed_alerts(visit, settings, common | {"at": task.at}, opens=opens):
        await task.decide(proposal)
    is_news = await tell_how_it_ended(task, whose, stay) or is_news
    is_news = (not first and await tell_death(task, whose, stay)) or is_news
    await let_case_follow(task, whose, stay, is_news=is_news)
    return Outcome(state="applied", spell=stay.spell, person=whose)


async def _is_not_a_stay(task: Task) -> bool:
    """Out-patients and day cases are not on a ward list; an A04 is a stay only where it says so.

    A stay known by its visit number is one whatever a later message calls it: somebody leaves it all the same.
    """
    visit = task.subject.visit
    known, number = (visit.patient_class, visit.number) if visit else (None, None)
    if task.trigger == "A04" and known not in IN_A_BED:
        return True
    if known not in NOT_IN_A_BED or isinstance(task.decision, OpensStay):
        return False
    return task.trigger in OPENING or await numbered_stay(task.turn, task.sender, number) is None


def _names_ward(task: Task) -> bool:
    visit = task.subject.visit
    return bool(visit and visit.place and visit.place.ward)


def _check_can_open(task: Task) -> None:
    visit = task.subject.visit
    if not (visit and visit.number) and not has_joining_number(task.details):
        raise Waits("no-usable-number", "Neither the person nor the stay has a number to find them again by.")


async def check_whose(task: Task, stay: Stay, match: Match) -> None:
    """A visit number typed wrong must not turn one person into another."""
    if match.person == stay.person:
        return
    if match.person or await is_known_otherwise(task.turn, stay.person, task.details):
        raise Waits("visit-of-another-person", "This visit number belongs to another person here.")


_PUTS_RIGHT = frozenset({"A06", "A07", "A08", "A28", "A31"})

_UNKNOWN_VISIT = "No stay with this visit number is known here; its admission has not come yet."
_NO_BED_YET = "Somebody was registered who is on no ward yet, so nothing changed; the ward comes with later news."
_NOT_A_STAY = "An out-patient visit or day case is on no ward list."
_NOT_OURS = "The ward it names is none of ours, as this feed's settings say; nothing changed."
