"""What was considered before a bed instead of home. Local default list."""

from enum import StrEnum


class Alternative(StrEnum):
    """The code; its words are in `WORDS`."""

    FOUR_CALLS_OR_DOUBLE_UP = "four_calls_or_double_up"
    NIGHT_SITTING = "night_sitting"
    LIVE_IN = "live_in"
    TELECARE = "telecare"
    LIVING_DOWNSTAIRS = "living_downstairs"
    EQUIPMENT = "equipment"
    CARER_SUPPORT = "carer_support"
    VIRTUAL_WARD = "virtual_ward"
    BRIDGING_CARE = "bridging_care"


WORDS = {
    Alternative.FOUR_CALLS_OR_DOUBLE_UP: "Four calls a day, or two carers at a call",
    Alternative.NIGHT_SITTING: "Night sitting",
    Alternative.LIVE_IN: "Live-in care",
    Alternative.TELECARE: "Telecare",
    Alternative.LIVING_DOWNSTAIRS: "Living downstairs",
    Alternative.EQUIPMENT: "Equipment",
    Alternative.CARER_SUPPORT: "Support for the carer",
    Alternative.VIRTUAL_WARD: "Virtual ward",
    Alternative.BRIDGING_CARE: "Short bridging care",
}
