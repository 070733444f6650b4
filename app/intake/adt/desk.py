"""What people at the desk do with messages that were not placed: decide about one, or have many placed again."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.database import Database
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import Actor, PersonId, SystemId
from app.events.hints import Hints
from app.intake.adt.again import Replayed, place_again
from app.intake.adt.decision import Decision, Ignore, IsPerson
from app.intake.adt.kept import MOST_AT_ONCE, Kept, kept
from app.people.merging import survivor_of
from app.people.registry import is_kept

if TYPE_CHECKING:
    from app.intake.adt.kept import Connection


class NothingToSettle(Rejection):
    """This message was applied, so there is nothing to settle. Correct on the ward list what it got wrong."""


class MessageErased(Rejection):
    """This message was erased with the person it was about, so nothing can be done with it any more."""


class DecidedOtherwise(Rejection):
    """Somebody else has just decided otherwise about this message. Look at what they decided, then decide again."""


async def replay(
    database: Database, hints: Hints, system: SystemId, message_ids: Sequence[int], by: Actor
) -> list[Replayed]:
    """Read and place these once more, in the order in which they were told, as their feeds are read today.

    At most 500; what was applied or ignored is left alone.
    """
    async with database.reads.acquire() as connection:
        rows = await connection.fetch(_TO_REPLAY, system, list(message_ids)[:MOST_AT_ONCE])
    return await place_again(database, hints, system, [row["message_id"] for row in rows])


async def waiting_for(database: Database, system: SystemId, feed_id: UUID, waits_for: str) -> list[int]:
    """At most 500 messages of a feed that wait for this, such as `ward:ASH`."""
    async with database.reads.acquire() as connection:
        rows = await connection.fetch(_WAITING_FOR, system, feed_id, waits_for, MOST_AT_ONCE)
    return [row["message_id"] for row in rows]


async def not_placed_because(database: Database, system: SystemId, feed_id: UUID, code: str) -> list[int]:
    """At most 500 messages of a feed that wait, or were refused, for this reason, such as `unknown-visit`."""
    async with database.reads.acquire() as connection:
        rows = await connection.fetch(_NOT_PLACED_BECAUSE, system, feed_id, code, MOST_AT_ONCE)
    return [row["message_id"] for row in rows]


async def decide(
    database: Database,
    hints: Hints,
    system: SystemId,
    message_id: int,
    decision: Decision,
    by: Actor,
    instead_of: datetime | None = None,
) -> Replayed:
    """Keep what was decided and by whom, and place the message by it. The same again changes nothing.

    `instead_of` is when the decision was made that this one is to replace. Raises NotKnown, NothingToSettle,
    MessageErased, or DecidedOtherwise where another decision stands.
    """
    words = decision.words if isinstance(decision, Ignore) else None
    async with database.turns.acquire() as connection:
        await _check_known(connection, system, decision)
        taken = await connection.fetchval(
            _DECIDE, system, message_id, decision.model_dump_json(), UUID(by.id), words, instead_of
        )
        message = await _settled(connection, system, message_id, decision, instead_of) if taken is None else None
    if message and message.state == "applied":
        return Replayed(message_id=message_id, state="applied", code=message.code, words=message.words)
    if isinstance(decision, Ignore):
        return Replayed(message_id=message_id, state="ignored", code=None, words=words)
    placed = await place_again(database, hints, system, [message_id])
    found = next((each for each in placed if each.message_id == message_id), None)
    if found is None:
        raise MessageErased
    return found


async def the_message(connection: "Connection", system: SystemId, message_id: int) -> Kept:
    """The message, which is still kept in full. Raises NotKnown or MessageErased."""
    found = await kept(connection, system, [message_id])
    if not found:
        known = await connection.fetchval(_IS_KNOWN, system, message_id)
        raise MessageErased if known else NotKnown(what="message")
    return found[0]


async def _check_known(connection: "Connection", system: SystemId, decision: Decision) -> None:
    if not isinstance(decision, IsPerson):
        return
    person = await survivor_of(connection, system, PersonId(decision.person_id))
    if not await is_kept(connection, system, person):
        raise NotKnown(what="person")


async def _settled(
    connection: "Connection", system: SystemId, message_id: int, decision: Decision, instead_of: datetime | None
) -> Kept:
    """The message, if just this was decided of it before. Raises the reason why it cannot be decided."""
    message = await the_message(connection, system, message_id)
    if message.decision == decision:
        return message
    if message.decision is None or message.decided_at in {None, instead_of}:
        raise NothingToSettle
    name = await connection.fetchval(_NAME, system, message.decided_by)
    raise DecidedOtherwise(
        decided=message.decision.kind, decided_by=name or "Somebody who left", decided_at=str(message.decided_at)
    )


_TO_REPLAY = """
    SELECT message_id FROM feed_message
    WHERE system_id = $1 AND message_id = ANY($2::bigint[]) AND state IN ('waiting', 'recorded', 'refused')"""

_WAITING_FOR = """
    SELECT message_id FROM feed_message
    WHERE system_id = $1 AND feed_id = $2 AND waits_for = $3 AND state IN ('waiting', 'recorded')
    ORDER BY told_at, message_id LIMIT $4"""

_NOT_PLACED_BECAUSE = """
    SELECT message_id FROM feed_message
    WHERE system_id = $1 AND feed_id = $2 AND code = $3 AND state IN ('waiting', 'refused') AND raw <> ''
    ORDER BY told_at, message_id LIMIT $4"""

_NAME = "SELECT name FROM account WHERE system_id = $1 AND staff_id = $2"

_IS_KNOWN = "SELECT EXISTS (SELECT 1 FROM feed_message WHERE system_id = $1 AND message_id = $2)"

# Of two who decide at once the second waits for the row, and then finds that it was decided.
_DECIDE = """
    UPDATE feed_message SET decision = $3, settled_by = $4, settled_at = now(), settled_words = $5,
        state = CASE WHEN $5::text IS NULL THEN state ELSE 'ignored' END
    WHERE system_id = $1 AND message_id = $2 AND state <> 'applied' AND raw <> ''
        AND (decision IS NULL OR (decision <> $3::jsonb AND settled_at = $6))
    RETURNING message_id"""
