"""Field 12, *people*: the carer, who knows the person best, and whom the plan waits for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.values import Words


class Willing(StrEnum):
    """What the carer said when asked; never assumed (DOMAIN rule 4)."""

    YES = "yes"
    WITH_HELP = "with_help"
    NO = "no"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Names and numbers are words about a person. A therapist has seen them, or is waited for; days are local dates."""

    carer: Words | None = None
    carer_phone: Words | None = None
    carer_willing: Willing | None = None
    knows_best: Words | None = None
    therapist_seen_on: date | None = None
    waits_for_therapy: bool | None = None
    waits_for_medical_review: bool | None = None
