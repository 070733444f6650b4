"""A small country: Moor and Fell councils in one ICB, Salt council in the next; one hub looks after Moor."""

from datetime import date
from uuid import UUID

from app.domain.routing import Area, Council, HubArea, Icb, PostcodeHome, Practice, Tables
from app.domain.values import HubId

SINCE = date(2020, 4, 1)
TODAY = date(2026, 11, 23)
HUB, NORTH_HUB = HubId(UUID(int=1)), HubId(UUID(int=2))

MOOR = Council(code="ZZ80", name="Moor Council", icb="ZZ70", valid_from=SINCE)
FELL = Council(code="ZZ85", name="Fell Council", icb="ZZ70", valid_from=SINCE)
SALT = Council(code="ZZ86", name="Salt Council", icb="ZZ71", contact="Salt hub, 01632 960100", valid_from=SINCE)
ICB = Icb(code="ZZ70", name="Moor and Fell ICB", valid_from=SINCE)
NEXT_ICB = Icb(code="ZZ71", name="Salt ICB", contact="Salt ICB, 01632 960200", valid_from=SINCE)
SURGERY = Practice(code="ZZ7001", name="Beck Surgery", icb="ZZ70", postcode="ZZ97 1AA", valid_from=SINCE)
SALT_SURGERY = Practice(code="ZZ7101", name="Salt Surgery", icb="ZZ71", valid_from=SINCE)

COUNTRY = Tables(
    postcodes=(
        PostcodeHome(postcode="ZZ97", council="ZZ80", locality="South", valid_from=SINCE),
        PostcodeHome(postcode="ZZ97 1", council="ZZ80", locality="North", valid_from=SINCE),
        PostcodeHome(postcode="ZZ97 8", council="ZZ85", valid_from=SINCE),
        PostcodeHome(postcode="ZZ97 9", council="ZZ86", valid_from=SINCE),
    ),
    practices=(SURGERY, SALT_SURGERY),
    councils=(MOOR, FELL, SALT),
    icbs=(ICB, NEXT_ICB),
    hub_areas=(HubArea(area=Area.COUNCIL, code="ZZ80", hub_id=HUB, valid_from=SINCE),),
)
