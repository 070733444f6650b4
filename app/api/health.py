"""Whether this worker lives, whether it can do its work, and how far its live feed is behind the log."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.api.problems import problem
from app.api.state import HomewardState
from app.domain.values import SystemId
from app.events.live import SIGHT_SECONDS, Sight
from app.events.unavailable import is_unavailable
from app.migrating import suits

router = APIRouter(tags=["health"])

_MIGRATED = text("SELECT version_num FROM alembic_version")
_HEADS = text("SELECT id, head FROM system WHERE id = ANY(:systems)").bindparams(
    bindparam("systems", type_=ARRAY(Uuid()))
)


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """This process answers."""
    return {"status": "alive"}


@router.get("/readyz", responses={503: {"description": "The database is away or not migrated"}})
async def readyz(homeward: HomewardState) -> Response:
    """The database answers and has every table; 503 with the reason in words when not.

    A live feed that is behind is told, and no reason to send people elsewhere: commands are done, and screens say it.
    """
    sight = homeward.live.sight()
    try:
        async with homeward.database.engine.connect() as connection:
            migrated = await connection.scalar(_MIGRATED)
            rows = await connection.execute(_HEADS, {"systems": [*sight]}) if sight else ()
            heads = {SystemId(row.id): int(row.head) for row in rows}
    except Exception as error:
        if is_unavailable(error):
            return problem(503, "database-away", "The database does not answer. Commands are refused until it does.")
        return problem(503, "not-migrated", "The database has no tables yet. Run `homeward migrate`.")
    if not suits(migrated):
        return problem(503, "not-migrated", "The database has an older version's tables. Run `homeward migrate`.")
    told = {"database": "It answers.", "migrations": f"The tables are at revision {migrated}."}
    return JSONResponse({"status": "ready"} | told | {"live": live_told(sight, heads)})


def live_told(sight: dict[SystemId, Sight], heads: dict[SystemId, int]) -> dict[str, str | int | float]:
    """Of the system that is furthest behind among those that this worker's screens watch."""
    seconds = max((each.seconds for each in sight.values()), default=0.0)
    events = max((heads.get(system, 0) - each.position for system, each in sight.items()), default=0)
    if not sight:
        words = "No screen follows here."
    elif seconds > SIGHT_SECONDS:
        words = f"Behind for {seconds:.0f} seconds: its screens say that they are not live. Look into the log."
    else:
        words = "Up to date."
    return {"detail": words, "behind_seconds": round(seconds, 1), "behind_events": max(events, 0)}
