"""A postcode as its parts: the table of homes may hold a whole one, a sector or a district; the longest wins."""

import re

_OUTWARD = "[A-Z]{1,2}[0-9][A-Z0-9]?"
_WHOLE = re.compile(f"({_OUTWARD}) ?([0-9][A-Z]{{2}})")
_PART = re.compile(f"({_OUTWARD})( [0-9])?")


def normal_postcode(text: str) -> str | None:
    """A whole postcode ("ZZ97 1AB"), a sector ("ZZ97 1") or a district ("ZZ97") as it is kept; None for no postcode.

    The space of a whole one may be left out. That of a sector may not: "ZZ97" without it could be the sector 7 of ZZ9.
    """
    said = " ".join(text.upper().split())
    if whole := _WHOLE.fullmatch(said):
        return f"{whole[1]} {whole[2]}"
    return said if _PART.fullmatch(said) else None


def parts_of(postcode: str) -> tuple[str, ...]:
    """What a normal postcode lies in, the longest first: itself, then its sector, then its district."""
    outward, _, inward = postcode.partition(" ")
    return tuple(dict.fromkeys((postcode, f"{outward} {inward[:1]}" if inward else outward, outward)))
