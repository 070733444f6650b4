"""What a service still needs before it can accept, shown before a request goes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.api.assessment_reading import CaseRead
from app.api.state import State
from app.domain.assessment.form import Form, Item, NeededBy
from app.domain.assessment.gap import default_profile, gap
from app.domain.assessment.sealing import as_answers
from app.domain.assessment.sheet import Answers
from app.domain.codes.service_lines import ServiceLine
from app.domain.practice import LineRule, ServiceLines
from app.domain.practice.lines import Profile
from app.domain.rejections import NotKnown
from app.events.practice import practice_in
from app.forms import find_form


class MissingItem(BaseModel):
    """One item that is asked and not answered."""

    link_id: str
    text: str


class GapPart(BaseModel):
    """The gap for one service, or for the services of one `kind` where none is named; `line` is one of that kind."""

    service_id: UUID | None
    kind: Profile | None
    line: ServiceLine
    words: str
    needed: int
    missing: list[MissingItem]


class GapsPage(BaseModel):
    """What the latest assessment leaves open; without an assessment, `assessment_id` is null and `gaps` are empty."""

    assessment_id: UUID | None
    gaps: list[GapPart]


NEEDED_BY = {Profile.HOME: NeededBy.HOME_CARE, Profile.BED: NeededBy.BED, Profile.CARE_HOME: NeededBy.CARE_HOME}
"""What a line needs to accept, by the hub's list, as the form says it of its questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """Who wants what: a line, and the items that a service of it named itself."""

    line: LineRule
    service_id: UUID | None = None
    items: frozenset[str] | None = None


async def gaps_page(homeward: State, me: Me, read: CaseRead, service_id: UUID | None) -> GapsPage:
    """The gap of this service, or of each kind of service. Raises NotKnown for a service that is not listed."""
    async with homeward.database.reads.acquire() as connection:
        lines = await practice_in(connection, me.system, ServiceLines)
        listed = await connection.fetchrow(_SERVICE, me.system, service_id) if service_id else None
    if service_id and listed is None:
        raise NotKnown(what="service")
    wanted = [*_of_each_kind(lines)]
    if listed:
        rule, items = lines.of(ServiceLine(listed["line"])), listed["needs_to_accept"]
        wanted = [_Wanted(line=rule, service_id=service_id, items=None if items is None else frozenset(items))]
    return _page(read, wanted)


_SERVICE = "SELECT line, needs_to_accept FROM service_1 WHERE system_id = $1 AND id = $2 AND NOT gone"


def _of_each_kind(lines: ServiceLines) -> Iterator[_Wanted]:
    """The first line of the list that needs what services of this kind need."""
    for kind in Profile:
        yield from [_Wanted(line=each) for each in lines.lines if each.needs_to_accept is kind][:1]


def _page(read: CaseRead, wanted: list[_Wanted]) -> GapsPage:
    signings = read.signings()
    if not signings:
        return GapsPage(assessment_id=None, gaps=[])
    latest = signings[-1].event
    form = find_form(latest.form, latest.form_version)
    if form is None:
        raise NotKnown(what="form")
    answers = as_answers(latest.answers)
    return GapsPage(assessment_id=latest.assessment_id, gaps=[_gap(form, answers, each) for each in wanted])


def _gap(form: Form, answers: Answers, wanted: _Wanted) -> GapPart:
    kind = wanted.line.needs_to_accept
    usual = default_profile(form, NEEDED_BY[kind]) if kind else frozenset[str]()
    profile = usual if wanted.items is None else wanted.items
    return GapPart(
        service_id=wanted.service_id,
        kind=kind,
        line=wanted.line.code,
        words=wanted.line.words,
        needed=len(profile),
        missing=[_missing(item) for item in gap(profile, answers, form)],
    )


def _missing(item: Item) -> MissingItem:
    return MissingItem(link_id=item.link_id, text=item.text)
