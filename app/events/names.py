"""The stored name of every event. Names are for ever: a class may be renamed or moved, its stored name may not."""

from typing import Any

from app.domain.case import (
    CameBack,
    CaseClosed,
    CaseManagerNamed,
    CaseReopened,
    LeavingPlanned,
    LeftHospital,
    PathwayDecided,
    ReferralAccepted,
    ReferralResubmitted,
    ReferralReturned,
    ReferralSubmitted,
)
from app.domain.person import PersonDetailsChanged, PersonRegistered
from app.domain.service import ServiceListed
from app.domain.spell import (
    AdmissionReversed,
    CriteriaReviewed,
    EndReversed,
    MoveReversed,
    PersonMoved,
    PlaceCorrected,
    SpellEnded,
    SpellOpened,
    SpellReopened,
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
    WardAdded,
    WardChanged,
)

NAMES: dict[str, type[Any]] = {
    "person.registered.1": PersonRegistered,
    "person.details_changed.1": PersonDetailsChanged,
    "spell.opened.1": SpellOpened,
    "spell.person_moved.1": PersonMoved,
    "spell.place_corrected.1": PlaceCorrected,
    "spell.move_reversed.1": MoveReversed,
    "spell.ended.1": SpellEnded,
    "spell.end_reversed.1": EndReversed,
    "spell.admission_reversed.1": AdmissionReversed,
    "spell.reopened.1": SpellReopened,
    "spell.criteria_reviewed.1": CriteriaReviewed,
    "referral.submitted.1": ReferralSubmitted,
    "referral.returned.1": ReferralReturned,
    "referral.resubmitted.1": ReferralResubmitted,
    "referral.accepted.1": ReferralAccepted,
    "case.manager_named.1": CaseManagerNamed,
    "case.pathway_decided.1": PathwayDecided,
    "case.leaving_planned.1": LeavingPlanned,
    "case.left_hospital.1": LeftHospital,
    "case.came_back.1": CameBack,
    "case.closed.1": CaseClosed,
    "case.reopened.1": CaseReopened,
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
}
"""Stored name -> class. The number is the shape; an older shape is upcast when it is read (`codec.UPCASTS`)."""

NAME_OF: dict[type[Any], str] = {class_: name for name, class_ in NAMES.items()}
