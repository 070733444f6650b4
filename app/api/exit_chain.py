"""Who frees what: who could go when by a place that comes free, and by how many a place to be left is waited for."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from app.access.policy import check_sight, may_see, sees_of, ward_kept_to
from app.api.exit_chain_bodies import ExitChainPage, PlacesPage
from app.api.exit_chain_known import Known, known
from app.api.problems import problems
from app.api.state import HomewardState, Me, Now
from app.domain.codes.service_lines import ServiceLine
from app.domain.exit_chain import Move
from app.domain.values import CaseId

router = APIRouter(prefix="/exit-chain", tags=["exit chain"])


@router.get("", responses=problems())
async def read_exit_chain(
    homeward: HomewardState,
    me: Me,
    now: Now,
    hub_id: Annotated[UUID | None, Query()] = None,
    ward_id: Annotated[UUID | None, Query()] = None,
    line: Annotated[ServiceLine | None, Query()] = None,
    service_id: Annotated[UUID | None, Query()] = None,
    case_id: Annotated[UUID | None, Query()] = None,
) -> ExitChainPage:
    """Of each person who waits for a service: who could go when, by which place that comes free, or why nothing helps.

    It says what could be; nothing is held by it. Of a hub's cases, a ward, a line, a service, a case, or all. Ward
    staff read it of their own wards, and are not told who is in a service.
    """
    ward = ward_kept_to(me, ward_id)
    found = await known(homeward, me.system, now)

    def is_shown(case: CaseId) -> bool:
        seeker = found.seekers[case]
        asked = ((hub_id, seeker.hub_id), (ward, _ward_of(found, case)), (line, seeker.waiting.package.line))
        return case_id in (None, case) and all(wanted in (None, its) for wanted, its in asked)

    def is_there(move: Move) -> bool:
        return service_id in (None, move.service_id)

    named = may_see(me, "stay")
    moves = (move for move in found.chain.moves if is_shown(move.case_id) and is_there(move))
    stuck = (each for each in found.chain.stuck if is_shown(each.case_id) and service_id is None)
    passed = (each for each in found.chain.passed if named and service_id in (None, each.place.service_id))
    return ExitChainPage(
        at=found.at,
        moves=[found.could_go(move, named=named) for move in moves],
        stuck=[found.cannot_go(each) for each in stuck],
        overdue=[found.overdue(each) for each in passed],
    )


@router.get("/places", responses=problems())
async def read_places_to_leave(
    homeward: HomewardState, me: Me, now: Now, service_id: Annotated[UUID | None, Query()] = None
) -> PlacesPage:
    """The places that people in services are to leave, a provider's own, each with the number of those who wait for it.

    Who waits is not said: a service learns of nobody before it is asked for them.
    """
    check_sight(me, "stay")
    found = await known(homeward, me.system, now)
    its = (each for each in found.leavers.values() if service_id in (None, each.leaving.place.service_id))
    own = sorted((each for each in its if sees_of(me, UUID(each.audience))), key=lambda each: each.leaving.at)
    listed = (each for each in own if each.leaving.place.service_id in found.services)
    return PlacesPage(at=found.at, places=[found.to_leave(each) for each in listed])


def _ward_of(found: Known, case: CaseId) -> UUID | None:
    """Who is in a service is on no ward, though their last stay in hospital may be open still."""
    seeker = found.seekers[case]
    return None if seeker.waiting.place else seeker.ward_id
