"""The ward describes needs; the hub takes the referral, or sends it back for named fields."""

from dataclasses import dataclass

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.needs import Need, ReferralField
from app.domain.case.state import AwaitingTriage, Case, NotReferred, WithWard
from app.domain.rejections import Rejection
from app.domain.system.unknown import HubNotKnown
from app.domain.values import HubId, PersonId, SpellId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralSubmitted:
    """The ward asked the hub to coordinate the way out of hospital."""

    person_id: PersonId
    spell_id: SpellId
    hub_id: HubId
    needs: frozenset[Need]
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralReturned:
    """The hub sent the referral back to the ward for more information."""

    fields: frozenset[ReferralField]
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralResubmitted:
    """The ward answered the hub's questions and sent the referral again."""

    needs: frozenset[Need]
    words: Words


ReferralEvent = ReferralSubmitted | ReferralReturned | ReferralResubmitted


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitReferral(CaseCommand):
    """Refer the person in this spell to a hub; also how a returned referral is sent again."""

    spell_id: SpellId
    hub_id: HubId
    needs: frozenset[Need]
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReferral(CaseCommand):
    """Send the referral back to the ward, naming the fields that need more."""

    fields: frozenset[ReferralField]
    words: Words


def submit_referral(command: SubmitReferral, case: Case, facts: CaseFacts) -> list[ReferralEvent]:
    """A new referral, an answer to a return, or a repeat that changes nothing. DOMAIN rule 5: one live case."""
    if _same(command, case):
        return []  # a late retry of the first send must not pass for an answer to the return
    match case.stage:
        case NotReferred():
            return [_first(command, facts)]
        case WithWard():
            _require_same_stay_and_hub(command, case)
            return [ReferralResubmitted(needs=command.needs, words=command.words)]
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


class ReferralAlreadySubmitted(Rejection):
    """This referral was already sent with other words. Wait for the answer, or ask the hub to return it to you."""


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


def _first(command: SubmitReferral, facts: CaseFacts) -> ReferralSubmitted:
    if not facts.hub_known:
        raise HubNotKnown
    if facts.spell_person is None:
        raise SpellNotOpen
    if facts.live_case is not None:
        raise AlreadyHasLiveCase(case_id=str(facts.live_case))
    return ReferralSubmitted(
        person_id=facts.spell_person,
        spell_id=command.spell_id,
        hub_id=command.hub_id,
        needs=command.needs,
        words=command.words,
    )


def _require_same_stay_and_hub(command: SubmitReferral, case: Case) -> None:
    sent = case.referral
    if sent is not None and (sent.spell_id, sent.hub_id) != (command.spell_id, command.hub_id):
        raise ReturnedForAnotherStay


def _same(command: SubmitReferral, case: Case) -> bool:
    sent = case.referral
    return sent is not None and (sent.spell_id, sent.hub_id, sent.needs, sent.words) == (
        command.spell_id,
        command.hub_id,
        command.needs,
        command.words,
    )
