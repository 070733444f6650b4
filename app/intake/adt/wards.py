"""Which ward a feed means: by the feed's own map, else by its code at the site that is named."""

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Literal
from uuid import UUID

from app.domain.values import WardId
from app.intake.adt.kept import storable
from app.intake.adt.visit import Place
from app.intake.senders import Sender

if TYPE_CHECKING:
    from app.intake.adt.kept import Connection

LONGEST_NAME = 200
"""How long a name may be that the settings of a feed map to a ward."""


class Unknown(Enum):
    """Nobody has said which ward this is, and no ward, or more than one, has it as its code."""

    UNKNOWN = "unknown"


UNKNOWN: Final[Literal[Unknown.UNKNOWN]] = Unknown.UNKNOWN


def ward_key(sender: Sender, place: Place) -> tuple[object, ...]:
    """Under what the wards of a name are remembered in a turn: the name, and the site if the feed tells of one only."""
    return ("ward", storable(place.ward), sender.settings.site_id)


async def ward_called(
    connection: "Connection", sender: Sender, place: Place, known: Sequence[Any] | None = None
) -> WardId | Unknown | None:
    """The ward; None where the feed's settings say that it is none of ours. `known` are its rows, if asked ahead."""
    name, settings = storable(place.ward), sender.settings
    if name in settings.wards:
        mapped = settings.wards[name]
        return WardId(mapped) if mapped else None
    rows = known
    if rows is None:
        rows = await connection.fetch(_WARDS, sender.system, name, settings.site_id)
    if len(rows) > 1:
        rows = [row for row in rows if row["site"] == place.site]
    return WardId(UUID(str(rows[0]["id"]))) if len(rows) == 1 else UNKNOWN


WARDS = """
    SELECT ward.id, site.code AS site FROM place_1 ward
    LEFT JOIN place_1 site ON site.system_id = ward.system_id AND site.id = ward.parent_id
    WHERE ward.system_id = $1 AND ward.place = 'ward' AND ward.code = {name} AND NOT ward.gone
        AND ({site}::uuid IS NULL OR ward.parent_id = {site})"""

_WARDS = WARDS.format(name="$2", site="$3")
