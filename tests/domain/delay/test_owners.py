"""Whose a delay of an invented stay is, now and at midnight, and who is heard on a frozen night."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay import Blocker, Fact, Field, History
from app.domain.delay.facts import SENT, Asked, Search
from app.domain.delay.owners import NotYourNight, Parties, owner_of, owners_of
from app.domain.spell import AgreeNight, ContestNight, NightAgreed, NightContested, NightFrozen, SettleNight
from app.domain.values import Actor, ActorKind, OrganisationId, Role
from tests.domain.given import uid
from tests.domain.spell.stay import SPELL_ID, WARD_A, hours
from tests.domain.spell.test_nights import FACTS, FROZEN, KEPT, MIDNIGHT, MONDAY, NEXT_DAY, READY, WORDS, freeze, then

TRUST, OFFICE, CARE, OTHER = (OrganisationId(uid(n)) for n in (81, 82, 83, 84))
PARTIES = Parties(bed=TRUST, hubs=frozenset({OFFICE}), by_code={"E10": OTHER})
IN_TOWN = (Fact(hours(0), Field.COUNCIL, "E10"),)
ASKED = (Asked(organisation_id=CARE, start=hours(4), end=hours(40)),)
BESIDE = (TRUST, OFFICE)
AT = hours(5)


@pytest.mark.parametrize(
    ("reason", "owners"),
    [
        (DelayReason.HP3, (TRUST,)),
        (DelayReason.WB2, (TRUST,)),
        (DelayReason.CT1, (OFFICE,)),
        (DelayReason.IP1, (CARE,)),
        (DelayReason.IP8, (CARE,)),
        (DelayReason.CA1, (CARE,)),
        (None, ()),
    ],
)
def test_a_delay_is_whose_the_family_of_its_reason_is(
    reason: DelayReason | None, owners: tuple[OrganisationId, ...]
) -> None:
    assert owners_of(reason, History(asked=ASKED), AT, PARTIES) == owners


def test_a_service_is_waited_for_while_it_is_asked_and_nobody_where_none_is() -> None:
    for at, owners in ((hours(3), ()), (hours(4), (CARE,)), (hours(39), (CARE,)), (hours(40), ())):
        assert owners_of(DelayReason.CA1, History(asked=ASKED), at, PARTIES) == owners


@pytest.mark.parametrize(
    ("owner", "owners"),
    [
        (Owner.COUNCIL, (OTHER,)),
        (Owner.HUB, (OFFICE,)),
        (Owner.SERVICE, (CARE,)),
        (Owner.HOSPITAL, (TRUST,)),
        (Owner.COMMISSIONER, ()),
        (Owner.COMMUNITY, ()),
    ],
)
def test_what_somebody_recorded_is_whose_they_said_while_it_is_in_the_way(
    owner: Owner, owners: tuple[OrganisationId, ...]
) -> None:
    stop = Blocker(reason=DelayReason.WB2, start=hours(4), end=hours(6), stops=True, owner=owner)
    history = History(IN_TOWN, (stop,), asked=ASKED)
    assert owners_of(DelayReason.WB2, history, AT, PARTIES) == owners
    assert owners_of(DelayReason.WB2, history, hours(6), PARTIES) == (TRUST,)
    assert owners_of(DelayReason.CT1, history, AT, PARTIES) == (OFFICE,)
    assert owner_of(DelayReason.WB2, history, AT) is owner


def test_of_two_that_recorded_the_same_the_first_counts_in_whatever_order_they_were_told() -> None:
    said = [
        Blocker(reason=DelayReason.WB2, start=hours(n), owner=who) for n, who in ((3, Owner.HUB), (2, Owner.COUNCIL))
    ]
    for order in (said, said[::-1]):
        assert owner_of(DelayReason.WB2, History(blockers=tuple(order)), AT) is Owner.COUNCIL


def test_it_is_frozen_with_whose_it_is_at_that_midnight() -> None:
    facts = replace(FACTS, parties=replace(PARTIES, bed=None), of_ward={WARD_A: TRUST})
    assert then(*READY, do=freeze(), facts=facts) == [replace(FROZEN, owners=(TRUST,), beside=BESIDE)]
    found = [
        *(
            Fact(hours(3), Field.REFERRAL, SENT),
            Fact(hours(3), Field.PATHWAY, "P1"),
            Fact(hours(3), Field.LINE, "reab"),
        ),
        Fact(hours(4), Field.SEARCH, Search.OUT),
    ]
    [night] = then(*READY, do=freeze(), facts=replace(facts, case_history=History(tuple(found), asked=ASKED)))
    assert (night.reason, night.owners, night.beside) == (DelayReason.IP1, (CARE,), BESIDE)


OF_CARE = replace(FROZEN, reason=DelayReason.IP1, owners=(CARE,), beside=BESIDE)


def night(frozen: NightFrozen = OF_CARE) -> tuple[object, ...]:
    return (*READY, (MIDNIGHT, frozen))


def said(who: OrganisationId, role: Role = Role.PROVIDER) -> dict[str, Any]:
    by = Actor(kind=ActorKind.STAFF, id=str(uid(9)), role=role)
    return {"spell_id": SPELL_ID, "by": by, "at": NEXT_DAY, "night": MONDAY, "organisation_id": who}


def other(who: OrganisationId, role: Role = Role.PROVIDER) -> dict[str, Any]:
    return {"reason": DelayReason.HP4, "words": WORDS, **said(who, role)}


def test_the_service_that_was_asked_agrees_or_contests_and_ward_and_hub_do_too() -> None:
    agrees, contests = AgreeNight(**said(CARE)), ContestNight(**other(CARE))
    assert then(*night(), do=agrees) == [NightAgreed(night=MONDAY, organisation_id=CARE)]
    [contested] = then(*night(), do=contests)
    assert isinstance(contested, NightContested)
    settled = then(*night(), (NEXT_DAY, contested), do=SettleNight(**other(TRUST, Role.WARD_NURSE)))
    assert [type(each).__name__ for each in settled] == ["SettlementSaid", "NightSettled"]
    assert then(*night(), do=AgreeNight(**said(OFFICE, Role.HUB_LEAD)))


@pytest.mark.parametrize("role", [Role.PROVIDER, Role.WARD_NURSE])
def test_another_organisation_is_refused_and_so_is_what_comes_after_a_contest(role: Role) -> None:
    contested = NightContested(night=MONDAY, organisation_id=CARE, reason=DelayReason.HP4, words=WORDS)
    for command in (AgreeNight(**said(OTHER, role)), ContestNight(**other(OTHER, role))):
        with pytest.raises(NotYourNight):
            then(*night(), do=command)
    with pytest.raises(NotYourNight):
        then(*night(), (NEXT_DAY, contested), do=SettleNight(**other(OTHER, role)))


def test_a_service_of_the_wards_own_organisation_speaks_of_what_services_are_waited_for_alone() -> None:
    of_ward = replace(FROZEN, owners=(TRUST,), beside=BESIDE)
    with pytest.raises(NotYourNight):
        then(*night(of_ward), do=AgreeNight(**said(TRUST)))
    assert then(*night(of_ward), do=AgreeNight(**said(TRUST, Role.WARD_NURSE)))


def test_of_a_night_that_does_not_say_whose_it_is_wards_and_hubs_are_heard() -> None:
    assert then(*KEPT, do=AgreeNight(**said(OTHER, Role.CASE_MANAGER)))
    with pytest.raises(NotYourNight):
        then(*KEPT, do=AgreeNight(**said(CARE)))


def test_a_repeat_records_nothing_whoever_may_speak_by_then() -> None:
    agreed = (NEXT_DAY, NightAgreed(night=MONDAY, organisation_id=OTHER))
    late = AgreeNight(**(said(OTHER) | {"at": NEXT_DAY + timedelta(days=20)}))
    assert then(*night(), agreed, do=late) == []


def test_two_services_to_whom_a_night_is_put_down_do_not_settle_it_without_ward_and_hub() -> None:
    of_both = replace(OF_CARE, owners=(CARE, OTHER))
    contested = NightContested(night=MONDAY, organisation_id=CARE, reason=DelayReason.HP4, words=WORDS)
    past = (*night(of_both), (NEXT_DAY, contested))
    agrees = then(*past, do=SettleNight(**other(OTHER)))
    assert [type(each).__name__ for each in agrees] == ["SettlementSaid"]
    also = then(*past, *((NEXT_DAY, each) for each in agrees), do=SettleNight(**other(OFFICE, Role.HUB_LEAD)))
    assert [type(each).__name__ for each in also] == ["SettlementSaid", "NightSettled"]


@pytest.mark.parametrize(
    "do", [AgreeNight(**said(OFFICE, Role.HUB_LEAD)), ContestNight(**other(OFFICE, Role.HUB_LEAD))]
)
def test_of_hubs_that_of_the_case_is_heard_alone(do: Any) -> None:
    elsewhere = replace(FACTS, of_another_hub=True)
    with pytest.raises(NotYourNight):
        then(*night(), do=do, facts=elsewhere)
    assert then(*night(), do=do)
