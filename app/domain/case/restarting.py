"""Going back to what was there before: as it was it is the ward's discharge (P0), with more or anew it is P1.

Source: DOMAIN rule 3; Hospital discharge and community support guidance, Annex B. The own care home is home.
"""

from datetime import date

from app.domain.case.form import Before, Help
from app.domain.codes.pathways import Pathway
from app.domain.codes.restarts import Restart
from app.domain.rejections import Rejection


def pathway_of(restart: Restart, before: Before | None, today: date) -> Pathway:
    """The one pathway that fits: a package that its provider no longer holds on this local date starts anew."""
    match restart:
        case Restart.CARE_HOME_SAME_LEVEL:
            return Pathway.P0
        case Restart.PACKAGE_SAME_LEVEL:
            return Pathway.P1 if _lapsed(before, today) else Pathway.P0
        case Restart.PACKAGE_MORE_SUPPORT | Restart.CARE_HOME_MORE_SUPPORT:
            return Pathway.P1


def require_fitting(given: Pathway, restart: Restart | None, before: Before | None, today: date) -> None:
    """Raise the refusal that says the right pathway where what is given is another."""
    if restart is None:
        return
    match pathway_of(restart, before, today):
        case right if right is given:
            return
        case Pathway.P0:
            raise RestartIsWardDischarge(fields="given", pathway=Pathway.P0)
        case _ if restart is Restart.PACKAGE_SAME_LEVEL:
            raise LapsedPackageIsHomeWithSupport(fields="given", pathway=Pathway.P1)
        case _:
            raise MoreSupportIsHomeWithSupport(fields="given", pathway=Pathway.P1)


class RestartIsWardDischarge(Rejection):
    """A package that is still held, or the own care home, at the same level is P0, the ward's discharge. Give P0."""


class LapsedPackageIsHomeWithSupport(Rejection):
    """This package has lapsed, so it has to start anew, and that is P1, home with support. Give P1."""


class MoreSupportIsHomeWithSupport(Rejection):
    """Going back with more support than before is P1, home with support, in a care home of one's own too. Give P1."""


def _lapsed(before: Before | None, today: date) -> bool:
    if before is None:
        return False
    if Help.PACKAGE_LAPSED in before.help:
        return True
    return Help.PACKAGE_PAUSED in before.help and before.held_until is not None and before.held_until < today
