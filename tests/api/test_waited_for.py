"""Of whom a service may know that they are waited for: of itself and the hub, not of others asked beside it."""

from datetime import UTC, date, datetime
from typing import Any, Literal
from uuid import UUID, uuid4

import pytest

from app.access.me import Me
from app.api.delay_parts import NightPart, Parts
from app.api.snapshot_part import SnapshotPart
from app.api.waited_for import parts_shown, people_shown
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay import How
from app.domain.delay.owners import Parties
from app.domain.values import OrganisationId, Role
from app.views.stay_delay import StillInBed
from tests.access.somebody import me

PROVIDER, HUB = me(Role.PROVIDER), me(Role.HUB_LEAD)
OWN, RIVAL, OFFICE = OrganisationId(PROVIDER.organisation_id), OrganisationId(uuid4()), OrganisationId(uuid4())
NOW = datetime(2026, 11, 12, 9, tzinfo=UTC)


def waits(owner: Owner, *owners: OrganisationId) -> list[StillInBed]:
    whose: dict[str, Any] = {"owner": owner, "owners": owners, "reason": DelayReason.IP1, "how": How.STAGE, "open": ()}
    ids: dict[str, Any] = {"stay_id": uuid4(), "case_id": uuid4(), "service_id": uuid4(), "ready_at": NOW, "since": NOW}
    counts: dict[str, Any] = {"days": 1, "nights": 1, "contested": 0, "became_unwell": 0, "earlier_nights": 0}
    return [StillInBed(**counts, **ids, **whose)]


@pytest.mark.parametrize(
    ("who", "owner", "owners", "shown"),
    [
        (PROVIDER, Owner.SERVICE, (OWN, RIVAL), (OWN,)),
        (PROVIDER, Owner.SERVICE, (RIVAL,), ()),
        (PROVIDER, Owner.COUNCIL, (OFFICE,), (OFFICE,)),
        (HUB, Owner.SERVICE, (OWN, RIVAL), (OWN, RIVAL)),
    ],
    ids=["one of several", "another", "the council", "the hub"],
)
def test_a_service_is_told_of_itself_alone(
    who: Me, owner: Owner, owners: tuple[OrganisationId, ...], shown: tuple[UUID, ...]
) -> None:
    [told] = people_shown(who, waits(owner, *owners))
    assert told.owners == shown
    page = parts_shown(who, _parts(owner, owners), Parties(bed=OWN))
    assert (page["owner"], page["owners"]) == (owner, shown)


@pytest.mark.parametrize("kept", ["nights", "snapshots"])
def test_so_it_is_with_nights_and_snapshots(kept: Literal["nights", "snapshots"]) -> None:
    parties = Parties(bed=OWN, hubs=frozenset({OFFICE}))
    [told] = parts_shown(PROVIDER, _parts(Owner.HUB, ()), parties)[kept]
    assert told.owners == (OWN, OFFICE)
    [whole] = parts_shown(HUB, _parts(Owner.HUB, ()), parties)[kept]
    assert whole.owners == (OWN, RIVAL, OFFICE)


def _parts(owner: Owner, owners: tuple[OrganisationId, ...]) -> Parts:
    night = NightPart(
        night=date(2026, 11, 11),
        counts_in_drd=True,
        frozen=True,
        reason=DelayReason.IP1,
        now_known=None,
        contest_until=NOW,
        agreed=(),
        contested=[],
        settling=[],
        settled=None,
        reported=None,
        owners=(OWN, RIVAL, OFFICE),
    )
    snapshot = SnapshotPart(
        taken_at=NOW,
        reason=DelayReason.IP1,
        now_known=DelayReason.IP1,
        still_so=True,
        told_late=False,
        owners=(OWN, RIVAL, OFFICE),
    )
    return Parts(
        ready=True,
        ready_date=date(2026, 11, 11),
        days=1,
        owner=owner,
        owners=owners,
        spans=[],
        blockers=[],
        set_reasons=[],
        nights=[night],
        snapshots=[snapshot],
        became_unwell=0,
        earlier_nights=0,
    )
