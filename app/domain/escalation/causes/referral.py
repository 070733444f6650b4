"""What is late between ward and hub before a service is sought."""

from collections.abc import Iterator

from app.domain.case.state import AwaitingTriage, Planning, WithWard
from app.domain.codes.pathways import Pathway
from app.domain.escalation.cause import Cause, Situation
from app.domain.escalation.causes.asked_for import asked_for_this


def not_triaged(now: Situation) -> Iterator[Cause]:
    """The referral lies with the hub."""
    if isinstance(now.case.stage, AwaitingTriage) and now.moments.referred_at:
        yield Cause(trigger="not_triaged", since=now.moments.referred_at)


def returned_unanswered(now: Situation) -> Iterator[Cause]:
    """The hub asked the ward for more and has not got it."""
    if isinstance(now.case.stage, WithWard) and now.moments.returned_at:
        yield Cause(trigger="returned_unanswered", since=now.moments.returned_at)


def no_pathway(now: Situation) -> Iterator[Cause]:
    """The referral is whole and accepted, and nothing is decided."""
    if isinstance(now.case.stage, Planning) and now.case.pathway is None and now.moments.referred_at:
        yield Cause(trigger="no_pathway", since=now.moments.referred_at)


def no_request(now: Situation) -> Iterator[Cause]:
    """A service is needed and none was asked for what is needed now."""
    case = now.case
    if not isinstance(case.stage, Planning) or case.pathway is None or asked_for_this(now):
        return
    if case.pathway.given is not Pathway.P0 and now.moments.seek_since:
        yield Cause(trigger="no_request", since=now.moments.seek_since)
