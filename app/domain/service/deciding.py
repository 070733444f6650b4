"""What each command records on a service: one small function a command, in the file of its ability."""

from collections.abc import Sequence
from typing import TypeAlias, assert_never, get_args

from app.domain.service.capacity import (
    CapacityDeclared,
    CapacityUnchanged,
    ConfirmCapacity,
    DeclareCapacity,
    confirm_capacity,
    declare_capacity,
)
from app.domain.service.closing import (
    CloseService,
    ReopenService,
    ServiceClosed,
    ServiceReopened,
    close_service,
    reopen_service,
)
from app.domain.service.command import ServiceFacts
from app.domain.service.describing import DescribeService, ServiceDescribed, describe_service
from app.domain.service.holding import (
    GiveUpPlace,
    HoldingEvent,
    HoldPlace,
    TakePlace,
    give_up_place,
    hold_place,
    take_place,
)
from app.domain.service.keeping_again import KeepPlaceAgain, keep_place_again
from app.domain.service.listing import ListService, ServiceListed, list_service
from app.domain.service.state import Service

ServiceEvent: TypeAlias = (
    ServiceListed
    | ServiceDescribed
    | ServiceClosed
    | ServiceReopened
    | CapacityDeclared
    | CapacityUnchanged
    | HoldingEvent
)
SERVICE_EVENTS: tuple[type[ServiceEvent], ...] = get_args(ServiceEvent)

AnyServiceCommand: TypeAlias = (
    ListService
    | DescribeService
    | CloseService
    | ReopenService
    | DeclareCapacity
    | ConfirmCapacity
    | HoldPlace
    | TakePlace
    | GiveUpPlace
    | KeepPlaceAgain
)


def decide(command: AnyServiceCommand, service: Service, facts: ServiceFacts) -> Sequence[ServiceEvent]:
    """What this command records on this service; a repeat records nothing, a refusal is raised."""
    match command:
        case ListService():
            return list_service(command, service, facts)
        case DescribeService():
            return describe_service(command, service)
        case CloseService():
            return close_service(command, service)
        case ReopenService():
            return reopen_service(command, service)
        case DeclareCapacity():
            return declare_capacity(command, service)
        case ConfirmCapacity():
            return confirm_capacity(command, service)
        case HoldPlace():
            return hold_place(command, service)
        case TakePlace():
            return take_place(command, service)
        case GiveUpPlace():
            return give_up_place(command, service)
        case KeepPlaceAgain():
            return keep_place_again(command, service)
        case _:
            assert_never(command)
