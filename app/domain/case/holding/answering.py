"""A holder answers: it keeps what it holds until then, or gives it up, and then it is free in the same turn.

The hub answers for anybody, a holder for itself, and the ward for the desks that work for it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.holding.holders import holders_of, may_answer
from app.domain.case.requests.answering import LONGEST_HOLD, HeldInPrinciple, HoldOutOfReach
from app.domain.case.requests.ending import OfferEnded, ended
from app.domain.case.requests.sending import NextAsked, next_asked
from app.domain.case.requests.state import EndedBecause, Offer, OfferState
from app.domain.case.state import Case
from app.domain.case.tasks.doing import TaskReopened
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import OrganisationId, Words


class KeepOrRelease(StrEnum):
    """What a holder says."""

    KEEP = "keep"
    RELEASE = "release"


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderAnswered:
    """A holder keeps what it holds, until then, or gave it up."""

    holder_id: UUID
    answer: KeepOrRelease
    until: datetime | None
    words: Words | None
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerHolder(CaseCommand):
    """Say whether it is kept, and until when; `answer_id` is made by who says it, so that saying it late is nothing."""

    holder_id: UUID
    answer: KeepOrRelease
    answer_id: UUID
    until: datetime | None = None
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerForPlace(AnswerHolder):
    """A service says it of the place that it keeps; `holder_id` is the offer's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerForWork(AnswerHolder):
    """A desk says it of what it arranged; `holder_id` is the task's."""


AnswerEvent: TypeAlias = HolderAnswered | HeldInPrinciple | OfferEnded | NextAsked | TaskReopened

_HOLD_ENDS = frozenset({OfferState.IN_PRINCIPLE, OfferState.ASSESSED})


def answer_holder(command: AnswerHolder, case: Case, facts: CaseFacts) -> list[AnswerEvent]:
    """Only what was asked is answered; who said *keep* may still release, or keep it longer."""
    holding, key = case.holding, command.holder_id
    if command.answer_id in holding.answered:
        return []
    _require_own(command, case, facts)
    if not may_answer(case) or not (key in holding.asked or key in holding.kept_until):
        raise NobodyAsks
    if all(each.holder_id != key for each in holders_of(case)):
        raise NobodyAsks
    return _kept(command, case) if command.answer is KeepOrRelease.KEEP else _released(command, case, facts)


def _kept(command: AnswerHolder, case: Case) -> list[AnswerEvent]:
    if command.until is None:
        raise KeptUntilWhen(fields="until")
    if command.until <= command.at:
        raise KeptUntilThePast(fields="until")
    offer = case.requests.offers.get(command.holder_id)
    return [_answered(command), *(_held_longer(command, command.until, offer) if offer else ())]


def _held_longer(command: AnswerHolder, until: datetime, offer: Offer) -> list[HeldInPrinciple]:
    """A hold that runs out before then is lengthened; a booking stands until it is ended."""
    if offer.state not in _HOLD_ENDS or offer.hold_until is None or offer.hold_until >= until:
        return []
    if until > command.at + LONGEST_HOLD:
        raise HoldOutOfReach(fields="until")
    return [
        HeldInPrinciple(
            offer_id=command.holder_id,
            service_id=offer.service_id,
            units=offer.units,
            until=until,
            over_count=False,
            answer_id=command.answer_id,
        )
    ]


def _released(command: AnswerHolder, case: Case, facts: CaseFacts) -> list[AnswerEvent]:
    key = command.holder_id
    if key in case.tasks.items:
        return [_answered(command), TaskReopened(task_id=key, step_id=command.answer_id)]
    end = ended(case.requests, key, EndedBecause.RELEASED, words=command.words)
    return [_answered(command), end, *next_asked(case.requests, key, facts)]


def _answered(command: AnswerHolder) -> HolderAnswered:
    return HolderAnswered(
        holder_id=command.holder_id,
        answer=command.answer,
        until=command.until if command.answer is KeepOrRelease.KEEP else None,
        words=command.words,
        answer_id=command.answer_id,
    )


def _require_own(command: AnswerHolder, case: Case, facts: CaseFacts) -> None:
    doer, on_ward = facts.doer, False
    if isinstance(command, AnswerForPlace):
        offer = case.requests.offers.get(command.holder_id)
        if offer is None:
            raise NotKnown(what="offer")
        owner: OrganisationId | None = offer.organisation_id
    else:
        task = case.tasks.items.get(command.holder_id)
        if task is None:
            raise NotKnown(what="task")
        owner, on_ward = task.owner_id, doer is not None and doer.on_ward
    of_hub = doer is not None and doer.hub_id is not None and doer.hub_id == case.hub_id
    if doer is None or not (of_hub or on_ward or doer.organisation_id == owner):
        raise AnotherHolder


class NobodyAsks(Rejection):
    """Nothing is asked here: the person has left, or it was given up already. To end a booking, ring the hub."""


class AnotherHolder(Rejection):
    """Another organisation holds this. Ask its people to answer, or the hub, which may say what it is told."""


class KeptUntilWhen(Rejection):
    """Say until when you keep it, so that nobody waits for it afterwards."""


class KeptUntilThePast(Rejection):
    """You keep it from now on, so this end has passed already. Choose a later one."""
