"""What the processes of a served Homeward said, line by line."""

import json
from collections.abc import Callable
from typing import Any

from tests.serving import Served, until

Line = dict[str, Any]


def lines(served: Served) -> list[Line]:
    """All that was said on standard error, which is JSON; what `serve` tells whoever started it is not."""
    return [json.loads(line) for line in served.said().splitlines() if line.startswith("{")]


def line(served: Served, event: str, fits: Callable[[Line], object]) -> Line:
    """The first line of this event that fits, once it is said."""

    def found() -> Line | None:
        return next((each for each in lines(served) if each["event"] == event and fits(each)), None)

    return until(found, f"{event!r} is said", 10)
