"""Which stay a message is about: by its visit number, else the person's one open stay."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from app.domain.values import PersonId, SpellId, WardId
from app.events.log import Turn
from app.intake.adt.kept import Waits, storable
from app.intake.adt.visit import Place, Visit
from app.intake.senders import Sender

LONGEST_NUMBER = 200


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay that the system knows, and whose it is."""

    spell: SpellId
    person: PersonId


async def stay_of(turn: Turn, sender: Sender, visit: Visit | None, person: PersonId | None) -> Stay | None:
    """The stay of this visit number; without a number, the person's one open stay. Raises Waits if they have more."""
    if visit and visit.number:
        return await numbered_stay(turn, sender, visit)
    rows = await turn.connection.fetch(_OPEN, turn.system, person)
    if len(rows) > 1:
        raise Waits("several-stays", "The message has no visit number and this person is in hospital twice.")
    return Stay(SpellId(rows[0]["id"]), PersonId(rows[0]["person_id"])) if rows else None


async def numbered_stay(turn: Turn, sender: Sender, visit: Visit | None) -> Stay | None:
    """The stay of this visit number; None where there is no number or it is new here."""
    number = _number(visit)
    row = await turn.connection.fetchrow(_BY_NUMBER, turn.system, str(sender.feed_id), number) if number else None
    return None if row is None else Stay(SpellId(row["spell_id"]), PersonId(row["person_id"]))


async def new_stay(turn: Turn, sender: Sender, visit: Visit | None, person: PersonId) -> Stay:
    """A stay for a visit number heard for the first time, found again by it."""
    stay = Stay(SpellId(uuid4()), person)
    number = _number(visit)
    if number:
        await turn.connection.execute(_KEEP, turn.system, str(sender.feed_id), number, person, stay.spell)
    return stay


async def ward_of(turn: Turn, place: Place | None) -> WardId | None:
    """The ward that a feed calls so; of wards of one name at several sites, the one at the site it names."""
    if place is None or not place.ward:
        return None
    rows = await turn.connection.fetch(_WARDS, turn.system, storable(place.ward))
    if len(rows) > 1:
        rows = [row for row in rows if row["site"] == place.site]
    return WardId(UUID(str(rows[0]["id"]))) if len(rows) == 1 else None


def bed_of(place: Place) -> str:
    """The bed as the feed calls it; the bay where only that is known."""
    return storable(place.bed or place.room)[:LONGEST_NUMBER]


def _number(visit: Visit | None) -> str | None:
    number = storable(visit.number) if visit and visit.number else None
    if number and len(number) > LONGEST_NUMBER:
        raise Waits("unusable-visit-number", f"The visit number is longer than {LONGEST_NUMBER} characters.")
    return number


_BY_NUMBER = "SELECT spell_id, person_id FROM visit WHERE system_id = $1 AND authority = $2 AND number = $3"

_OPEN = "SELECT id, person_id FROM spell_1 WHERE system_id = $1 AND person_id = $2 AND NOT gone LIMIT 2"

_KEEP = "INSERT INTO visit (system_id, authority, number, person_id, spell_id) VALUES ($1, $2, $3, $4, $5)"

_WARDS = """
    SELECT ward.id, site.code AS site FROM place_1 ward
    LEFT JOIN place_1 site ON site.system_id = ward.system_id AND site.id = ward.parent_id
    WHERE ward.system_id = $1 AND ward.place = 'ward' AND ward.code = $2 AND NOT ward.gone"""
