"""The page for the person and carer: what is agreed is said, what is not is said to be so, in words that are easy."""

import re
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case import CaseTracked
from app.domain.case.form import (
    Accessible,
    Agreement,
    Agrees,
    Before,
    Destination,
    GoingTo,
    Help,
    ReferralForm,
)
from app.domain.case.leaving import LeftHospital
from app.domain.case.outcome import Outcome
from app.domain.case.requests.confirming import StartChanged
from app.domain.case.tasks.doing import TaskFinished
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.ways_out import WayOut
from app.domain.practice.tasks import Tick
from app.domain.values import Words
from app.views.for_the_person.known import Helper, Known
from app.views.for_the_person.page import NoPageAfterDeath, PersonPage, Section, page_for
from app.views.for_the_person.words import clock
from tests.domain.case.arriving.leaving import AWAY, BOOKED, missed
from tests.domain.case.events import accepted, amended, back, bed_decided, closed, decided_on, left, planned, submitted
from tests.domain.case.medicines import LESS, STARTED, STOPPED, medicines_told
from tests.domain.case.requests.asking import AT_EAST, BED, EAST, READY, READY_FOR_BED, confirmed, person_said, sent
from tests.domain.case.stay.weeks import IN_BED, IN_STAY, days, told
from tests.domain.case.tasks.work import key, knowing, line, worked
from tests.domain.case.way import OTHER_SPELL, case_after
from tests.domain.given import NOON, uid

HUB_PHONE, EAST_PHONE = "01632 960001", "01632 960123"
REABLEMENT = Helper(name="Reablement East", line=ServiceLine.REAB, phone=EAST_PHONE)
UNIT = Helper(name="Willow unit", line=ServiceLine.IC_UNIT, phone=EAST_PHONE)
BED_BOOKED = (*READY_FOR_BED, sent(EAST, package=BED), person_said(), confirmed())
WARD_DISCHARGE = (submitted(), accepted, decided_on(Pathway.P0, Pathway.P0))
HOME = amended(ReferralForm(person=Destination(going_to=GoingTo.USUAL_HOME)))


def page(*past: object, helper: Helper = REABLEMENT, name: str | None = "Ada Example", **known: Any) -> PersonPage:
    told_: dict[str, Any] = {"now": NOON, "hub": "Northmoor hub", "hub_phone": HUB_PHONE, "ward": "Ash ward"} | known
    return page_for(Known(case=case_after(*past), services={EAST: helper}, **told_), name)


def section(of: PersonPage, its: str) -> Section:
    return next(each for each in of.sections if each.key == its)


def said(of: PersonPage, its: str) -> str:
    one = section(of, its)
    return " ".join((*one.lines, *one.steps))


def asking(*accessible: Accessible, agrees: Agrees = Agrees.AGREES, language: str | None = None) -> object:
    spoken = Words(language) if language else None
    agreement = Agreement(agrees=agrees, accessible=frozenset(accessible), language=spoken)
    return amended(ReferralForm(told_and_agrees=agreement))


def test_at_first_request_it_says_what_is_not_known_yet() -> None:
    shown = page(submitted())
    assert "We do not know this yet." in said(shown, "where")
    assert "No day to leave is agreed yet." in said(shown, "when")
    assert "Nobody is booked yet." in said(shown, "who")
    assert "We do not know yet what help you will have." in said(shown, "free")
    assert "ask the staff on Ash ward" in said(shown, "ring")
    assert shown.intro.startswith(
        "For Ada Example, and for whoever cares for you. This is what we know on Monday 2 Nov"
    )


def test_home_with_support_names_nobody_before_a_service_is_certain() -> None:
    shown = page(*READY, HOME, sent(EAST))
    assert said(shown, "where") == "The plan is that you go home."
    assert said(shown, "who") == (
        "We have asked for help for you. Nobody has said yes for certain yet. We will tell you who comes, and when."
    )
    assert not any("Reablement East" in words for each in shown.sections for words in (*each.lines, *each.steps))
    assert all(each.number != EAST_PHONE for each in section(shown, "ring").numbers)


def test_home_with_a_booked_service_says_who_when_and_what_to_do_if_nobody_comes() -> None:
    shown = page(*BOOKED, planned())
    assert said(shown, "where") == "You are going to: Own home. Meeting you there: Her daughter."
    assert said(shown, "when").startswith(
        "The plan is Tuesday 3 November at midday. You leave from the waiting lounge."
    )
    assert said(shown, "who") == (
        "Reablement East comes to you first. They plan to come on Monday 9 November, between 8am and midday."
    )
    assert said(shown, "nobody") == (
        "If nobody has come by midday on Monday 9 November, do this: Ring Reablement East on 01632 960123. "
        "If they do not answer, ring Northmoor hub on 01632 960001. "
        "If you feel ill and cannot wait, ring NHS 111. If life is in danger, ring 999."
    )
    assert [each.number for each in section(shown, "ring").numbers] == [EAST_PHONE, HUB_PHONE, "111", "999"]
    assert said(shown, "free").startswith("This help is free for up to six weeks. The six weeks start on the day")


def test_a_ward_discharge_says_that_nobody_is_booked_and_nothing_of_money() -> None:
    shown = page(*WARD_DISCHARGE, HOME)
    assert said(shown, "who").startswith("No new care is planned. Nobody is booked to come.")
    assert "free" not in {each.key for each in shown.sections}
    assert said(shown, "nobody").startswith("Ring Northmoor hub on 01632 960001.")


def test_a_ward_discharge_to_a_package_that_waits_promises_no_day() -> None:
    before = Before(help=frozenset({Help.PACKAGE_PAUSED}), provider=Words("Kindly Care"))
    shown = page(*WARD_DISCHARGE, amended(ReferralForm(before=before)))
    assert said(shown, "who") == (
        "You had care from Kindly Care before. The plan is that it starts again. "
        "This page does not know on which day. Ask us."
    )
    assert said(shown, "free") == "Ask those who gave you care before what you pay for it."


def test_a_short_term_bed_that_is_not_booked_is_named_nowhere() -> None:
    shown = page(submitted(), accepted, bed_decided(), helper=UNIT)
    assert "not in this hospital" in said(shown, "where")
    assert "No place is booked yet." in said(shown, "where")
    assert said(shown, "free").startswith("Short help to get better is free for up to six weeks. We do not know yet")


def test_a_booked_bed_says_where_and_when_they_are_expected() -> None:
    shown = page(*BED_BOOKED, helper=UNIT)
    assert said(shown, "where").startswith("A bed is booked for you at Willow unit.")
    assert "The bed is booked for you on Monday 9 November, between 8am and midday." in said(shown, "when")
    assert said(shown, "who").startswith("The staff of Willow unit meet you when you get there.")
    assert said(shown, "nobody").startswith("If nobody meets you there, ask for the person in charge.")


def test_once_the_time_has_passed_nobody_is_said_to_plan_to_come() -> None:
    in_time, late = (page(*AWAY, now=days(each)) for each in (0, 2))
    assert "They plan to come on Monday 9 November" in said(in_time, "who")
    assert "plan to come" not in said(late, "who")
    assert "They have not met you yet. Ring us" in said(late, "who")


def test_who_left_is_told_when_and_that_nobody_has_met_them() -> None:
    shown = page(*AWAY, (days(0), missed()))
    assert shown.title == "Your plan after hospital"
    assert said(shown, "when") == "You left hospital on Monday 9 November."
    assert "They have not met you yet. Ring us" in said(shown, "who")
    assert "Ash ward" not in said(shown, "ring")


def test_who_moved_to_another_hospital_is_told_no_plan_of_this_one() -> None:
    shown = page(*BOOKED, LeftHospital(how=WayOut.TRANSFERRED))
    assert [each.key for each in shown.sections] == ["where", "when", "ring"]
    assert said(shown, "where").startswith("You moved to another hospital.")


def test_in_a_stay_the_six_weeks_have_a_last_day() -> None:
    shown = page(*IN_STAY, now=days(3))
    assert said(shown, "who") == "Reablement East helps you now."
    assert "The six weeks end on Monday 21 December 2026." in said(shown, "free")
    over = said(page(*IN_STAY, now=days(45)), "free")
    assert over == "The six free weeks ended on Monday 21 December 2026. Ask what you pay now."
    assert "nobody" not in {each.key for each in page(*IN_BED, helper=UNIT, now=days(3)).sections}


def test_who_was_told_about_charging_reads_it_again() -> None:
    assert said(page(*IN_STAY, (days(28), told()), now=days(29)), "free") == (
        "You may have to pay from Monday 21 December 2026. You were told this on Monday 7 December."
    )


def test_what_a_line_costs_that_is_not_short_help_to_get_better_is_asked() -> None:
    live_in = Helper(name="Live-in carers", line=ServiceLine.LIVE_IN)
    assert said(page(*BOOKED, helper=live_in), "free") == "We do not know yet what you have to pay. Ask us."


def test_back_in_hospital_no_service_is_said_to_be_there() -> None:
    shown = page(*IN_STAY, (days(4), back), now=days(5))
    assert said(shown, "who") == "Reablement East helped you before. Ask us if they come again, and when."
    assert "now" not in said(shown, "where")


@pytest.mark.parametrize("then", [(), ((days(6), left),)], ids=["in hospital", "at home again"])
def test_readmitted_the_service_that_agreed_a_new_start_comes_then(then: tuple[object, ...]) -> None:
    start = {"arrive_from": days(7), "arrive_to": days(7) + timedelta(hours=2)}
    moved = StartChanged(
        offer_id=AT_EAST,
        service_id=EAST,
        units=confirmed().units,
        spot=False,
        words=Words("Home on Monday."),
        answer_id=uid(161),
        **start,
    )
    shown = page(*IN_STAY, (days(4), CaseTracked(spell_id=OTHER_SPELL)), (days(5), moved), *then, now=days(6.5))
    assert said(shown, "who") == (
        "Reablement East comes to you first. They plan to come on Monday 16 November, between 8:30am and 10:30am."
    )
    assert said(shown, "nobody").startswith("If nobody has come by 10:30am on Monday 16 November, do this:")


def test_a_time_to_leave_that_has_passed_is_no_plan() -> None:
    shown = page(*BOOKED, planned(NOON + timedelta(days=1)), now=NOON + timedelta(days=2))
    assert (
        said(shown, "when")
        == "The plan was Tuesday 3 November at midday. That time has passed. Ask us for the new time."
    )


def test_medicines_are_ready_once_their_tasks_are_done_and_room_is_left_for_what_changed() -> None:
    work = worked(submitted(), accepted, decided_on(Pathway.P1), facts=knowing(line("C07", tick=Tick.MEDICINES)))
    assert said(page(*work), "medicines").startswith("Your medicines to take home are not ready yet.")
    ready = page(*work, TaskFinished(task_id=key("C07"), step_id=key("C08")))
    assert said(ready, "medicines").startswith("Your medicines to take home are ready.")
    assert section(ready, "medicines").to_write == ("New medicines", "Changed medicines", "Stopped medicines")


def test_medicines_that_changed_are_told_with_their_reasons_and_no_room_is_left() -> None:
    told_ = medicines_told(STOPPED, LESS, STARTED)
    assert section(page(submitted(), told_), "medicines").to_write == ()
    assert section(page(submitted(), told_), "medicines").lines == (
        "These medicines changed in hospital. Take all others as you did before.",
        "New: Apixaban 5 mg, one in the morning and one at night. Why: To stop blood clots.",
        "Changed: Ramipril 2.5 mg once a day, not 5 mg. Why: Your blood pressure was low.",
        "Stopped, do not take it any more: Ibuprofen 400 mg. Why: It can make you bleed.",
        "Are you not sure what to take? Ask the nurse before you leave.",
    )
    easy = section(page(submitted(), asking(Accessible.EASY_READ), told_), "medicines")
    assert easy.lines[1] == (
        "New medicine: Apixaban 5 mg, one in the morning and one at night. Why? To stop blood clots."
    )
    assert "These medicines changed in hospital." in said(page(*AWAY, told_), "medicines")


def test_that_no_medicine_changed_is_told_and_what_an_earlier_stay_told_is_not() -> None:
    assert "No medicine was changed in hospital." in said(page(submitted(), medicines_told()), "medicines")
    earlier = page(submitted(), accepted, medicines_told(STARTED), left, CaseTracked(spell_id=OTHER_SPELL))
    assert "Apixaban" not in said(earlier, "medicines")
    assert section(earlier, "medicines").to_write


def test_a_number_that_nobody_has_said_is_left_out() -> None:
    silent = page(*BOOKED, helper=Helper(name="Reablement East", line=ServiceLine.REAB), hub_phone=None, ward=None)
    assert [each.number for each in section(silent, "ring").numbers] == ["111", "999"]
    assert section(silent, "ring").to_write == ("Number to ring",)
    assert section(silent, "nobody").steps == (
        "Ring the number that is written under “Who to ring”.",
        "If you feel ill and cannot wait, ring NHS 111. If life is in danger, ring 999.",
    )


@pytest.mark.parametrize("asked", [(), (Accessible.LARGE_PRINT,), (Accessible.EASY_READ,)], ids=str)
def test_print_and_words_are_as_they_asked(asked: tuple[Accessible, ...]) -> None:
    shown = page(*BOOKED, asking(*asked))
    assert (shown.large_print, shown.easy) == (Accessible.LARGE_PRINT in asked, Accessible.EASY_READ in asked)
    by_when = section(shown, "nobody").lines[0]
    assert by_when.startswith("Nobody came by midday" if shown.easy else "If nobody has come by midday")


def test_staff_are_told_what_this_page_cannot_do() -> None:
    other = page(*BOOKED, asking(Accessible.BRAILLE, Accessible.SIGN_LANGUAGE, language="Polish")).for_staff
    assert other[0].startswith("They need an interpreter: Polish.")
    assert other[1].startswith("They asked for braille and British Sign Language.")
    assert page(*BOOKED).for_staff == ()
    [not_told] = page(submitted()).for_staff
    assert "It is not recorded that they were told" in not_told
    [best] = page(*BOOKED, asking(agrees=Agrees.BEST_INTERESTS)).for_staff
    assert "who speaks for them" in best


def test_of_somebody_who_died_there_is_no_page_and_a_finished_plan_says_so() -> None:
    with pytest.raises(NoPageAfterDeath):
        page(*BOOKED, closed(Outcome.DIED))
    over = page(*WARD_DISCHARGE, left, closed(Outcome.WARD_DISCHARGE))
    assert [each.key for each in over.sections] == ["over", "ring"]


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(0, 0, "midnight"), (8, 5, "8:05am"), (12, 0, "midday"), (12, 30, "12:30pm"), (17, 0, "5pm")],
    ids=str,
)
def test_times_are_said_as_people_say_them(hour: int, minute: int, words: str) -> None:
    assert clock(NOON.replace(hour=hour, minute=minute)) == words


STORIES: dict[str, tuple[tuple[object, ...], dict[str, Any]]] = {
    "first request": ((submitted(),), {}),
    "ward discharge": ((*WARD_DISCHARGE, HOME), {}),
    "home asked": ((*READY, sent(EAST)), {}),
    "home booked": ((*BOOKED, planned()), {}),
    "bed wanted": ((submitted(), accepted, bed_decided()), {}),
    "bed booked": (BED_BOOKED, {"helper": UNIT}),
    "care home": ((submitted(), accepted, decided_on(Pathway.P3)), {}),
    "away": (AWAY, {}),
    "in a stay": (IN_STAY, {"now": days(3)}),
}
_OURS = re.compile(
    r"\b(P[0-3]|pathway|discharge\w*|reablement|intermediate|referral|service|assess\w*|package)\b", re.I
)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize(("asked", "most"), [((), 16), ((Accessible.EASY_READ,), 14)], ids=["plain", "easy"])
def test_sentences_are_short_and_hold_none_of_our_own_words(
    story: str, asked: tuple[Accessible, ...], most: int
) -> None:
    past, known = STORIES[story]
    shown = page(*past, asking(*asked), **known)
    for each in shown.sections:
        for words in (*each.lines, *each.steps):
            named = words.replace("Reablement East", "East").replace("Willow unit", "Willow")
            assert not _OURS.search(named), words
            assert all(len(sentence.split()) <= most for sentence in re.split(r"[.?!] ", named)), words
