"""Home first: what a decision for a bed has to say, and what a decision for home does not (DOMAIN rule 3)."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.case.form import Needs
from app.domain.codes.pathways import Pathway
from app.domain.practice.not_home import WhyNotHomeCodes, WhyNotHomeLine
from app.domain.rejections import Rejection

if TYPE_CHECKING:  # it says how it is decided, and so reads these rules itself
    from app.domain.case.pathway import DecidePathway

HOME_NOW_WITHIN = timedelta(days=14)
"""From the decision to the first look whether somebody given a care home can go home now."""


def not_home(code: str | None, codes: WhyNotHomeCodes) -> WhyNotHomeLine | None:
    """The reason of this code on the hub's list; None where none is given. Raises NoSuchReason."""
    if code is None:
        return None
    line = codes.chosen(code)
    if line is None:
        raise NoSuchReason(fields="why_not_home")
    return line


def require_reasons(said: "DecidePathway", why: WhyNotHomeLine | None, needs: Needs | None, today: date) -> None:
    """Raise the refusal that names what is missing, or what does not belong. `today` is the local date."""
    if said.given.is_home:
        _require_no_why_not_home(said)
        return
    _require_why_not_home(said, today)
    if why and why.unmet_p1 and said.needed is not Pathway.P1:
        raise HomeWouldNotDo(fields="why_not_home")
    if said.given is Pathway.P3:
        _require_senior_yes(said, today)
    if why and why.until:
        _require_end_of_limit(said, needs, today)


class NoSuchReason(Rejection):
    """There is no such reason on the hub's list, or no more. Choose one that is on it; *other* is said in words."""


class WhyNotHomeMissing(Rejection):
    """A bed needs a why-not-home code, words, what would make home possible, who decided, and a review date."""


class WhyNotHomeNotWanted(Rejection):
    """Who goes home has no reason against it and no review of one. Clear these fields, or choose a bed as given."""


class HomeWouldNotDo(Rejection):
    """This reason is for who needs P1 and cannot have it. Choose P1 as needed, or the reason why P1 would not do."""


class ReviewDatePassed(Rejection):
    """The day to review this lies before today. Give today or a day to come."""


class SeniorYesMissing(Rejection):
    """A care home placement is rare and needs a senior's yes. Give the name and role of who said yes."""


class HomeNowTooLate(Rejection):
    """Whether somebody in a care home can go home now is asked within 14 days. Give a review date within 14 days."""


class LimitWithoutEnd(Rejection):
    """This reason holds until the weight-bearing limit ends. Give that day, today or later, here or in the referral."""


def _require_no_why_not_home(said: "DecidePathway") -> None:
    unwanted = {
        "why_not_home": said.why_not_home,
        "home_possible_if": said.home_possible_if,
        "review_on": said.review_on,
        "alternatives": said.alternatives,
        "senior_yes": said.senior_yes,
        "limit_until": said.limit_until,
    }
    filled = [name for name, value in unwanted.items() if value]
    if filled:
        raise WhyNotHomeNotWanted(fields=",".join(filled))


def _require_why_not_home(said: "DecidePathway", today: date) -> None:
    required = {
        "why_not_home": said.why_not_home,
        "words": said.words,
        "home_possible_if": said.home_possible_if,
        "decided_by": said.decided_by,
        "review_on": said.review_on,
    }
    missing = [name for name, value in required.items() if not value]
    if missing:
        raise WhyNotHomeMissing(fields=",".join(missing))
    if said.review_on and said.review_on < today:
        raise ReviewDatePassed(fields="review_on")


def _require_senior_yes(said: "DecidePathway", today: date) -> None:
    if not said.senior_yes:
        raise SeniorYesMissing(fields="senior_yes")
    if said.review_on and said.review_on > today + HOME_NOW_WITHIN:
        raise HomeNowTooLate(fields="review_on")


def _require_end_of_limit(said: "DecidePathway", needs: Needs | None, today: date) -> None:
    until = said.limit_until or (needs.weight_bearing_until if needs else None)
    if until is None or until < today:
        raise LimitWithoutEnd(fields="limit_until")
