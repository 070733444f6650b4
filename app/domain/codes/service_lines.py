"""The lines of service that a provider may run, and what each is counted in; all else the hub's own list says."""

from enum import StrEnum


class ServiceLine(StrEnum):
    """The code of a line; what it is called, and how it is used here, is in the list of service lines."""

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
