"""What the latest closed case of a person says that may still be true: a new referral is offered it to check."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.case import CASE
from app.domain.case.form import ReferralField, ReferralForm
from app.domain.case.form.lasting import lasting
from app.domain.case.state import Case
from app.domain.decider import Recorded
from app.domain.local_time import local_date
from app.domain.values import CaseId, SpellId, SystemId, stream
from app.events.stream import read_stream

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReferral:
    """The answers that keep their worth, and the local date on which each field was said."""

    case_id: CaseId
    form: ReferralForm
    said_on: dict[ReferralField, date]


async def earlier_referral(
    connection: "Connection[asyncpg.Record]", system: SystemId, spell: SpellId
) -> EarlierReferral | None:
    """Of whoever is in this stay; None where no closed case of theirs says anything that lasts."""
    found = await connection.fetchval(_LATEST_CLOSED, system, spell)
    if found is None:
        return None
    events = (await read_stream(connection, system, stream("case", found))).past.events
    case: Case = CASE.fold(events)
    form = lasting(case.form)
    if not form.answered:
        return None
    said_on = {field: day for field, day in _said_on(events).items() if field in form.answered}
    return EarlierReferral(case_id=CaseId(found), form=form, said_on=said_on)


def _said_on(events: Sequence[Recorded[Any]]) -> dict[ReferralField, date]:
    said: dict[ReferralField, date] = {}
    for each in events:
        form = getattr(each.event, "form", None)
        if isinstance(form, ReferralForm):
            said |= dict.fromkeys(sorted(form.answered), local_date(each.at))
    return said


_LATEST_CLOSED = """
    SELECT earlier.id FROM spell_1 spell
    JOIN case_1 earlier ON earlier.system_id = spell.system_id AND earlier.person_id = spell.person_id
    WHERE spell.system_id = $1 AND spell.id = $2 AND NOT spell.gone
        AND earlier.gone AND earlier.outcome IS NOT NULL AND earlier.referred_at IS NOT NULL
    ORDER BY earlier.referred_at DESC LIMIT 1"""
