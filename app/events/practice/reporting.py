"""The rule by which a delay is reported, as the lists of the system make it."""

from typing import Any

from asyncpg.pool import PoolConnectionProxy

from app.domain.delay import ReportingRule
from app.domain.practice import DelayOrder, DelayReporting, ServiceLines, reporting_rule
from app.domain.values import SystemId
from app.events.log import Turn
from app.events.practice.facts import practice, practice_in
from app.events.practice.shipped import shipped


async def reporting_of(turn: Turn) -> ReportingRule:
    """The rule as it stands inside the turn."""
    order, reporting = await practice(turn, DelayOrder), await practice(turn, DelayReporting)
    return reporting_rule(order, reporting, await practice(turn, ServiceLines))


async def reporting_in(connection: "PoolConnectionProxy[Any]", system: SystemId) -> ReportingRule:
    """The rule as it stands."""
    order = await practice_in(connection, system, DelayOrder)
    reporting = await practice_in(connection, system, DelayReporting)
    return reporting_rule(order, reporting, await practice_in(connection, system, ServiceLines))


def shipped_rule() -> ReportingRule:
    """The rule of the lists that are shipped."""
    return reporting_rule(shipped(DelayOrder), shipped(DelayReporting), shipped(ServiceLines))
