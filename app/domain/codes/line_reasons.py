"""The pair of delay reasons of each line of service: while it is being arranged, and while it has no place.

Local default (hub practice, service lines); a line without a pair is one that nobody waits in hospital for.
"""

from typing import NamedTuple

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.service_lines import ServiceLine

_R, _L = DelayReason, ServiceLine


class LineReasons(NamedTuple):
    """`arranging`: the arrangements are still underway; `no_place`: the service is not yet available."""

    arranging: DelayReason
    no_place: DelayReason


_REHAB_AT_HOME = LineReasons(_R.IP1, _R.CA1)
_CARE_AT_HOME = LineReasons(_R.IP2, _R.CA2)
_HEALTH_AT_HOME = LineReasons(_R.IP3, _R.CA3)
_REHAB_BED = LineReasons(_R.IP5, _R.CA5)
_CARE_HOME = LineReasons(_R.IP6, _R.CA7)
_END_OF_LIFE = LineReasons(_R.IP7, _R.CA8)

REASONS_OF: dict[ServiceLine, LineReasons] = {
    _L.RESTART: LineReasons(_R.CA11, _R.CA11),
    _L.EQUIP: LineReasons(_R.CA10, _R.CA10),
    _L.ADAPT: LineReasons(_R.CA9, _R.CA9),
    _L.TELE: LineReasons(_R.CA10, _R.CA10),
    _L.HOUSING: LineReasons(_R.IP4, _R.CA4),
    _L.REAB: _REHAB_AT_HOME,
    _L.REHAB_HOME: _REHAB_AT_HOME,
    _L.ESD: _REHAB_AT_HOME,
    _L.CARE_HOME_REHAB: _REHAB_AT_HOME,
    _L.BRIDGE: _CARE_AT_HOME,
    _L.HOME_CARE: _CARE_AT_HOME,
    _L.LIVE_IN: _CARE_AT_HOME,
    _L.NIGHT: _CARE_AT_HOME,
    _L.NURSING_HOME_VISITS: _HEALTH_AT_HOME,
    _L.VIRTUAL_WARD: _HEALTH_AT_HOME,
    _L.EOL_HOME: _END_OF_LIFE,
    _L.CHOSP: _REHAB_BED,
    _L.IC_UNIT: _REHAB_BED,
    _L.IC_CARE_HOME: _REHAB_BED,
    _L.NEURO_REHAB: _REHAB_BED,
    _L.NWB: _REHAB_BED,
    _L.DEMENTIA_IC: _REHAB_BED,
    _L.HOMELESS_IC: _REHAB_BED,
    _L.HOSPICE: _END_OF_LIFE,
    _L.MH_BED: LineReasons(_R.CA6, _R.CA6),
    _L.D2A_BED: _CARE_HOME,
    _L.RES: _CARE_HOME,
    _L.RES_DEM: _CARE_HOME,
    _L.NURS: _CARE_HOME,
    _L.NURS_DEM: _CARE_HOME,
    _L.SPEC: _CARE_HOME,
    _L.EOL_CARE_HOME: _END_OF_LIFE,
}
