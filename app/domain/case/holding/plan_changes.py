"""What changes of the plan to leave, and whom each change concerns: only those are asked (DOMAIN rule 10).

Another time concerns everybody. Another place concerns who goes there, brings something there or names it: not the
medicines, which travel with the person and bear no address. Who receives them is for who hands over or lets in. With a
case that is closed what services hold has ended, so only the desks are asked.
"""

from collections.abc import Iterator

from app.domain.case.form import ReferralForm
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import EVERYBODY, HolderKind
from app.domain.case.leaving import LeavingPlanned
from app.domain.values import Words

CONCERNED = {
    Cause.SLOT_MOVED: EVERYBODY,
    Cause.OTHER_PICK_UP: frozenset({HolderKind.TRANSPORT}),
    Cause.OTHER_RECEIVER: frozenset({HolderKind.SERVICE, HolderKind.TRANSPORT}),
    Cause.GOING_ELSEWHERE: EVERYBODY - {HolderKind.PHARMACY},
    Cause.CASE_CLOSED: EVERYBODY - {HolderKind.SERVICE},
}


def changes(was: LeavingPlanned, now: LeavingPlanned) -> Iterator[Cause]:
    """What is another than before, the gravest last: that is what who is asked twice at once reads."""
    if was.leave_at != now.leave_at:
        yield Cause.SLOT_MOVED
    if was.leave_from is not now.leave_from:
        yield Cause.OTHER_PICK_UP
    if _said(was.received_by) != _said(now.received_by):
        yield Cause.OTHER_RECEIVER
    if _said(was.going_to) != _said(now.going_to):
        yield Cause.GOING_ELSEWHERE


def goes_elsewhere(was: ReferralForm, now: ReferralForm) -> bool:
    """Whether the ward says another place than it had said: their own care home, another address. A gap says none."""
    before, after = was.person, now.person
    if before is None or after is None:
        return False
    moved = before.words and after.words and _said(before.words) != _said(after.words)
    return before.going_to is not after.going_to or bool(moved)


def _said(words: Words) -> str:
    """Other capitals and spaces are no other place."""
    return " ".join(str(words).split()).casefold()
