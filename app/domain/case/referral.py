"""The ward describes needs on a form that may have gaps; the hub sends it back for named fields, and both add to it."""

from dataclasses import dataclass, replace

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.form import Readiness, ReferralField, ReferralForm
from app.domain.case.state import Alerted, AwaitingTriage, Case, Ended, NotReferred, WithWard
from app.domain.rejections import Rejection
from app.domain.routing import HomeRoute
from app.domain.system.unknown import HubNotKnown
from app.domain.values import HubId, PersonId, SpellId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralSubmitted:
    """The ward asked the hub to coordinate the way out of hospital. `route` is where the home belonged by then."""

    person_id: PersonId
    spell_id: SpellId
    hub_id: HubId
    form: ReferralForm
    route: HomeRoute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralReturned:
    """The hub sent the referral back to the ward for more information."""

    fields: frozenset[ReferralField]
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralResubmitted:
    """The ward answered the hub's questions and sent the referral again; `form` holds only what is new."""

    form: ReferralForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralAmended:
    """Somebody on the case knew more, or better; `form` holds only what is new."""

    form: ReferralForm


ReferralEvent = ReferralSubmitted | ReferralReturned | ReferralResubmitted | ReferralAmended


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitReferral(CaseCommand):
    """Refer the person in this spell to a hub; also how a returned referral is sent again, with what was asked."""

    spell_id: SpellId
    hub_id: HubId
    form: ReferralForm
    route: HomeRoute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReferral(CaseCommand):
    """Send the referral back to the ward, naming the fields that need more."""

    fields: frozenset[ReferralField]
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendReferral(CaseCommand):
    """Answer fields of the form that were gaps, or that are otherwise now."""

    form: ReferralForm


def submit_referral(command: SubmitReferral, case: Case, facts: CaseFacts) -> list[ReferralEvent]:
    """A new referral, an answer to a return, or a repeat that changes nothing. DOMAIN rule 5: one live case."""
    if _sent_before(command, case):
        return []  # a late retry of the first send must not pass for an answer to the return
    match case.stage:
        case NotReferred() | Alerted():
            return [_first(command, case, facts)]
        case WithWard():
            _require_same_stay_and_hub(command, case)
            return [ReferralResubmitted(form=_with_readiness(command.form, facts).news_to(case.form))]
        case _:
            raise ReferralAlreadySubmitted


def return_referral(command: ReturnReferral, case: Case) -> list[ReferralEvent]:
    """Only a referral that waits for triage can be sent back; asked twice is asked once."""
    if not command.fields:
        raise NothingAskedFor
    match case.stage:
        case AwaitingTriage():
            return [ReferralReturned(fields=command.fields, words=command.words)]
        case WithWard(fields, words) if (fields, words) == (command.fields, command.words):
            return []
        case _:
            raise NothingToReturn


def amend_referral(command: AmendReferral, case: Case) -> list[ReferralEvent]:
    """What is known already is not said again; the answer to a return is sent, so that the hub is told of it."""
    said = command.form.news_to(case.form)
    if not said.answered:
        return []
    match case.stage:
        case Alerted():
            raise NotReferredYet
        case WithWard(fields=asked) if said.answered & asked:
            raise AnswerTheReturn(fields=",".join(sorted(said.answered & asked)))
        case Ended():
            raise AmendedAfterClosing
        case _:
            return [ReferralAmended(form=said)]


class ReferralAlreadySubmitted(Rejection):
    """This referral was already sent with other words. Add to it on the case, or ask the hub to return it to you."""


class ReturnedForAnotherStay(Rejection):
    """A returned referral goes back to the same hub for the same stay. Keep both, or ask the hub to close it."""


class AlreadyHasLiveCase(Rejection):
    """This person already has a live case in this system. Open that case and follow it instead of referring again."""


class SpellNotOpen(Rejection):
    """This person is not an inpatient here now, so they cannot be referred from this ward. Check the ward list."""


class NothingAskedFor(Rejection):
    """Say which fields of the referral need more. A return without a named field leaves the ward guessing."""


class NothingToReturn(Rejection):
    """This referral is no longer waiting for triage, so it cannot be sent back. Ask the ward on the case instead."""


class NotReferredYet(Rejection):
    """The hub has only been told early; there is no referral to add to. Refer the person, with what you know."""


class AnswerTheReturn(Rejection):
    """The hub waits for these fields. Send the referral again with your answers, so that the hub is told of them."""


class AmendedAfterClosing(Rejection):
    """This case is closed, so nothing is added to its referral. Reopen it first if the work on it goes on."""


def _first(command: SubmitReferral, case: Case, facts: CaseFacts) -> ReferralSubmitted:
    if not facts.hub_known:
        raise HubNotKnown
    if facts.spell_person is None:
        raise SpellNotOpen
    if isinstance(case.stage, Alerted):
        _require_same_stay_and_hub(command, case)
    elif facts.live_case is not None:
        raise AlreadyHasLiveCase(case_id=str(facts.live_case))
    return ReferralSubmitted(
        person_id=facts.spell_person,
        spell_id=command.spell_id,
        hub_id=command.hub_id,
        form=_with_readiness(command.form, facts),
        route=command.route,
    )


def _sent_before(command: SubmitReferral, case: Case) -> bool:
    """Word for word as it was sent first, or with nothing that is not known by now."""
    if case.submitted is None or (command.spell_id, command.hub_id) != (case.spell_id, case.hub_id):
        return False
    known = {_as_typed(case.submitted), _as_typed(case.form)}
    return _as_typed(command.form) in known or not _as_typed(command.form).news_to(_as_typed(case.form)).answered


def _as_typed(form: ReferralForm) -> ReferralForm:
    """Without what the stay says of itself, which changes whoever sends."""
    words = form.readiness.words if form.readiness else None
    return replace(form, readiness=Readiness(words=words) if words else None)


def _with_readiness(form: ReferralForm, facts: CaseFacts) -> ReferralForm:
    """The ward adds words; the rest is as the stay says (only a ward clinician's review sets it)."""
    if facts.readiness is None:
        return form
    words = form.readiness.words if form.readiness else None
    return form.after(ReferralForm(readiness=replace(facts.readiness, words=words)))


def _require_same_stay_and_hub(command: SubmitReferral, case: Case) -> None:
    if (case.spell_id, case.hub_id) != (command.spell_id, command.hub_id):
        raise ReturnedForAnotherStay
