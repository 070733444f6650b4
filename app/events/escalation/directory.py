"""Whose ladder each means here, and how those work: read once a turn, however many people are looked at in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
from pydantic import TypeAdapter

from app.bank_holidays import ENGLAND
from app.domain.calendar import Calendar
from app.domain.case.state import Case
from app.domain.escalation.rules import Rules, by_trigger
from app.domain.practice import EscalationPolicy
from app.domain.practice.escalation import EscalationLine, Ladders
from app.domain.practice.tasks import Owner
from app.domain.spell.state import Spell
from app.domain.values import OrganisationId
from app.events.log import Turn
from app.events.practice import practice

_PARTY = {
    Ladders.WARD: Owner.HOSPITAL,
    Ladders.HUB: Owner.HUB,
    Ladders.SERVICE: Owner.SERVICE,
    Ladders.COMMISSIONER: Owner.COMMISSIONER,
}

_TOLD: tuple[TypeAdapter[Any], ...] = (
    TypeAdapter(dict[UUID, UUID]),
    TypeAdapter(frozenset[UUID]),
    TypeAdapter(dict[str, UUID]),
    TypeAdapter(dict[UUID, Calendar]),
)


@dataclass(frozen=True, slots=True)
class Directory:
    """The organisation behind each ward and hub, those of all hubs, organisations by their codes, and all calendars."""

    lines: Mapping[str, Sequence[EscalationLine]]
    of_place: Mapping[UUID, OrganisationId]
    of_hubs: frozenset[OrganisationId]
    by_code: Mapping[str, OrganisationId]
    calendars: Mapping[OrganisationId, Calendar]

    def rules(self, case: Case, spell: Spell) -> Rules:
        """The policy as it is for somebody in this stay, with this case."""
        return Rules(
            lines=self.lines,
            owners={ladder: owner for ladder, owner in self._owners(case, spell).items() if owner},
            parties={party: owner for party, owner in self._parties(case, spell).items() if owner},
            calendars=self.calendars,
            days_off=ENGLAND,
        )

    def _owners(self, case: Case, spell: Spell) -> dict[Ladders, OrganisationId | None]:
        parties = self._parties(case, spell)
        return {ladder: parties[party] for ladder, party in _PARTY.items()}

    def _parties(self, case: Case, spell: Spell) -> dict[Owner, OrganisationId | None]:
        booking = case.requests.offers[case.requests.booking] if case.requests.booking else None
        route = case.tasks.route
        return {
            Owner.HOSPITAL: self.of_place.get(spell.place.ward_id) if spell.admission else None,
            Owner.HUB: self.of_place.get(case.hub_id) if case.hub_id else None,
            Owner.SERVICE: booking.organisation_id if booking else None,
            Owner.COMMISSIONER: self.by_code.get(route.icb) if route and route.icb else None,
            Owner.COUNCIL: self.by_code.get(route.council) if route and route.council else None,
        }


async def directory(turn: Turn) -> Directory:
    """As it stands in this turn."""
    kept = turn.memo.get(("escalation", "directory"))
    if isinstance(kept, Directory):
        return kept
    policy = await practice(turn, EscalationPolicy)
    row = await turn.connection.fetchrow(_READ, turn.system)
    assert row, "the statement answers one row"
    read = Directory(by_trigger(policy.lines), *_read(row))
    turn.memo["escalation", "directory"] = read
    return read


def _read(row: asyncpg.Record) -> tuple[Any, ...]:
    named = (row["of_place"] or "{}", row["of_hubs"] or "[]", row["by_code"] or "{}", row["calendars"] or "{}")
    return tuple(told.validate_json(found) for told, found in zip(_TOLD, named, strict=True))


_READ = """
    SELECT
        (SELECT jsonb_object_agg(place.id, coalesce(site.parent_id, place.parent_id))
            FROM place_1 place
            LEFT JOIN place_1 site ON site.system_id = $1 AND site.id = place.parent_id AND site.place = 'site'
            WHERE place.system_id = $1 AND place.place IN ('ward', 'hub') AND place.parent_id IS NOT NULL) AS of_place,
        (SELECT jsonb_agg(DISTINCT parent_id) FROM place_1
            WHERE system_id = $1 AND place = 'hub' AND parent_id IS NOT NULL AND NOT gone) AS of_hubs,
        (SELECT jsonb_object_agg(code, id) FROM place_1
            WHERE system_id = $1 AND place = 'organisation' AND code IS NOT NULL) AS by_code,
        (SELECT jsonb_object_agg(id, jsonb_build_object('week', week, 'bank_holidays', bank_holidays,
            'order_by', order_by, 'latest_arrival', latest_arrival))
            FROM calendar_1 WHERE system_id = $1 AND NOT gone) AS calendars"""
