"""The lists of codes that forms offer, with their words."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from app.api.form_codes import FormCodes, form_codes
from app.api.problems import problems
from app.api.state import Me
from app.domain.case.form import Need, ReferralField
from app.domain.case.leaving import LeaveFrom
from app.domain.case.outcome import Outcome
from app.domain.codes import (
    alternatives,
    criteria,
    flags,
    pathways,
    restarts,
    service_lines,
    ways_out,
    why_not_home,
)
from app.domain.values import Role

router = APIRouter(tags=["codes"])


class Code(BaseModel):
    """One entry of a list; `short` is for a card or a row, where the whole words are too long."""

    code: str
    words: str
    short: str | None = None
    category: str | None = None


class Codes(BaseModel):
    """Every list that a form needs."""

    needs: list[Code]
    referral_fields: list[Code]
    criteria: list[Code]
    why_not_home: list[Code]
    outcomes: list[Code]
    pathways: list[Code]
    restarts: list[Code]
    alternatives: list[Code]
    flags: list[Code]
    form: FormCodes
    leave_from: list[Code]
    ways_out: list[Code]
    service_lines: list[Code]
    roles: list[Code]


@router.get("/codes", responses=problems())
async def read_codes(_me: Me) -> Codes:
    """The lists of codes, national and local."""
    return _codes()


@cache
def _codes() -> Codes:
    return Codes(
        needs=_plain(Need),
        referral_fields=_plain(ReferralField),
        criteria=[
            Code(code=each, words=words, short=criteria.SHORT[each], category=criteria.CATEGORY[each])
            for each, words in criteria.WORDS.items()
        ],
        why_not_home=_worded(why_not_home.WORDS),
        outcomes=_plain(Outcome),
        pathways=_worded(pathways.WORDS),
        restarts=_worded(restarts.WORDS),
        alternatives=_worded(alternatives.WORDS),
        flags=[Code(code=each, words=said, category=flags.ABOUT[each]) for each, said in flags.WORDS.items()],
        form=form_codes(),
        leave_from=_plain(LeaveFrom),
        ways_out=_worded(ways_out.WORDS),
        service_lines=_worded(service_lines.WORDS),
        roles=_plain(Role),
    )


def _worded(words: Mapping[Any, str]) -> list[Code]:
    return [Code(code=code, words=said) for code, said in words.items()]


def _plain(codes: Iterable[StrEnum]) -> list[Code]:
    return [Code(code=code, words=code.replace("_", " ").capitalize()) for code in codes]
