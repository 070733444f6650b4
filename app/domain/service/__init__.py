"""A service: one line that an organisation runs, what it can take, how much of it there is, and what is kept of it.

An ability is one file: its events, its commands, how each is decided, its refusals. `units` is what capacity is made
of, `counting` how much is free at an instant, `matching` whether a package can go there.
"""

from app.domain.decider import Decider
from app.domain.service.capacity import CapacityDeclared, CapacityUnchanged, ConfirmCapacity, DeclareCapacity
from app.domain.service.closing import ClosedFor, CloseService, ReopenService, ServiceClosed, ServiceReopened
from app.domain.service.command import ServiceFacts
from app.domain.service.deciding import SERVICE_EVENTS, AnyServiceCommand, ServiceEvent, decide
from app.domain.service.describing import DescribeService, ServiceDescribed
from app.domain.service.evolving import evolve
from app.domain.service.holding import GiveUpPlace, HoldPlace, PlaceGivenUp, PlaceHeld, PlaceTaken, TakePlace
from app.domain.service.keeping_again import KeepPlaceAgain
from app.domain.service.listing import ListService, ServiceListed
from app.domain.service.state import Place, Service
from app.domain.service.units import Beds, Run, Unit

__all__ = [
    "SERVICE",
    "SERVICE_EVENTS",
    "AnyServiceCommand",
    "Beds",
    "CapacityDeclared",
    "CapacityUnchanged",
    "CloseService",
    "ClosedFor",
    "ConfirmCapacity",
    "DeclareCapacity",
    "DescribeService",
    "GiveUpPlace",
    "HoldPlace",
    "KeepPlaceAgain",
    "ListService",
    "Place",
    "PlaceGivenUp",
    "PlaceHeld",
    "PlaceTaken",
    "ReopenService",
    "Run",
    "Service",
    "ServiceClosed",
    "ServiceDescribed",
    "ServiceEvent",
    "ServiceFacts",
    "ServiceListed",
    "ServiceReopened",
    "TakePlace",
    "Unit",
]

SERVICE = Decider(initial=Service(), decide=decide, evolve=evolve)
