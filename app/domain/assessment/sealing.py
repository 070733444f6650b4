"""Answers as one piece of words, which the log seals as a whole: nothing of them can be read there."""

import json
from typing import Any

from app.domain.assessment.sheet import Answers
from app.domain.values import Words


def as_words(answers: Answers) -> Words:
    """The same answers are the same words, in whatever order they were given."""
    return Words(json.dumps(answers, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


def as_answers(words: Words) -> dict[str, Any]:
    """The answers again; none where the person was erased."""
    try:
        answers = json.loads(words)
    except ValueError:
        return {}
    return answers if isinstance(answers, dict) else {}


def changed(before: Answers, after: Answers) -> frozenset[str]:
    """The linkIds whose answer is another one, new, or gone."""
    return frozenset(link_id for link_id in {*before, *after} if before.get(link_id) != after.get(link_id))
