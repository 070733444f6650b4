"""Local accounts: for development and the example system."""

import asyncio
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.passwords import hashed
from app.access.sessions import NewAccount
from app.domain.rejections import Rejection
from app.domain.system import AddStaff
from app.domain.values import SystemId

if TYPE_CHECKING:
    from app.events.stream import Connection


class UsernameTaken(Rejection):
    """Somebody signs in with this name already, here or in another system of this installation. Choose another one."""


async def hash_of(password: str) -> str:
    """The password as it is kept. It takes a core for a while, so it is made in a thread and before a turn."""
    return await asyncio.to_thread(hashed, password)


async def write_account(
    connection: "Connection[asyncpg.Record]", system: SystemId, new: NewAccount, password_hash: str
) -> bool:
    """Add or replace an account within a turn: it stands if what was decided stands.

    True when the member had an account under another name. Raises UsernameTaken; the turn is then lost.
    """
    try:
        return bool(await connection.fetchval(_WRITE, *_values(system, new, password_hash)))
    except asyncpg.UniqueViolationError as error:
        if error.constraint_name != _USERNAME:
            raise
        raise UsernameTaken from error


async def keep_account(connection: AsyncConnection, system: SystemId, new: NewAccount) -> None:
    """Add or replace an account where there is no turn yet. Raises UsernameTaken; the transaction is then lost."""
    values = _values(system, new, await hash_of(new.password))
    try:
        await connection.exec_driver_sql(_WRITE, values)
    except IntegrityError as error:
        if getattr(error.orig and error.orig.__cause__, "constraint_name", None) != _USERNAME:
            raise
        raise UsernameTaken from error


async def change_work(connection: "Connection[asyncpg.Record]", system: SystemId, work: AddStaff) -> None:
    """The member's account, if they have one, goes with what they do now, so that it may no more than their role."""
    wards, change = [*work.ward_ids], "role = $3, organisation_id = $4, hub_id = $5, ward_ids = $6"
    where = "system_id = $1 AND staff_id = $2"
    values = (system, work.staff_id, work.role, work.organisation_id, work.hub_id, wards)
    await connection.execute(f"UPDATE account SET {change} WHERE {where}", *values)


async def delete_account(connection: "Connection[asyncpg.Record]", system: SystemId, staff: UUID) -> None:
    """Take away the account of who has left, and with it their sessions and whatever could be opened with those."""
    await connection.execute(_DELETE, system, staff)


def _values(system: SystemId, new: NewAccount, password_hash: str) -> tuple[Any, ...]:
    return (
        system,
        new.staff_id,
        new.username,
        new.name,
        password_hash,
        new.role,
        new.organisation_id,
        new.hub_id,
        list(new.ward_ids),
    )


_USERNAME = "account_username"

_WRITE = """
    WITH before AS (SELECT name FROM account WHERE system_id = $1 AND staff_id = $2)
    INSERT INTO account (system_id, staff_id, username, name, password, role, organisation_id, hub_id, ward_ids)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (system_id, staff_id) DO UPDATE SET
        username = excluded.username, name = excluded.name, password = excluded.password, role = excluded.role,
        organisation_id = excluded.organisation_id, hub_id = excluded.hub_id, ward_ids = excluded.ward_ids
    RETURNING coalesce((SELECT name FROM before) <> account.name, false)"""

# The sessions go with the account: the table says so.
_DELETE = """
    WITH opened AS (
        DELETE FROM ticket USING session
        WHERE ticket.session_hash = session.token_hash AND session.system_id = $1 AND session.staff_id = $2
    )
    DELETE FROM account WHERE system_id = $1 AND staff_id = $2"""
