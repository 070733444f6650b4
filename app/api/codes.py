"""The lists of codes that forms offer, with their words."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from app.api.local_codes import Code, DeclineCode, LineCode, WhyNotHomeCode, local_codes
from app.api.problems import problems
from app.api.referral_codes import FUNCTION_ROWS, WORDS
from app.api.state import HomewardState, Me
from app.domain import ladder
from app.domain.case import form, outcome
from app.domain.case.arriving import state as arriving
from app.domain.case.audience import WORDS as AUDIENCES
from app.domain.case.holding import causes, holders
from app.domain.case.leaving import LeaveFrom
from app.domain.case.requests.answering import Assessed
from app.domain.case.requests.person import SaidBy
from app.domain.case.requests.state import PersonSaid, Round
from app.domain.case.stay.events import Remains
from app.domain.case.tasks import lists
from app.domain.case.tasks import words as task_words
from app.domain.case.withdrawing import Withdrawal
from app.domain.codes import (
    alert_reasons,
    alternatives,
    criteria,
    delay_reasons,
    discharge_reasons,
    extension_reasons,
    flags,
    functional_scores,
    hub_needs,
    medicine_changes,
    pathways,
    restarts,
    return_reasons,
    sexes,
    skills,
    slot_reasons,
    stay_outcomes,
    ways_out,
    weekdays,
    windows,
)
from app.domain.practice.escalation import WORDS as LADDERS
from app.domain.routing.words import GO_TO
from app.domain.service import closing
from app.domain.values import Role
from app.domain.weekend import missing

router = APIRouter(tags=["codes"])


class Codes(BaseModel):
    """Every list that a form needs."""

    referral_fields: list[Code]
    going_to: list[Code]
    where_next: list[Code]
    agrees: list[Code]
    accessible: list[Code]
    capacity: list[Code]
    representatives: list[Code]
    lives: list[Code]
    help: list[Code]
    function: list[Code]
    levels: list[Code]
    needs: list[Code]
    nursing: list[Code]
    mind: list[Code]
    risks: list[Code]
    access: list[Code]
    willing: list[Code]
    withdrawal: list[Code]
    criteria: list[Code]
    why_not_home: list[WhyNotHomeCode]
    outcomes: list[Code]
    pathways: list[Code]
    restarts: list[Code]
    alternatives: list[Code]
    flags: list[Code]
    leave_from: list[Code]
    ways_out: list[Code]
    discharge_reasons: list[Code]
    hub_needs: list[Code]
    alert_reasons: list[Code]
    return_reasons: list[Code]
    slot_reasons: list[Code]
    medicine_changes: list[Code]
    service_lines: list[LineCode]
    closed_for: list[Code]
    sexes: list[Code]
    skills: list[Code]
    declines: list[DeclineCode]
    rounds: list[Code]
    assessed: list[Code]
    person_said: list[Code]
    said_by: list[Code]
    weekdays: list[Code]
    windows: list[Code]
    task_lists: list[Code]
    task_steps: list[Code]
    task_kinds: list[Code]
    task_owners: list[Code]
    task_roles: list[Code]
    not_needed: list[Code]
    holders: list[Code]
    unsettled: list[Code]
    told_by: list[Code]
    no_contact: list[Code]
    remains: list[Code]
    extension_reasons: list[Code]
    stay_outcomes: list[Code]
    stay_destinations: list[Code]
    functional_scores: list[Code]
    found: list[Code]
    escalation_levels: list[Code]
    ladders: list[Code]
    roles: list[Code]
    audiences: list[Code]
    quick_phrases: list[Code]
    delay_reasons: list[Code]
    weekend_lacks: list[Code]


@router.get("/codes", responses=problems())
async def read_codes(me: Me, homeward: HomewardState) -> Codes:
    """The lists of codes, national and local."""
    async with homeward.database.reads.acquire() as connection:
        return _codes().model_copy(update=await local_codes(connection, me.system))


@cache
def _codes() -> Codes:
    return Codes(
        referral_fields=_of_the_form(form.ReferralField),
        going_to=_of_the_form(form.GoingTo),
        where_next=_worded(GO_TO),
        agrees=_of_the_form(form.Agrees),
        accessible=_of_the_form(form.Accessible),
        capacity=_of_the_form(form.CapacityState),
        representatives=_of_the_form(form.Representative),
        lives=_of_the_form(form.Lives),
        help=_of_the_form(form.Help),
        function=_worded(FUNCTION_ROWS),
        levels=_of_the_form(form.Level),
        needs=_of_the_form(form.Need),
        nursing=_of_the_form(form.NursingTask),
        mind=_of_the_form(form.MindItem),
        risks=_of_the_form(form.Risk),
        access=_of_the_form(form.Access),
        willing=_of_the_form(form.Willing),
        withdrawal=_of_the_form(Withdrawal),
        criteria=[
            Code(code=each, words=words, short=criteria.SHORT[each], category=criteria.CATEGORY[each])
            for each, words in criteria.WORDS.items()
        ],
        why_not_home=[],
        outcomes=_worded(outcome.WORDS),
        pathways=_worded(pathways.WORDS),
        restarts=_worded(restarts.WORDS),
        alternatives=_worded(alternatives.WORDS),
        flags=[Code(code=each, words=said, category=flags.ABOUT[each]) for each, said in flags.WORDS.items()],
        leave_from=_plain(LeaveFrom),
        ways_out=_worded(ways_out.WORDS),
        discharge_reasons=_worded(discharge_reasons.WORDS),
        hub_needs=_worded(hub_needs.WORDS),
        alert_reasons=_worded(alert_reasons.WORDS),
        return_reasons=_worded(return_reasons.WORDS),
        slot_reasons=_worded(slot_reasons.WORDS),
        medicine_changes=_worded(medicine_changes.WORDS),
        service_lines=[],
        closed_for=_worded(closing.WORDS),
        sexes=_worded(sexes.WORDS),
        skills=_worded(skills.WORDS),
        declines=[],
        rounds=_plain(Round),
        assessed=_plain(Assessed),
        person_said=_plain(PersonSaid),
        said_by=_plain(SaidBy),
        weekdays=_worded(weekdays.WORDS),
        windows=_worded(windows.WORDS),
        task_lists=_worded(lists.WORDS),
        task_steps=_worded(task_words.STEPS),
        task_kinds=_worded(task_words.KINDS),
        task_owners=_worded(task_words.OWNERS),
        task_roles=[
            Code(code=role, words=said, category=lists.LIST_OF[role]) for role, said in task_words.ROLES.items()
        ],
        not_needed=_worded(task_words.NOT_NEEDED),
        holders=_worded(holders.KIND_WORDS),
        unsettled=_worded(causes.WORDS),
        told_by=_worded(arriving.TOLD_BY),
        no_contact=_worded(arriving.NO_CONTACT),
        remains=_plain(Remains),
        extension_reasons=_worded(extension_reasons.WORDS),
        stay_outcomes=_worded(stay_outcomes.OUTCOMES),
        stay_destinations=_worded(stay_outcomes.DESTINATIONS),
        functional_scores=_worded(functional_scores.WORDS),
        found=_worded(stay_outcomes.FOUND),
        escalation_levels=_worded(ladder.WORDS),
        ladders=_worded(LADDERS),
        roles=_plain(Role),
        audiences=_worded(AUDIENCES),
        quick_phrases=[],
        delay_reasons=[
            Code(code=each, words=listed.label, category=delay_reasons.FAMILY_WORDS[delay_reasons.family(each)])
            for each, listed in delay_reasons.LISTED.items()
        ],
        weekend_lacks=_worded(missing.WORDS),
    )


def _worded(words: Mapping[Any, str]) -> list[Code]:
    return [Code(code=code, words=said) for code, said in words.items()]


def _of_the_form(codes: Iterable[StrEnum]) -> list[Code]:
    return [each.model_copy(update={"words": WORDS.get(each.code, each.words)}) for each in _plain(codes)]


def _plain(codes: Iterable[StrEnum]) -> list[Code]:
    return [Code(code=code, words=code.replace("_", " ").capitalize()) for code in codes]
