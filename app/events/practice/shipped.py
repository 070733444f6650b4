"""The lists that are shipped, labelled *local default*: what counts in a system that has set none of its own."""

import json
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from app.domain.practice import DOCUMENTS, Document, PracticeKind

D = TypeVar("D", bound=Document[Any])

_FILES = Path(__file__).parent / "defaults"


def shipped(document: type[D]) -> D:
    """The shipped list of this kind."""
    held = _shipped(document.kind)
    assert isinstance(held, document)
    return held


@cache
def _shipped(kind: PracticeKind) -> Document[Any]:
    held = json.loads((_FILES / f"{kind}.json").read_text(encoding="utf-8"))
    return DOCUMENTS[kind].parse(held["lines"])
