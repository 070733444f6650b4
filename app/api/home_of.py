"""Where the person of a stay belongs when they are referred: looked up once, and kept with the referral."""

from datetime import datetime
from uuid import UUID

from app.access.me import Me
from app.api.referral_form_bodies import DestinationIn
from app.api.state import State
from app.domain.case.where_next import circumstance_of
from app.domain.local_time import local_date
from app.domain.routing import HomeRoute
from app.domain.values import SpellId
from app.routing.lookup import home_in_stay


async def home_of(homeward: State, me: Me, spell_id: UUID, told: DestinationIn | None, now: datetime) -> HomeRoute:
    """By the postcode, practice and birth date kept of them, and by what the form says of where they go."""
    circumstance = circumstance_of(told.going_to) if told else None
    async with homeward.database.reads.acquire() as connection:
        return await home_in_stay(connection, me.system, SpellId(spell_id), circumstance, local_date(now))
