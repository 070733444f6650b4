"""Somebody who asks, of any role."""

from uuid import uuid4

from app.access.me import Me
from app.domain.values import Role, SystemId


def me(role: Role) -> Me:
    """Of an organisation of their own, with no hub and no ward."""
    return Me(
        system=SystemId(uuid4()),
        staff_id=uuid4(),
        name="Sam Example",
        role=role,
        organisation_id=uuid4(),
        hub_id=None,
        ward_ids=(),
        session=b"",
    )
