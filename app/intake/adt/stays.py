"""Which stay a message is about: by its visit number, else the person's one open stay; and which ward it names."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from app.domain.values import PersonId, SpellId, WardId, stream
from app.events.log import Turn
from app.intake.adt.kept import storable
from app.intake.adt.outcome import Waits
from app.intake.adt.visit import Place, Visit
from app.intake.adt.waits_for import for_ward
from app.intake.adt.wards import LONGEST_NAME, UNKNOWN, ward_called, ward_key
from app.intake.senders import Sender
from app.views.spell import HERE

LONGEST_NUMBER = 200


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay that the system knows, whose it is, and whether they were admitted or are only expected.

    `numbered` is False where the visit number of the message does not lead to it yet.
    """

    spell: SpellId
    person: PersonId
    admitted: bool = True
    numbered: bool = True


async def stay_of(
    turn: Turn,
    sender: Sender,
    visit: Visit | None,
    person: PersonId | None,
    *,
    applied_to: SpellId | None = None,
    told_at: datetime | None = None,
) -> Stay | None:
    """The stay of this visit number; without one, the person's one open stay. Raises Waits if they have more.

    Without a number, it stays the one that the message was applied to before, and is none whose feed told of the
    admission only after `told_at`: that is news of an earlier stay.

    A number that is new here is that of a stay which was opened by hand, before the feed told of it.
    """
    if visit and visit.number:
        return await numbered_stay(turn, sender, visit.number) or await _opened_by_hand(turn, sender, visit, person)
    if applied_to:
        rows = await turn.connection.fetch(_BY_ID, turn.system, applied_to)
    else:
        rows = await turn.connection.fetch(_OPEN, turn.system, person, told_at)
    if len(rows) > 1:
        raise Waits("several-stays", "The message has no visit number and this person is in hospital twice.")
    return Stay(SpellId(rows[0]["id"]), PersonId(rows[0]["person_id"])) if rows else None


async def numbered_stay(turn: Turn, sender: Sender, number: str | None) -> Stay | None:
    """The stay of this visit number; None where there is no number or it is new here."""
    number = usable(number)
    if number is None:
        return None
    key = visit_key(sender, number)
    if key not in turn.memo:
        turn.memo[key] = await turn.connection.fetchrow(_BY_NUMBER, turn.system, *key[1:])
    row = turn.memo[key]
    if row is None:
        return None
    return Stay(SpellId(UUID(str(row["spell_id"]))), PersonId(UUID(str(row["person_id"]))), row["admitted"])


def visit_key(sender: Sender, number: str) -> tuple[str, str, str]:
    """Under what the row of a visit number is remembered in a turn: who numbered the visit, and how."""
    return ("visit", str(sender.feed_id), storable(number))


async def new_stay(turn: Turn, sender: Sender, visit: Visit | None, person: PersonId) -> Stay:
    """A stay for a visit number heard for the first time, found again by it."""
    stay = Stay(SpellId(uuid4()), person)
    turn.begin(stream("spell", stay.spell))
    await number_stay(turn, sender, visit.number if visit else None, stay)
    return stay


async def number_stay(turn: Turn, sender: Sender, number: str | None, stay: Stay) -> None:
    """From now on this visit number leads to the stay; one that leads to a stay already goes on doing so."""
    number = usable(number)
    if number:
        turn.memo.pop(visit_key(sender, number), None)
        await turn.connection.execute(_KEEP, turn.system, str(sender.feed_id), number, stay.person, stay.spell)


async def ward_of(turn: Turn, sender: Sender, place: Place) -> WardId | None:
    """The ward that a feed calls so, which may be none of ours. Raises Waits for one that nobody knows."""
    known = await ward_called(turn.connection, sender, place, turn.memo.get(ward_key(sender, place)))
    if known is UNKNOWN:
        name = storable(place.ward)
        # What is longer is no ward's name, and nobody could say which ward it is.
        waits_for = for_ward(name) if len(name) <= LONGEST_NAME else None
        raise Waits("unknown-ward", "No ward here has the name in this message, or more than one has.", waits_for)
    if known:
        turn.known_places.add(known)
    return known


def bed_of(place: Place) -> str:
    """The bed as the feed calls it; the bay where only that is known."""
    return storable(place.bed or place.room)[:LONGEST_NUMBER]


def usable(number: str | None) -> str | None:
    """A visit number that can be kept. Raises Waits for one that is too long to be one."""
    number = storable(number) if number else None
    if number and len(number) > LONGEST_NUMBER:
        raise Waits("unusable-visit-number", f"The visit number is longer than {LONGEST_NUMBER} characters.")
    return number


async def _opened_by_hand(turn: Turn, sender: Sender, visit: Visit, person: PersonId | None) -> Stay | None:
    """The person's one open stay that this feed has no number for, at the site of the place it names.

    News of an older visit is not about it: what the message says of its beginning must fit.
    """
    place = visit.place
    ward = await ward_of(turn, sender, place) if person and place and place.ward else None
    if person is None or ward is None or visit.admitted_at is None:
        return None
    began = visit.admitted_at.at
    rows = await turn.connection.fetch(_UNNUMBERED, turn.system, person, str(sender.feed_id), ward, began)
    if len(rows) != 1:
        return None
    return Stay(SpellId(rows[0]["id"]), person, numbered=False)


BY_NUMBER = """
    SELECT spell_id, person_id, EXISTS (SELECT 1 FROM spell_1 spell WHERE spell.system_id = visit.system_id
        AND spell.id = visit.spell_id AND spell.stage IS DISTINCT FROM 'expected') AS admitted
    FROM visit WHERE system_id = $1 AND authority = {authority} AND number = {number}"""

_BY_NUMBER = BY_NUMBER.format(authority="$2", number="$3")

# OFFSET 0: a person's few stays are looked up by them, also before the planner knows how many people there are.
_OPEN = f"""
    SELECT id, person_id FROM (SELECT * FROM spell_1 WHERE system_id = $1 AND person_id = $2 OFFSET 0) spell
    WHERE {HERE} AND ($3::timestamptz IS NULL OR NOT EXISTS (
        SELECT 1 FROM event WHERE event.system_id = $1 AND event.stream = 'spell:' || spell.id
            AND event.type = 'spell.opened.1' HAVING min(event.told_at) > $3))
    LIMIT 2"""

_BY_ID = "SELECT id, person_id FROM spell_1 WHERE system_id = $1 AND id = $2 ORDER BY position DESC, gone LIMIT 1"

_UNNUMBERED = f"""
    SELECT spell.id FROM spell_1 spell
    JOIN place_1 shown ON shown.system_id = $1 AND shown.id = spell.ward_id
    JOIN place_1 said ON said.system_id = $1 AND said.id = $4 AND said.parent_id = shown.parent_id
    WHERE spell.system_id = $1 AND spell.person_id = $2 AND {HERE}
        AND spell.admitted_at BETWEEN $5::timestamptz - interval '3 days' AND $5::timestamptz + interval '3 days'
        AND NOT EXISTS (
        SELECT 1 FROM visit WHERE visit.system_id = $1 AND visit.spell_id = spell.id AND visit.authority = $3)
    LIMIT 2"""

_KEEP = """
    INSERT INTO visit (system_id, authority, number, person_id, spell_id) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (system_id, authority, number) DO NOTHING"""
