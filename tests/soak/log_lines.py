"""What the service said that it should not have: an exception that nobody expected, in text or as JSON."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

MOST_TOLD = 20

# A message that has to wait says which fault it met: here only a database that is away or busy, whatever the class.
HELD = "adt message held after a fault"
AWAY = re.compile(
    r"Busy|Unavailable|Connection\w*Error|InterfaceError|TimeoutError|AdminShutdownError|CannotConnectNowError"
    r"|BrokenPipeError|QueryCanceledError|InternalClientError|IdleInTransactionSessionTimeoutError"
)
_GRAVE = re.compile(r"\[(error|critical) *\]|^(ERROR|CRITICAL) |Traceback|never retrieved|^\s*File \"")
_FAULT = re.compile(r"\bfault=(\w+)")


def unhandled(log: Path) -> list[str]:
    """Each such line once, with how often it was said."""
    lines = log.read_text(errors="replace").splitlines()
    found = Counter(re.sub(r"\d+", "…", line.strip()) for line in lines if is_unexpected(line))
    return [f"the log says {times} times: {line}" for line, times in found.most_common(MOST_TOLD)]


def is_unexpected(line: str) -> bool:
    """Whether a line tells of something that went wrong, and was not the database that was away."""
    said = _as_json(line)
    if said is None:
        grave, fault = _GRAVE.search(line) is not None, _FAULT.search(line)
        return grave and not (HELD in line and fault is not None and AWAY.fullmatch(fault[1]))
    if said.get("event") == HELD and AWAY.fullmatch(str(said.get("fault"))):
        return False
    return said.get("level") in ("error", "critical") or "exception" in said


def _as_json(line: str) -> dict[str, Any] | None:
    try:
        said = json.loads(line)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None
