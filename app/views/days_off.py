"""What bank holidays do to services, by the calendars that they keep themselves."""

from collections.abc import Collection

from asyncpg import Record
from asyncpg.pool import PoolConnectionProxy

from app.bank_holidays import ENGLAND
from app.domain.calendar import BankHolidays
from app.domain.service.days_off import DaysOff
from app.domain.values import ServiceId, SystemId

OWN_RULE = """(SELECT bank_holidays FROM calendar_1
        WHERE calendar_1.system_id = $1 AND calendar_1.id = {service} AND NOT calendar_1.gone)"""
"""The rule of a service's own calendar, null where it keeps none: `OWN_RULE.format(service="r.id")`."""

_RULES = f"SELECT key AS id, {OWN_RULE.format(service='key')} AS rule FROM unnest($2::uuid[]) key"


def by_rule(rule: str | None) -> DaysOff:
    """The bank holidays of England for a service whose calendar says this of them."""
    return DaysOff(ENGLAND, BankHolidays(rule)) if rule else DaysOff(ENGLAND)


async def days_off(
    connection: "PoolConnectionProxy[Record]", system: SystemId, services: Collection[ServiceId]
) -> dict[ServiceId, DaysOff]:
    """Of each of these services."""
    rows = await connection.fetch(_RULES, system, list(services))
    return {ServiceId(row["id"]): by_rule(row["rule"]) for row in rows}
