"""Where a case stands: only what a decision reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from app.domain.case.arriving.state import NOTHING_KNOWN, Arriving
from app.domain.case.form import NO_ANSWERS, ReferralField, ReferralForm
from app.domain.case.holding.state import Holding
from app.domain.case.outcome import Outcome
from app.domain.case.requests.state import Requests
from app.domain.case.stay.state import Stays
from app.domain.case.tasks.state import Tasks
from app.domain.codes.ways_out import WayOut
from app.domain.replacing import replace
from app.domain.values import HubId, PersonId, SpellId, StaffId, Words

if TYPE_CHECKING:  # these say how they are decided, and so read the state themselves
    from app.domain.case.assessing import Assessment
    from app.domain.case.best_interests import BestInterestsDecided
    from app.domain.case.leaving import LeavingPlanned
    from app.domain.case.medicines import MedicinesTold
    from app.domain.case.notes import Note
    from app.domain.case.pathway import PathwayDecided


@dataclass(frozen=True, slots=True)
class NotReferred:
    """The hub has never heard of it."""


@dataclass(frozen=True, slots=True)
class Alerted:
    """The hub was told early; the referral is still to come."""


@dataclass(frozen=True, slots=True)
class AwaitingTriage:
    """The referral lies with the hub."""


@dataclass(frozen=True, slots=True)
class WithWard:
    """The hub asked the ward for more about these fields."""

    fields: frozenset[ReferralField]
    words: Words


@dataclass(frozen=True, slots=True)
class Planning:
    """The hub accepted it and a case manager plans the way home."""

    case_manager: StaffId


InHospital: TypeAlias = Alerted | AwaitingTriage | WithWard | Planning


@dataclass(frozen=True, slots=True)
class Away:
    """The person has left hospital; `before` is where the case stands again if they come back.

    `left_at` and `how` are as they were told last; `fed_at` is when they left, where a feed said so: it may put that
    right. `known` is what is known of them since, by booking: from service to service there are several.
    """

    before: InHospital
    left_at: datetime
    fed_at: datetime | None = None
    how: WayOut | None = None
    known: Mapping[UUID | None, Arriving] = field(default_factory=dict)

    def of(self, booking: UUID | None) -> Arriving:
        """What is known of their way to this booking's service; they arrived where they are before one was found.

        Who could not meet them came from another.
        """
        if booking in self.known:
            return self.known[booking]
        before = self.known.get(None, NOTHING_KNOWN)
        return replace(before, missed=()) if booking and before.missed else before


@dataclass(frozen=True, slots=True)
class Return:
    """They came back `at`: where the case had stood until then, its stays, and whether the discharge had failed.

    `slot_used`: the slot that was agreed had been used before they left that time.
    """

    away: Away
    failed: bool
    stays: Stays
    at: datetime
    slot_used: bool = False


@dataclass(frozen=True, slots=True)
class Following:
    """The stay that the case followed before, and the return that taking up another one was, if it was one.

    `by_itself`: nobody chose to. `before` is the one that it had followed before that. `returned` is how they had come
    back to the stay before, where they had not left it again.
    """

    spell_id: SpellId
    back: Return | None
    by_itself: bool = False
    before: "Following | None" = None
    returned: Return | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The case is closed; `before` is where it stands again if it is reopened, `closed_by` the id of who closed it."""

    outcome: Outcome
    before: InHospital | Away
    closed_by: UUID | None = None


Stage: TypeAlias = NotReferred | InHospital | Away | Ended


def is_planned(stage: Stage) -> bool:
    """Whether the hub seeks a service for them: it planned, also after they left, where nobody came to meet them."""
    return isinstance(stage.before if isinstance(stage, Away) else stage, Planning)


TAKES_A_REFERRAL = (NotReferred, Alerted, WithWard)
"""The stages in which a referral is news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The state of one case, and what a repeat is known by.

    `submitted` is the referral as first sent, None while the hub was only told early; `form` is what it says by now.
    `accepted_with` is the case manager named at acceptance; `best_interests`, `pathway`, `leaving` and `medicines` are
    the latest events of their kind, while they stand; `slot_used`: they left by it and are back. `answered` are the ids
    of the acceptances, closures, reopenings and undoings that were recorded, and of what was said since they left.
    `back` is the latest return, while it can be taken back, `followed` the stay before the one it follows; `let_go` are
    stays of which somebody said that the case is not to follow them. `notes` and `assessments` are by id.
    `requests` is the service that is sought, or found; `tasks` is the work to be done, `holding` what those who hold
    something are asked, `stays` are those in services. `died_since` is when they died after the case had closed.
    """

    stage: Stage = NotReferred()
    person_id: PersonId | None = None
    spell_id: SpellId | None = None
    hub_id: HubId | None = None
    submitted: ReferralForm | None = None
    form: ReferralForm = NO_ANSWERS
    accepted_with: StaffId | None = None
    case_manager: StaffId | None = None
    best_interests: "BestInterestsDecided | None" = None
    pathway: "PathwayDecided | None" = None
    leaving: "LeavingPlanned | None" = None
    slot_used: bool = False
    medicines: "MedicinesTold | None" = None
    back: Return | None = None
    followed: Following | None = None
    let_go: frozenset[SpellId] = frozenset()
    answered: frozenset[UUID] = frozenset()
    notes: "Mapping[UUID, Note]" = field(default_factory=dict)
    requests: Requests = field(default_factory=Requests)
    assessments: "Mapping[UUID, Assessment]" = field(default_factory=dict)
    tasks: Tasks = field(default_factory=Tasks)
    holding: Holding = field(default_factory=Holding)
    stays: Stays = field(default_factory=dict)
    died_since: datetime | None = None

    @property
    def slot(self) -> "LeavingPlanned | None":
        """The slot that is agreed: none for who left, came back, and is to leave by another."""
        return None if self.slot_used else self.leaving
