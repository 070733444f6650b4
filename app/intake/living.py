"""A death told before the person was last said to live, which comes late, was taken back before it was heard of."""

from app.domain.person import Person, ReverseDeath
from app.domain.values import Actor, PersonId, stream
from app.events.handler import decide_in
from app.events.log import Turn
from app.people.record import read


async def let_live(turn: Turn, person: PersonId, by: Actor) -> None:
    """Say again that the person lives, as of when that was said last; of a death told since it changes nothing."""
    await turn.flush()  # what was kept of them in this very turn counts
    record = await read(turn.connection, turn.system, person)
    lived_at = record.lived_at if record else None
    if lived_at is None:
        return
    known: Person = (await turn.read(stream("person", person))).state
    # A word that was said at that very time and is known came after it, and so counts more.
    if all(word.said_at != lived_at for word in known.deaths):
        lives = ReverseDeath(person_id=person, in_passing=True, by=by, at=lived_at, told_at=lived_at)
        await decide_in(turn, lives)
