"""What a decision on a case must know from other streams, read inside the turn."""

from dataclasses import dataclass

from app.domain.values import CaseId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """`spell_person` is whose spell it is (None when unknown or over), `live_case` the person's live case, if any.

    `hub_known` and `case_manager_known` say that the named hub and member of staff are in this system.
    """

    spell_person: PersonId | None = None
    live_case: CaseId | None = None
    hub_known: bool = True
    case_manager_known: bool = True
