"""One message in, one answer out: kept and applied in one turn, and answered only after the commit."""

from datetime import datetime

import structlog

from app.database import Database
from app.domain.rejections import Rejection
from app.domain.system import SystemIsArchived
from app.events.handler import taken
from app.events.hints import Hints
from app.events.log import Turn
from app.intake.adt.acknowledgement import acknowledge
from app.intake.adt.again import keys_of, outcome_of, place_again, waiting
from app.intake.adt.asked import SettingsChanged, ask
from app.intake.adt.header import sender_named
from app.intake.adt.kept import due_after, keep
from app.intake.adt.outcome import Outcome
from app.intake.adt.understanding import ARCHIVED, UNKNOWN_SENDER, Fault, refuse, understand
from app.intake.adt.understood import AckCode, Refused, Understood
from app.intake.adt.whose import whose
from app.intake.senders import Sender, Senders, UnknownSender
from app.measuring import MESSAGES

log = structlog.get_logger()


class Feed:
    """What the MLLP listener hands messages to. A fault of our own is raised: the listener holds the answer."""

    def __init__(self, database: Database, hints: Hints) -> None:
        self._database = database
        self._hints = hints
        self._senders = Senders(database)

    async def receive(self, raw: bytes, received_at: datetime) -> bytes:
        """Keep the message, do what it says, and answer when both are committed."""
        try:
            return await self._receive(raw, received_at)
        except SettingsChanged:
            self._senders.forget()
            return await self._receive(raw, received_at)

    async def _receive(self, raw: bytes, received_at: datetime) -> bytes:
        try:
            header = sender_named(raw)
            sender = await self._senders.of(header.sending_application, header.sending_facility)
        except UnknownSender:
            # Without a system there is nowhere to keep it: it stays the sender's, who is told so.
            log.warning("adt message of an unknown sender")
            return _not_kept(understand(raw, received_at), UNKNOWN_SENDER, None)
        reading = understand(raw, received_at, sender.settings)
        try:
            outcome = await self._outcome(sender, reading)
        except SystemIsArchived:
            log.warning("adt message for an archived system")
            return _not_kept(reading, ARCHIVED, sender)
        return _answered(reading, outcome.answer, (outcome.words or "") if outcome.answer != "AA" else "", sender)

    async def _outcome(self, sender: Sender, reading: Understood | Refused) -> Outcome:
        try:
            outcome, due = await self._turn(sender, reading, None)
        except SystemIsArchived:
            raise
        except Rejection as refused:
            # The rules may refuse after something was written: that turn was given up, another keeps the message.
            given_up = waiting(refused, reading) if isinstance(reading, Understood) else None
            outcome, due = await self._turn(sender, reading, given_up)
        if due:
            await place_again(self._database, self._hints, sender.system, due)
        return outcome

    async def _turn(
        self, sender: Sender, reading: Understood | Refused, given_up: Outcome | None
    ) -> tuple[Outcome, list[int]]:
        async with taken(self._database, self._hints, sender.system) as turn:
            seen = await ask(turn, sender, reading)
            if seen:
                return seen, await self._left_over(turn, sender, reading, seen)
            outcome = await outcome_of(turn, sender, reading, given_up)
            person = outcome.person or await whose(turn, sender, reading)
            return outcome, await keep(turn, sender, reading, outcome, person, keys_of(reading))

    async def _left_over(self, turn: Turn, sender: Sender, reading: Understood | Refused, seen: Outcome) -> list[int]:
        """What was to be placed again after this message: its first answer may not have been given for want of that."""
        if isinstance(reading, Refused) or not seen.is_news:
            return []
        keys = keys_of(reading)
        return await due_after(turn.connection, sender, reading.told_at, seen.spell, keys, others=seen.others)


def _not_kept(reading: Understood | Refused, why: Fault, sender: Sender | None) -> bytes:
    """What is not kept here stays the sender's, who is told why; what is wrong with the message itself comes first."""
    refused = reading if isinstance(reading, Refused) else refuse(why, reading)
    return _answered(refused, refused.ack, refused.words, sender)


def _answered(reading: Understood | Refused, answer: AckCode, words: str, sender: Sender | None) -> bytes:
    MESSAGES.labels(answer).inc()
    # Not the message's own number nor its sender's name: either may hold anything.
    of = {"system": str(sender.system), "feed": str(sender.feed_id)} if sender else {}
    log.debug("adt message answered", answer=answer, **of)
    return acknowledge(reading, answer, words)
