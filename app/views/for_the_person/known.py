"""What the page is told: the case as it stands, and what other streams say of those who help."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.case.arriving.booking import awaited
from app.domain.case.arriving.command import booked
from app.domain.case.requests.state import Offer
from app.domain.case.state import Away, Case, Ended
from app.domain.case.stay.state import Stay, begun, open_stay
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine, UnitKind, counted_in
from app.domain.values import ServiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """A service as it says itself; `phone` where it has said one."""

    name: str
    line: ServiceLine
    phone: str | None = None

    @property
    def is_bed(self) -> bool:
        """Whether the person goes there; otherwise somebody comes to them."""
        return counted_in(self.line) is UnitKind.BEDS


_UNLISTED = Helper(name="a service", line=ServiceLine.SETTLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`ward` is the ward they are on. `hub_phone` is that of whoever is on duty, by the ladder of its organisation."""

    case: Case
    now: datetime
    hub: str
    hub_phone: str | None = None
    ward: str | None = None
    services: Mapping[ServiceId, Helper] = field(default_factory=dict)

    @property
    def away(self) -> Away | None:
        """Their leaving, if they left."""
        return self.case.stage if isinstance(self.case.stage, Away) else None

    @property
    def over(self) -> bool:
        """Whether the hub's work is."""
        return isinstance(self.case.stage, Ended)

    @property
    def given(self) -> Pathway | None:
        """The pathway they are given, once it is decided."""
        return self.case.pathway.given if self.case.pathway else None

    @property
    def stay(self) -> Stay | None:
        """The stay in a service that goes on."""
        return open_stay(self.case.stays)

    @property
    def helping(self) -> Helper | None:
        """The service that looks after them by now; none does while they are in hospital again."""
        stay = self.stay
        return None if stay is None or stay.paused_at else self.services.get(stay.service_id, _UNLISTED)

    @property
    def helped(self) -> Helper | None:
        """The service that waits while they are in hospital again."""
        return self.services.get(self.stay.service_id, _UNLISTED) if self.stay and self.stay.paused_at else None

    @property
    def coming(self) -> Helper | None:
        """The service that has said yes for certain, and has not met them yet, or not since they were in hospital."""
        offer, booking = booked(self.case), awaited(self.case)
        if offer is None or booking is None or (begun(self.case.stays, booking) and not self._again(offer)):
            return None
        return self.services.get(offer.service_id, _UNLISTED)

    def _again(self, offer: Offer) -> bool:
        """Whether the service whose stay waits agreed a new start since: the one that they had kept is past."""
        since = self.stay.paused_at if self.stay else None
        return bool(since and offer.arrive_from and offer.arrive_from > since)

    @property
    def coming_when(self) -> tuple[datetime, datetime | None] | None:
        """The time of arrival that was agreed with it."""
        offer = booked(self.case) if self.coming else None
        return (offer.arrive_from, offer.arrive_to) if offer and offer.arrive_from else None
