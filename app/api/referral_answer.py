"""The answer to a referral: the receipt, and where else to go with this person, if anywhere."""

from dataclasses import dataclass
from datetime import datetime

from app.access.me import Me
from app.api.state import State
from app.domain.case.form import ReferralForm
from app.domain.case.where_next import WhereNext, where_next
from app.domain.local_time import local_date
from app.domain.values import SpellId
from app.events.handler import Receipt
from app.people.lookup import birth_date_in_stay


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralReceipt(Receipt):
    """A receipt; `where_next` says in words who else is responsible, for an ordinary answer that leads elsewhere."""

    where_next: list[WhereNext]


async def answered(
    homeward: State, me: Me, receipt: Receipt, spell: SpellId, form: ReferralForm, now: datetime
) -> ReferralReceipt:
    """The receipt with what follows for this person, read after the turn: it changes nothing."""
    async with homeward.database.engine.connect() as connection:
        born = await birth_date_in_stay(connection, me.system, spell)
    return ReferralReceipt(
        id=receipt.id,
        version=receipt.version,
        position=receipt.position,
        recorded=receipt.recorded,
        etag=receipt.etag,
        where_next=where_next(form, born, local_date(now)),
    )
