"""Whom the hub asked for what is needed now: not for a package that was given up, nor for the pathway of before."""

from collections.abc import Mapping
from uuid import UUID

from app.domain.case.requests.standing import standing
from app.domain.case.requests.state import Offer
from app.domain.delay.stage import serves
from app.domain.escalation.cause import Situation


def asked_for_this(now: Situation) -> Mapping[UUID, Offer]:
    """The offers for the package that stands, where its line is one of the pathway given."""
    requests, pathway, rule = now.case.requests, now.case.pathway, now.reporting
    if rule and pathway and requests.package and not serves(requests.package.line, pathway.given, rule.lines):
        return {}
    return standing(requests, now.case.stays)
