"""How somebody came to be in hospital again, whichever stay there the case has followed since."""

from app.domain.case.state import Away, Case, Ended, Following, Return
from app.domain.replacing import replace


def last_return(case: Case) -> Return | None:
    """How they came to be in hospital again, be it stays ago; None of who was never away, or is."""
    if isinstance(case.stage, Away | Ended):
        return None
    return case.back or _return_by(case.followed)


def returned_as(case: Case, known: Return) -> Case:
    """The case where the last return is known better."""
    if case.back:
        return replace(case, back=known)
    return replace(case, followed=_followed_as(case.followed, known))


def _return_by(followed: Following | None) -> Return | None:
    if followed is None:
        return None
    return followed.back or followed.returned or _return_by(followed.before)


def _followed_as(followed: Following | None, known: Return) -> Following | None:
    if followed is None:
        return None
    if followed.back:
        return replace(followed, back=known)
    if followed.returned:
        return replace(followed, returned=known)
    return replace(followed, before=_followed_as(followed.before, known))
