"""A package that waits for the person, and where else to go: pure functions of the form and the day."""

from datetime import date

import pytest

from app.domain.case import ReferralAmended
from app.domain.case.form import Before, Destination, GoingTo, Help, ReferralForm
from app.domain.case.restart import Package, days_held, package
from app.domain.case.where_next import where_next
from app.domain.routing.home import Circumstance, years
from app.domain.routing.words import GO_TO
from app.views.case import rows
from tests.domain.case.events import submitted
from tests.domain.case.way import STREAM, saying
from tests.domain.given import given

TODAY, FRIDAY = date(2026, 12, 2), date(2026, 12, 4)


def with_help(*help: Help, until: date | None = None) -> ReferralForm:
    return ReferralForm(before=Before(help=frozenset(help), held_until=until))


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (ReferralForm(), None),
        (with_help(Help.UNPAID_CARER), None),
        (with_help(Help.PACKAGE_ACTIVE), Package(state=Help.PACKAGE_ACTIVE, held_until=None)),
        (with_help(Help.PACKAGE_PAUSED, until=FRIDAY), Package(state=Help.PACKAGE_PAUSED, held_until=FRIDAY)),
        (with_help(Help.PACKAGE_LAPSED, Help.PACKAGE_PAUSED), Package(state=Help.PACKAGE_PAUSED, held_until=None)),
    ],
)
def test_the_package_is_what_the_ward_says_of_it(form: ReferralForm, found: Package | None) -> None:
    assert package(form) == found


@pytest.mark.parametrize(("on", "days"), [(TODAY, 2), (FRIDAY, 0), (date(2026, 12, 5), -1)])
def test_a_paused_package_is_held_until_a_day_and_then_passed(on: date, days: int) -> None:
    assert days_held(Package(state=Help.PACKAGE_PAUSED, held_until=FRIDAY), on) == days


def test_only_a_paused_package_with_a_day_runs_out() -> None:
    assert days_held(Package(state=Help.PACKAGE_ACTIVE, held_until=FRIDAY), TODAY) is None
    assert days_held(Package(state=Help.PACKAGE_PAUSED, held_until=None), TODAY) is None


def test_the_card_follows_the_form() -> None:
    paused = ReferralAmended(form=with_help(Help.PACKAGE_PAUSED, until=FRIDAY))
    [row] = rows(given(submitted(), paused, ReferralAmended(form=saying()), stream=STREAM))
    assert (row.package, row.held_until) == ("package_paused", FRIDAY)
    [row] = rows(given(submitted(), paused, ReferralAmended(form=with_help(Help.NONE)), stream=STREAM))
    assert (row.package, row.held_until) == (None, None)


@pytest.mark.parametrize(
    ("going_to", "circumstance"),
    [
        (GoingTo.NO_FIXED_ABODE, Circumstance.NO_FIXED_ABODE),
        (GoingTo.PRISON, Circumstance.PRISON),
        (GoingTo.OVERSEAS, Circumstance.OVERSEAS),
        (GoingTo.USUAL_HOME, None),
    ],
)
def test_an_ordinary_answer_says_where_to_go(going_to: GoingTo, circumstance: Circumstance | None) -> None:
    form = ReferralForm(person=Destination(going_to=going_to))
    found = [(each.circumstance, each.words) for each in where_next(form, date(1941, 3, 2), TODAY)]
    assert found == ([(circumstance, GO_TO[circumstance])] if circumstance else [])


@pytest.mark.parametrize(
    ("born", "age"), [(date(2008, 12, 2), 18), (date(2008, 12, 3), 17), (date(2008, 2, 29), 18), (date(2026, 12, 2), 0)]
)
def test_who_is_under_18_on_the_day_is_sent_to_childrens_services(born: date, age: int) -> None:
    assert years(born, TODAY) == age
    found = [each.circumstance for each in where_next(ReferralForm(), born, TODAY)]
    assert found == ([Circumstance.UNDER_18] if age < 18 else [])


def test_an_age_that_is_not_known_says_nothing() -> None:
    assert where_next(ReferralForm(), None, TODAY) == []
