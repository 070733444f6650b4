"""What a decision on a case must know from other streams, read inside the turn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.assessment.form import Form
from app.domain.case.form.readiness import Readiness
from app.domain.case.requests.previous import Previous
from app.domain.case.stay.state import Stay
from app.domain.case.tasks.facts import NOTHING_PLANNED, Doer, PlanFacts
from app.domain.delay import History, ReportingRule
from app.domain.delay.owners import NOBODY_KNOWN, Parties
from app.domain.practice.lists import NO_LISTS, Lists
from app.domain.service.state import Service
from app.domain.values import CaseId, HubId, PersonId, ServiceId, WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """`spell_person` is whose spell it is (None when unknown or over), `live_case` the person's live case, if any.

    `admitted_at` is when that stay began, `readiness` what it says of itself. `hub_known` says that the named hub is in
    this system. `manages_for` is the hub for which the named member of staff manages cases: None when they are not on
    the roster, work in no hub, or have another role. `note_elsewhere` says that the id of a new note is that of a note
    on another case, `request_elsewhere` the same of a new request; `alert_proposed` that on that stay telling the hub
    early is proposed and not settled. `services` are those that a request names or a death let go, and that of the
    `previous` provider,
    `expiries` until when each may answer if it is asked now; `lists` are the hub's lists that the decision follows.
    `assessment_elsewhere` says of an assessment what `note_elsewhere` says of a note; `form` is the form that is named,
    or that the assessment was made with, None when it is not known; `service_known` says that the named service is
    listed. `plan` is what tasks follow
    from; `doer` is who takes a step on one, None off the roster, and `assignee_known` that who is given one is on it.
    `died_at` is when the person died, if they did; `review_days` are those of the booked service's line,
    or `review_daily`; `ward_id` is the ward on which they lie, or lay last; `ready_again` says that the stay's last
    review was *no longer meets*. `next_service` is what the case tells of the service that is sought after a community
    bed, `reporting` the rule that picks one reason, `parties` those whose a delay in a community bed may be;
    `stay_then` and `next_service_then` are what was on record at the instant of a snapshot.
    """

    spell_person: PersonId | None = None
    live_case: CaseId | None = None
    hub_known: bool = True
    admitted_at: datetime | None = None
    readiness: Readiness | None = None
    manages_for: HubId | None = None
    note_elsewhere: bool = False
    alert_proposed: bool = False
    request_elsewhere: bool = False
    services: Mapping[ServiceId, Service] = field(default_factory=dict)
    expiries: Mapping[ServiceId, datetime] = field(default_factory=dict)
    lists: Lists = NO_LISTS
    previous: Previous | None = None
    assessment_elsewhere: bool = False
    form: Form | None = None
    service_known: bool = True
    plan: PlanFacts = NOTHING_PLANNED
    doer: Doer | None = None
    assignee_known: bool = False
    died_at: datetime | None = None
    review_days: tuple[int, ...] = ()
    review_daily: bool = False
    ward_id: WardId | None = None
    ready_again: bool = False
    next_service: History = field(default_factory=History)
    reporting: ReportingRule | None = None
    parties: Parties = NOBODY_KNOWN
    stay_then: Stay | None = None
    next_service_then: History = field(default_factory=History)
