"""What an offer means for the service: a place is kept, becomes the person's, or is free again, in the same turn."""

from typing import Any

from app.domain.case.requests.answering import HeldInPrinciple
from app.domain.case.requests.confirming import OfferConfirmed, StartChanged
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.decider import Recorded
from app.domain.service import GiveUpPlace, HoldPlace, KeepPlaceAgain, TakePlace
from app.domain.values import CaseId, key_of


def holds(recorded: Recorded[HeldInPrinciple]) -> list[HoldPlace]:
    """The place is kept, or the answer is refused: it has gone to somebody else."""
    event = recorded.event
    return [
        HoldPlace(
            hold_id=event.offer_id,
            units=event.units,
            until=event.until,
            over_count=event.over_count,
            **_of_case(recorded),
        )
    ]


def takes(recorded: Recorded[OfferConfirmed]) -> list[TakePlace]:
    """The place is the person's from their arrival on."""
    event = recorded.event
    return [
        TakePlace(
            hold_id=event.offer_id,
            units=event.units,
            starts_at=event.arrive_from,
            over_count=event.over_count,
            spot=event.spot,
            **_of_case(recorded),
        )
    ]


def moves(recorded: Recorded[StartChanged]) -> list[TakePlace]:
    """The same place from another time on: no further one is taken, so no count stands against it."""
    event = recorded.event
    again = TakePlace(
        hold_id=event.offer_id,
        units=event.units,
        starts_at=event.arrive_from,
        over_count=True,
        spot=event.spot,
        moves=True,
        **_of_case(recorded),
    )
    return [again]


def gives_up(recorded: Recorded[OfferEnded]) -> list[GiveUpPlace]:
    """What was kept in the offer's name is free again."""
    event, common = recorded.event, _of_case(recorded)
    common.pop("case_id")
    return [GiveUpPlace(hold_id=event.offer_id, **common)] if event.held else []


def keeps_again(recorded: Recorded[OffersGivenBack]) -> list[KeepPlaceAgain]:
    """The places of a death that was none are kept as before."""
    return [
        KeepPlaceAgain(
            service_id=each.service_id,
            case_id=CaseId(key_of(recorded.stream)),
            hold_id=each.offer_id,
            units=each.units,
            until=each.hold_until,
            starts_at=each.arrive_from,
            spot=each.spot,
            by=recorded.by,
            at=recorded.at,
        )
        for each in recorded.event.given_back
        if each.units
    ]


def _of_case(recorded: Recorded[Any]) -> dict[str, Any]:
    return {
        "service_id": recorded.event.service_id,
        "case_id": CaseId(key_of(recorded.stream)),
        "by": recorded.by,
        "at": recorded.at,
    }
