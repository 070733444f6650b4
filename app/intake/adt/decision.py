"""What a person at the desk decided about a message that could not be placed by itself."""

from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, TypeAdapter


class _Decision(BaseModel, frozen=True, extra="forbid"):
    pass


class IsPerson(_Decision):
    """It is about this person, whatever its numbers say."""

    kind: Literal["is_person"] = "is_person"
    person_id: UUID


class NewPerson(_Decision):
    """It is about somebody not known here yet, whatever its numbers say."""

    kind: Literal["new_person"] = "new_person"


class OpensStay(_Decision):
    """The person is in hospital: take it as their admission, which was never told."""

    kind: Literal["opens_stay"] = "opens_stay"


class GiveStay(_Decision):
    """The stay does belong to the other record: give it to that."""

    kind: Literal["give_stay"] = "give_stay"


class AsSent(_Decision):
    """What was decided before is taken back: place it by what it says."""

    kind: Literal["as_sent"] = "as_sent"


Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000, pattern=r"^[^\x00]*$")]


class Ignore(_Decision):
    """Nothing is to be done about it, and why."""

    kind: Literal["ignore"] = "ignore"
    words: Reason


Decision: TypeAlias = Annotated[
    IsPerson | NewPerson | OpensStay | GiveStay | AsSent | Ignore, Field(discriminator="kind")
]

_DECISION: TypeAdapter[Decision] = TypeAdapter(Decision)


def decision_of(text: str | None) -> Decision | None:
    """What was decided and stored; None where nothing was."""
    return _DECISION.validate_json(text) if text else None
