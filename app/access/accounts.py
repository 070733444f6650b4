"""Local accounts: for development and the example system."""

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.passwords import hashed
from app.access.sessions import NewAccount
from app.access.tables import account
from app.domain.rejections import Rejection
from app.domain.values import SystemId


class UsernameTaken(Rejection):
    """Another member of staff already signs in with this name. Choose another one."""


async def keep_account(connection: AsyncConnection, system: SystemId, new: NewAccount) -> None:
    """Add the account of a member of staff, or replace it. Raises UsernameTaken; the transaction is then lost."""
    values = {
        "username": new.username,
        "name": new.name,
        "password": hashed(new.password),
        "role": new.role,
        "organisation_id": new.organisation_id,
        "hub_id": new.hub_id,
        "ward_ids": list(new.ward_ids),
    }
    adding = insert(account).values(system_id=system, staff_id=new.staff_id, **values)
    try:
        await connection.execute(adding.on_conflict_do_update(index_elements=["system_id", "staff_id"], set_=values))
    except IntegrityError as error:
        raise UsernameTaken from error
