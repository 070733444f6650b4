"""The reference tables that routing by home reads: what is loaded, what a file would change, and loading it."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, ConfigDict

from app.access.policy import check_loads_reference
from app.api.problems import problems
from app.api.shapes import Body, storable
from app.api.state import HomewardState, Me, Now
from app.api.telling import names_of
from app.domain.local_time import local_date
from app.routing.held import Held, held
from app.routing.kinds import SHAPES, ReferenceKind
from app.routing.loading import Loaded, load, preview

router = APIRouter(prefix="/reference", tags=["reference"])

MOST_BYTES = 200 * 1024

_EXAMPLE = (
    "code,name,icb,contact,legal_start_date,legal_end_date\n"
    'ZZ80,Northmoor Council,ZZ70,"Adult social care duty desk, 01632 960080",2020-04-01,\n'
)


def _fits(text: str) -> str:
    if len(text.encode()) > MOST_BYTES:
        raise ValueError(f"Use at most {MOST_BYTES // 1024} KiB, or load the file with `homeward reference load`.")
    return text


class ReferenceIn(Body):
    """A file: comma-separated values with a heading row. A kind's headings are told by GET."""

    model_config = ConfigDict(json_schema_extra={"example": {"text": _EXAMPLE}})
    text: Annotated[str, AfterValidator(storable), AfterValidator(_fits)]


class LastChange(BaseModel):
    """The last load that changed anything; `by` is None where it was done from the terminal."""

    at: datetime
    by: str | None
    added: int
    changed: int
    ended: int


class KindLine(BaseModel):
    """One kind. `holding` entries hold today, of `entries` of any date."""

    kind: ReferenceKind
    says: str
    headings: list[str]
    holding: int
    entries: int
    last: LastChange | None


class Kinds(BaseModel):
    """Every kind, in the order in which they are loaded: what an entry names must be there before."""

    kinds: list[KindLine]


@router.get("", responses=problems())
async def list_reference(homeward: HomewardState, me: Me, now: Now) -> Kinds:
    """What is loaded of each kind, and when that changed last."""
    check_loads_reference(me)
    async with homeward.database.reads.acquire() as connection:
        kinds = await held(connection, me.system, local_date(now))
    async with homeward.database.engine.connect() as connected:
        names = await names_of(connected, me.system)
    return Kinds(kinds=[_line(each, names) for each in kinds])


@router.post("/{kind}/preview", responses=problems(409))
async def preview_reference(
    kind: ReferenceKind, asked: ReferenceIn, homeward: HomewardState, me: Me, now: Now
) -> Loaded:
    """What loading this file would change. Nothing is changed; a file that has faults is refused, line by line."""
    check_loads_reference(me)
    async with homeward.database.reads.acquire() as connection:
        return await preview(connection, me.system, kind, asked.text, now)


@router.put("/{kind}", responses=problems(409))
async def load_reference(kind: ReferenceKind, asked: ReferenceIn, homeward: HomewardState, me: Me, now: Now) -> Loaded:
    """Load a file: all of it, or nothing where a line is faulty. The same file again changes nothing."""
    check_loads_reference(me)
    async with homeward.database.turns.acquire() as connection, connection.transaction():
        return await load(connection, me.system, kind, asked.text, now, me.staff_id)


def _line(each: Held, names: dict[UUID, str]) -> KindLine:
    shape, last = SHAPES[each.kind], None
    if each.last:
        told: dict[str, Any] = asdict(each.last)
        by = told.pop("staff_id")
        last = LastChange(by=names.get(by, "Somebody who left") if by else None, **told)
    return KindLine(
        kind=each.kind,
        says=shape.says,
        headings=list(shape.headings),
        holding=each.holding,
        entries=each.entries,
        last=last,
    )
