"""The stored names of what happens to the system itself, its services, hubs and feeds, and to escalations."""

from typing import Any

from app.domain.calendar import CalendarSet
from app.domain.escalation import (
    EscalationAcknowledged,
    EscalationActed,
    EscalationClimbed,
    EscalationEnded,
    EscalationOpenedAgain,
    EscalationRaised,
)
from app.domain.feed import FeedAdded, FeedChanged
from app.domain.hub import BoardRoundHeld, BoardRoundUndone
from app.domain.importing import SystemImported
from app.domain.ladder import LadderSet, SeniorOfficerNamed
from app.domain.practice import PracticeSet
from app.domain.service import (
    CapacityDeclared,
    CapacityUnchanged,
    PlaceGivenUp,
    PlaceHeld,
    PlaceTaken,
    ServiceClosed,
    ServiceDescribed,
    ServiceListed,
    ServiceReopened,
)
from app.domain.system import (
    HubAdded,
    HubChanged,
    OrganisationAdded,
    OrganisationChanged,
    SiteAdded,
    SiteChanged,
    StaffChanged,
    StaffJoined,
    StaffLeft,
    SystemArchived,
    SystemRestored,
    WardAdded,
    WardChanged,
)

SYSTEM_NAMES: dict[str, type[Any]] = {
    "escalation.raised.1": EscalationRaised,
    "escalation.acknowledged.1": EscalationAcknowledged,
    "escalation.acted.1": EscalationActed,
    "escalation.climbed.1": EscalationClimbed,
    "escalation.ended.1": EscalationEnded,
    "escalation.opened_again.1": EscalationOpenedAgain,
    "hub.board_round_held.1": BoardRoundHeld,
    "hub.board_round_undone.1": BoardRoundUndone,
    "place.organisation_added.1": OrganisationAdded,
    "place.organisation_changed.1": OrganisationChanged,
    "place.site_added.1": SiteAdded,
    "place.site_changed.1": SiteChanged,
    "place.ward_added.1": WardAdded,
    "place.ward_changed.1": WardChanged,
    "place.hub_added.1": HubAdded,
    "place.hub_changed.1": HubChanged,
    "staff.joined.1": StaffJoined,
    "staff.changed.1": StaffChanged,
    "staff.left.1": StaffLeft,
    "service.listed.1": ServiceListed,
    "service.described.1": ServiceDescribed,
    "service.closed.1": ServiceClosed,
    "service.reopened.1": ServiceReopened,
    "service.capacity_declared.1": CapacityDeclared,
    "service.capacity_unchanged.1": CapacityUnchanged,
    "service.place_held.1": PlaceHeld,
    "service.place_taken.1": PlaceTaken,
    "service.place_given_up.1": PlaceGivenUp,
    "calendar.set.1": CalendarSet,
    "ladder.set.1": LadderSet,
    "ladder.senior_officer_named.1": SeniorOfficerNamed,
    "practice.set.1": PracticeSet,
    "import.system_imported.1": SystemImported,
    "system.archived.1": SystemArchived,
    "system.restored.1": SystemRestored,
    "feed.added.1": FeedAdded,
    "feed.changed.1": FeedChanged,
}
