"""One row done: the commands of its step, as the person who brings the list, in a turn of its own."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from app.domain.case import AcceptReferral, DecidePathway, SubmitReferral
from app.domain.case.form import Needs, ReferralForm
from app.domain.decider import Command
from app.domain.local_time import local_date
from app.domain.spell import ExpectDischarge, MovePerson, OpenSpell, ProposeReadiness, ReviewCriteria, ReviewOutcome
from app.domain.values import Actor, CaseId, HubId, SpellId, Words
from app.events.handler import Receipt, decide_in
from app.events.log import Turn
from app.intake.by_hand import kept
from app.intake.lists.kept import Upload
from app.intake.lists.outcomes import Outcome
from app.intake.lists.plan import Bringer, What
from app.intake.lists.preview import Foreseen


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row on its way. Ids are made of the list's id and the row's number, so that they are the same again."""

    turn: Turn
    upload: Upload
    by: Actor
    bringer: Bringer
    foreseen: Foreseen

    def id(self, what: str) -> UUID:
        """The id of what this row makes."""
        return uuid5(self.upload.list_id, f"{what}:{self.foreseen.line.number}")

    def outcome(self, **did: Any) -> Outcome:
        """What came of it."""
        return Outcome.of(self.foreseen.line.number, self.foreseen.step, **did)


async def carry_out(row: Row) -> Outcome:
    """Do what was foreseen. Raises a Rejection when the rules refuse; nothing of the row is then done."""
    stands = row.foreseen.stands
    match row.foreseen.step.what:
        case What.ADMIT:
            return await _admit(row)
        case What.MOVE:
            return await _move(row)
        case What.REFER:
            return await _refer(row)
        case _:
            return row.outcome(
                person_id=stands.person,
                spell_id=stands.stay and stands.stay.spell_id,
                case_id=stands.case and stands.case.case_id,
            )


async def _admit(row: Row) -> Outcome:
    line, at = row.foreseen.line, row.upload.brought_at
    assert line.ward_id
    assert line.admitted_at
    person = await kept(row.turn, row.foreseen.stands.person, line.details, by=row.by, at=at)
    spell = SpellId(row.id("spell"))
    opening = OpenSpell(
        spell_id=spell, person_id=person, ward_id=line.ward_id, bed=line.bed, by=row.by, at=line.admitted_at
    )
    receipts = [await decide_in(row.turn, each) for each in (opening, *_told_of_the_stay(row, spell))]
    return row.outcome(
        person_id=person, spell_id=spell, ward_id=line.ward_id, bed=line.bed, version=receipts[-1].version
    )


def _told_of_the_stay(row: Row, spell: SpellId) -> list[Command]:
    """Only a ward clinician's word makes anybody ready; whoever else brings the list proposes it."""
    line, at = row.foreseen.line, row.upload.brought_at
    told: list[Command] = []
    if line.ready_since and row.bringer.reviews:
        reviewed = ReviewOutcome.NO_LONGER_MEETS
        told.append(
            ReviewCriteria(
                spell_id=spell,
                review_id=row.id("review"),
                outcome=reviewed,
                criteria=frozenset(),
                by=row.by,
                at=line.ready_since,
            )
        )
    elif line.ready_since:
        told.append(ProposeReadiness(spell_id=spell, since=local_date(line.ready_since), by=row.by, at=at))
    if line.expected_discharge:
        told.append(ExpectDischarge(spell_id=spell, expected_on=line.expected_discharge, by=row.by, at=at))
    return told


async def _move(row: Row) -> Outcome:
    line, stay = row.foreseen.line, row.foreseen.stands.stay
    assert stay
    assert line.ward_id
    at = max(row.upload.brought_at, stay.admitted_at)
    moving = MovePerson(spell_id=stay.spell_id, ward_id=line.ward_id, bed=line.bed, by=row.by, at=at)
    receipt = await decide_in(row.turn, moving)
    return row.outcome(
        person_id=row.foreseen.stands.person,
        spell_id=stay.spell_id,
        ward_id=line.ward_id,
        bed=line.bed,
        from_ward_id=stay.ward_id,
        from_bed=stay.bed,
        version=receipt.version,
    )


async def _refer(row: Row) -> Outcome:
    stands = row.foreseen.stands
    assert stands.stay
    receipts: list[Receipt] = [await decide_in(row.turn, each) for each in _referral(row, stands.stay.spell_id)]
    return row.outcome(
        person_id=stands.person,
        spell_id=stands.stay.spell_id,
        case_id=row.id("case"),
        version=receipts[-1].version,
    )


def _referral(row: Row, spell: SpellId) -> list[Command]:
    """The referral; with a case manager its acceptance; with a pathway home that too."""
    line, at, hub = row.foreseen.line, row.upload.brought_at, row.upload.mapping.hub_id
    assert hub
    common: dict[str, Any] = {"case_id": CaseId(row.id("case")), "by": row.by}
    commands: list[Command] = [
        SubmitReferral(
            spell_id=spell,
            hub_id=HubId(hub),
            form=ReferralForm(
                why_in_hospital=Words(line.words) if line.words else None,
                needs=Needs(needs=line.needs) if line.needs else None,
            ),
            at=line.referred_at or at,
            **common,
        )
    ]
    if line.manager:
        commands.append(AcceptReferral(case_manager=line.manager, at=at, **common))
    if line.manager and line.pathway and line.pathway.is_home:
        home: dict[str, Any] = dict.fromkeys(("why_not_home", "words", "home_possible_if", "review_on"))
        commands.append(DecidePathway(needed=line.pathway, given=line.pathway, at=at, **home, **common))
    return commands
