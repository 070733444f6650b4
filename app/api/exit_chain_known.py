"""The exit chain of a system, worked out once for all who ask in a moment; what each may see of it is cut from this."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.api.exit_chain_bodies import CannotGo, CouldGo, FreedBy, Overdue, PlaceToLeave, ToRing, Whom
from app.api.state import State
from app.domain.exit_chain import Chain, Freed, Leaving, Move, Stuck, exit_chain, is_wanted_by
from app.domain.exit_chain.answer import HOW, WHY
from app.domain.local_time import local_date
from app.domain.practice import ServiceLines
from app.domain.service.fitting import WORDS
from app.domain.values import CaseId, ServiceId, SystemId
from app.events.practice import practice_in
from app.views.exit_chain import Leaver, Seeker, leavers, seekers
from app.views.offering import Offering, offerings


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Who waits and who leaves, by case, the services, and the chain."""

    at: datetime
    seekers: Mapping[CaseId, Seeker]
    leavers: Mapping[CaseId, Leaver]
    services: Mapping[ServiceId, Offering]
    lines: ServiceLines
    chain: Chain

    def could_go(self, move: Move, *, named: bool) -> CouldGo:
        """A move in words; `named` says whether who is in a service is named."""
        its = self.services[move.service_id]
        return CouldGo(
            who=self._whom(move.case_id),
            service_id=move.service_id,
            service=its.listed.name,
            phone=_phone(its),
            asked=move.service_id in self.seekers[move.case_id].waiting.asked,
            on=move.on,
            freed=[self._freed(each, named=named) for each in move.freed],
            link=move.link,
        )

    def cannot_go(self, stuck: Stuck) -> CannotGo:
        """Why nothing helps them, in words."""
        return CannotGo(
            who=self._whom(stuck.case_id),
            why=stuck.why,
            words=WHY[stuck.why],
            against=[WORDS[each] for each in stuck.against],
            ring=[self._to_ring(each) for each in stuck.ring],
        )

    def to_leave(self, leaver: Leaver) -> PlaceToLeave:
        """A place with the number of those who wait for it."""
        leaving, its = leaver.leaving, self.services[leaver.leaving.place.service_id]
        rule = self.lines.of(its.listed.line)
        those = [each.waiting for each in self.seekers.values() if each.waiting.package.line is its.listed.line]
        return PlaceToLeave(
            stay_id=leaving.place.stay_id,
            case_id=leaving.case_id,
            name=leaver.name,
            service_id=its.service_id,
            service=its.listed.name,
            units=leaving.place.units,
            at=leaving.at,
            passed=leaving.has_passed(self.at),
            wanted_by=sum(is_wanted_by(each, leaving.place, its.service, self.at, rule) for each in those),
        )

    def overdue(self, leaving: Leaving) -> Overdue:
        """Who was to have left."""
        name = self.leavers[leaving.case_id].name
        return Overdue(case_id=leaving.case_id, name=name, service_id=leaving.place.service_id, at=leaving.at)

    def _whom(self, case: CaseId) -> Whom:
        seeker = self.seekers[case]
        place = seeker.waiting.place
        there = self.services.get(place.service_id) if place else None
        return Whom(
            case_id=case,
            name=seeker.name,
            ward_id=None if place else seeker.ward_id,
            bed=None if place else seeker.bed,
            in_service=there.listed.name if there else None,
            was_to_leave=seeker.planned if seeker.planned and seeker.planned < local_date(self.at) else None,
            package=seeker.waiting.package,
            ready_at=seeker.waiting.ready_at,
            leave_at=seeker.waiting.leave_at,
        )

    def _freed(self, freed: Freed, *, named: bool) -> FreedBy:
        by = freed.by if named else None
        who = (self.seekers.get(by) or self.leavers[by]) if by else None
        return FreedBy(
            how=freed.how,
            words=HOW[freed.how],
            at=freed.at,
            unit=freed.unit,
            case_id=by,
            name=who.name if who else None,
        )

    def _to_ring(self, service: ServiceId) -> ToRing:
        its = self.services[service]
        return ToRing(service_id=service, service=its.listed.name, phone=_phone(its))


async def known(homeward: State, system: SystemId, now: datetime) -> Known:
    """As it stands, at most a moment old."""

    async def work_out() -> Known:
        return await _worked_out(homeward, system, now)

    answer: Known = await homeward.recent.get(("exit-chain", system), work_out)
    return answer


async def _worked_out(homeward: State, system: SystemId, now: datetime) -> Known:
    async with homeward.database.reads.acquire() as connection:
        waiting = await seekers(connection, system, now)
        leaving = await leavers(connection, system)
        services = {each.service_id: each for each in await offerings(connection, system)}
        lines = await practice_in(connection, system, ServiceLines)
    chain = exit_chain(
        [each.waiting for each in waiting],
        [each.leaving for each in leaving],
        {key: each.service for key, each in services.items()},
        now,
        lines,
    )
    return Known(
        at=now,
        seekers={each.waiting.case_id: each for each in waiting},
        leavers={each.leaving.case_id: each for each in leaving},
        services=services,
        lines=lines,
        chain=chain,
    )


def _phone(its: Offering) -> str | None:
    return its.service.described.phone if its.service.described else None
