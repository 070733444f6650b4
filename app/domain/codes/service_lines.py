"""The lines of service that a provider may run. Local default list; each belongs to one pathway or to any."""

from enum import StrEnum

from app.domain.codes.pathways import Pathway


class ServiceLine(StrEnum):
    """The code of a line; its words are in `WORDS`."""

    RESTART = "restart"
    SETTLE = "settle"
    EQUIP = "equip"
    ADAPT = "adapt"
    TELE = "tele"
    HOUSING = "housing"
    REAB = "reab"
    REHAB_HOME = "rehab_home"
    ESD = "esd"
    CARE_HOME_REHAB = "care_home_rehab"
    BRIDGE = "bridge"
    HOME_CARE = "home_care"
    LIVE_IN = "live_in"
    NIGHT = "night"
    NURSING_HOME_VISITS = "nursing_home_visits"
    VIRTUAL_WARD = "virtual_ward"
    EOL_HOME = "eol_home"
    CHOSP = "chosp"
    IC_UNIT = "ic_unit"
    IC_CARE_HOME = "ic_care_home"
    NEURO_REHAB = "neuro_rehab"
    NWB = "nwb"
    DEMENTIA_IC = "dementia_ic"
    HOMELESS_IC = "homeless_ic"
    HOSPICE = "hospice"
    MH_BED = "mh_bed"
    D2A_BED = "d2a_bed"
    RES = "res"
    RES_DEM = "res_dem"
    NURS = "nurs"
    NURS_DEM = "nurs_dem"
    SPEC = "spec"
    EOL_CARE_HOME = "eol_care_home"


WORDS = {
    ServiceLine.RESTART: "Restart of home care",
    ServiceLine.SETTLE: "Voluntary settling-in and welfare visits",
    ServiceLine.EQUIP: "Community equipment",
    ServiceLine.ADAPT: "Adaptations to the home",
    ServiceLine.TELE: "Telecare",
    ServiceLine.HOUSING: "Temporary accommodation or homelessness plan",
    ServiceLine.REAB: "Reablement at home",
    ServiceLine.REHAB_HOME: "Therapy-led rehabilitation at home",
    ServiceLine.ESD: "Early supported discharge (stroke, hip)",
    ServiceLine.CARE_HOME_REHAB: "Therapy in the person's own care home",
    ServiceLine.BRIDGE: "Bridging home care",
    ServiceLine.HOME_CARE: "Longer home care",
    ServiceLine.LIVE_IN: "Live-in care",
    ServiceLine.NIGHT: "Night care at home",
    ServiceLine.NURSING_HOME_VISITS: "Community nursing visits",
    ServiceLine.VIRTUAL_WARD: "Virtual ward",
    ServiceLine.EOL_HOME: "End of life care at home",
    ServiceLine.CHOSP: "Community hospital bed",
    ServiceLine.IC_UNIT: "Intermediate care unit",
    ServiceLine.IC_CARE_HOME: "Rehabilitation bed in a care home",
    ServiceLine.NEURO_REHAB: "Neurological rehabilitation bed",
    ServiceLine.NWB: "Bed until weight may be borne",
    ServiceLine.DEMENTIA_IC: "Delirium or dementia bed",
    ServiceLine.HOMELESS_IC: "Step-down flat",
    ServiceLine.HOSPICE: "Hospice bed",
    ServiceLine.MH_BED: "Mental health bed",
    ServiceLine.D2A_BED: "Assessment bed in a care home",
    ServiceLine.RES: "Residential home",
    ServiceLine.RES_DEM: "Residential home, dementia",
    ServiceLine.NURS: "Nursing home",
    ServiceLine.NURS_DEM: "Nursing home, dementia",
    ServiceLine.SPEC: "Specialist placement",
    ServiceLine.EOL_CARE_HOME: "End of life care in a care home",
}


class UnitKind(StrEnum):
    """What a line's capacity is counted in."""

    BEDS = "beds"
    CALLS = "calls"
    PLACES = "places"


_CALLS = frozenset(
    {ServiceLine.RESTART, ServiceLine.REAB, ServiceLine.BRIDGE, ServiceLine.HOME_CARE, ServiceLine.EOL_HOME}
)
_BEDS = frozenset(
    {
        ServiceLine.CHOSP,
        ServiceLine.IC_UNIT,
        ServiceLine.IC_CARE_HOME,
        ServiceLine.NEURO_REHAB,
        ServiceLine.NWB,
        ServiceLine.DEMENTIA_IC,
        ServiceLine.HOMELESS_IC,
        ServiceLine.HOSPICE,
        ServiceLine.MH_BED,
        ServiceLine.D2A_BED,
        ServiceLine.RES,
        ServiceLine.RES_DEM,
        ServiceLine.NURS,
        ServiceLine.NURS_DEM,
        ServiceLine.SPEC,
        ServiceLine.EOL_CARE_HOME,
    }
)


def counted_in(line: ServiceLine) -> UnitKind:
    """Beds, calls in a window, or plain places (starts, visits, items)."""
    if line in _BEDS:
        return UnitKind.BEDS
    return UnitKind.CALLS if line in _CALLS else UnitKind.PLACES


_P1 = frozenset(
    {
        ServiceLine.REAB,
        ServiceLine.REHAB_HOME,
        ServiceLine.ESD,
        ServiceLine.CARE_HOME_REHAB,
        ServiceLine.BRIDGE,
        ServiceLine.HOME_CARE,
        ServiceLine.LIVE_IN,
        ServiceLine.NIGHT,
        ServiceLine.NURSING_HOME_VISITS,
        ServiceLine.VIRTUAL_WARD,
        ServiceLine.EOL_HOME,
    }
)
_P3 = frozenset(
    {
        ServiceLine.D2A_BED,
        ServiceLine.RES,
        ServiceLine.RES_DEM,
        ServiceLine.NURS,
        ServiceLine.NURS_DEM,
        ServiceLine.SPEC,
        ServiceLine.EOL_CARE_HOME,
    }
)
_P2 = (_BEDS - _P3) | {ServiceLine.D2A_BED}
_ANY = frozenset(ServiceLine) - _P1 - _P2 - _P3


def lines_of(pathway: Pathway) -> frozenset[ServiceLine]:
    """The lines that serve somebody on this pathway; those of no pathway of their own serve anybody."""
    return _ANY | {Pathway.P1: _P1, Pathway.P2: _P2, Pathway.P3: _P3}.get(pathway, frozenset())
