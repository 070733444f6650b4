"""Whole ways out of hospital, from the events that told of them to the reason of each hour and each frozen night."""

from dataclasses import replace
from datetime import datetime

from app.domain.case.form import ReferralField
from app.domain.case.outcome import Outcome
from app.domain.case.requests.confirming import OfferConfirmed, StartChanged
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.sending import RequestSent
from app.domain.case.requests.state import EndedBecause
from app.domain.codes.criteria import Criterion
from app.domain.codes.delay_reasons import DelayReason as R
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.ways_out import WayOut
from app.domain.spell import SPELL
from app.domain.spell.ready import NOT_RECORDED
from app.domain.spell.why_here import ready_of
from app.domain.values import Words
from tests.domain.case.events import accepted, closed, decided_on, reopened, resubmitted, returned, submitted
from tests.domain.case.requests.asking import AT_EAST, AT_WEST, CALLS, EAST, WEST, confirmed, held, over, sent
from tests.domain.case.test_delay_late import STANDS
from tests.domain.delay.told import Told, blocked, free, frozen, frozen_late, on, reasons, review, story
from tests.domain.given import uid
from tests.domain.spell.stay import MEETS, end_reversed, ended, hub_need, opened

P0, HUB = hub_need(HubNeed.NO), hub_need(HubNeed.YES)
HOME_CARE = replace(CALLS, line=ServiceLine.HOME_CARE)


def service(line: ServiceLine = ServiceLine.REAB) -> PackageDescribed:
    return PackageDescribed(package=replace(CALLS, line=line))


def yes(start: datetime, offer: object = AT_EAST) -> OfferConfirmed:
    service_id = EAST if offer == AT_EAST else WEST
    return replace(confirmed(AT_EAST if offer == AT_EAST else AT_WEST, at=service_id), arrive_from=start)


def asked_again(line: ServiceLine = ServiceLine.REAB) -> RequestSent:
    request = sent(WEST, package=replace(CALLS, line=line))
    return replace(request, request_id=uid(122))


def test_who_leaves_on_the_day_they_are_ready_waited_for_hours_and_no_night() -> None:
    """Ward discharge: medicines, then transport."""
    told = story(
        (on(1, "18:05"), opened),
        (on(3, "10:15"), review(1)),
        (on(3, "10:15"), P0),
        (on(3, "10:15"), blocked(1, R.HP5)),
        (on(3, "14:30"), free(1)),
        (on(3, "14:30"), blocked(2, R.HP4)),
        (on(3, "16:40"), ended()),
    )
    assert reasons(told, on(4)) == [(on(3, "10:15"), R.HP5), (on(3, "14:30"), R.HP4)]
    assert frozen(told, range(1, 5)) == {}


def test_under_seventeen_hours_may_be_a_night() -> None:
    told = story(
        (on(1, "09:00"), opened),
        *((on(3, "16:30"), each) for each in (review(1), P0, blocked(1, R.HP4))),
        (on(4, "09:10"), ended()),
    )
    assert frozen(told, range(1, 6)) == {3: R.HP4}


def test_of_whom_nobody_reviewed_nothing_is_reported_and_that_is_said_apart_from_no_delay() -> None:
    told = story((on(1, "18:05"), opened), (on(3, "10:15"), P0), (on(3, "16:40"), ended()))
    known = ready_of(SPELL.fold(told), on(4))
    assert (known.ready_date, known.days, known.band) == (None, 0, NOT_RECORDED)
    assert (reasons(told, on(4)), frozen(told, range(1, 5))) == ([], {})


def test_who_still_meets_the_criteria_and_takes_their_own_discharge_was_never_delayed() -> None:
    ill = review(1, MEETS, Criterion.OXYGEN)
    told = story((on(1, "18:05"), opened), (on(3, "10:15"), ill), (on(3, "16:40"), ended(WayOut.SELF_DISCHARGE)))
    known = ready_of(SPELL.fold(told), on(4))
    assert (known.ready_date, known.days, known.band) == (None, 0, "no delay")
    assert (reasons(told, on(4)), frozen(told, range(1, 5))) == ([], {})


REFERRED: tuple[Told, ...] = (
    (on(1, "08:00"), opened),
    (on(1, "10:00"), HUB),
    (on(1, "11:00"), submitted()),
    (on(1, "11:00"), accepted),
    (on(1, "12:00"), decided_on(Pathway.P1)),
    (on(1, "12:00"), service()),
)


def test_the_nights_before_somebody_became_unwell_keep_their_reason() -> None:
    ill = review(2, MEETS, Criterion.IV_MEDICATION)
    told = story(
        *REFERRED,
        (on(1, "13:00"), sent(EAST)),
        (on(2, "09:00"), over(AT_EAST, EndedBecause.DECLINED)),
        (on(2, "11:00"), review(1)),
        (on(5, "08:30"), ill),
        (on(7, "14:00"), asked_again()),
        (on(7, "15:00"), yes(on(10, "10:00"), AT_WEST)),
        (on(9, "10:00"), review(3)),
        (on(10, "10:00"), blocked(1, R.HP4)),
        (on(10, "11:15"), ended()),
    )
    assert reasons(told, on(11)) == [(on(2, "11:00"), R.CA1), (on(9, "10:00"), R.CA1), (on(10, "10:00"), R.HP4)]
    assert frozen(told, range(1, 12)) == {2: R.CA1, 3: R.CA1, 4: R.CA1, 9: R.CA1}


def test_a_review_found_late_moves_the_ready_date_back_and_no_night_that_was_frozen() -> None:
    told = story(
        (on(1, "20:00"), opened),
        (on(9, "10:00"), review(1)),
        (on(9, "10:00"), HUB),
        (on(9, "12:00"), submitted()),
        (on(9, "12:00"), accepted),
        (on(10, "10:00"), decided_on(Pathway.P1)),
        (on(10, "10:00"), service()),
        (on(10, "10:30"), sent(EAST)),
        (on(11, "09:00"), yes(on(12, "10:00"))),
        (on(7, "11:00"), review(2), on(11, "14:00")),
        (on(12, "10:00"), blocked(1, R.HP4)),
        (on(12, "11:30"), ended()),
    )
    assert reasons(told, on(13)) == [
        (on(7, "11:00"), R.HP7),
        (on(9, "10:00"), R.HP3),
        (on(9, "12:00"), R.CT1),
        (on(10, "10:00"), R.CT2),
        (on(10, "10:30"), R.IP1),
        (on(11, "09:00"), R.CA1),
        (on(12, "10:00"), R.HP4),
    ]
    assert frozen(told, range(1, 13)) == {9: R.CT1, 10: R.IP1, 11: R.CA1}, "what was known then"
    assert frozen_late(told, range(1, 9), on(11, "14:00")) == {7: R.HP7, 8: R.HP7}, "told since"


def test_a_yes_for_friday_is_the_services_time_until_friday_and_then_the_wards_work() -> None:
    told = story(
        *((each[0], each[1]) for each in REFERRED),
        (on(1, "15:00"), sent(EAST)),
        (on(2, "09:30"), review(1)),
        (on(3, "10:00"), held()),
        (on(3, "12:00"), yes(on(6, "10:00"))),
        (on(3, "12:00"), blocked(1, R.CA10)),
        (on(5, "16:00"), free(1)),
        (on(6, "10:00"), blocked(2, R.HP5)),
        (on(6, "10:40"), free(2)),
        (on(6, "10:40"), blocked(3, R.HP4)),
        (on(6, "11:00"), ended()),
    )
    assert frozen(told, range(1, 8)) == {2: R.IP1, 3: R.CA1, 4: R.CA1, 5: R.CA1}
    assert reasons(told, on(7))[-2:] == [(on(6, "10:00"), R.HP5), (on(6, "10:40"), R.HP4)]


def test_a_returned_referral_is_the_wards_time_and_a_flag_no_delay_until_it_stops_leaving() -> None:
    again = StartChanged(
        offer_id=AT_EAST,
        service_id=EAST,
        units=("am",),
        arrive_from=on(9, "09:30"),
        arrive_to=on(9, "12:00"),
        spot=False,
        words=Words("The meeting is over."),
        answer_id=uid(139),
    )
    told = story(
        (on(1, "08:00"), opened),
        (on(1, "09:00"), HUB),
        (on(1, "10:00"), submitted()),
        (on(1, "10:00"), blocked(1, R.WB4)),
        (on(2, "09:00"), review(1)),
        (on(2, "10:00"), returned(ReferralField.FUNCTION)),
        (on(3, "15:00"), resubmitted(words="Two to transfer.")),
        (on(4, "09:00"), accepted),
        (on(4, "10:00"), decided_on(Pathway.P1)),
        (on(4, "10:00"), service(ServiceLine.HOME_CARE)),
        (on(4, "11:00"), sent(EAST, package=HOME_CARE)),
        (on(5, "09:00"), blocked(2, R.WB2, stops=True)),
        (on(5, "14:00"), yes(on(6, "10:00"))),
        (on(8, "17:00"), free(2)),
        (on(8, "17:00"), again),
        (on(9, "09:30"), blocked(3, R.HP4)),
        (on(9, "10:30"), ended()),
    )
    nights = {2: R.HP1, 3: R.CT1, 4: R.IP2, 5: R.WB2, 6: R.WB2, 7: R.WB2, 8: R.CA2}
    assert frozen(told, range(1, 10)) == nights
    assert [each for _, each in reasons(told, on(10))][:2] == [R.CT1, R.HP1]


def test_a_death_that_was_told_of_the_wrong_person_leaves_no_hole_in_what_is_known_now() -> None:
    stands = OffersGivenBack(given_back=(STANDS,), lost=())
    wrong = (ended(WayOut.DIED), closed(Outcome.DIED), over(AT_EAST, EndedBecause.CASE_ENDED))
    told = story(
        *REFERRED,
        (on(1, "13:00"), sent(EAST)),
        (on(2, "09:00"), review(1)),
        *((on(3, "07:00"), each) for each in wrong),
        *((on(5, "15:00"), each) for each in (end_reversed(), reopened(), stands)),
    )
    assert reasons(told, on(7)) == [(on(2, "09:00"), R.IP1)]
    assert frozen(told, range(1, 7)) == {2: R.IP1, 5: R.IP1, 6: R.IP1}, "nobody lay there, as was known then"
    assert frozen_late(told, range(3, 5), on(5, "15:00")) == {3: R.IP1, 4: R.IP1}
