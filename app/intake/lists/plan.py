"""What a row will do: a pure function of what it says and of how the person stands here now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.rejections import Rejection
from app.domain.values import WardId
from app.intake.lists.fields import ListKind
from app.intake.lists.line import Line
from app.intake.lists.reasons import (
    AdmissionAhead,
    AdmissionMissing,
    AdmissionUnreadable,
    BedMissing,
    HubMissing,
    Note,
    NotInHospital,
    NotYourWard,
    WardMissing,
    WardNotMatched,
)
from app.intake.lists.whose import Standing


class What(StrEnum):
    """What a row does, or did."""

    ADMIT = "admit"
    MOVE = "move"
    REFER = "refer"
    SAME = "same"
    NOBODY = "nobody"
    LEFT_OUT = "left_out"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringer:
    """What bears on every row alike: who brings the list, for whom, and when it was brought.

    `wards` are the only wards they may bring people into; None: any. `has_hub`: the caseboard's hub was said.
    """

    kind: ListKind
    at: datetime
    reviews: bool
    wards: frozenset[WardId] | None
    has_hub: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one row will do; `refused` is why it can do nothing."""

    what: What
    refused: type[Rejection] | None = None
    notes: frozenset[Note] = frozenset()


def planned(line: Line, stands: Standing, bringer: Bringer) -> Step:
    """The step of a row that is about somebody and can be read."""
    of_kind: dict[ListKind, Callable[[Line, Standing, Bringer], Step]] = {
        ListKind.WARD_LIST: _in_a_bed,
        ListKind.CASEBOARD: _on_the_board,
    }
    return of_kind[bringer.kind](line, stands, bringer)


def cannot(refused: type[Rejection]) -> Step:
    """The step of a row that can do nothing, and why."""
    return Step(what=What.CANNOT, refused=refused)


def _in_a_bed(line: Line, stands: Standing, bringer: Bringer) -> Step:
    stay = stands.stay
    refused = _place(line, bringer) or (None if stay else _admission(line, bringer))
    if refused:
        return cannot(refused)
    if stay is None:
        return Step(what=What.ADMIT, notes=line.notes & _ADMITTING | _proposed(line, bringer))
    if (stay.ward_id, stay.bed) == (line.ward_id, line.bed):
        return Step(what=What.SAME)
    return Step(what=What.MOVE)


def _place(line: Line, bringer: Bringer) -> type[Rejection] | None:
    if line.ward_id is None:
        return WardNotMatched if line.ward_said else WardMissing
    if bringer.wards is not None and line.ward_id not in bringer.wards:
        return NotYourWard
    return None if line.bed else BedMissing


def _admission(line: Line, bringer: Bringer) -> type[Rejection] | None:
    if line.admission_unreadable:
        return AdmissionUnreadable
    if line.admitted_at is None:
        return AdmissionMissing
    return AdmissionAhead if line.admitted_at > bringer.at else None


def _proposed(line: Line, bringer: Bringer) -> frozenset[Note]:
    return frozenset({Note.READY_PROPOSED}) if line.ready_since and not bringer.reviews else frozenset()


def _on_the_board(line: Line, stands: Standing, bringer: Bringer) -> Step:
    if not bringer.has_hub:
        return cannot(HubMissing)
    if stands.case:
        return Step(what=What.SAME, notes=frozenset({Note.CASE_STAYS}))
    if stands.stay is None:
        return cannot(NotInHospital)
    return Step(what=What.REFER, notes=line.notes & _REFERRING | _left_out_of_planning(line))


def _left_out_of_planning(line: Line) -> frozenset[Note]:
    if line.manager is None:
        needs_manager = {Note.PATHWAY_NEEDS_MANAGER} if line.pathway else set()
        return frozenset({Note.MANAGER_NOT_MATCHED} | needs_manager)
    if line.pathway and not line.pathway.is_home:
        return frozenset({Note.PATHWAY_NEEDS_WHY})
    return frozenset()


_ADMITTING = frozenset(
    {Note.TIME_UNKNOWN, Note.READY_UNREADABLE, Note.READY_WITHOUT_DATE, Note.EXPECTED_DISCHARGE_UNREADABLE}
)
_REFERRING = frozenset({Note.REFERRED_UNREADABLE, Note.PATHWAY_UNREADABLE})
