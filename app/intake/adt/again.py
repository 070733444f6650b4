"""Place messages that were kept once more: what they waited for has come, or something told before them has.

Each in a turn of its own, so that one that cannot be placed stops no other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.database import Database
from app.domain.rejections import Rejection
from app.domain.values import SystemId
from app.events.handler import taken
from app.events.hints import Hints
from app.events.log import Turn
from app.intake.adt.decision import Decision, IsPerson, NewPerson
from app.intake.adt.kept import Kept, due_after, kept
from app.intake.adt.kept_again import keep_again, settled_meanwhile
from app.intake.adt.outcome import GivenUp, Outcome
from app.intake.adt.placing import place
from app.intake.adt.subjects import Subject
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Refused, Understood
from app.intake.adt.waits_for import for_person, for_visit
from app.intake.adt.whose import whose
from app.intake.senders import Sender, sender_of_feed


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What came of a message that was placed once more."""

    message_id: int
    state: str
    code: str | None
    words: str | None


async def place_again(database: Database, hints: Hints, system: SystemId, message_ids: Sequence[int]) -> list[Replayed]:
    """Place each of these, in the order in which they were told, and then what waited for it.

    None is placed twice, but one that still waited when another of these helped it. One that was erased meanwhile is
    passed over.
    """
    placed: dict[int, Replayed] = {}
    helped: set[int] = set()
    due = list(message_ids)
    while due:
        async with database.reads.acquire() as connection:
            messages = await kept(connection, system, due)
            feeds = {message.feed_id for message in messages}
            senders = {each: await sender_of_feed(connection, system, each) for each in feeds}
        due = []
        for message in messages:
            placed[message.message_id], then = await _once_more(database, hints, senders[message.feed_id], message)
            due += then
        waits = {each for each in due if each in placed and placed[each].state == "waiting"} - helped
        due = [each for each in dict.fromkeys(due) if each not in placed or each in waits]
        helped |= waits
    return list(placed.values())


async def outcome_of(
    turn: Turn, sender: Sender, reading: Understood | Refused, given_up: Outcome | None, message: Kept | None = None
) -> Outcome:
    """What comes of a message inside this turn; or came of it in one that had to be given up."""
    if isinstance(reading, Refused):
        return Outcome(state="refused", answer=reading.ack, code=reading.code, words=reading.words)
    if given_up:
        return given_up
    return await place(turn, sender, reading, *((_decision(message), message.spell) if message else ()))


def waiting(refused: Rejection, reading: Understood) -> Outcome:
    """The rules refused it after something may have been written: it waits, with the reason."""
    if isinstance(refused, GivenUp):
        return refused.outcome
    waits_for = next(iter(keys_of(reading)), None)
    return Outcome(state="waiting", code=refused.code(), words=refused.words(), waits_for=waits_for)


def keys_of(reading: Understood | Refused) -> list[str]:
    """What others may wait for that this message makes known: the visit and the person of each that it tells of."""
    subjects = () if isinstance(reading, Refused) else reading.subjects
    return list(dict.fromkeys(key for subject in subjects for key in _keys_of(subject) if key))


def _keys_of(subject: Subject) -> tuple[str | None, str | None]:
    number = subject.patient.identifiers.hospital_number
    return for_visit(subject.visit.number if subject.visit else None), for_person(number.value if number else None)


def _decision(message: Kept) -> Decision | None:
    """Somebody who was new when the message was applied is known by now."""
    known = message.person if message.state == "applied" else None
    return IsPerson(person_id=known) if known and isinstance(message.decision, NewPerson) else message.decision


async def _once_more(database: Database, hints: Hints, sender: Sender, message: Kept) -> tuple[Replayed, list[int]]:
    reading = understand(message.raw, message.received_at, sender.settings)
    try:
        outcome, due = await _turn(database, hints, sender, reading, message, None)
    except Rejection as refused:
        given_up = waiting(refused, reading) if isinstance(reading, Understood) else None
        outcome, due = await _turn(database, hints, sender, reading, message, given_up)
    return Replayed(message_id=message.message_id, state=outcome.state, code=outcome.code, words=outcome.words), due


async def _turn(
    database: Database,
    hints: Hints,
    sender: Sender,
    reading: Understood | Refused,
    message: Kept,
    given_up: Outcome | None,
) -> tuple[Outcome, list[int]]:
    async with taken(database, hints, sender.system) as turn:
        if settled := await settled_meanwhile(turn.connection, sender.system, message):
            return Outcome(state=settled), []
        outcome = await outcome_of(turn, sender, reading, given_up, message)
        person = outcome.person or await whose(turn, sender, reading)
        await keep_again(turn.connection, sender.system, message.message_id, reading, outcome, person)
        if isinstance(reading, Refused) or not outcome.is_news or message.state == "applied":
            return outcome, []
        keys = keys_of(reading)
        return outcome, await due_after(
            turn.connection, sender, reading.told_at, outcome.spell, keys, others=outcome.others
        )
