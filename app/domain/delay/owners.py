"""Whose a delay is: the one rule, for now as for the midnights (DOMAIN rule 6).

Of a reason that somebody recorded it is whose they said it is. Else the family of the reason tells: hospital process
and wellbeing lie with whoever has the bed, care transfer hub process with the hub; interface and capacity with those
whose services are asked, or have confirmed. Whoever has the bed and the hub are heard on every night: the one reports
it, the other works for it, and a night is settled with one of them. A hub is a team of several employers, each of which
its people speak for: where ward and hub are one trust's, there are two to settle a night.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.codes.delay_reasons import DelayReason, ReasonFamily, family
from app.domain.codes.owners import Owner
from app.domain.delay.facts import Field, History
from app.domain.delay.recorded import FrozenNight
from app.domain.delay.why import known_at
from app.domain.rejections import Rejection
from app.domain.values import OrganisationId, Role

OF_FAMILY = {
    ReasonFamily.HOSPITAL: Owner.HOSPITAL,
    ReasonFamily.WELLBEING: Owner.HOSPITAL,
    ReasonFamily.CARE_TRANSFER_HUB: Owner.HUB,
    ReasonFamily.INTERFACE: Owner.SERVICE,
    ReasonFamily.CAPACITY: Owner.SERVICE,
}
OF_SERVICES = frozenset(each for each, owner in OF_FAMILY.items() if owner is Owner.SERVICE)
OF_HUB = frozenset({Role.CASE_MANAGER, Role.HUB_LEAD})
_BY_CODE = {Owner.COUNCIL: Field.COUNCIL, Owner.COMMISSIONER: Field.COMMISSIONER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Whose it can be: who has the bed, the hubs that know of the person, and organisations by their codes."""

    bed: OrganisationId | None = None
    hubs: frozenset[OrganisationId] = frozenset()
    by_code: Mapping[str, OrganisationId] = field(default_factory=dict)

    @property
    def beside(self) -> tuple[OrganisationId, ...]:
        """Who is heard whatever the reason is."""
        return tuple(sorted({*self.hubs, *_one(self.bed)}))


NOBODY_KNOWN = Parties()


def owner_of(reason: DelayReason | None, history: History, at: datetime) -> Owner | None:
    """What whoever it waits for is to the person; nobody where it is unexplained."""
    if reason is None:
        return None
    said = [each for each in history.blockers if each.owner and each.reason is reason and each.open_at(at)]
    first = min(said, key=lambda each: (each.start, each.owner), default=None)
    return first.owner if first else OF_FAMILY[family(reason)]


def owners_of(
    reason: DelayReason | None, history: History, at: datetime, parties: Parties
) -> tuple[OrganisationId, ...]:
    """Which organisations; none where it is unexplained, no service is asked, or they are not known here."""
    owner = owner_of(reason, history, at)
    return tuple(sorted(_who(owner, history, at, parties))) if owner else ()


def asked_at(history: History, at: datetime) -> frozenset[OrganisationId]:
    """Whose services had the next step at this instant: those that are asked, or have confirmed."""
    return frozenset(each.organisation_id for each in history.asked if each.open_at(at))


def require_heard(night: FrozenNight, who: OrganisationId, role: Role | None, *, of_another_hub: bool = False) -> None:
    """Raise NotYourNight for an organisation whose night it is not; a service speaks of what is put down to services.

    Of hubs the one that works for the person is heard, and every one where none does. Of a night that was frozen before
    it was recorded whose it is, wards and hubs are heard.
    """
    if role is Role.PROVIDER:
        heard = night.reason is not None and family(night.reason) in OF_SERVICES and who in night.owners
    elif of_another_hub:
        heard = False
    else:
        heard = role in OF_HUB or not night.beside or who in {*night.owners, *night.beside}
    if not heard:
        raise NotYourNight


class NotYourNight(Rejection):
    """This night is neither put down to your organisation nor of a case of your hub, so others agree to it or contest
    it. Ring the hub of the case if that is wrong: it may contest the night.
    """


def _who(owner: Owner, history: History, at: datetime, parties: Parties) -> frozenset[OrganisationId]:
    match owner:
        case Owner.HOSPITAL:
            return _one(parties.bed)
        case Owner.HUB:
            return parties.hubs
        case Owner.SERVICE:
            return asked_at(history, at)
        case Owner.COUNCIL | Owner.COMMISSIONER:
            return _one(parties.by_code.get(known_at(history, at).get(_BY_CODE[owner]) or ""))
        case _:
            return frozenset()


def _one(known: OrganisationId | None) -> frozenset[OrganisationId]:
    return frozenset({known}) if known else frozenset()
