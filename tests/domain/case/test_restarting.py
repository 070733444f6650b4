"""The boundary of P0 and P1: a package or the own care home, as it was or with more (DOMAIN rule 3)."""

from datetime import date, timedelta

import pytest

from app.domain.case.form import Before, Help, Lives, ReferralForm
from app.domain.case.restarting import (
    LapsedPackageIsHomeWithSupport,
    MoreSupportIsHomeWithSupport,
    RestartIsWardDischarge,
    pathway_of,
)
from app.domain.codes.pathways import Pathway
from app.domain.codes.restarts import Restart
from app.domain.rejections import Rejection
from tests.domain.case.commands import decide_on
from tests.domain.case.events import accepted, amended, decided_on, submitted
from tests.domain.case.way import after

TODAY = date(2026, 11, 2)
YESTERDAY = TODAY - timedelta(days=1)
SAME, MORE = Restart.PACKAGE_SAME_LEVEL, Restart.PACKAGE_MORE_SUPPORT
OWN_HOME, OWN_HOME_MORE = Restart.CARE_HOME_SAME_LEVEL, Restart.CARE_HOME_MORE_SUPPORT


def had(*help_: Help, held_until: date | None = None) -> Before:
    return Before(lives=Lives.ALONE, help=frozenset(help_), held_until=held_until)


BOUNDARIES = [
    (SAME, had(Help.PACKAGE_ACTIVE), Pathway.P0),
    (SAME, had(Help.PACKAGE_PAUSED), Pathway.P0),
    (SAME, had(Help.PACKAGE_PAUSED, held_until=TODAY), Pathway.P0),
    (SAME, had(Help.PACKAGE_PAUSED, held_until=YESTERDAY), Pathway.P1),
    (SAME, had(Help.PACKAGE_LAPSED), Pathway.P1),
    (SAME, None, Pathway.P0),
    (MORE, had(Help.PACKAGE_ACTIVE), Pathway.P1),
    (MORE, had(Help.PACKAGE_LAPSED), Pathway.P1),
    (OWN_HOME, None, Pathway.P0),
    (OWN_HOME, had(Help.PACKAGE_LAPSED), Pathway.P0),
    (OWN_HOME_MORE, None, Pathway.P1),
]


@pytest.mark.parametrize(("restart", "before", "right"), BOUNDARIES)
def test_each_restart_has_one_pathway(restart: Restart, before: Before | None, right: Pathway) -> None:
    assert pathway_of(restart, before, TODAY) is right


@pytest.mark.parametrize(("restart", "before", "right"), BOUNDARIES)
def test_the_right_pathway_is_decided_without_a_why_not_home(
    restart: Restart, before: Before | None, right: Pathway
) -> None:
    past = [submitted(), *([amended(ReferralForm(before=before))] if before else []), accepted]
    [decided] = after(*past, then=decide_on(right, restart=restart))
    assert (decided.given, decided.restart) == (right, restart)


@pytest.mark.parametrize(
    ("restart", "before", "given", "refusal", "right"),
    [
        (SAME, had(Help.PACKAGE_ACTIVE), Pathway.P1, RestartIsWardDischarge, "P0"),
        (SAME, had(Help.PACKAGE_ACTIVE), Pathway.P2, RestartIsWardDischarge, "P0"),
        (OWN_HOME, had(), Pathway.P3, RestartIsWardDischarge, "P0"),
        (SAME, had(Help.PACKAGE_LAPSED), Pathway.P0, LapsedPackageIsHomeWithSupport, "P1"),
        (SAME, had(Help.PACKAGE_PAUSED, held_until=YESTERDAY), Pathway.P0, LapsedPackageIsHomeWithSupport, "P1"),
        (MORE, had(Help.PACKAGE_ACTIVE), Pathway.P0, MoreSupportIsHomeWithSupport, "P1"),
        (OWN_HOME_MORE, had(), Pathway.P0, MoreSupportIsHomeWithSupport, "P1"),
        (OWN_HOME_MORE, had(), Pathway.P2, MoreSupportIsHomeWithSupport, "P1"),
    ],
)
def test_another_pathway_is_refused_with_the_right_one(
    restart: Restart, before: Before, given: Pathway, refusal: type[Rejection], right: str
) -> None:
    with pytest.raises(refusal) as refused:
        after(submitted(), amended(ReferralForm(before=before)), accepted, then=decide_on(given, restart=restart))
    assert refused.value.details == {"fields": "given", "pathway": right}
    assert right in refusal.words()


@pytest.mark.parametrize("home", [Pathway.P0, Pathway.P1])
def test_nothing_need_be_restarted(home: Pathway) -> None:
    assert after(submitted(), accepted, then=decide_on(home)) == [decided_on(home)]
