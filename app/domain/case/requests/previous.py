"""The previous provider first (DOMAIN rule 8): who gave care before is asked first, where the hub's line says so.

Known is who the referral names, by the name of a service or its organisation, or who was booked after an earlier stay.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.case.requests.state import Requests
from app.domain.package import Package
from app.domain.rejections import Rejection
from app.domain.service.matching import match
from app.domain.values import OrganisationId, ServiceId

if TYPE_CHECKING:  # it says how it is decided, and so reads these rules itself
    from app.domain.case.facts import CaseFacts
    from app.domain.case.requests.sending import SendRequest

LEAST_NAMED = 5
"""Letters that a name must share with what was written: fewer could be anybody."""


class KnownFrom(StrEnum):
    """Whence the previous provider is known; its words are in `WORDS`."""

    REFERRAL = "referral"
    EARLIER_CASE = "earlier_case"


WORDS = {
    KnownFrom.REFERRAL: "named in the referral as who gave care before",
    KnownFrom.EARLIER_CASE: "gave care after an earlier stay in hospital",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """A service of the line that is sought, and who runs it, with what both are called."""

    service_id: ServiceId
    organisation_id: OrganisationId
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The service of whoever gave care before."""

    service_id: ServiceId
    known_from: KnownFrom


def previous_of(services: Sequence[Runs], named: str | None, had: Runs | None) -> Previous | None:
    """Of services of one line that of the previous provider; None where none is known, or `named` could be several."""
    called = [each for each in services if named and any(_same(named, name) for name in each.names)]
    if len({each.organisation_id for each in called}) == 1:
        return Previous(service_id=called[0].service_id, known_from=KnownFrom.REFERRAL)
    theirs = [each for each in services if had and each.organisation_id == had.organisation_id]
    if not theirs or not had:
        return None
    itself = next((each for each in theirs if each.service_id == had.service_id), theirs[0])
    return Previous(service_id=itself.service_id, known_from=KnownFrom.EARLIER_CASE)


def require_previous_first(command: "SendRequest", requests: Requests, package: Package, facts: "CaseFacts") -> None:
    """Raise where the previous provider could do it, was not asked yet, and no reason is given to ask others first."""
    previous, rule = facts.previous, facts.lists.lines.of(package.line)
    if previous is None or command.words or not rule.previous_provider_first:
        return
    asked = {offer.service_id for offer in requests.offers.values()}
    if previous.service_id in asked or _comes_first(previous.service_id, command):
        return
    if match(package, facts.services[previous.service_id], command.at, rule).fits:
        raise PreviousProviderFirst(service_id=str(previous.service_id))


def _comes_first(service: ServiceId, command: "SendRequest") -> bool:
    alone = command.round.one_at_a_time or len(set(command.services)) == 1
    return alone and command.services[:1] == (service,)


def _same(named: str, name: str) -> bool:
    """Whether one is in the other, whatever their spaces, signs and capitals: "Lapwing Homecare, daily"."""
    said, called = _letters(named), _letters(name)
    return min(len(said), len(called)) >= LEAST_NAMED and (said in called or called in said)


def _letters(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


class PreviousProviderFirst(Rejection):
    """Who gave care before could do this and is asked first. Put them first, or say in words why others come first."""
