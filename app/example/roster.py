"""The example staff: one or more of each role, all invented, with passwords that anyone may know."""

from dataclasses import dataclass

from app.access.sessions import NewAccount
from app.domain.values import HubId, Role, StaffId, WardId
from app.example.ids import example_id
from app.example.places import COUNCIL, HUB, TRUST, WARDS, organisation_id


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the example staff."""

    username: str
    name: str
    role: Role
    organisation: str
    site: str | None = None

    @property
    def staff_id(self) -> StaffId:
        """Their id in the example system."""
        return StaffId(example_id("staff", self.username))

    @property
    def password(self) -> str:
        """For looking around only: Homeward refuses the example in production."""
        return f"example-{self.username}"

    @property
    def hub_id(self) -> HubId | None:
        """The hub they work in, if they do."""
        return HUB if self.role in {Role.CASE_MANAGER, Role.HUB_LEAD} else None

    @property
    def ward_ids(self) -> tuple[WardId, ...]:
        """The wards they work on: those of their site."""
        return tuple(ward.id for ward in WARDS if ward.site == self.site)

    @property
    def account(self) -> NewAccount:
        """How they sign in."""
        return NewAccount(
            staff_id=self.staff_id,
            username=self.username,
            password=self.password,
            name=self.name,
            role=self.role,
            organisation_id=organisation_id(self.organisation),
            hub_id=self.hub_id,
            ward_ids=self.ward_ids,
        )


HUB_LEAD = Member("hub-lead", "Helen Marsh", Role.HUB_LEAD, COUNCIL)
CASE_MANAGERS = (
    Member("case-manager-1", "Priya Raman", Role.CASE_MANAGER, COUNCIL),
    Member("case-manager-2", "Tom Ashworth", Role.CASE_MANAGER, COUNCIL),
    Member("case-manager-3", "Grace Adeyemi", Role.CASE_MANAGER, TRUST),
)
NURSES = (
    Member("ward-nurse", "Beth Carver", Role.WARD_NURSE, TRUST, "ZZ901"),
    Member("ward-nurse-2", "Marek Nowak", Role.WARD_NURSE, TRUST, "ZZ902"),
)
CLINICIANS = (
    Member("ward-clinician", "Dr Yusuf Khan", Role.WARD_CLINICIAN, TRUST, "ZZ901"),
    Member("ward-clinician-2", "Dr Eleri Probert", Role.WARD_CLINICIAN, TRUST, "ZZ902"),
)
PROVIDERS = (
    Member("provider", "Sandra Lowe", Role.PROVIDER, "ZZ82"),
    Member("provider-reablement", "Ian Thwaite", Role.PROVIDER, COUNCIL),
    Member("provider-community", "Amina Yusuf", Role.PROVIDER, "ZZ81"),
    Member("provider-homes", "Judith Farrow", Role.PROVIDER, "ZZ83"),
    Member("provider-neighbours", "Owen Pryce", Role.PROVIDER, "ZZ84"),
    Member("provider-curlew", "Nadia Rahman", Role.PROVIDER, "ZZ85"),
)
MANAGER = Member("system-manager", "Colin Bright", Role.MANAGER, COUNCIL)

ROSTER = (HUB_LEAD, *CASE_MANAGERS, *NURSES, *CLINICIANS, *PROVIDERS, MANAGER)
