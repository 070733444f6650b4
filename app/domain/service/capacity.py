"""Declaring capacity: what there is, how much of it can be used, and how much is taken; or that nothing changed."""

from dataclasses import dataclass

from app.domain.codes.service_lines import UnitKind, counted_in
from app.domain.rejections import Rejection
from app.domain.service.command import ServiceCommand
from app.domain.service.state import Service
from app.domain.service.units import Unit
from app.domain.service.unlisted import require_listed

CONTINGENCY_SHARE = 0.15
"""The most that may be kept back for a surge, as a share of what is commissioned. Local default (DOMAIN rule 7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityDeclared:
    """The service counted itself: who has come is in `occupied`, who is still to come is not."""

    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityUnchanged:
    """The service looked: what is shown of it is right, with those who came since counted as there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareCapacity(ServiceCommand):
    """Count the service."""

    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmCapacity(ServiceCommand):
    """Say that nothing changed."""


def declare_capacity(command: DeclareCapacity, service: Service) -> list[CapacityDeclared]:
    """Counts that contradict themselves, or are older than those that stand, are refused.

    The same counts at a later time are news: they are young again. At the same time they are a repeat, however late.
    """
    listed = require_listed(service)
    if service.declared.get(command.at) == command.units:
        return []
    if service.confirmed_at and command.at < service.confirmed_at:
        raise CountedSince
    keys = [unit.key for unit in command.units]
    if len(set(keys)) < len(keys):
        raise UnitNamedTwice
    for unit in command.units:
        _require_sense(unit, counted_in(listed.line))
    return [CapacityDeclared(units=command.units)]


def confirm_capacity(command: ConfirmCapacity, service: Service) -> list[CapacityUnchanged]:
    """Only what was counted once can be unchanged."""
    require_listed(service)
    if service.confirmed_at is None:
        raise NothingDeclared
    return [] if service.confirmed_at >= command.at else [CapacityUnchanged()]


def _require_sense(unit: Unit, counted: UnitKind) -> None:
    kind = UnitKind.BEDS if unit.beds else UnitKind.CALLS if unit.run else UnitKind.PLACES
    if kind is not counted or (unit.beds and unit.run):
        raise UnitOfAnotherKind(unit=unit.key)
    if min(unit.commissioned, unit.usable, unit.occupied, unit.contingency) < 0 or unit.usable > unit.commissioned:
        raise MoreThanThereIs(unit=unit.key)
    if unit.run and unit.run.carers < 1:
        raise NobodyToCall(unit=unit.key)
    if unit.contingency > unit.usable:
        raise MoreThanThereIs(unit=unit.key)
    if unit.contingency > unit.commissioned * CONTINGENCY_SHARE:
        raise TooMuchKeptBack(unit=unit.key)


class CountedSince(Rejection):
    """Somebody counted this service later than this. Look at what stands now, and count again if it is not right."""


class UnitNamedTwice(Rejection):
    """Two lines of this count have the same name. Give each its own, so that what is held of it stays with it."""


class UnitOfAnotherKind(Rejection):
    """This line of service is counted otherwise: beds as beds, home care as calls in a window. Change that line."""


class MoreThanThereIs(Rejection):
    """More is usable than is commissioned, or kept back than is usable. Correct the numbers of this line."""


class NobodyToCall(Rejection):
    """A run of calls has at least one carer. Say how many go together."""


class TooMuchKeptBack(Rejection):
    """At most 15 % of what is commissioned may be kept back for a surge. Lower what is kept back."""


class NothingDeclared(Rejection):
    """This service has never been counted, so nothing can be unchanged. Count it once."""
