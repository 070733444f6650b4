"""What the holders of a case are asked and said, as it stands: only what a decision reads or a row shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.domain.case.holding.causes import Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Keep or release? `cause` is the latest; `asked_at` is since when there is no answer, as people learnt of it."""

    cause: Cause
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """`asked`, `kept_until` and `kept_for`, why it was asked, are by the id of the holder; `answered` ids of answers.

    `heard` is what holders were asked about, by cause and when that happened: told again, it asks nobody.
    """

    asked: Mapping[UUID, Question] = field(default_factory=dict)
    kept_until: Mapping[UUID, datetime] = field(default_factory=dict)
    kept_for: Mapping[UUID, Cause] = field(default_factory=dict)
    answered: frozenset[UUID] = frozenset()
    heard: frozenset[tuple[Cause, datetime]] = frozenset()
