"""Whether this worker lives, and whether it can do its work."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from sqlalchemy import text

from app.api.problems import problem
from app.api.state import HomewardState
from app.events.unavailable import is_unavailable
from app.migrating import suits

router = APIRouter(tags=["health"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """This process answers."""
    return {"status": "alive"}


@router.get("/readyz", responses={503: {"description": "The database is away or not migrated"}})
async def readyz(homeward: HomewardState) -> Response:
    """The database answers and has every table; 503 with the reason in words when not."""
    try:
        async with homeward.database.engine.connect() as connection:
            migrated = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    except Exception as error:
        if is_unavailable(error):
            return problem(503, "database-away", "The database does not answer. Commands are refused until it does.")
        return problem(503, "not-migrated", "The database has no tables yet. Run `homeward migrate`.")
    if not suits(migrated):
        return problem(503, "not-migrated", "The database has an older version's tables. Run `homeward migrate`.")
    return JSONResponse({"status": "ready"})
