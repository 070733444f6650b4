"""The lists on which unfulfilled tasks stand: one for each desk that works across cases."""

from enum import StrEnum

from app.domain.practice.tasks import TaskRole


class TaskList(StrEnum):
    """The code of a list; its words are in `WORDS`."""

    PHARMACY = "pharmacy"
    TRANSPORT = "transport"
    THERAPY = "therapy"
    EQUIPMENT = "equipment"
    SOCIAL_CARE = "social_care"
    WARD = "ward"
    PROVIDER = "provider"
    HUB = "hub"


WORDS = {
    TaskList.PHARMACY: "Pharmacy",
    TaskList.TRANSPORT: "Transport",
    TaskList.THERAPY: "Therapy",
    TaskList.EQUIPMENT: "Equipment",
    TaskList.SOCIAL_CARE: "Social care",
    TaskList.WARD: "Ward",
    TaskList.PROVIDER: "Provider",
    TaskList.HUB: "Hub",
}

LIST_OF = {
    TaskRole.WARD_NURSE: TaskList.WARD,
    TaskRole.WARD_DOCTOR: TaskList.WARD,
    TaskRole.CONSULTANT: TaskList.WARD,
    TaskRole.THERAPIST: TaskList.THERAPY,
    TaskRole.PHARMACY: TaskList.PHARMACY,
    TaskRole.TRANSPORT: TaskList.TRANSPORT,
    TaskRole.EQUIPMENT: TaskList.EQUIPMENT,
    TaskRole.SOCIAL_WORKER: TaskList.SOCIAL_CARE,
    TaskRole.SAFEGUARDING_LEAD: TaskList.SOCIAL_CARE,
    TaskRole.HOUSING: TaskList.SOCIAL_CARE,
    TaskRole.PROVIDER: TaskList.PROVIDER,
    TaskRole.SETTLING_IN: TaskList.PROVIDER,
    TaskRole.CASE_MANAGER: TaskList.HUB,
    TaskRole.HUB_LEAD: TaskList.HUB,
    TaskRole.BROKERAGE: TaskList.HUB,
    TaskRole.COMMISSIONING: TaskList.HUB,
}
"""Role -> the list that its work stands on."""
