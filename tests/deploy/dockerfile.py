"""The Dockerfile as its steps, to be carried out or looked at without a container engine."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction: its word in capitals and what follows it, continued lines joined."""

    word: str
    rest: str


def stages() -> list[list[Step]]:
    """Each stage's steps, its FROM first."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    lines = [line for line in re.sub(r"\\\n\s*", " ", text).splitlines() if line.strip()]
    found: list[list[Step]] = []
    for line in lines:
        word, _, rest = line.strip().partition(" ")
        if word == "FROM":
            found.append([])
        if found:
            found[-1].append(Step(word, rest.strip()))
    return found


def health_check() -> list[str]:
    """The words by which the container asks whether it is well."""
    [step] = [step for step in stages()[-1] if step.word == "HEALTHCHECK"]
    words: list[str] = json.loads(step.rest.partition("CMD ")[2])
    return words
