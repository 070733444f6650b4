"""One message in, one answer out: kept and applied in one turn, and answered only after the commit."""

from datetime import datetime

from app.database import Database
from app.events.handler import taken
from app.events.hints import Hints
from app.intake.adt.acknowledgement import acknowledge
from app.intake.adt.kept import Outcome, keep, seen_before
from app.intake.adt.placing import place
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Refused, Understood
from app.intake.senders import Sender, sender_of


class Feed:
    """What the MLLP listener hands messages to. A fault of our own is raised: the listener holds the answer."""

    def __init__(self, database: Database, hints: Hints) -> None:
        self._database = database
        self._hints = hints

    async def receive(self, raw: bytes, received_at: datetime) -> bytes:
        """Keep the message, do what it says, and answer when both are committed."""
        reading = understand(raw, received_at)
        sender = await self._sender(reading)
        async with taken(self._database, self._hints, sender.system) as turn:
            outcome = await seen_before(turn.connection, sender, reading)
            if outcome is None:
                if isinstance(reading, Refused):
                    outcome = _refusal(reading)
                else:
                    outcome = await place(turn, sender, reading)
                await keep(turn.connection, sender, reading, outcome)
        return acknowledge(reading, outcome.answer, (outcome.words or "") if outcome.answer != "AA" else "")

    async def _sender(self, reading: Understood | Refused) -> Sender:
        header = reading.header
        async with self._database.reads.acquire() as connection:
            return await sender_of(
                connection,
                header.sending_application if header else "",
                header.sending_facility if header else "",
            )


def _refusal(refused: Refused) -> Outcome:
    return Outcome(state="refused", answer=refused.ack, code=refused.code, words=refused.words)
