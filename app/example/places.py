"""The places of the example system. All names and codes are invented: no real ODS code begins with ZZ."""

from dataclasses import dataclass

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.system import OrganisationKind
from app.domain.values import HubId, OrganisationId, SiteId, WardId
from app.example.ids import example_id

SYSTEM_NAME = "Example Integrated Care System"
TRUST = "ZZ9"
COUNCIL = "ZZ80"
HUB_NAME = "Northmoor Care Transfer Hub"
HUB = HubId(example_id("hub", HUB_NAME))

ORGANISATIONS = (
    (TRUST, "Northmoor Hospitals NHS Trust", OrganisationKind.HOSPITAL_TRUST),
    (COUNCIL, "Northmoor Council", OrganisationKind.COUNCIL),
    ("ZZ81", "Northmoor Community Health", OrganisationKind.COMMUNITY_TRUST),
    ("ZZ82", "Lapwing Home Care", OrganisationKind.PROVIDER),
    ("ZZ83", "Harrow Beck Care Homes", OrganisationKind.PROVIDER),
    ("ZZ84", "Northmoor Good Neighbours", OrganisationKind.VOLUNTARY),
    ("ZZ85", "Curlew Care", OrganisationKind.PROVIDER),
)

SITES = (("ZZ901", "Northmoor General Hospital"), ("ZZ902", "Fellside Hospital"))


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward by the code that the example hospital's messages use."""

    code: str
    name: str
    site: str
    size: int

    @property
    def id(self) -> WardId:
        """The ward's id in the example system."""
        return WardId(example_id("ward", self.code))

    @property
    def beds(self) -> tuple[str, ...]:
        """The labels on the wall: A1-01, A1-02 …"""
        return tuple(f"{self.code}-{number:02d}" for number in range(1, self.size + 1))


WARDS = (
    Ward("A1", "Kestrel, acute medicine", "ZZ901", 28),
    Ward("A2", "Lapwing, older people", "ZZ901", 26),
    Ward("A3", "Heron, older people", "ZZ901", 26),
    Ward("A4", "Plover, respiratory", "ZZ901", 24),
    Ward("B1", "Alder, trauma and orthopaedics", "ZZ901", 28),
    Ward("B2", "Rowan, surgery", "ZZ901", 24),
    Ward("B3", "Hazel, stroke", "ZZ901", 20),
    Ward("B4", "Juniper, cardiology", "ZZ901", 22),
    Ward("F1", "Beck, general medicine", "ZZ902", 24),
    Ward("F2", "Tarn, frailty", "ZZ902", 22),
    Ward("F3", "Ghyll, orthopaedic rehabilitation", "ZZ902", 20),
    Ward("F4", "Moor, general surgery", "ZZ902", 18),
)

SERVICES = (
    ("Northmoor Reablement", COUNCIL, ServiceLine.REAB, Pathway.P1),
    ("Lapwing Home Care, Northmoor", "ZZ82", ServiceLine.HOME_CARE, Pathway.P1),
    ("Therapy at Home", "ZZ81", ServiceLine.REHAB_HOME, Pathway.P1),
    ("Settling in", "ZZ84", ServiceLine.SETTLE, Pathway.P0),
    ("Fellside Intermediate Care Unit", "ZZ81", ServiceLine.IC_UNIT, Pathway.P2),
    ("Harrow Beck assessment beds", "ZZ83", ServiceLine.D2A_BED, Pathway.P2),
    ("Harrow Beck nursing home", "ZZ83", ServiceLine.NURS, Pathway.P3),
    ("Curlew Home Care", "ZZ85", ServiceLine.HOME_CARE, Pathway.P1),
    ("Curlew Lodge assessment beds", "ZZ85", ServiceLine.D2A_BED, Pathway.P2),
    ("Curlew Lodge nursing home", "ZZ85", ServiceLine.NURS, Pathway.P3),
)


def organisation_id(code: str) -> OrganisationId:
    """The id of an organisation by its code."""
    return OrganisationId(example_id("organisation", code))


def site_id(code: str) -> SiteId:
    """The id of a site by its code."""
    return SiteId(example_id("site", code))
