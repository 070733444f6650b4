"""The sweep in a database: who is due is found, repeating it records nothing, and it goes on where it stopped."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.case import AcceptReferral, CloseCase
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.requests.answering import DeclineOffer
from app.domain.case.requests.state import Round
from app.domain.codes.criteria import Criterion
from app.domain.escalation import AcknowledgeEscalation, ActOnEscalation, EndEscalation, RaiseEscalation
from app.domain.escalation.answering import NotYourEscalation
from app.domain.escalation.raising import EscalatedAlready, NobodyOnThatLadder
from app.domain.ladder import Level
from app.domain.practice import EscalationPolicy, PracticeKind, SetPractice
from app.domain.practice.escalation import Ladders
from app.domain.spell import EndSpell, ReviewCriteria, ReviewOutcome, WayOut
from app.domain.system import AddOrganisation, AddStaff, OrganisationKind
from app.domain.values import CaseId, OrganisationId, Role, SpellId, StaffId, Words
from app.events.escalation import looking
from app.events.escalation.sweep import AGAIN, sweep_system
from app.events.practice import shipped
from tests.events.searching import a_search, a_service
from tests.facts import Installation


def soon(hours: float = 0) -> datetime:
    return datetime.now(UTC) + timedelta(hours=hours)


async def shown(place: Installation, spell: UUID | None = None) -> list[dict[str, Any]]:
    """What is escalated and stands, of everybody or in one stay."""
    rows = await place.database.reads.fetch(
        "SELECT * FROM escalation_1 WHERE system_id = $1 AND NOT gone AND ($2::uuid IS NULL OR spell_id = $2)",
        place.system,
        spell,
    )
    return [dict(row) for row in rows]


async def triggers(place: Installation) -> list[str]:
    return sorted(row["trigger"] for row in await shown(place))


async def head(place: Installation) -> int:
    found: int = await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system)
    return found


async def look(place: Installation, hours: float = 0) -> int:
    return await sweep_system(place.database, place.hints, place.system, soon(hours))


async def referred(place: Installation) -> tuple[SpellId, CaseId]:
    """Somebody who was admitted and reviewed just now, and referred."""
    _, spell = await place.admit(at=soon(-1))
    await place.do(reviewed(place, spell))
    referral = place.referral(spell)
    await place.do(referral)
    return spell, referral.case_id


def reviewed(place: Installation, spell: SpellId) -> ReviewCriteria:
    by = place.by(Role.WARD_CLINICIAN)
    criteria = frozenset({Criterion.OXYGEN})
    return ReviewCriteria(
        spell_id=spell,
        review_id=uuid4(),
        outcome=ReviewOutcome.MEETS,
        criteria=criteria,
        words=None,
        by=by,
        at=soon(),
    )


def by(place: Installation, role: Role = Role.CASE_MANAGER) -> dict[str, Any]:
    return {"by": place.by(role), "at": soon()}


async def test_a_look_finds_what_is_due_once_and_says_whose_it_is(place: Installation) -> None:
    spell, case = await referred(place)
    await look(place)
    assert await triggers(place) == []
    await look(place, 2.1)
    [row] = await shown(place)
    assert (row["trigger"], row["level"], row["ladder"]) == ("not_triaged", "L2", "hub")
    assert (row["subject"], row["case_id"], row["spell_id"], row["owner_id"]) == (case, case, spell, place.trust)
    assert row["sealed_for"] is not None
    before = await head(place)
    await look(place, 2.1)
    assert await head(place) == before


async def test_a_look_that_finds_nothing_due_looks_at_nobody(place: Installation) -> None:
    await referred(place)
    await look(place)
    assert await look(place, 1) == 0
    assert await look(place, 2.1) == 1


async def test_what_was_wrong_before_the_first_look_counts_from_when_it_began(place: Installation) -> None:
    _, spell = await place.admit(at=soon(-72))
    await look(place)
    stands = {row["trigger"]: row["level"] for row in await shown(place, spell)}
    assert stands == {"not_reviewed_today": "L1", "not_reviewed_24_hours": "L2"}


async def test_it_ends_with_its_cause(place: Installation) -> None:
    _, case = await referred(place)
    await look(place, 2.1)
    assert await triggers(place) == ["not_triaged"]
    manager = place.staff[Role.CASE_MANAGER]
    await place.do(AcceptReferral(case_id=case, case_manager=manager, acceptance_id=uuid4(), **by(place)))
    await look(place, 2.1)
    assert await triggers(place) == []
    ended = await place.database.reads.fetchval("SELECT ended FROM escalation_1 WHERE system_id = $1", place.system)
    assert ended == "cause_over"


async def test_a_case_that_closes_ends_all_of_its_own(place: Installation) -> None:
    _, case = await referred(place)
    await place.do(raising(place, case))
    await place.do(
        CloseCase(case_id=case, outcome=Outcome.NO_LONGER_NEEDED, words=None, closure_id=uuid4(), **by(place))
    )
    await look(place)
    assert await triggers(place) == []
    ended = await place.database.reads.fetchval("SELECT ended FROM escalation_1 WHERE system_id = $1", place.system)
    assert ended == "case_closed"


async def test_what_hangs_on_the_bed_ends_with_the_stay(place: Installation) -> None:
    _, spell = await place.admit(at=soon(-72))
    await look(place)
    assert await shown(place, spell)
    await place.do(EndSpell(spell_id=spell, how=WayOut.DISCHARGED, **by(place, Role.WARD_NURSE)))
    await look(place)
    assert await shown(place, spell) == []


async def test_nobody_can_take_is_the_hubs_and_then_the_commissioners(place: Installation) -> None:
    search, service = await a_search(place), await a_service(place)
    [offer] = await search.ask(service, round_=Round.BROADCAST)
    declining = DeclineOffer(offer_id=offer, answer_id=uuid4(), code="D01", words=None, **search.said())
    await place.do(declining)
    await look(place)
    assert "nobody_can_take" in await triggers(place)
    await look(place, 25)
    [row] = [row for row in await shown(place) if row["trigger"] == "nobody_can_take"]
    assert row["level"] == "L3"


async def test_a_policy_set_anew_counts_from_the_next_look(place: Installation) -> None:
    await referred(place)
    await look(place)
    stricter = [
        line | {"after_minutes": 1} if line["trigger"] == "not_triaged" else line
        for line in shipped(EscalationPolicy).as_json()
    ]
    setting = SetPractice(practice=PracticeKind.ESCALATION_POLICY, lines=tuple(stricter), **by(place, Role.MANAGER))
    await place.do(setting)
    await look(place, 0.1)
    assert await triggers(place) == ["not_triaged"]


async def test_two_sweeps_at_once_record_what_one_does(place: Installation) -> None:
    await referred(place)
    await asyncio.gather(look(place, 2.1), look(place, 2.1))
    assert await triggers(place) == ["not_triaged"]


async def test_a_clock_that_lost_its_place_begins_anew_and_records_nothing(place: Installation) -> None:
    """As after a kill between any two statements: what was recorded is found again, and known."""
    _, case = await referred(place)
    await place.admit(bed="A1-02", at=soon(-72))
    await look(place, 2.1)
    manager = place.staff[Role.CASE_MANAGER]
    await place.do(AcceptReferral(case_id=case, case_manager=manager, acceptance_id=uuid4(), **by(place)))
    await look(place, 2.1)
    before, stood = await head(place), await triggers(place)
    async with place.database.turns.acquire() as connection:
        await connection.execute("UPDATE escalation_looked SET position = 0 WHERE system_id = $1", place.system)
        await connection.execute("DELETE FROM escalation_due WHERE system_id = $1", place.system)
    assert await look(place, 2.1) == 2
    assert (await head(place), await triggers(place)) == (before, stood)


async def test_one_that_cannot_be_looked_at_holds_up_nobody(
    place: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bad, _), (good, _) = await referred(place), await referred(place)
    whole = looking._look_at_stay

    async def faulty(turn: Any, spell: SpellId, *more: Any) -> Any:
        if spell == bad:
            raise ZeroDivisionError
        return await whole(turn, spell, *more)

    with monkeypatch.context() as patched:
        patched.setattr(looking, "_look_at_stay", faulty)
        await look(place, 2.1)
    assert await shown(place, good)
    assert not await shown(place, bad)
    await look(place, 2.2 + AGAIN.total_seconds() / 3600)
    assert await shown(place, bad)


def raising(place: Installation, case: UUID, **other: Any) -> RaiseEscalation:
    said: dict[str, Any] = {
        "subject": case,
        "escalation_id": uuid4(),
        "trigger": "raised_by_hand",
        "level": Level.L2,
        "ladder": Ladders.WARD,
        "words": Words("No answer from the ward."),
    }
    return RaiseEscalation(**said | by(place) | other)


async def test_a_person_raises_somebody_answers_and_it_is_settled(place: Installation) -> None:
    _, case = await referred(place)
    command = raising(place, case)
    assert (await place.do(command)).recorded == 1
    assert (await place.do(command)).recorded == 0
    [row] = await shown(place)
    assert (row["words"], row["raised_by"]) == ("No answer from the ward.", str(place.staff[Role.CASE_MANAGER]))
    on: dict[str, Any] = {"subject": case, "escalation_id": command.escalation_id, **by(place, Role.WARD_NURSE)}
    await place.do(AcknowledgeEscalation(acknowledgement_id=uuid4(), **on))
    await place.do(ActOnEscalation(action_id=uuid4(), words=Words("Rang back."), **on))
    [row] = await shown(place)
    assert (row["done"], row["answered_by"]) == ("Rang back.", str(place.staff[Role.WARD_NURSE]))
    await place.do(EndEscalation(ending_id=uuid4(), words=Words("Spoke."), **on))
    assert await shown(place) == []


async def test_what_a_person_raised_climbs_when_nobody_answers(place: Installation) -> None:
    _, case = await referred(place)
    await place.do(raising(place, case))
    await look(place)
    await look(place, 2.1)
    levels = {row["trigger"]: row["level"] for row in await shown(place)}
    assert levels == {"raised_by_hand": "L3", "not_triaged": "L2"}


async def test_refusals_change_nothing(place: Installation) -> None:
    _, case = await referred(place)
    with pytest.raises(NobodyOnThatLadder):
        await place.do(raising(place, case, ladder=Ladders.SERVICE))
    await place.do(raising(place, case))
    with pytest.raises(EscalatedAlready):
        await place.do(raising(place, case))
    other = replace(raising(place, case), trigger="ready")
    await place.do(other)
    stranger = await a_stranger(place)
    with pytest.raises(NotYourEscalation):
        await place.do(
            AcknowledgeEscalation(
                subject=case,
                escalation_id=other.escalation_id,
                acknowledgement_id=uuid4(),
                by=replace(place.by(Role.PROVIDER), id=str(stranger)),
                at=soon(),
            )
        )
    closing: dict[str, Any] = {"case_id": case, "outcome": Outcome.NO_LONGER_NEEDED, "closure_id": uuid4()}
    await place.do(CloseCase(words=None, **closing, **by(place)))
    with pytest.raises(CaseIsClosed):
        await place.do(raising(place, case, trigger="no_pathway"))


async def a_stranger(place: Installation) -> StaffId:
    """Somebody who works for an organisation that owns nothing of this, and in no hub."""
    staff, firm = StaffId(uuid4()), OrganisationId(uuid4())
    common: dict[str, Any] = {"system_id": place.system, **by(place, Role.MANAGER)}
    code = f"Z{staff.hex[:5]}".upper()
    adding = AddOrganisation(organisation_id=firm, code=code, name="Carers", kind=OrganisationKind.PROVIDER, **common)
    await place.do(adding)
    joining: dict[str, Any] = {"staff_id": staff, "role": Role.PROVIDER, "organisation_id": firm, "hub_id": None}
    await place.do(AddStaff(ward_ids=frozenset(), **joining, **by(place, Role.MANAGER)))
    return staff
