"""A patch as services say it: postcode sectors ("ZZ97 1"), or whole districts ("ZZ97")."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from app.domain.routing.postcode import normal_postcode


def _area(text: str) -> str:
    said = normal_postcode(text)
    if said is None:
        raise ValueError("This is not a part of a postcode. Give a sector such as ZZ97 1, or a district such as ZZ97.")
    outward, _, inward = said.partition(" ")
    return f"{outward} {inward[:1]}" if inward else outward


def _sector(text: str) -> str:
    area = _area(text)
    if " " not in area:
        raise ValueError("This is a district. Give the postcode sector, such as ZZ97 1.")
    return area


Area = Annotated[str, StringConstraints(max_length=20), AfterValidator(_area)]
"""A postcode sector or district; of a whole postcode, its sector."""

Sector = Annotated[str, StringConstraints(max_length=20), AfterValidator(_sector)]
"""One postcode sector; of a whole postcode, its sector."""
