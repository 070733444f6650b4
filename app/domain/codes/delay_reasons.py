"""Why somebody who could leave is still here: the 37 reasons of the national acute discharge situation report.

Source: NHS England, Acute Daily Discharge Situation Report, technical specification in force from 27 May 2024. The
labels are those of the published files, with their dashes put right. The letters and numbers are ours.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.codes.pathways import Pathway

PUBLISHED = date(2024, 5, 27)


class DelayReason(StrEnum):
    """The code; what is listed of it is in `LISTED`."""

    HP1 = "HP1"
    HP2 = "HP2"
    HP3 = "HP3"
    HP4 = "HP4"
    HP5 = "HP5"
    HP6 = "HP6"
    HP7 = "HP7"
    WB1 = "WB1"
    WB2 = "WB2"
    WB3 = "WB3"
    WB4 = "WB4"
    CT1 = "CT1"
    CT2 = "CT2"
    CT3 = "CT3"
    IP1 = "IP1"
    IP2 = "IP2"
    IP3 = "IP3"
    IP4 = "IP4"
    IP5 = "IP5"
    IP6 = "IP6"
    IP7 = "IP7"
    IP8 = "IP8"
    IP9 = "IP9"
    IP10 = "IP10"
    IP11 = "IP11"
    IP12 = "IP12"
    CA1 = "CA1"
    CA2 = "CA2"
    CA3 = "CA3"
    CA4 = "CA4"
    CA5 = "CA5"
    CA6 = "CA6"
    CA7 = "CA7"
    CA8 = "CA8"
    CA9 = "CA9"
    CA10 = "CA10"
    CA11 = "CA11"


class ReasonFamily(StrEnum):
    """The five families of the national list; each code begins with its family's two letters."""

    HOSPITAL = "HP"
    WELLBEING = "WB"
    CARE_TRANSFER_HUB = "CT"
    INTERFACE = "IP"
    CAPACITY = "CA"


@dataclass(frozen=True, slots=True)
class Listed:
    """One reason as it is listed: its national label, the pathways that its label names, and from when to when."""

    reason: DelayReason
    label: str
    pathways: frozenset[Pathway] = frozenset()
    since: date = PUBLISHED
    until: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether it may be reported of this local date."""
        return self.since <= on and (self.until is None or on < self.until)

    def fits(self, pathway: Pathway | None) -> bool:
        """Whether its label speaks of this pathway; most labels name none, and fit every one."""
        return pathway is None or not self.pathways or pathway in self.pathways


_P0, _P1, _P2, _P3 = Pathway.P0, Pathway.P1, Pathway.P2, Pathway.P3
_R = DelayReason

_LIST = (
    Listed(_R.HP1, "Awaiting therapy review of need for supported discharge"),
    Listed(_R.HP2, "Awaiting medical review of need for supported discharge"),
    Listed(_R.HP3, "Awaiting referral to care transfer hub for supported discharge"),
    Listed(_R.HP4, "Awaiting patient transport services"),
    Listed(_R.HP5, "Awaiting medicines to take home, discharge letter or other discharge documentation"),
    Listed(_R.HP6, "Remaining in hospital due to infection prevention and control restrictions"),
    Listed(_R.HP7, "Awaiting formal decision to discharge (including diagnostic test results)"),
    Listed(_R.WB1, "Patient, family or carer concerns over discharge readiness"),
    Listed(_R.WB2, "Ongoing safeguarding concern"),
    Listed(_R.WB3, "Awaiting determination of mental capacity"),
    Listed(_R.WB4, "Issues with discharge destination readiness"),
    Listed(_R.CT1, "Waiting for confirmation of immediate care needs and pathway"),
    Listed(_R.CT2, "Awaiting necessary referrals by care transfer hub"),
    Listed(_R.CT3, "Awaiting confirmation of funding eligibility"),
    Listed(
        _R.IP1,
        "Home-based rehabilitation, reablement or recovery service arrangements still underway",
        frozenset({_P1}),
    ),
    Listed(_R.IP2, "Other home-based social care service arrangements still underway", frozenset({_P1})),
    Listed(_R.IP3, "Other home-based community health service arrangements still underway", frozenset({_P1})),
    Listed(_R.IP4, "Housing provision arrangement for homelessness still underway", frozenset({_P0, _P1})),
    Listed(
        _R.IP5,
        "Bed-based rehabilitation, reablement or recovery service arrangements still underway",
        frozenset({_P2}),
    ),
    Listed(_R.IP6, "Residential or nursing home care arrangements still underway", frozenset({_P3})),
    Listed(_R.IP7, "End of life care including Fast-Track CHC arrangement still underway", frozenset({_P1, _P3})),
    Listed(_R.IP8, "Further action requested by agreed provider"),
    Listed(_R.IP9, "Homeless with no recourse to public funds"),
    Listed(_R.IP10, "Self-funded care package arrangements still underway"),
    Listed(_R.IP11, "Patient, family or carer choice discussions on package still underway"),
    Listed(_R.IP12, "Out of area discharge arrangements requested but not completed"),
    Listed(_R.CA1, "Home-based rehabilitation, reablement or recovery services not yet available", frozenset({_P1})),
    Listed(_R.CA2, "Other home-based social care service not yet available", frozenset({_P1})),
    Listed(_R.CA3, "Other home-based community health services not yet available", frozenset({_P1})),
    Listed(_R.CA4, "Housing provision not yet available", frozenset({_P0, _P1})),
    Listed(_R.CA5, "Bed-based rehabilitation, reablement or recovery services not yet available", frozenset({_P2})),
    Listed(_R.CA6, "Mental health admitted patient care not yet available", frozenset({_P2})),
    Listed(_R.CA7, "Residential or nursing home care not yet available", frozenset({_P3})),
    Listed(_R.CA8, "End of life care including Fast-Track CHC not yet available", frozenset({_P1, _P3})),
    Listed(_R.CA9, "Housing adaptations not yet completed", frozenset({_P1, _P3})),
    Listed(_R.CA10, "Equipment and associated training not yet delivered", frozenset({_P1, _P2, _P3})),
    Listed(_R.CA11, "Awaiting restart of existing social care arrangements", frozenset({_P0})),
)

LISTED = {each.reason: each for each in _LIST}
"""Every reason, in the national order."""

FAMILY_WORDS = {
    ReasonFamily.HOSPITAL: "Hospital process",
    ReasonFamily.WELLBEING: "Wellbeing concerns",
    ReasonFamily.CARE_TRANSFER_HUB: "Care transfer hub process",
    ReasonFamily.INTERFACE: "Interface process",
    ReasonFamily.CAPACITY: "Capacity",
}


def family(reason: DelayReason) -> ReasonFamily:
    """The family that a reason counts in."""
    return ReasonFamily(reason[:2])
