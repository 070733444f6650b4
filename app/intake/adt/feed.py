"""One message in, one answer out: kept and applied in one turn, and answered only after the commit."""

from datetime import datetime

import structlog

from app.database import Database
from app.domain.rejections import Rejection
from app.events.handler import taken
from app.events.hints import Hints
from app.events.log import Turn
from app.intake.adt.acknowledgement import acknowledge
from app.intake.adt.header import Header
from app.intake.adt.kept import Outcome, keep, seen_before
from app.intake.adt.placing import place
from app.intake.adt.understanding import UNKNOWN_SENDER, refuse, understand
from app.intake.adt.understood import Refused, Understood
from app.intake.adt.whose import whose
from app.intake.senders import Sender, UnknownSender, sender_of

log = structlog.get_logger()


class Feed:
    """What the MLLP listener hands messages to. A fault of our own is raised: the listener holds the answer."""

    def __init__(self, database: Database, hints: Hints) -> None:
        self._database = database
        self._hints = hints

    async def receive(self, raw: bytes, received_at: datetime) -> bytes:
        """Keep the message, do what it says, and answer when both are committed."""
        reading = understand(raw, received_at)
        try:
            sender = await self._sender(reading.header or Header())
        except UnknownSender:
            # Without a system there is nowhere to keep it: it stays the sender's, who is told so.
            log.warning("adt message of an unknown sender")
            reading = reading if isinstance(reading, Refused) else refuse(UNKNOWN_SENDER, reading)
            return acknowledge(reading, reading.ack, reading.words)
        try:
            outcome = await self._turn(sender, reading)
        except Rejection as rejection:
            # The rules may refuse after something was written: that turn was given up, another keeps the message.
            outcome = await self._turn(sender, reading, rejection)
        return acknowledge(reading, outcome.answer, (outcome.words or "") if outcome.answer != "AA" else "")

    async def _sender(self, header: Header) -> Sender:
        async with self._database.reads.acquire() as connection:
            return await sender_of(connection, header.sending_application, header.sending_facility)

    async def _turn(self, sender: Sender, reading: Understood | Refused, rejection: Rejection | None = None) -> Outcome:
        async with taken(self._database, self._hints, sender.system) as turn:
            outcome = await seen_before(turn.connection, sender, reading)
            if outcome is None:
                outcome = await _outcome(turn, sender, reading, rejection)
                await keep(turn.connection, sender, reading, outcome, await whose(turn, sender, reading))
        return outcome


async def _outcome(turn: Turn, sender: Sender, reading: Understood | Refused, rejection: Rejection | None) -> Outcome:
    if isinstance(reading, Refused):
        return Outcome(state="refused", answer=reading.ack, code=reading.code, words=reading.words)
    if rejection:
        return Outcome(state="waiting", code=rejection.code(), words=rejection.words())
    return await place(turn, sender, reading)
