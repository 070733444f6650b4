"""A refusal is a class whose docstring is what the user reads. It changes nothing."""

import re


class Rejection(Exception):
    """The rules do not allow this. Nothing was changed."""

    def __init__(self, **details: str) -> None:
        super().__init__(self.words())
        self.details = details
        """What the page needs beside the words, such as the id of the case that is already open."""

    @classmethod
    def code(cls) -> str:
        """The stable code of this refusal: the name of its class in kebab case."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def words(cls) -> str:
        """What the user reads: the docstring as one paragraph."""
        return " ".join((cls.__doc__ or "").split())


class NotKnown(Rejection):
    """There is no such thing in this system. Look it up again: it may have been opened elsewhere."""
