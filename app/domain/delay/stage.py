"""The one stage of somebody's way out, and the reason that it stands for (hub practice 12).

Exactly one stage holds at an instant, or none: then nothing of the way out is waited for any more. A community bed has
those of the search for the next service only.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.pathways import Pathway
from app.domain.delay.facts import ASKED, NEEDED, SENT, Exit, Field, Need, Search
from app.domain.delay.rule import LineReasons

Known = Mapping[Field, str | None]
"""What holds of each field at an instant."""

REVIEWS = (DelayReason.HP1, DelayReason.HP2)
"""The reviews that a referral may wait for, the first one first."""

NOBODY_WAITS = LineReasons(None, None)

STEPS = frozenset({*REVIEWS, DelayReason.CT3, DelayReason.CA11})
"""Recorded as blockers by people, these tell of the stage: they are its reason where the stage has come to them."""


def stage(
    known: Known, recorded: Collection[DelayReason], lines: Mapping[str, LineReasons], at: datetime
) -> DelayReason | None:
    """The reason of the stage at this instant. `recorded` are the blockers of `STEPS` that are open."""
    if Field.EXIT in known:
        return _out_of_community(known, recorded, lines, at)
    referral = known.get(Field.REFERRAL)
    if known.get(Field.PATHWAY) == Pathway.P0 or (referral is None and known.get(Field.NEED) == Need.P0):
        return _restart(known, recorded, at)
    if referral is None:
        if known.get(Field.NEED) is None:
            return DelayReason.HP7
        return next((each for each in REVIEWS if each in recorded), DelayReason.HP3)
    if referral != SENT:
        return DelayReason(referral)
    return _with_hub(known, recorded, lines, at)


def serves(line: str, pathway: str, lines: Mapping[str, LineReasons]) -> bool:
    """Whether a service of this line may be given on this pathway; of a line that the hub's list leaves out, any."""
    return pathway in lines.get(line, NOBODY_WAITS).serves


def _restart(known: Known, recorded: Collection[DelayReason], at: datetime) -> DelayReason | None:
    restart = known.get(Field.RESTART)
    waits = restart == ASKED or (restart is not None and at < datetime.fromisoformat(restart))
    return DelayReason.CA11 if waits or DelayReason.CA11 in recorded else None


def _with_hub(
    known: Known, recorded: Collection[DelayReason], lines: Mapping[str, LineReasons], at: datetime
) -> DelayReason | None:
    if known.get(Field.PATHWAY) is None:
        return DelayReason.CT1
    return _search(known, recorded, lines, at)


def _out_of_community(
    known: Known, recorded: Collection[DelayReason], lines: Mapping[str, LineReasons], at: datetime
) -> DelayReason | None:
    """Only what the next service is waited for has stages; who needs none may wait for the one that they had before."""
    if known.get(Field.LINE) or known[Field.EXIT] == Exit.SERVICE:
        return _search(known, recorded, lines, at)
    return DelayReason.CA11 if DelayReason.CA11 in recorded else None


def _search(
    known: Known, recorded: Collection[DelayReason], lines: Mapping[str, LineReasons], at: datetime
) -> DelayReason | None:
    search, line = known.get(Field.SEARCH), known.get(Field.LINE)
    if search is None or line is None:
        return DelayReason.CT2
    reasons, pathway = lines.get(line, NOBODY_WAITS), known.get(Field.PATHWAY)
    if search != Search.CONFIRMED and pathway and not serves(line, pathway, lines):
        return DelayReason.CT2  # it was described for the pathway of before
    if search != Search.CONFIRMED and (known.get(Field.FUNDING) == NEEDED or DelayReason.CT3 in recorded):
        return DelayReason.CT3
    match Search(search):
        case Search.ASKED_MORE:
            return DelayReason.IP8
        case Search.NOBODY:
            return reasons.no_place
        case Search.OUT:
            return reasons.arranging
        case Search.CONFIRMED:
            starts = known.get(Field.LEAVE_FROM)
            return reasons.no_place if starts and at < datetime.fromisoformat(starts) else None
