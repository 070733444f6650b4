"""The tools by which function is scored when a stay begins and ends. Local default list."""

from enum import StrEnum


class Tool(StrEnum):
    """The code; its words are in `WORDS`, the lowest and highest score in `RANGE`."""

    BARTHEL = "barthel"
    MODIFIED_BARTHEL = "modified_barthel"
    ELDERLY_MOBILITY = "elderly_mobility"
    CLINICAL_FRAILTY = "clinical_frailty"


WORDS = {
    Tool.BARTHEL: "Barthel index (0 to 20)",
    Tool.MODIFIED_BARTHEL: "Modified Barthel index (0 to 100)",
    Tool.ELDERLY_MOBILITY: "Elderly mobility scale (0 to 20)",
    Tool.CLINICAL_FRAILTY: "Clinical frailty scale (1 to 9)",
}

RANGE = {
    Tool.BARTHEL: range(21),
    Tool.MODIFIED_BARTHEL: range(101),
    Tool.ELDERLY_MOBILITY: range(21),
    Tool.CLINICAL_FRAILTY: range(1, 10),
}
