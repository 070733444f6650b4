"""One message for the desk: as it came, as it was understood, what was decided about it, and what may be."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import select

from app.access.me import Me
from app.access.policy import may_command
from app.access.tables import account
from app.api.state import State
from app.domain.feed import ChangeFeed
from app.domain.rejections import NotKnown
from app.domain.values import PersonId
from app.intake.adt.candidates import candidates
from app.intake.adt.decision import Decision, Ignore, IsPerson
from app.intake.adt.kept import Kept, kept
from app.intake.adt.offers import Offer, offers, ward_waited_for
from app.intake.adt.queue import Queued, queued
from app.intake.adt.raw_lines import raw_lines
from app.intake.adt.showing import Part, shown
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Understood
from app.intake.senders import sender_of_feed
from app.people.lookup import Identity, identity


class Candidate(BaseModel):
    """Somebody known here whom the message may be about, and how it leads to them."""

    person_id: UUID
    name: str
    birth_date: date | None
    nhs_number: str | None
    hospital_numbers: list[str]
    why: str


class Decided(BaseModel):
    """What was decided last, by whom and when; `at` is what `instead_of` must be to decide otherwise."""

    kind: str
    words: str
    by: str
    at: datetime


class MessagePage(BaseModel):
    """One message. Of one that was erased no lines are left, and nothing can be done.

    `ward` is the name that it waits for; `people` are whom it may be about, where that is to be decided.
    """

    message: Queued
    lines: list[str]
    understood: list[Part]
    decided: Decided | None
    can: list[Offer]
    ward: str | None
    people: list[Candidate]


async def message_page(homeward: State, me: Me, message_id: int) -> MessagePage:
    """Read the message as its feed is read now. Raises NotKnown."""
    async with homeward.database.reads.acquire() as connection:
        found = await queued(connection, me.system, [message_id])
        if not found:
            raise NotKnown(what="message")
        read = await kept(connection, me.system, [message_id])
        if not read:
            return MessagePage(message=found[0], lines=[], understood=[], decided=None, can=[], ward=None, people=[])
        (message,) = read
        sender = await sender_of_feed(connection, me.system, message.feed_id)
        reading = understand(message.raw, message.received_at, sender.settings)
        can = [each for each in offers(message, reading) if each != "map_ward" or may_command(me, ChangeFeed)]
        understood = await shown(connection, sender, reading)
        about: dict[PersonId, str] = {}
        if "is_person" in can and isinstance(reading, Understood):
            about = await candidates(connection, sender, reading.subjects[0])
    return MessagePage(
        message=found[0],
        lines=raw_lines(message.raw),
        understood=understood,
        decided=await _decided(homeward, me, message),
        can=can,
        ward=ward_waited_for(message),
        people=await _people(homeward, me, about),
    )


async def _people(homeward: State, me: Me, about: dict[PersonId, str]) -> list[Candidate]:
    async with homeward.database.engine.connect() as connection:
        known = [(await identity(connection, me.system, person), why) for person, why in about.items()]
    return [_candidate(person, why) for person, why in known if person]


def _candidate(person: Identity, why: str) -> Candidate:
    return Candidate(
        person_id=person.person_id,
        name=person.name,
        birth_date=person.birth_date,
        nhs_number=person.nhs_number,
        hospital_numbers=list(person.hospital_numbers),
        why=why,
    )


async def _decided(homeward: State, me: Me, message: Kept) -> Decided | None:
    decision = message.decision
    if decision is None or message.decided_at is None:
        return None
    named = select(account.c.name).where(account.c.system_id == me.system, account.c.staff_id == message.decided_by)
    async with homeward.database.engine.connect() as connection:
        by = (await connection.execute(named)).scalar_one_or_none()
        person = None
        if isinstance(decision, IsPerson):
            person = await identity(connection, me.system, PersonId(decision.person_id))
    return Decided(
        kind=decision.kind, words=_words(decision, person), by=by or "Somebody who left", at=message.decided_at
    )


def _words(decision: Decision, person: Identity | None) -> str:
    if isinstance(decision, Ignore):
        return f"Nothing is to be done: “{decision.words}”"
    if isinstance(decision, IsPerson):
        return f"It is about {person.name if person else 'somebody who is not known here any more'}."
    return {
        "new_person": "It is about somebody who was not known here.",
        "opens_stay": "The person is in hospital: it is taken as their admission.",
        "give_stay": "The stay belongs to the other record, and is given to it.",
        "as_sent": "What was decided before is taken back: it is placed by what it says.",
    }[decision.kind]
