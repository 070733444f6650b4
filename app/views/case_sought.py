"""The package for which a service is still sought for a case: kept on its row, so that a query finds who waits."""

from typing import Any

from pydantic import TypeAdapter

from app.domain.case import Case
from app.domain.case.state import Away, is_planned
from app.domain.case.stay.state import begun
from app.domain.package import Package

SOUGHT = "sought"
_PACKAGE = TypeAdapter(Package)


def sought(case: Case) -> dict[str, Any] | None:
    """The package as JSON; None where none is described, where a start is agreed, and where nobody seeks any more."""
    package = case.requests.package
    if package is None or not is_planned(case.stage) or not _is_sought(case, package):
        return None
    kept: dict[str, Any] = _PACKAGE.dump_python(package, mode="json")
    return kept | {"skills": sorted(kept["skills"])}  # a set has no order, and a row is the same however often made


def package_in(column: str) -> Package:
    """What a row kept, from its JSON."""
    return _PACKAGE.validate_json(column)


def _is_sought(case: Case, package: Package) -> bool:
    requests = case.requests
    if requests.open:
        return True
    if requests.booking is None:
        return not isinstance(case.stage, Away)
    booked = requests.sent[requests.offers[requests.booking].request_id]
    return begun(case.stays, requests.booking) and package != booked
