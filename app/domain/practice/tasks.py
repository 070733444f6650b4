"""A line of a task template: whose cases it is for, who owns it, when it is due, what it precedes."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from app.domain.codes.owners import Owner
from app.domain.practice.table import column


class Template(StrEnum):
    """Which cases begin with the task: all, those of a pathway, or those to whom an overlay applies."""

    CORE = "core"
    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    END_OF_LIFE = "end_of_life"
    HOMELESS = "homeless"
    OUT_OF_AREA = "out_of_area"
    LEARNING_DISABILITY = "learning_disability"
    SAFEGUARDING = "safeguarding"
    OUTBREAK = "outbreak"


class TaskRole(StrEnum):
    """Whose list it is on, within the owning organisation."""

    WARD_NURSE = "ward_nurse"
    WARD_DOCTOR = "ward_doctor"
    CONSULTANT = "consultant"
    THERAPIST = "therapist"
    PHARMACY = "pharmacy"
    TRANSPORT = "transport"
    EQUIPMENT = "equipment"
    CASE_MANAGER = "case_manager"
    HUB_LEAD = "hub_lead"
    BROKERAGE = "brokerage"
    SOCIAL_WORKER = "social_worker"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    HOUSING = "housing"
    COMMISSIONING = "commissioning"
    PROVIDER = "provider"
    SETTLING_IN = "settling_in"


class Moment(StrEnum):
    """What a task is due relative to."""

    ADMISSION = "admission"
    NOTICED = "noticed"
    EXPECTED_DISCHARGE = "expected_discharge"
    NO_LONGER_MEETS = "no_longer_meets"
    REFERRAL = "referral"
    ACCEPTANCE = "acceptance"
    DECISION = "decision"
    REQUEST = "request"
    CONFIRMATION = "confirmation"
    LEAVING = "leaving"
    ARRIVAL = "arrival"
    FIRST_CONTACT = "first_contact"
    EXIT = "exit"


class TaskKind(StrEnum):
    """Stop: must be done before what it precedes; should: ought to; after: comes after leaving."""

    STOP = "stop"
    SHOULD = "should"
    AFTER = "after"


class Assesses(StrEnum):
    """The assessments of which the law and national guidance speak."""

    CHC = "chc"
    CARE_ACT = "care_act"
    CARER = "carer"
    FAST_TRACK = "fast_track"


class DoneWhen(StrEnum):
    """A fact of the case by which a task is done, without anybody saying so."""

    TRIAGED = "triaged"
    CASE_MANAGER_NAMED = "case_manager_named"
    PATHWAY_DECIDED = "pathway_decided"
    WHY_NOT_HOME_SAID = "why_not_home_said"
    REQUEST_SENT = "request_sent"
    ASSESSED = "assessed"
    PERSON_AGREES = "person_agrees"
    START_CONFIRMED = "start_confirmed"
    ARRIVED = "arrived"
    FIRST_CONTACT_MADE = "first_contact_made"


SAID_AS_IT_IS = frozenset({DoneWhen.ARRIVED, DoneWhen.FIRST_CONTACT_MADE})
"""What a service says with its time and who it was, so that nobody merely ticks it."""


class Tick(StrEnum):
    """What must be ready when somebody leaves: the four ticks of the ward list."""

    MEDICINES = "medicines"
    LETTER = "letter"
    TRANSPORT = "transport"
    HOME = "home"


class Step(StrEnum):
    """The steps of a case that a task may precede; otherwise it precedes another task, by its code."""

    DECISION = "decision"
    OFFERS = "offers"
    CONFIRM = "confirm"
    LEAVE = "leave"
    EXIT = "exit"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One task. It is due days, working days of the owner or hours after a moment; before it where negative."""

    template: Template = column("Template")
    code: str = column("Code")
    words: str = column("Task")
    owner: Owner = column("Owner", "Whose organisation")
    role: TaskRole = column("Role", "On whose list")
    due_from: Moment = column("Due from")
    days: int | None = column("Days", "Before if negative", default=None)
    working_days: int | None = column("Working days", "Of the owner", default=None)
    hours: int | None = column("Hours", "Before if negative", default=None)
    at: time | None = column("At", "With days only", default=None)
    precedes: str | None = column("Precedes", "decision, offers, confirm, leave, exit, or a code", default=None)
    kind: TaskKind = column("Kind", default=TaskKind.SHOULD)
    applies_if: str | None = column("Only if", "A tag, such as two_carers", default=None)
    assesses: Assesses | None = column("Assesses", "An assessment of law", default=None)
    funding: bool = column("Funding", "Settles the money, without which nothing starts", default=False)
    done_when: DoneWhen | None = column("Done when", "By a fact of the case, else by hand", default=None)
    tick: Tick | None = column("Tick", "On the ward list, beside the slot to leave", default=None)
