"""The routing of a home as a page reads it: one of four answers, in codes, names and words."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from app.domain.routing import (
    Answer,
    Circumstance,
    Doubt,
    GoTo,
    Named,
    OutOfArea,
    Question,
    Routed,
    Unknown,
    Where,
    home_route,
)


class NamedPart(BaseModel):
    """A council, ICB or practice by code and name."""

    code: str
    name: str


class QuestionPart(BaseModel):
    """What somebody should ask, with its stable code."""

    code: Doubt
    words: str


class HomeAnswer(BaseModel):
    """Where somebody of this home belongs on the date.

    `answer` is *routed* (to `hub_id`), *out_of_area* (tell `contact`), *go_to* (an ordinary home without an address of
    its own: `words` say where) or *unknown* (`questions` say what to ask). Words that are a local default say so.
    """

    answer: Literal["routed", "out_of_area", "go_to", "unknown"]
    on: date
    council: NamedPart | None
    icb: NamedPart | None
    practice: NamedPart | None
    locality: str | None
    hub_id: UUID | None
    out_of_area: bool
    circumstance: Circumstance | None
    contact: str | None
    words: str | None
    local_default: bool
    questions: list[QuestionPart]


def answered(answer: Answer, on: date) -> HomeAnswer:
    """The answer for a page."""
    found = answer.where if isinstance(answer, GoTo) else answer
    where = found.where if isinstance(found, Routed | OutOfArea) else Where()
    questions = found.questions if isinstance(found, Unknown) else where.questions
    route = home_route(answer)
    return HomeAnswer(
        answer=_kind(answer),
        on=on,
        council=_named(where.council),
        icb=_named(where.icb),
        practice=_named(where.practice),
        locality=route.locality,
        hub_id=route.hub_id,
        out_of_area=route.out_of_area,
        circumstance=route.circumstance,
        contact=found.contact if isinstance(found, OutOfArea) else None,
        words=answer.words if isinstance(answer, GoTo) else None,
        local_default=isinstance(answer, GoTo) or (isinstance(found, OutOfArea) and found.by_default),
        questions=[_question(each) for each in questions],
    )


def _kind(answer: Answer) -> Literal["routed", "out_of_area", "go_to", "unknown"]:
    match answer:
        case Routed():
            return "routed"
        case OutOfArea():
            return "out_of_area"
        case GoTo():
            return "go_to"
        case Unknown():
            return "unknown"


def _named(named: Named | None) -> NamedPart | None:
    return NamedPart(code=named.code, name=named.name) if named else None


def _question(question: Question) -> QuestionPart:
    return QuestionPart(code=question.doubt, words=question.words)
