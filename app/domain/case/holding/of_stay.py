"""What news of a stay asks the holders: the person meets the criteria again, or is on another ward.

Two states of the stay are compared, so that late news counts only where it changes what is true now.
"""

from collections.abc import Iterator

from app.domain.case.holding.causes import Cause
from app.domain.spell.criteria import Review, timeline
from app.domain.spell.state import Open, Spell


def causes_of(before: Spell, after: Spell) -> Iterator[Cause]:
    """Of somebody who was in a bed and is; who comes back to one is another matter."""
    if not (_in_bed(before) and _in_bed(after)):
        return
    if before.place.ward_id != after.place.ward_id:
        yield Cause.MOVED_WARD
    was, now = _latest(before), _latest(after)
    if was and now and was.no_longer_meets and not now.no_longer_meets:
        yield Cause.MEETS_AGAIN


def is_ready(spell: Spell) -> bool:
    """Whether the last review said *no longer meets*."""
    latest = _latest(spell)
    return latest is not None and latest.no_longer_meets


def _in_bed(spell: Spell) -> bool:
    return spell.admission is not None and isinstance(spell.stage, Open)


def _latest(spell: Spell) -> Review | None:
    if spell.admission is None or not spell.reviews:
        return None
    known = timeline(spell.reviews, spell.admission.at, max(review.at for review in spell.reviews))
    return known[-1] if known else None
