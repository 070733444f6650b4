"""How each item of an assessment stands with each service that read it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from app.domain.values import ServiceId

ItemKey: TypeAlias = tuple[ServiceId, str]
"""A service and the linkId of an item."""


class Standing(StrEnum):
    """What was said last of an item between a service and the assessor."""

    ACCEPTED = "accepted"
    QUERIED = "queried"
    REJECTED = "rejected"
    ANSWERED = "answered"
    CHANGED = "changed"


OPEN = frozenset({Standing.QUERIED, Standing.REJECTED})
"""The service waits for the assessor. A new version that answers the item otherwise, or a reply, ends it."""

Items: TypeAlias = Mapping[ItemKey, Standing]


def once_changed(items: Items, link_ids: frozenset[str]) -> Items:
    """The items after a new version: what a service said of another answer no longer holds for this one."""
    return {key: Standing.CHANGED if key[1] in link_ids else standing for key, standing in items.items()}
