"""Why people are still here, of a ward, a hub or all: two queries of what the rows keep, and the rule over each.

Of those whose delay is counted: adults of one night or more. Everybody else is on the ward list, and on no list here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

from asyncpg import Record
from asyncpg.pool import PoolConnectionProxy

from app.domain.case.one_after_another import Telling, in_turn
from app.domain.codes.delay_reasons import LISTED, DelayReason
from app.domain.codes.owners import Owner
from app.domain.codes.pathways import Pathway
from app.domain.delay import History, How, ReportingRule, joined, spans
from app.domain.delay.owners import Parties, owner_of, owners_of
from app.domain.local_time import local_date, nights_between
from app.domain.values import CaseId, OrganisationId, SpellId, SystemId
from app.views.counted import IDENTITY, counted, on_the_wall
from app.views.parties import Places, places
from app.views.spell import HERE
from app.views.told_of_delay import Kept, kept_in


@dataclass(frozen=True, slots=True, kw_only=True)
class StillHere:
    """One person who is ready and still here. `reason` None is unexplained; `since` is since when it is this one.

    `days` count from the ready date, `nights` all of the stay; `cost` is that of the days in pounds. `contested` counts
    nights not settled. `became_unwell` is how often they met the criteria again, having been ready, which hides
    `earlier_nights` from the published figure. `fits` is false where the reason names other pathways than that given.
    `owner` is what whoever is waited for is to the person, `owners` the organisations, where they are known here.
    """

    spell_id: UUID
    ward_id: UUID
    bed: str
    case_id: UUID | None
    ready_at: datetime
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    owner: Owner | None
    owners: tuple[UUID, ...]
    since: datetime
    days: int
    nights: int
    cost: int
    contested: int
    became_unwell: int
    earlier_nights: int
    fits: bool


_CASES_OF = """
    SELECT id FROM (
        SELECT id, 0 AS past, gone, position FROM case_1 WHERE system_id = $1 AND spell_id = $2
        UNION ALL
        SELECT id, 1, gone, position FROM case_1 WHERE system_id = $1 AND past_spells @> ARRAY[$2]) its
    ORDER BY past, gone, position DESC"""

CASE_OF = f"{_CASES_OF} LIMIT 1"
"""The case that follows a stay; else the one that did before it followed the person to another."""

_COUNTED = counted(on_the_wall("spell.admitted_at"), on_the_wall("$4::timestamptz"))

_STILL_HERE = f"""
    SELECT spell.id AS spell_id, spell.ward_id, spell.bed, spell.delay, of_case.id AS case_id,
        of_case.delay AS case_delay, of_case.pathway_given, of_case.scope AS hub,
        coalesce(night.contested, 0) AS contested, spell.became_unwell, spell.earlier_nights
    FROM spell_1 spell
    LEFT JOIN LATERAL (
        SELECT id, delay, pathway_given, scope FROM case_1
        WHERE system_id = $1 AND spell_id = spell.id ORDER BY gone, position DESC LIMIT 1) of_case ON true
    LEFT JOIN LATERAL (
        SELECT count(*) AS contested FROM night_1
        WHERE system_id = $1 AND spell_id = spell.id AND contested <> '{{}}' AND settled IS NULL) night ON true
    {IDENTITY}
    WHERE spell.system_id = $1 AND {HERE} AND spell.ready_at IS NOT NULL AND {_COUNTED}
        AND ($2::uuid IS NULL OR spell.scope = $2::text)
        AND ($3::uuid IS NULL OR of_case.scope = $3::text)
    ORDER BY spell.ready_at, spell.id"""


_THEIR_OTHER_CASES = """
    SELECT spell_id, delay FROM (
        SELECT past.spell AS spell_id, delay, 1 AS past, gone, position FROM case_1, unnest(past_spells) AS past (spell)
        WHERE system_id = $1 AND past_spells && $2 AND past.spell = ANY($2)
        UNION ALL
        SELECT spell_id, delay, 0, gone, position FROM case_1
        WHERE system_id = $1 AND spell_id = ANY($2) AND NOT id = ANY($3)) its
    ORDER BY past DESC, gone DESC, position"""


async def still_here(
    connection: "PoolConnectionProxy[Any]",
    system: SystemId,
    rule: ReportingRule,
    now: datetime,
    *,
    ward: UUID | None = None,
    hub: UUID | None = None,
) -> list[StillHere]:
    """Every adult of a night or more who is ready and in a bed, the longest first: of a ward, a hub's cases, or all."""
    known = await places(connection, system)
    rows = await connection.fetch(_STILL_HERE, system, ward, hub, now)
    others: dict[UUID, list[str | None]] = {row["spell_id"]: [] for row in rows}
    followed = [row["case_id"] for row in rows if row["case_id"]]
    for other in await connection.fetch(_THEIR_OTHER_CASES, system, [*others], followed):
        others[other["spell_id"]].append(other["delay"])
    return [_explained(row, others[row["spell_id"]], rule, known, now) for row in rows]


async def case_of(connection: "PoolConnectionProxy[Any]", system: SystemId, spell: SpellId) -> CaseId | None:
    """The case that follows this stay or, when they were in hospital again, followed it."""
    found = await connection.fetchval(CASE_OF, system, spell)
    return CaseId(found) if found else None


async def cases_of(connection: "PoolConnectionProxy[Any]", system: SystemId, spell: SpellId) -> list[CaseId]:
    """Every case that follows this stay or followed it; last the one that `case_of` finds."""
    return [CaseId(row["id"]) for row in reversed(await connection.fetch(_CASES_OF, system, spell))]


def _explained(
    row: Record, others: Sequence[str | None], rule: ReportingRule, known: Places, now: datetime
) -> StillHere:
    parties = known.parties(known.of_place.get(row["ward_id"]), UUID(row["hub"]) if row["hub"] else None)
    stands = standing(kept_in(row["delay"]), (_told([*others, row["case_delay"]]),), rule, parties, now)
    pathway = Pathway(row["pathway_given"]) if row["pathway_given"] else None
    reason = stands["reason"]
    return StillHere(
        spell_id=row["spell_id"],
        ward_id=row["ward_id"],
        bed=row["bed"],
        case_id=row["case_id"],
        cost=stands["days"] * rule.cost_per_day,
        contested=row["contested"],
        became_unwell=row["became_unwell"],
        earlier_nights=row["earlier_nights"],
        fits=reason is None or LISTED[reason].fits(pathway),
        **stands,
    )


def _told(delays: Iterable[str | None]) -> History:
    """What the cases of a stay tell one after another, the one that counts now last.

    A row that was written before it kept when its case was live tells only where it is that one.
    """
    cases = [kept_in(each) for each in delays]
    if not all(each.periods for each in cases[:-1] if each.facts):
        cases = cases[-1:]
    return in_turn([Telling(each, each.periods) for each in cases]) if cases else History()


class Standing(TypedDict):
    """How somebody stands who is ready and still in a bed, in hospital or in the community."""

    ready_at: datetime
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    owner: Owner | None
    owners: tuple[OrganisationId, ...]
    since: datetime
    days: int
    nights: int


def standing(kept: Kept, others: Iterable[History], rule: ReportingRule, parties: Parties, now: datetime) -> Standing:
    """The rule over what a row keeps, whose last period lasts, and over what else is told."""
    periods = [(start, end or now) for start, end in kept.periods]
    ready_at = periods[-1][0]
    history = joined((kept, *others))
    last = spans(history, [(ready_at, max(now, ready_at))], rule)[-1:]
    latest = last[0] if last else None
    why = latest.why if latest else None
    reason = why.reason if why else None
    return Standing(
        ready_at=ready_at,
        reason=reason,
        how=why.how if why else How.UNEXPLAINED,
        open=why.open if why else (),
        owner=owner_of(reason, history, now),
        owners=owners_of(reason, history, now, parties),
        since=latest.start if latest else ready_at,
        days=(local_date(now) - local_date(ready_at)).days,
        nights=sum(len(nights_between(start, end)) for start, end in periods),
    )
