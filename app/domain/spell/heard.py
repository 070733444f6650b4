"""What of a stay was heard before: the very same news, of the same time, counts once."""

from dataclasses import replace

from app.domain.spell.opening import AdmissionCorrected, AdmissionReversed, SpellOpened, SpellReopened
from app.domain.spell.state import News, Spell


def was_heard(spell: Spell, news: News) -> bool:
    """Whether this is a repeat."""
    return (news.at, _as_heard(news.event)) in spell.heard


def with_heard(spell: Spell, news: News) -> Spell:
    """The stay that knows this news again. After a cancelled admission the very same admission is news again."""
    heard = spell.heard
    if isinstance(news.event, AdmissionReversed):
        heard = frozenset(each for each in heard if not (isinstance(each[1], tuple) and each[1][0] == _OPENED))
    return replace(spell, heard=heard | {(news.at, _as_heard(news.event))})


_OPENED = "opened"


def _as_heard(event: object) -> object:
    """An admission that was told as the first, as a correction or as a reopening is one and the same news."""
    if isinstance(event, SpellOpened | AdmissionCorrected | SpellReopened):
        return (_OPENED, event.ward_id, event.bed, isinstance(event, SpellOpened) and event.inferred)
    return event
