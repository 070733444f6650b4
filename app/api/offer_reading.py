"""One offer read from the stream of its case, with what its service may see of what others wrote (DOMAIN rule 8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.access.me import Me
from app.api.assessment_reading import CaseRead, read_case_of
from app.api.state import State
from app.domain.case.form import People
from app.domain.case.requests.state import Offer, OfferState
from app.domain.rejections import NotKnown
from app.domain.values import CaseId
from app.people.lookup import Identity
from app.people.veil import veiled


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRead:
    """An offer and its case. Until the service has confirmed nobody is named."""

    offer_id: UUID
    offer: Offer
    read: CaseRead

    @property
    def confirmed(self) -> bool:
        """Whether the service knows who it is."""
        return self.offer.state is OfferState.CONFIRMED

    @property
    def person(self) -> Identity | None:
        """Who it is, for the service that has confirmed; None for all others."""
        return self.read.person if self.confirmed else None

    @property
    def shows_detail(self) -> bool:
        """Whether the service may read the person's needs; of who was erased there is nothing to read."""
        return self.offer.shows_detail and self.read.person is not None

    def shown(self, said: Any, others: Iterable[str] = ()) -> Any:
        """What somebody wrote, with every name, number and address blanked that would tell who it is; `others` too."""
        if self.confirmed or self.read.person is None:
            return said
        return veiled(said, self.read.person, [*self._contacts(), *others])

    def _contacts(self) -> list[str]:
        form = self.read.case.form
        people, decides = form.people or People(), form.capacity.who if form.capacity else None
        return [each for each in (people.carer, people.carer_phone, people.knows_best, decides) if each]


async def read_offer_of(homeward: State, me: Me, case_id: CaseId, offer_id: UUID) -> OfferRead:
    """Read one offer of a case. Raises NotKnown for one that there is not, or whose turn has not come."""
    read = await read_case_of(homeward, me, case_id)
    offer = read.case.requests.offers.get(offer_id)
    if offer is None or offer.state is OfferState.NEXT:
        raise NotKnown(what="offer")
    return OfferRead(offer_id=offer_id, offer=offer, read=read)
