"""Whatever goes wrong becomes an RFC 9457 problem: words for people, a stable code for programs."""

from dataclasses import asdict
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import Scope

from app.access.policy import NotAllowed
from app.api.faults import Faults
from app.api.shape_words import UNREADABLE, shape_error
from app.domain.case.assessing import AnswersFaulty
from app.domain.escalation.answering import StandsWithTheSystem
from app.domain.practice import PracticeFaulty
from app.domain.rejections import NotKnown, Rejection
from app.domain.system import SystemIsArchived
from app.events.overwriting import MatchFailed, MatchRequired
from app.events.sealing import NoKey
from app.events.unavailable import RETRY_SECONDS, Busy, Full, NewerVersion, Unavailable, is_unavailable, not_now
from app.measuring import NOT_ANSWERED
from app.routing.entries import MOST_TOLD, ReferenceFaulty

log = structlog.get_logger()

PROBLEM_JSON = "application/problem+json"


class NotSignedIn(Exception):
    """You are not signed in, or your session has ended. Sign in and try again; nothing was changed."""


TITLES = {
    400: "Bad request",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "Method not allowed",
    409: "Refused by a rule",
    412: "Changed since you opened it",
    413: "Too large",
    422: "Not the right shape",
    428: "Say which version you change",
    500: "Something broke",
    503: "Not now",
}


_OF_ADDRESSES = {
    404: "There is nothing at this address. Check it, or begin at the first page.",
    405: "This address does not take that method; see Allow.",
}


_NOT_NOW: dict[type[Unavailable], str] = {
    Unavailable: "unavailable",
    Busy: "busy",
    Full: "database-full",
    NewerVersion: "newer-version",
}


def problem(status: int, code: str, detail: str, **more: Any) -> JSONResponse:
    """A problem as a response. `more` are further members, such as the errors of each field."""
    title = TITLES.get(status, "Problem")
    body = {"type": f"urn:homeward:problem:{code}", "title": title, "status": status, "code": code, "detail": detail}
    headers = {"Retry-After": str(RETRY_SECONDS)} if status == 503 else None
    return JSONResponse(body | more, status_code=status, media_type=PROBLEM_JSON, headers=headers)


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """For a route's `responses=`: the problems it may answer with."""
    return {status: _documented(status) for status in {401, 403, 422, 503, *statuses}}


def handle_problems(app: FastAPI) -> None:
    """Turn every exception that a route raises into a problem."""
    app.add_exception_handler(Rejection, _rejection)
    app.add_exception_handler(AnswersFaulty, _answers_faulty)
    app.add_exception_handler(ReferenceFaulty, _reference_faulty)
    app.add_exception_handler(PracticeFaulty, _practice_faulty)
    app.add_exception_handler(NotAllowed, _words(403, "not-allowed"))
    app.add_exception_handler(NotSignedIn, _words(401, "not-signed-in"))
    app.add_exception_handler(MatchRequired, _words(428, "match-required"))
    app.add_exception_handler(MatchFailed, _match_failed)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(NoKey, _erased)
    app.add_middleware(Faults, answer=_fault)


async def _rejection(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Rejection)
    return problem(_status(error), error.code(), error.words(), **error.details)


def _status(refused: Rejection) -> int:
    match refused:
        case NotKnown():
            return 404
        case SystemIsArchived() | StandsWithTheSystem():
            return 403
        case _:
            return 409


async def _practice_faulty(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, PracticeFaulty)
    errors = [{"field": f"lines.{each.line}.{each.column}".rstrip("."), "words": each.words} for each in error.faults]
    return problem(409, error.code(), error.words(), errors=errors[:MOST_TOLD])


async def _answers_faulty(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, AnswersFaulty)
    faults = [asdict(fault) for fault in error.faults[:MOST_TOLD]]
    return problem(409, error.code(), error.words(), faults=faults, faults_in_all=len(error.faults))


async def _reference_faulty(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ReferenceFaulty)
    faults = [asdict(fault) for fault in error.faults[:MOST_TOLD]]
    return problem(409, error.code(), error.words(), faults=faults, faults_in_all=len(error.faults))


async def _match_failed(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, MatchFailed)
    return problem(412, "match-failed", str(error), current=f'"{error.current}"')


async def _validation(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    errors = [shape_error(each) for each in error.errors()]
    return _wrong_shape(errors)


def _wrong_shape(errors: list[dict[str, str]]) -> JSONResponse:
    return problem(422, "wrong-shape", "Some fields are missing or not as they should be; see errors.", errors=errors)


async def _erased(_request: Request, _error: Exception) -> JSONResponse:
    return problem(409, "person-erased", "This person's details were erased, so nothing more is written about them.")


async def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    if error.status_code == 400:  # the framework's word for a body that is not even text, or nested beyond reading
        return _wrong_shape([UNREADABLE])
    code = TITLES.get(error.status_code, "problem").lower().replace(" ", "-")
    answer = problem(error.status_code, code, _OF_ADDRESSES.get(error.status_code, f"{error.detail}."))
    answer.headers.update(error.headers or {})
    return answer


def _fault(scope: Scope, error: Exception) -> JSONResponse:
    """What no route foresaw: 503 when the database is busy or away, else a 500 that is noted with its cause."""
    if is_unavailable(error):
        said = not_now(error)
        NOT_ANSWERED.labels(_NOT_NOW[said]).inc()
        return problem(503, _NOT_NOW[said], _docstring(said))
    NOT_ANSWERED.labels("fault").inc()
    route = scope.get("route")
    log.error("request_failed", route=getattr(route, "path", None), error=type(error).__name__, exc_info=error)
    return problem(500, "fault", "Homeward made a mistake here; it has been noted. Nothing of yours was half done.")


def _words(status: int, code: str) -> Any:
    async def handler(_request: Request, error: Exception) -> JSONResponse:
        return problem(status, code, _docstring(type(error)))

    return handler


def _docstring(class_: type[BaseException]) -> str:
    return " ".join((class_.__doc__ or "").split())


def _documented(status: int) -> dict[str, Any]:
    example = {
        "type": "urn:homeward:problem:code",
        "title": TITLES[status],
        "status": status,
        "code": "code",
        "detail": "What is wrong and what would be right, in words.",
    }
    return {"description": TITLES[status], "content": {PROBLEM_JSON: {"example": example}}}
