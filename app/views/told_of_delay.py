"""What a row keeps of why somebody is still here, for whoever asks for the reason: the facts, compact, as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Column, Integer
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.delay import History

DELAY = "delay"
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept(History):
    """`periods` are those in which the person was ready to leave and in a bed; of a case those in which it was live.

    One without an end lasts.
    """

    periods: tuple[tuple[datetime, datetime | None], ...] = ()


_KEPT, _NOTHING = TypeAdapter(Kept), Kept()


def delay_column() -> Column[Any]:
    """The column in which a kind of row keeps it; null where nothing was told."""
    return Column(DELAY, JSONB, comment="what the reason of a delay is derived from")


def unwell_column() -> Column[Any]:
    """The column that counts relapses while ready; of a stay that moved last before there was one, none is known."""
    comment = "how often they met the criteria again, having been ready"
    return Column("became_unwell", Integer, nullable=False, server_default="0", comment=comment)


def told(history: History, periods: Sequence[tuple[datetime, datetime | None]] = ()) -> Told | None:
    """As a row keeps it."""
    kept = Kept(history.facts, history.blockers, history.overrides, history.asked, tuple(periods))
    if kept == _NOTHING:
        return None
    said: Told = _KEPT.dump_python(kept, mode="json")
    return said


def kept_in(column: str | None) -> Kept:
    """What a row kept, from its JSON."""
    return _KEPT.validate_json(column) if column else _NOTHING
