"""Deadlines that come due become commands: the next service is asked, a hold ends, a holder is asked again.

A deadline is a row, and its command may be repeated: two processes that look at once, or one that died between looking
and doing, make no difference.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

import structlog

from app import clock
from app.database import Database
from app.domain.case.holding.asking_again import AskAgain
from app.domain.case.requests.expiring import LetOfferExpire
from app.domain.system import SystemIsArchived
from app.domain.values import Actor, ActorKind, SystemId
from app.events.escalation.sweep import sweep
from app.events.handler import handle
from app.events.hints import Hints
from app.events.rounds import go_rounds
from app.events.unavailable import Busy, is_away
from app.views.kept_lookup import times_over
from app.views.offer_lookup import overdue_offers

LOOK_SECONDS = 5.0
TIMEKEEPER = Actor(kind=ActorKind.SYSTEM, id="timekeeper")

log = structlog.get_logger()


async def keep_time(database: Database, hints: Hints) -> None:
    """Look for what is due for as long as this process works."""
    await go_rounds("timekeeper", LOOK_SECONDS, *(partial(_now, look, database, hints) for look in LOOKS))


async def let_expire(database: Database, hints: Hints, now: datetime, system: SystemId | None = None) -> int:
    """End every offer, of one system or all, whose time to answer or hold has passed by `now`; how many were due."""
    async with database.reads.acquire() as connection:
        due = await overdue_offers(connection, now, system)
    for each in due:
        expiring = LetOfferExpire(case_id=each.case_id, offer_id=each.offer_id, by=TIMEKEEPER, at=now)
        await _try(database, hints, each.system, expiring)
    return len(due)


async def ask_holders_again(database: Database, hints: Hints, now: datetime) -> int:
    """Ask each holder again whose own time has passed by `now`; how many times were over."""
    async with database.reads.acquire() as connection:
        over = await times_over(connection, now)
    for each in over:
        await _try(database, hints, each.system, AskAgain(case_id=each.case_id, by=TIMEKEEPER, at=each.until))
    return len(over)


Look = Callable[[Database, Hints, datetime], Awaitable[int]]
LOOKS: tuple[Look, ...] = (let_expire, ask_holders_again, sweep)
"""What is looked for, in this order: an offer that expires now may be what is escalated."""


async def _now(look: Look, database: Database, hints: Hints) -> None:
    await look(database, hints, clock.now())


async def _try(database: Database, hints: Hints, system: SystemId, command: LetOfferExpire | AskAgain) -> None:
    try:
        await handle(database, hints, system, command)
    except (Busy, SystemIsArchived):
        return  # it is still due at the next look, or when the system is restored
    except Exception as error:
        # One that trips a fault of ours must not hold up the others.
        if is_away(error):
            raise
        log.exception("deadline could not be kept", case=str(command.case_id))
