"""What a column of a list may hold, by the kind of list."""

import re
from enum import StrEnum


class ListKind(StrEnum):
    """What was kept: who is in which bed, or whose way home the hub coordinates."""

    WARD_LIST = "ward_list"
    CASEBOARD = "caseboard"


class Field(StrEnum):
    """One thing that a column says; its words are in `WORDS`."""

    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    NHS_NUMBER = "nhs_number"
    HOSPITAL_NUMBER = "hospital_number"
    WARD = "ward"
    BED = "bed"
    ADMITTED = "admitted"
    ADMITTED_TIME = "admitted_time"
    CRITERIA = "criteria"
    READY_SINCE = "ready_since"
    EXPECTED_DISCHARGE = "expected_discharge"
    PATHWAY = "pathway"
    REFERRED = "referred"
    CASE_MANAGER = "case_manager"
    STAGE = "stage"
    NOTES = "notes"


_PERSON = (Field.NAME, Field.FAMILY, Field.GIVEN, Field.BIRTH_DATE, Field.SEX, Field.NHS_NUMBER, Field.HOSPITAL_NUMBER)
_PLACE = (Field.WARD, Field.BED, Field.ADMITTED, Field.ADMITTED_TIME)

OF_KIND: dict[ListKind, tuple[Field, ...]] = {
    ListKind.WARD_LIST: (*_PERSON, *_PLACE, Field.CRITERIA, Field.READY_SINCE, Field.EXPECTED_DISCHARGE),
    ListKind.CASEBOARD: (
        *_PERSON,
        *_PLACE,
        Field.REFERRED,
        Field.CASE_MANAGER,
        Field.PATHWAY,
        Field.STAGE,
        Field.NOTES,
    ),
}

SEVERAL = frozenset({Field.NOTES})
"""What more than one column may hold; they are put together."""

WORDS = {
    Field.NAME: "Name in one column",
    Field.FAMILY: "Family name",
    Field.GIVEN: "Given name",
    Field.BIRTH_DATE: "Birth date",
    Field.SEX: "Sex",
    Field.NHS_NUMBER: "NHS number",
    Field.HOSPITAL_NUMBER: "Hospital number",
    Field.WARD: "Ward",
    Field.BED: "Bed",
    Field.ADMITTED: "Admitted (date, or date and time)",
    Field.ADMITTED_TIME: "Time of admission",
    Field.CRITERIA: "Criteria to reside (meets or no longer)",
    Field.READY_SINCE: "Ready since (no longer meets)",
    Field.EXPECTED_DISCHARGE: "Expected discharge (EDD)",
    Field.PATHWAY: "Pathway",
    Field.REFERRED: "Referred on",
    Field.CASE_MANAGER: "Case manager",
    Field.STAGE: "Stage (to compare only)",
    Field.NOTES: "Needs and notes",
}


def plain(text: str) -> str:
    """Letters and digits alone, in one case: how headings, wards and names are compared."""
    return re.sub(r"[^\w]|_", "", text.casefold())
