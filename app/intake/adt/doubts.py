"""What was doubtful in a message without being a reason to refuse it.

The words never repeat what the message said: they may be logged and shown to anybody.
"""

from typing import NamedTuple


class Doubt(NamedTuple):
    """A stable code and the words a reader of the feed page sees."""

    code: str
    words: str


class Doubts(list[Doubt]):
    """The doubts met so far in one message, in the order they were met."""

    def note(self, code: str, words: str) -> None:
        """Note a doubt once, however often it is met."""
        doubt = Doubt(code, words)
        if doubt not in self:
            self.append(doubt)
