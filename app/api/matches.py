"""What services could do with a package now: every one of its line, with what it would have, or why it cannot."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from app.access.policy import check_sight
from app.api.package_bodies import PackageIn
from app.api.problems import problems
from app.api.services import own_organisation
from app.api.state import HomewardState, Me, Now
from app.domain.package import Package
from app.domain.practice import ServiceLines
from app.domain.practice.lines import LineRule
from app.domain.service.matching import WORDS, Prospect, match
from app.events.practice import practice_in
from app.views.match_words import say_reason
from app.views.offering import Offering, offerings

router = APIRouter(prefix="/services", tags=["services"])


class ReasonOut(BaseModel):
    """Why a service cannot, in words."""

    code: str
    words: str


class MatchOut(BaseModel):
    """One service. `units` is what the package would have; `fits` says that its own yes would beat its count."""

    service_id: UUID
    name: str
    organisation_id: UUID
    phone: str | None
    prospect: Prospect
    words: str
    units: list[str]
    reasons: list[ReasonOut]
    fits: bool
    confirmed: bool
    confirmed_at: datetime | None


class MatchesPage(BaseModel):
    """Those that have room come first, then those to ring, then those that are full, then those that cannot."""

    at: datetime
    matches: list[MatchOut]


@router.post("/matches", responses=problems())
async def match_package(package: PackageIn, homeward: HomewardState, me: Me, now: Now) -> MatchesPage:
    """Match a package against every service of its line, as they stand now. Nothing is asked of any of them."""
    check_sight(me, "service")
    async with homeward.database.reads.acquire() as connection:
        found = await offerings(connection, me.system, package.line, own_organisation(me))
        rule = (await practice_in(connection, me.system, ServiceLines)).of(package.line)
    return MatchesPage(at=now, matches=matched(package.package(), found, now, rule))


def matched(package: Package, found: list[Offering], at: datetime, rule: LineRule) -> list[MatchOut]:
    """What each could do, the best prospect first and by name within each."""
    matches = [_matched(package, each, at, rule) for each in found]
    order = list(Prospect)
    return sorted(matches, key=lambda each: (order.index(each.prospect), each.name))


def _matched(package: Package, offering: Offering, at: datetime, rule: LineRule) -> MatchOut:
    of = match(package, offering.service, at, rule)
    described = offering.service.described
    return MatchOut(
        service_id=offering.service_id,
        name=offering.listed.name,
        organisation_id=offering.listed.organisation_id,
        phone=described.phone if described else None,
        prospect=of.prospect,
        words=WORDS[of.prospect],
        units=list(of.units),
        reasons=[ReasonOut(code=reason.why, words=say_reason(reason)) for reason in of.why_not],
        fits=of.fits,
        confirmed=of.confirmed,
        confirmed_at=offering.service.confirmed_at,
    )
