"""What an assessor is trained in, and where a person was seen. The agreements relied on are a list of the hub."""

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

SEEN_WHERE = {
    SeenWhere.ON_WARD: "On the ward",
    SeenWhere.AT_HOME: "At home",
    SeenWhere.IN_SERVICE: "In a service",
    SeenWhere.BY_VIDEO: "By video",
    SeenWhere.BY_TELEPHONE: "By telephone",
}

ASSESSES = frozenset({Role.CASE_MANAGER, Role.WARD_CLINICIAN, Role.PROVIDER})
"""The roles whose assessment a service may rely on."""
