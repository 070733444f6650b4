"""Every message is kept as it was received, once, with what came of it."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from app.domain.values import PersonId
from app.intake.adt.understood import AckCode, Refused, Understood
from app.intake.senders import Sender

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]

State = Literal["applied", "recorded", "waiting", "refused"]
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a message: applied to a stay, recorded only, waiting for a person to look, or refused; and why."""

    state: State
    answer: AckCode = "AA"
    code: str | None = None
    words: str | None = None


class Waits(Exception):
    """The message is right, but a person must look before it is applied; raised before anything was written."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.outcome = Outcome(state="waiting", code=code, words=words)


async def seen_before(connection: "Connection", sender: Sender, reading: Understood | Refused) -> Outcome | None:
    """What came of the very same message before; a repeat is counted and nothing else. Same id, other body: new."""
    row = await connection.fetchrow(_AGAIN, sender.system, *_identity(reading))
    if row is None:
        return None
    return Outcome(state=row["state"], answer=row["answer"], code=row["code"], words=row["words"])


async def keep(
    connection: "Connection",
    sender: Sender,
    reading: Understood | Refused,
    outcome: Outcome,
    person: PersonId | None,
) -> None:
    """Keep the message, in the transaction of what came of it; by the person it is about it can be erased."""
    await connection.execute(
        _KEEP,
        sender.system,
        *_identity(reading),
        sender.feed_id,
        (reading.header and reading.header.trigger) or "",
        reading.received_at,
        person,
        reading.raw,
        outcome.answer,
        outcome.state,
        outcome.code,
        outcome.words,
    )


def _identity(reading: Understood | Refused) -> tuple[str, str, str, bytes]:
    header = reading.header
    names = (header.sending_application, header.sending_facility, header.control_id) if header else ("", "", "")
    application, facility, control_id = (storable(name)[:LONGEST_NAME] for name in names)
    return application, facility, control_id, sha256(reading.raw).digest()


def storable(text: str) -> str:
    """Text without NUL, which PostgreSQL cannot hold."""
    return text.replace("\x00", "")


_AGAIN = """
    UPDATE feed_message SET repeats = repeats + 1
    WHERE system_id = $1 AND application = $2 AND facility = $3 AND control_id = $4 AND body_hash = $5
    RETURNING answer, state, code, words"""

_KEEP = """
    INSERT INTO feed_message (system_id, application, facility, control_id, body_hash, feed_id, trigger, received_at,
        person_id, raw, answer, state, code, words)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"""
