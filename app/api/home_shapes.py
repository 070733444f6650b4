"""The shape of a home as somebody types it: address lines, a postcode and a GP practice's code, in normal form."""

import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from app.api.shapes import Body, ShortText
from app.domain.routing.postcode import normal_postcode

MOST_LINES = 6


def _postcode(text: str) -> str:
    found = normal_postcode(text)
    if found is None:
        raise ValueError("This is not a postcode. Write it such as ZZ97 1AB, or leave it out.")
    return found


def _practice(text: str) -> str:
    said = "".join(text.upper().split())
    if not re.fullmatch("[A-Z0-9]{3,12}", said):
        raise ValueError("This is not a code. Codes of practices are 3 to 12 letters and digits, such as ZZ7001.")
    return said


Postcode = Annotated[ShortText, AfterValidator(_postcode)]
PracticeCode = Annotated[ShortText, AfterValidator(_practice)]
AddressLines = Annotated[tuple[ShortText, ...], Field(max_length=MOST_LINES)]


class HomeTyped(Body):
    """A home as it is typed; what is left out is not known."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"address": ["4 Beck Lane", "Northmoor"], "postcode": "ZZ97 1AB", "practice": "ZZ7001"}
        }
    )
    address: AddressLines = ()
    postcode: Postcode | None = None
    practice: PracticeCode | None = None
