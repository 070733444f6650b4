"""A small country as files: Moor and Fell in one ICB, Salt in the next; the hub of the system looks after Moor."""

from datetime import date

from app.routing.kinds import ReferenceKind
from app.routing.loading import Loaded, load, preview
from tests.facts import MONDAY, Installation

TODAY = date(2026, 11, 23)
ICBS = "code,name,contact,legal_start_date\nZZ70,Moor and Fell ICB,,20220701\nZZ71,Salt ICB,01632 960200,20220701\n"
COUNCILS = """code,name,icb,contact,legal_start_date,legal_end_date
ZZ80,Moor Council,ZZ70,,2020-04-01,
ZZ85,Fell Council,ZZ70,"Fell duty desk, 01632 960300",2020-04-01,
ZZ86,Salt Council,ZZ71,,2020-04-01,
"""
PRACTICES = "code,name,postcode,icb,legal_start_date\nZZ7001,Beck Surgery,ZZ97 1AA,ZZ70,20220701\n"
POSTCODES = """Postcode,Council,Locality,Legal start date,Legal end date
ZZ97,ZZ80,South,2020-04-01,
ZZ97 1,ZZ80,North,2020-04-01,
zz97 8,ZZ85,,2020-04-01,
"""
HUB_AREAS = "area,code,locality,hub,legal_start_date\ncouncil,ZZ80,,Northmoor hub,2020-04-01\n"

FILES = {
    ReferenceKind.ICBS: ICBS,
    ReferenceKind.COUNCILS: COUNCILS,
    ReferenceKind.PRACTICES: PRACTICES,
    ReferenceKind.POSTCODES: POSTCODES,
    ReferenceKind.HUB_AREAS: HUB_AREAS,
}


async def loaded(place: Installation, kind: ReferenceKind, text: str) -> Loaded:
    """What came of loading this file."""
    async with place.database.turns.acquire() as connection, connection.transaction():
        return await load(connection, place.system, kind, text, MONDAY, None)


async def previewed(place: Installation, kind: ReferenceKind, text: str) -> Loaded:
    """What loading this file would change."""
    async with place.database.reads.acquire() as connection:
        return await preview(connection, place.system, kind, text, MONDAY)


async def all_loaded(place: Installation) -> None:
    """Every table of the small country."""
    for kind, text in FILES.items():
        await loaded(place, kind, text)
