"""What may be told of escalations, at random: a problem raised, and an answer to one that stands, or stood."""

from typing import Any
from uuid import UUID

from app.domain.decider import Command
from app.domain.escalation import AcknowledgeEscalation, ActOnEscalation, EndEscalation, RaiseEscalation
from app.domain.ladder import Level
from app.domain.practice.escalation import Ladders
from app.domain.values import CaseId, Words
from tests.promises.teller import Teller


def of_an_escalation(teller: Teller, case: CaseId, standing: list[tuple[UUID, UUID]]) -> Command:
    """`standing` are the subjects and ids of what stands."""
    raising = RaiseEscalation(
        subject=case,
        escalation_id=teller.new_id(),
        trigger=teller.one_of(["raised_by_hand", "not_triaged"]),
        level=teller.one_of([Level.L1, Level.L3]),
        ladder=teller.one_of([Ladders.WARD, Ladders.HUB, Ladders.SYSTEM]),
        words=Words("Nobody rings back."),
        **teller.said(),
    )
    if not standing:
        return raising
    subject, key = teller.one_of(standing)
    on: dict[str, Any] = {"subject": subject, "escalation_id": key, **teller.said()}
    answers: list[Command] = [
        raising,
        AcknowledgeEscalation(acknowledgement_id=teller.new_id(), **on),
        ActOnEscalation(action_id=teller.new_id(), words=Words("Rang the matron."), **on),
        EndEscalation(ending_id=teller.new_id(), words=Words("They rang back."), **on),
    ]
    return teller.one_of(answers)
