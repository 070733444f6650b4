"""Ids that follow from names, so that making the example system a second time makes nothing twice."""

from uuid import UUID, uuid5

from app.domain.values import SystemId

_EXAMPLE = UUID("6d1f2c52-7f6e-4c1c-9a63-6a1f0c9b7e10")


def example_id(kind: str, name: str) -> UUID:
    """The id of one thing of the example system."""
    return uuid5(_EXAMPLE, f"{kind} {name}")


SYSTEM = SystemId(example_id("system", "example"))
