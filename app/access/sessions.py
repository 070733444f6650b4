"""Signing in and out. The browser holds a random token; the server keeps its hash, and forgets it when told."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

import asyncpg
from sqlalchemy import Delete, delete, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from app.access.me import Me
from app.access.passwords import matches
from app.access.tables import account, session, ticket
from app.database import Database
from app.domain.system import SystemIsArchived
from app.domain.values import Role, SystemId
from app.events.tables import system as systems

IDLE = timedelta(hours=2)
LONGEST = timedelta(hours=12)
TICKET_LIFE = timedelta(seconds=30)
NOTE_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """A local account: for development and the example system."""

    staff_id: UUID
    username: str
    password: str
    name: str
    role: Role
    organisation_id: UUID
    hub_id: UUID | None
    ward_ids: tuple[UUID, ...]


async def sign_in(engine: AsyncEngine, username: str, password: str) -> str | None:
    """The token of a new session, or None when name and password do not go together. Raises SystemIsArchived.

    No connection is held while the password is hashed: many who sign in at once would leave none for the others.
    """
    async with engine.connect() as connection:
        found = (await connection.execute(select(account).where(account.c.username == username))).one_or_none()
    # A name that is not there costs the same time as a wrong password, so names cannot be tried out.
    kept = found.password if found else _NOBODY
    if not await asyncio.to_thread(matches, password, kept) or found is None:
        return None
    async with engine.begin() as connection:
        return await open_session(connection, found.system_id, found.staff_id)


async def open_session(connection: AsyncConnection, system: UUID, staff: UUID) -> str | None:
    """The token of a new session of somebody who has shown who they are; None when they have no account any more.

    Raises SystemIsArchived.
    """
    token, now = token_urlsafe(32), datetime.now(UTC)
    await connection.execute(_forget_ended(now))
    # Whose account was taken away meanwhile signs in no more.
    there = (
        select(systems.c.archived_at)
        .join_from(account, systems, systems.c.id == account.c.system_id)
        .where(account.c.system_id == system, account.c.staff_id == staff)
    )
    found = (await connection.execute(there.with_for_update(read=True, of=account))).first()
    if found is None:
        return None
    if found.archived_at:
        raise SystemIsArchived
    await connection.execute(
        insert(session).values(token_hash=_hash(token), system_id=system, staff_id=staff, opened_at=now, used_at=now)
    )
    return token


def _forget_ended(now: datetime) -> Delete:
    """Sessions that open nothing any more; one that somebody else is touching or forgetting is left to them."""
    ended = or_(session.c.used_at < now - IDLE, session.c.opened_at < now - LONGEST)
    free = select(session.c.token_hash).where(ended).with_for_update(skip_locked=True)
    return delete(session).where(session.c.token_hash.in_(free))


async def sign_out(connection: AsyncConnection, token: str) -> None:
    """End the session, if it has not ended by itself, and whatever could be opened with it."""
    await connection.execute(delete(ticket).where(ticket.c.session_hash == _hash(token)))
    await connection.execute(delete(session).where(session.c.token_hash == _hash(token)))


async def who(database: Database, token: str) -> Me | None:
    """Who holds this token, if its session is alive; asking is a use of it. Asked by every request: one statement.

    Raises SystemIsArchived, as the two below do.
    """
    async with database.reads.acquire() as connection:
        return await _use(connection, _hash(token))


async def still(database: Database, session_hash: bytes) -> Me | None:
    """Who holds this session now, if it is alive; asking is no use of it, so an open screen does not keep it alive."""
    async with database.reads.acquire() as connection:
        return _me(await connection.fetchrow(_ALIVE, session_hash, IDLE, LONGEST, NOTE_EVERY))


async def give_ticket(connection: AsyncConnection, me: Me) -> str:
    """A ticket that opens one websocket within 30 seconds."""
    token, now = token_urlsafe(32), datetime.now(UTC)
    await connection.execute(delete(ticket).where(ticket.c.expires_at < now))
    await connection.execute(
        insert(ticket).values(token_hash=_hash(token), session_hash=me.session, expires_at=now + TICKET_LIFE)
    )
    return token


async def use_ticket(database: Database, token: str) -> Me | None:
    """Who holds this ticket; it is spent."""
    async with database.reads.acquire() as connection:
        held = await connection.fetchval(_SPEND, _hash(token))
        return held and await _use(connection, held)


async def _use(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", session_hash: bytes) -> Me | None:
    row = await connection.fetchrow(_ALIVE, session_hash, IDLE, LONGEST, NOTE_EVERY)
    if row and row["to_note"]:
        with suppress(asyncpg.DiskFullError):  # nobody is kept from reading because there is no room to note it
            await connection.execute("UPDATE session SET used_at = now() WHERE token_hash = $1", session_hash)
    return _me(row)


def _me(row: asyncpg.Record | None) -> Me | None:
    if row is None:
        return None
    if row["archived_at"]:
        raise SystemIsArchived
    return Me(
        system=SystemId(row["system_id"]),
        staff_id=row["staff_id"],
        name=row["name"],
        role=Role(row["role"]),
        organisation_id=row["organisation_id"],
        hub_id=row["hub_id"],
        ward_ids=tuple(row["ward_ids"]),
        session=row["token_hash"],
    )


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()


# Noting the use once a minute is enough for the idle time-out, and spares a write on every request.
_ALIVE = """
    SELECT token_hash, used_at < now() - $4::interval AS to_note, account.*, system.archived_at
    FROM session JOIN account USING (system_id, staff_id) JOIN system ON system.id = account.system_id
    WHERE token_hash = $1 AND used_at > now() - $2::interval AND opened_at > now() - $3::interval"""

_SPEND = """
    DELETE FROM ticket WHERE token_hash = $1
    RETURNING CASE WHEN expires_at > now() THEN session_hash END"""

_NOBODY = "AAAAAAAAAAAAAAAAAAAAAA==$" + "A" * 86 + "=="
