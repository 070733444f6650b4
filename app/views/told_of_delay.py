"""What a row keeps of why somebody is still here, for whoever asks for the reason: the facts, compact, as JSON."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Column
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.delay import History

DELAY = "delay"
Told = dict[str, Any]
Periods = tuple[tuple[datetime, datetime | None], ...]
"""When the person was ready to leave and in a bed; one without an end lasts."""

_HISTORY, _PERIODS = TypeAdapter(History), TypeAdapter(Periods)
_NOTHING = History()


def delay_column() -> Column[Any]:
    """The column in which a kind of row keeps it; null where nothing was told."""
    return Column(DELAY, JSONB, comment="what the reason of a delay is derived from")


def told(history: History, periods: Sequence[tuple[datetime, datetime | None]] = ()) -> Told | None:
    """As a row keeps it."""
    if history == _NOTHING and not periods:
        return None
    kept: Told = _HISTORY.dump_python(history, mode="json")
    return kept | {"periods": _PERIODS.dump_python(tuple(periods), mode="json")}


def history_in(kept: Told | None) -> History:
    """The history that a row kept."""
    return _HISTORY.validate_python(kept) if kept else _NOTHING


def periods_in(kept: Told | None) -> Periods:
    """The periods that a row kept."""
    return _PERIODS.validate_python(kept["periods"]) if kept else ()
