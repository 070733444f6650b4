"""What a service still needs before it can accept, shown before a request goes out."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.api.assessment_reading import CaseRead
from app.api.state import State
from app.domain.assessment.form import Form, Item
from app.domain.assessment.gap import Profile, default_profile, gap
from app.domain.assessment.sealing import as_answers
from app.domain.codes.service_lines import WORDS, ServiceLine
from app.domain.rejections import NotKnown
from app.domain.values import SystemId
from app.forms import find_form


class MissingItem(BaseModel):
    """One item that is asked and not answered."""

    link_id: str
    text: str


class GapPart(BaseModel):
    """The gap for one service, or for the services of one line where none is named."""

    service_id: UUID | None
    line: ServiceLine
    words: str
    needed: int
    missing: list[MissingItem]


class GapsPage(BaseModel):
    """What the latest assessment leaves open; without an assessment, `assessment_id` is null and `gaps` are empty."""

    assessment_id: UUID | None
    gaps: list[GapPart]


_BY_DEFAULT = (ServiceLine.HOME_CARE, ServiceLine.CHOSP, ServiceLine.RES)
"""One line for each kind of profile."""


async def gaps_page(homeward: State, me: Me, read: CaseRead, service_id: UUID | None) -> GapsPage:
    """The gap of this service, or of each kind of service. Raises NotKnown for a service that is not listed."""
    lines = [await _line_of(homeward, me.system, service_id)] if service_id else _BY_DEFAULT
    signings = read.signings()
    if not signings:
        return GapsPage(assessment_id=None, gaps=[])
    latest = signings[-1].event
    form = find_form(latest.form, latest.form_version)
    if form is None:
        raise NotKnown(what="form")
    answers = as_answers(latest.answers)
    gaps = [_gap(form, answers, line, default_profile(form, line), service_id) for line in lines]
    return GapsPage(assessment_id=latest.assessment_id, gaps=gaps)


def _gap(form: Form, answers: dict[str, Any], line: ServiceLine, profile: Profile, service_id: UUID | None) -> GapPart:
    missing = gap(profile, answers, form)
    return GapPart(
        service_id=service_id,
        line=line,
        words=WORDS[line],
        needed=len(profile),
        missing=[_missing(item) for item in missing],
    )


def _missing(item: Item) -> MissingItem:
    return MissingItem(link_id=item.link_id, text=item.text)


async def _line_of(homeward: State, system: SystemId, service_id: UUID) -> ServiceLine:
    found = "SELECT line FROM service_1 WHERE system_id = $1 AND id = $2 AND NOT gone"
    line = await homeward.database.reads.fetchval(found, system, service_id)
    if line is None:
        raise NotKnown(what="service")
    return ServiceLine(line)
