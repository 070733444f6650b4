"""Somebody's home, corrected by hand: address, postcode and GP practice as whoever asked them was told."""

from dataclasses import replace
from datetime import datetime

from app.access.me import Me
from app.api.home_kept import home_etag, home_version
from app.api.home_shapes import HomeTyped
from app.api.state import State
from app.domain.person import RecordDetails
from app.domain.rejections import NotKnown
from app.domain.spell import SPELL
from app.domain.spell.state import person_of
from app.domain.values import SpellId, stream
from app.events.handler import Receipt, decide_in, taken
from app.events.overwriting import IfMatch, MatchFailed, MatchRequired
from app.people.details import Details
from app.people.merging import survivor_of
from app.people.record import read
from app.people.registry import keep


async def correct_home(
    homeward: State, me: Me, spell: SpellId, told: HomeTyped, now: datetime, if_match: IfMatch
) -> Receipt:
    """Keep the home as it is told now, of who is in this stay; what is left out is taken away.

    Raises NotKnown for a stay or person that is not here, MatchRequired and MatchFailed where another's would be lost.
    """
    async with taken(homeward.database, homeward.hints, me.system) as turn:
        stay = await turn.read(stream("spell", spell))
        person = await survivor_of(turn.connection, turn.system, person_of(SPELL.fold(stay.events)))
        record = await read(turn.connection, turn.system, person)
        if record is None:
            raise NotKnown(what="person")
        past = await turn.read(stream("person", person))
        changed = (await keep(turn.connection, turn.system, person, _details(told), now, record)).changed
        if changed:
            _check(home_version(past.events), if_match)
        receipt = await decide_in(turn, RecordDetails(person_id=person, changed=changed, by=me.actor, at=now))
        return replace(receipt, etag=home_etag(past.events))


def _details(told: HomeTyped) -> Details:
    return Details(address=told.address, postcode=told.postcode or "", practice=told.practice or "")


def _check(current: int, if_match: IfMatch) -> None:
    if if_match is None:
        raise MatchRequired
    if if_match != current:
        raise MatchFailed(current)
