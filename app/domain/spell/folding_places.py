"""Where the person is, after news of one more move, correction or cancelled move."""

from datetime import datetime, timedelta

from app.domain.spell.folding_half_ways import moved_to_a_bed
from app.domain.spell.moving import MoveReversed
from app.domain.spell.state import Spell, can_stay, in_stay
from app.domain.spell.whereabouts import Place, Placed, TakenBack, move_taken_back, place_at, placed, without_move

CLOCKS_DIFFER = timedelta(minutes=10)
"""A cancellation may be stamped so much before the move it cancels, where it says where that went."""


def moved(spell: Spell, said_at: datetime, new: Placed) -> Spell:
    """The person went there, unless that move was cancelled before it was heard of."""
    if not can_stay(spell, new.at):
        return spell
    for cancelled in spell.taken_back:
        if _cancels(cancelled, said_at, new.place):
            rest = tuple(each for each in spell.taken_back if each is not cancelled)
            return spell._replace(taken_back=rest)
    return moved_to_a_bed(spell, new.at)._replace(places=placed(spell.places, new), next_place=None)


def put_right(spell: Spell, at: datetime, place: Place) -> Spell:
    """The person was there at that time; nobody is put anywhere after they left."""
    at = in_stay(spell, at)
    if not can_stay(spell, at) or (spell.places and place_at(spell.places, at) == place):
        return spell
    return spell._replace(places=placed(spell.places, Placed(at, place)))


def taken_back(spell: Spell, said_at: datetime, at: datetime, event: MoveReversed) -> Spell:
    """The move is cancelled; one that nobody heard of yet is remembered."""
    if not can_stay(spell, at):
        return spell
    back = Placed(at, Place(event.ward_id, event.bed))
    went_to = Place(event.from_ward_id, event.from_bed or "") if event.from_ward_id else None
    index = move_taken_back(spell.places, back, went_to)
    if index is None:
        unheard = TakenBack(said_at, went_to, back.place)
        return spell._replace(places=placed(spell.places, back), taken_back=(*spell.taken_back, unheard))
    return spell._replace(places=without_move(spell.places, index, back))


def _cancels(cancelled: TakenBack, said_at: datetime, went_to: Place) -> bool:
    """Whether this move is the one whose cancellation was stamped before it, or in the same second."""
    if cancelled.went_to is None:
        return cancelled.said_at == said_at
    return cancelled.went_to == went_to and said_at - cancelled.said_at <= CLOCKS_DIFFER
