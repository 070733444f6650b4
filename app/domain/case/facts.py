"""What a decision on a case must know from other streams, read inside the turn."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.assessment.form import Form
from app.domain.case.form.readiness import Readiness
from app.domain.values import CaseId, HubId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """`spell_person` is whose spell it is (None when unknown or over), `live_case` the person's live case, if any.

    `admitted_at` is when that stay began, `readiness` what it says of itself. `hub_known` says that the named hub is in
    this system. `manages_for` is the hub for which the named member of staff manages cases: None when they are not on
    the roster, work in no hub, or have another role. `note_elsewhere` says that the id of a new note is that of a note
    on another case; `assessment_elsewhere` says so of an assessment. `form` is the form that is named, or that the
    assessment was made with; None when it is not known. `service_known` says that the named service is listed.
    """

    spell_person: PersonId | None = None
    live_case: CaseId | None = None
    hub_known: bool = True
    admitted_at: datetime | None = None
    readiness: Readiness | None = None
    manages_for: HubId | None = None
    note_elsewhere: bool = False
    assessment_elsewhere: bool = False
    form: Form | None = None
    service_known: bool = True
