"""What a message waits for, as it is kept: `visit:`, `ward:` or `person:`, and what its feed calls that."""

from app.intake.adt.kept import LONGEST_NAME, storable
from app.people.details import Details


def for_visit(number: str | None) -> str | None:
    """News of the visit with this number."""
    return f"visit:{storable(number)[:LONGEST_NAME]}" if number else None


def for_person(number: str | None) -> str | None:
    """Somebody with this hospital number."""
    return f"person:{storable(number)[:LONGEST_NAME]}" if number else None


def for_somebody(details: Details) -> str | None:
    """Somebody with the first of the hospital numbers told here."""
    return for_person(next((each.value for each in details.hospital_numbers), None))


def for_ward(name: str) -> str:
    """That somebody says which ward this is."""
    return f"ward:{name}"
