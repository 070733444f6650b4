"""Each event's hash covers the one before it in its system: a changed, lost or inserted event shows."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

GENESIS = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event as it is stored: `data` and `actor` are JSON objects, words in `data` are sealed."""

    position: int
    stream: str
    version: int
    type: str
    data: dict[str, Any]
    actor: dict[str, Any]
    at: datetime
    recorded_at: datetime
    told_at: datetime | None = None

    def hash(self, before: bytes) -> bytes:
        """SHA-256 over the hash before and this entry's canonical form."""
        body: tuple[object, ...] = (
            self.position,
            self.stream,
            self.version,
            self.type,
            self.data,
            self.actor,
            _utc(self.at),
            _utc(self.recorded_at),
        )
        if self.told_at:  # the events before there was such a time keep their hash
            body += (_utc(self.told_at),)
        canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return sha256(before + canonical.encode()).digest()


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
