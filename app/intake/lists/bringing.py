"""Who may bring in what: a ward its own wards' list, a hub its cases, a manager both."""

from datetime import datetime

from app.access.me import Me
from app.access.policy import MAY_BRING_IN, NotAllowed
from app.domain.values import Role, WardId
from app.intake.lists.fields import ListKind
from app.intake.lists.kept import Upload
from app.intake.lists.mapping import Mapping
from app.intake.lists.plan import Bringer

_OF_A_WARD = frozenset({Role.WARD_NURSE, Role.WARD_CLINICIAN})


def may_bring_in(me: Me) -> list[ListKind]:
    """The kinds of list that this person may bring in. Raises NotAllowed when there are none."""
    kinds = [kind for kind in ListKind if me.role in MAY_BRING_IN[kind]]
    if not kinds:
        raise NotAllowed
    return kinds


def check_may_bring_in(me: Me, kind: ListKind) -> None:
    """Raise NotAllowed unless this person may bring in this kind of list."""
    if kind not in may_bring_in(me):
        raise NotAllowed


def bringer(me: Me, kind: ListKind, mapping: Mapping, at: datetime) -> Bringer:
    """What bears on every row of a list that this person brings."""
    own = frozenset(WardId(ward) for ward in me.ward_ids)
    return Bringer(
        kind=kind,
        at=at,
        reviews=me.role is Role.WARD_CLINICIAN,
        wards=own if me.role in _OF_A_WARD else None,
        has_hub=mapping.hub_id is not None,
    )


def bringer_of(me: Me, upload: Upload) -> Bringer:
    """The same, of a list that is kept."""
    return bringer(me, upload.kind, upload.mapping, upload.brought_at)
