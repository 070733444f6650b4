"""What was said in notes, in words."""

from typing import assert_never

from app.domain.case import NoteAmended, NoteEvent, NotePinned, NoteUnpinned, NoteWritten
from app.domain.case.audience import WORDS


def say_note(event: NoteEvent) -> str:
    """One event about a note as a sentence; whom it is for is said first."""
    match event:
        case NoteWritten():
            pinned = ", pinned" if event.pinned else ""
            return f"Note for {WORDS[event.audience].lower()}{pinned}: “{event.words}”"
        case NoteAmended():
            return f"Note amended: “{event.words}”"
        case NotePinned():
            return "A note was pinned."
        case NoteUnpinned():
            return "A note is no longer pinned."
        case _:
            assert_never(event)
