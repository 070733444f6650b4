"""Whose a frozen night is: by the family of its reason, from what held at its midnight (DOMAIN rule 6).

Hospital process and wellbeing lie with the organisation of the ward, care transfer hub process with the hub's;
interface and capacity with those whose services were asked then, or had confirmed. Ward and hub are heard on every
night: the one reports it, the other works for it, and a night is settled with them. A hub is a team of several
employers, each of which its people speak for: where ward and hub are one trust's, there are two to settle a night.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from app.domain.codes.delay_reasons import DelayReason, ReasonFamily, family
from app.domain.delay.recorded import FrozenNight
from app.domain.rejections import Rejection
from app.domain.values import OrganisationId, Role, WardId

OF_SERVICES = frozenset({ReasonFamily.INTERFACE, ReasonFamily.CAPACITY})
OF_WARD = frozenset({ReasonFamily.HOSPITAL, ReasonFamily.WELLBEING})
OF_HUB = frozenset({Role.CASE_MANAGER, Role.HUB_LEAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Whose it can be. `hubs` are those that know of the person, `services` those asked or booked at the midnight."""

    of_ward: Mapping[UUID, OrganisationId] = field(default_factory=dict)
    hubs: frozenset[OrganisationId] = frozenset()
    services: frozenset[OrganisationId] = frozenset()


NOBODY_KNOWN = Parties()


def owners_of(reason: DelayReason | None, ward: WardId, parties: Parties) -> tuple[OrganisationId, ...]:
    """To whom the night is put down; to nobody where it is unexplained, or no service was asked."""
    if reason is None:
        return ()
    of = family(reason)
    if of in OF_WARD:
        return tuple(_organisation(ward, parties))
    return tuple(sorted(parties.services if of in OF_SERVICES else parties.hubs))


def beside(ward: WardId, parties: Parties) -> tuple[OrganisationId, ...]:
    """Who is heard whatever the reason is."""
    return tuple(sorted({*_organisation(ward, parties), *parties.hubs}))


def require_heard(night: FrozenNight, who: OrganisationId, role: Role | None) -> None:
    """Raise NotYourNight for an organisation whose night it is not; a service speaks of what is put down to services.

    Of a night that was frozen before it was recorded whose it is, wards and hubs are heard.
    """
    if role is Role.PROVIDER:
        heard = night.reason is not None and family(night.reason) in OF_SERVICES and who in night.owners
    else:
        heard = role in OF_HUB or not night.beside or who in {*night.owners, *night.beside}
    if not heard:
        raise NotYourNight


class NotYourNight(Rejection):
    """This night is not put down to your organisation, so others agree to it or contest it. Ring the hub if that is
    wrong: it may contest the night.
    """


def _organisation(ward: WardId, parties: Parties) -> set[OrganisationId]:
    known = parties.of_ward.get(ward)
    return {known} if known else set()
