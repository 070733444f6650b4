"""Whose ladder each means here, and how those work: read once a turn, however many people are looked at in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from app.bank_holidays import ENGLAND
from app.domain.calendar import Calendar
from app.domain.case.state import Case
from app.domain.codes.owners import Owner
from app.domain.escalation.rules import Rules, by_trigger
from app.domain.practice import EscalationPolicy
from app.domain.practice.escalation import EscalationLine, Ladders
from app.domain.spell.state import Spell
from app.domain.values import OrganisationId
from app.events.log import Turn
from app.events.practice import practice
from app.views.parties import PLACES, Places, places_in

_PARTY = {
    Ladders.WARD: Owner.HOSPITAL,
    Ladders.HUB: Owner.HUB,
    Ladders.SERVICE: Owner.SERVICE,
    Ladders.COMMISSIONER: Owner.COMMISSIONER,
}

_CALENDARS: TypeAdapter[Any] = TypeAdapter(dict[UUID, Calendar])


@dataclass(frozen=True, slots=True)
class Directory:
    """The lines of the policy, the organisations behind places and codes, and all calendars."""

    lines: Mapping[str, Sequence[EscalationLine]]
    places: Places
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
            Owner.HOSPITAL: self.places.of_place.get(spell.place.ward_id) if spell.admission else None,
            Owner.HUB: self.places.of_place.get(case.hub_id) if case.hub_id else None,
            Owner.SERVICE: booking.organisation_id if booking else None,
            Owner.COMMISSIONER: self.places.by_code.get(route.icb) if route and route.icb else None,
            Owner.COUNCIL: self.places.by_code.get(route.council) if route and route.council else None,
        }


async def directory(turn: Turn) -> Directory:
    """As it stands in this turn."""
    kept = turn.memo.get(("escalation", "directory"))
    if isinstance(kept, Directory):
        return kept
    policy = await practice(turn, EscalationPolicy)
    row = await turn.connection.fetchrow(_READ, turn.system)
    assert row, "the statement answers one row"
    calendars: dict[OrganisationId, Calendar] = _CALENDARS.validate_json(row["calendars"] or "{}")
    read = Directory(by_trigger(policy.lines), places_in(row), calendars)
    turn.memo["escalation", "directory"] = read
    return read


_READ = f"""
    SELECT {PLACES},
        (SELECT jsonb_object_agg(id, jsonb_build_object('week', week, 'bank_holidays', bank_holidays,
            'order_by', order_by, 'latest_arrival', latest_arrival))
            FROM calendar_1 WHERE system_id = $1 AND NOT gone) AS calendars"""
