"""What gives an assessor authority, and where a person was seen. Local default lists."""

from enum import StrEnum

from app.domain.values import Role


class Competency(StrEnum):
    """What the assessor is trained in; its words are in `COMPETENCIES`."""

    TRUSTED_ASSESSOR = "trusted_assessor"
    NURSE = "nurse"
    OCCUPATIONAL_THERAPIST = "occupational_therapist"
    PHYSIOTHERAPIST = "physiotherapist"
    SOCIAL_WORKER = "social_worker"
    DOCTOR = "doctor"
    CARE_MANAGER = "care_manager"


class Agreement(StrEnum):
    """By which agreement a service relies on somebody else's assessment; its words are in `AGREEMENTS`."""

    SYSTEM = "system"
    HOME_CARE = "home_care"
    COMMUNITY_BEDS = "community_beds"
    CARE_HOMES = "care_homes"
    OWN_SERVICE = "own_service"


class SeenWhere(StrEnum):
    """Where the assessor saw the person; its words are in `SEEN_WHERE`."""

    ON_WARD = "on_ward"
    AT_HOME = "at_home"
    IN_SERVICE = "in_service"
    BY_VIDEO = "by_video"
    BY_TELEPHONE = "by_telephone"


COMPETENCIES = {
    Competency.TRUSTED_ASSESSOR: "Trained as a trusted assessor",
    Competency.NURSE: "Registered nurse",
    Competency.OCCUPATIONAL_THERAPIST: "Occupational therapist",
    Competency.PHYSIOTHERAPIST: "Physiotherapist",
    Competency.SOCIAL_WORKER: "Social worker",
    Competency.DOCTOR: "Doctor",
    Competency.CARE_MANAGER: "Registered manager of a service",
}

AGREEMENTS = {
    Agreement.SYSTEM: "Trusted assessment across the system",
    Agreement.HOME_CARE: "Trusted assessment for home care",
    Agreement.COMMUNITY_BEDS: "Trusted assessment for community beds",
    Agreement.CARE_HOMES: "Trusted assessment for care homes",
    Agreement.OWN_SERVICE: "The service assesses for itself",
}

SEEN_WHERE = {
    SeenWhere.ON_WARD: "On the ward",
    SeenWhere.AT_HOME: "At home",
    SeenWhere.IN_SERVICE: "In a service",
    SeenWhere.BY_VIDEO: "By video",
    SeenWhere.BY_TELEPHONE: "By telephone",
}

ASSESSES = frozenset({Role.CASE_MANAGER, Role.WARD_CLINICIAN, Role.PROVIDER})
"""The roles whose assessment a service may rely on."""
