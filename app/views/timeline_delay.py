"""Why a stay lasted, in words: what was in the way, whose it was, and how nights and snapshots were reported."""

from typing import assert_never

from app.domain.case.tasks.words import OWNERS
from app.domain.delay.blockers import BlockerEnded, BlockerMarked, BlockerRecorded, BlockerWithdrawn
from app.domain.delay.contesting import NightAgreed, NightContested, NightSettled, SettlementSaid
from app.domain.delay.delaying import DelayEvent
from app.domain.delay.freezing import Frozen
from app.domain.delay.overriding import ReasonSet, SetReasonEnded
from app.domain.delay.snapshots import Taken
from app.views.phrases import Names, quoted, weekday, where
from app.views.timeline_nights import night_alone, reason_words, say_nights, say_snapshot


def say_delay(event: DelayEvent, names: Names) -> str:
    """One event as a sentence."""
    match event:
        case BlockerRecorded():
            stops = "stops leaving" if event.stops_leaving else "does not stop leaving"
            return f"In the way: {reason_words(event.reason)} ({OWNERS[event.owner]}); {stops}.{quoted(event.words)}"
        case BlockerMarked(stops_leaving=True):
            return "What was in the way now stops leaving."
        case BlockerMarked():
            return "What was in the way no longer stops leaving."
        case BlockerEnded():
            return "Out of the way."
        case BlockerWithdrawn():
            return "What was said to be in the way was a mistake."
        case ReasonSet():
            return f"Reason set: {reason_words(event.reason)}.{quoted(event.words)}"
        case SetReasonEnded():
            return "The reason that was set counts no longer."
        case Frozen():
            return say_nights(night_alone(event), names)
        case Taken():
            return say_snapshot(event)
        case NightAgreed():
            return f"Night of {weekday(event.night)}: {where(names, event.organisation_id)} agrees."
        case NightContested():
            who, said = where(names, event.organisation_id), reason_words(event.reason)
            return f"Night of {weekday(event.night)}: {who} contests it, and says {said}.{quoted(event.words)}"
        case SettlementSaid():
            who, said = where(names, event.organisation_id), reason_words(event.reason)
            return f"Night of {weekday(event.night)}: {who} would settle on {said}.{quoted(event.words)}"
        case NightSettled():
            return f"Night of {weekday(event.night)} settled: {reason_words(event.reason)}."
        case _:
            assert_never(event)
