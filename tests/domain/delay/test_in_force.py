"""A reason is one of the national list as it was then: on the day of which it is said, not on the day of saying it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.codes.delay_reasons import PUBLISHED, DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay.blockers import BlockerRecorded, ReasonNotInForce, blocker_is_news
from app.domain.delay.contesting import NightContested, SettlementSaid, night_is_news
from app.domain.delay.overriding import ReasonSet, reason_is_news
from app.domain.delay.recorded import Delays, FrozenNight, Said
from app.domain.values import OrganisationId, Words
from tests.domain.given import uid

BEFORE, FROM = PUBLISHED - timedelta(days=1), PUBLISHED
BEGINS = datetime(2024, 5, 26, 23, tzinfo=UTC)
"""The local midnight, in summer, from which the list is in force."""

TRUST, CARERS = OrganisationId(uid(71)), OrganisationId(uid(72))
WHY = Words("They waited for the panel.")
A_MINUTE = timedelta(minutes=1)


def frozen(night: date) -> Delays:
    contested = {TRUST: Said(reason=DelayReason.HP5, words=WHY)}
    until = datetime(2024, 6, 9, tzinfo=UTC)
    return Delays(nights={night: FrozenNight(reason=DelayReason.HP4, contest_until=until, contested=contested)})


@pytest.mark.parametrize("says", [NightContested, SettlementSaid])
def test_another_reason_for_a_night_is_one_that_was_listed_that_night(
    says: type[NightContested | SettlementSaid],
) -> None:
    since = datetime(2024, 6, 1, tzinfo=UTC)
    said = {
        night: says(night=night, organisation_id=CARERS, reason=DelayReason.IP6, words=WHY) for night in (BEFORE, FROM)
    }
    assert night_is_news(said[FROM], since, frozen(FROM))
    with pytest.raises(ReasonNotInForce):
        night_is_news(said[BEFORE], since, frozen(BEFORE))


def test_a_blocker_and_an_own_reason_are_listed_from_the_local_midnight_on_whenever_they_are_told() -> None:
    own = ReasonSet(override_id=uid(1), reason=DelayReason.IP6, words=WHY)
    blocker = BlockerRecorded(
        blocker_id=uid(2), reason=DelayReason.IP6, owner=Owner.COUNCIL, stops_leaving=True, words=None
    )
    assert reason_is_news(own, BEGINS, Delays())
    assert blocker_is_news(blocker, BEGINS, Delays())
    with pytest.raises(ReasonNotInForce):
        reason_is_news(own, BEGINS - A_MINUTE, Delays())
    with pytest.raises(ReasonNotInForce):
        blocker_is_news(blocker, BEGINS - A_MINUTE, Delays())
