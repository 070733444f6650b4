"""Saying what package the person needs, once their pathway is decided."""

from dataclasses import dataclass

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.state import Case, is_planned
from app.domain.case.triage import NotInPlanning
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine, UnitKind, counted_in
from app.domain.package import Package
from app.domain.practice import ServiceLines
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageDescribed:
    """The package that services are asked for. `words` are for those who see the detail, never for the card."""

    package: Package
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribePackage(CaseCommand):
    """Say, or say anew, what package is needed."""

    package: Package
    words: Words | None = None


def describe_package(command: DescribePackage, case: Case, facts: CaseFacts) -> list[PackageDescribed]:
    """A package of a line of the pathway given, with what such a line is counted in; the same again is none."""
    described = PackageDescribed(package=command.package, words=command.words)
    if case.requests.described == described:
        return []
    if not is_planned(case.stage):
        raise NotInPlanning
    if case.pathway is None:
        raise PathwayNotDecided
    require_line_of(case.pathway.given, command.package.line, facts.lists.lines)
    _require_whole(command.package)
    return [described]


def require_line_of(given: Pathway, line: ServiceLine, lines: ServiceLines) -> None:
    """Raise where the hub's list leaves this line out, or has it on other pathways."""
    rule = lines.rule_of(line)
    if rule is None:
        raise LineNotUsed(fields="line")
    if not rule.serves(given):
        raise LineOfAnotherPathway


def _require_whole(package: Package) -> None:
    counted = counted_in(package.line)
    if counted is UnitKind.CALLS and not package.calls:
        raise PackageNotWhole(fields="calls")
    if counted is UnitKind.CALLS and package.sector is None:
        raise PackageNotWhole(fields="sector")
    if (package.calls and counted is not UnitKind.CALLS) or (package.bed and counted is not UnitKind.BEDS):
        raise PackageOfAnotherKind(fields="calls" if package.calls else "bed")


class PathwayNotDecided(Rejection):
    """No pathway is decided yet. Decide it first: home first, then the package that makes it possible."""


class LineNotUsed(Rejection):
    """This line of service is not on the hub's list, so nobody is asked for it. Choose a line that is on the list."""


class LineOfAnotherPathway(Rejection):
    """This line of service is not one of the pathway given. Choose a line of that pathway, or change the pathway."""


class PackageNotWhole(Rejection):
    """Home care is asked for with its calls and the postcode sector where they are made. Add what is missing."""


class PackageOfAnotherKind(Rejection):
    """This line of service has no such thing: calls belong to home care, a bed to a unit or home. Take it out."""
