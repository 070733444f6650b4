"""Signing in and out. The browser holds a random token; the server keeps its hash, and forgets it when told."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.me import Me
from app.access.passwords import matches
from app.access.tables import account, session, ticket
from app.domain.values import Role, SystemId

IDLE = timedelta(hours=2)
LONGEST = timedelta(hours=12)
TICKET_LIFE = timedelta(seconds=30)
TOUCH_EVERY = timedelta(minutes=1)


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


async def sign_in(connection: AsyncConnection, username: str, password: str) -> str | None:
    """The token of a new session, or None when name and password do not go together."""
    found = (await connection.execute(select(account).where(account.c.username == username))).one_or_none()
    # A name that is not there costs the same time as a wrong password, so names cannot be tried out.
    if not matches(password, found.password if found else _NOBODY) or found is None:
        return None
    token, now = token_urlsafe(32), datetime.now(UTC)
    await connection.execute(
        insert(session).values(
            token_hash=_hash(token), system_id=found.system_id, staff_id=found.staff_id, opened_at=now, used_at=now
        )
    )
    return token


async def sign_out(connection: AsyncConnection, me: Me) -> None:
    """End the session and whatever could be opened with it."""
    await connection.execute(delete(ticket).where(ticket.c.session_hash == me.session))
    await connection.execute(delete(session).where(session.c.token_hash == me.session))


async def who(connection: AsyncConnection, token: str) -> Me | None:
    """Who holds this token, if its session is alive."""
    return await _who(connection, _hash(token))


async def give_ticket(connection: AsyncConnection, me: Me) -> str:
    """A ticket that opens one websocket within 30 seconds."""
    token, now = token_urlsafe(32), datetime.now(UTC)
    await connection.execute(delete(ticket).where(ticket.c.expires_at < now))
    await connection.execute(
        insert(ticket).values(token_hash=_hash(token), session_hash=me.session, expires_at=now + TICKET_LIFE)
    )
    return token


async def use_ticket(connection: AsyncConnection, token: str) -> Me | None:
    """Who holds this ticket; it is spent."""
    spent = (
        delete(ticket).where(ticket.c.token_hash == _hash(token)).returning(ticket.c.session_hash, ticket.c.expires_at)
    )
    row = (await connection.execute(spent)).one_or_none()
    if row is None or row.expires_at < datetime.now(UTC):
        return None
    return await _who(connection, row.session_hash)


async def _who(connection: AsyncConnection, token_hash: bytes) -> Me | None:
    now = datetime.now(UTC)
    alive = (
        select(account, session.c.used_at)
        .join(session, (session.c.system_id == account.c.system_id) & (session.c.staff_id == account.c.staff_id))
        .where(
            session.c.token_hash == token_hash,
            session.c.used_at > now - IDLE,
            session.c.opened_at > now - LONGEST,
        )
    )
    row = (await connection.execute(alive)).one_or_none()
    if row is None:
        return None
    if row.used_at < now - TOUCH_EVERY:
        await connection.execute(update(session).where(session.c.token_hash == token_hash).values(used_at=now))
    return Me(
        system=SystemId(row.system_id),
        staff_id=row.staff_id,
        name=row.name,
        role=Role(row.role),
        organisation_id=row.organisation_id,
        hub_id=row.hub_id,
        ward_ids=tuple(row.ward_ids),
        session=token_hash,
    )


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()


_NOBODY = "AAAAAAAAAAAAAAAAAAAAAA==$" + "A" * 86 + "=="
