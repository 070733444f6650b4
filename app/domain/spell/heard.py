"""What of a stay was heard before: the very same news, of the same time, counts once."""

from app.domain.spell.ending import EndReversed, SpellEnded
from app.domain.spell.expecting import AdmissionExpected, ExpectedAdmissionCancelled
from app.domain.spell.opening import AdmissionCorrected, AdmissionReversed, SpellOpened, SpellReopened
from app.domain.spell.state import News, Spell


def was_heard(spell: Spell, news: News) -> bool:
    """Whether this is a repeat."""
    return (news.at, _as_heard(news.event)) in spell.heard


def with_heard(spell: Spell, news: News) -> Spell:
    """The stay that knows this news again. What was taken back is news when the very same is said once more."""
    undone = frozenset(each for each in spell.heard if _undoes(news.event, each[1]))
    return spell._replace(heard=(spell.heard - undone) | {(news.at, _as_heard(news.event))})


def _undoes(event: object, before: object) -> bool:
    if isinstance(event, AdmissionReversed):
        return isinstance(before, tuple) and before[0] == _OPENED
    return isinstance(before, _UNDONE_BY.get(type(event), ()))


_OPENED = "opened"
_UNDONE_BY: dict[type[object], tuple[type[object], ...]] = {
    EndReversed: (SpellEnded,),
    AdmissionExpected: (AdmissionExpected, ExpectedAdmissionCancelled),
    ExpectedAdmissionCancelled: (AdmissionExpected,),
}
"""Moves and leave are not among them: sent again they are repeats, and a new move has a time of its own."""


def _as_heard(event: object) -> object:
    """An admission that was told as the first, as a correction or as a reopening is one and the same news."""
    if isinstance(event, SpellOpened | AdmissionCorrected | SpellReopened):
        return (_OPENED, event.ward_id, event.bed, isinstance(event, SpellOpened) and event.inferred)
    return event
