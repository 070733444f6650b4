"""Listing a service that the hub can ask."""

from dataclasses import replace

import pytest

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.service import SERVICE, ListService, ServiceFacts, ServiceListed
from app.domain.system.unknown import OrganisationNotKnown
from app.domain.values import OrganisationId, ServiceId
from tests.domain.given import NOON, NURSE, decided, given, uid

COUNCIL = OrganisationId(uid(2))
listed = ServiceListed(name="Valley Reablement", organisation_id=COUNCIL, line=ServiceLine.REAB, pathway=Pathway.P1)
list_service = ListService(
    service_id=ServiceId(uid(1)),
    by=NURSE,
    at=NOON,
    name="Valley Reablement",
    organisation_id=COUNCIL,
    line=ServiceLine.REAB,
    pathway=Pathway.P1,
)


def test_a_service_is_listed() -> None:
    assert decided(SERVICE, given(), list_service, ServiceFacts()) == [listed]


def test_the_same_listing_again_records_nothing() -> None:
    assert decided(SERVICE, given(listed), list_service, ServiceFacts()) == []


def test_a_listing_with_other_particulars_replaces_it() -> None:
    renamed = replace(list_service, name="Valley and Dale Reablement")
    assert decided(SERVICE, given(listed), renamed, ServiceFacts()) == [
        replace(listed, name="Valley and Dale Reablement")
    ]


def test_a_service_of_an_unknown_organisation_is_refused() -> None:
    with pytest.raises(OrganisationNotKnown):
        decided(SERVICE, given(), list_service, ServiceFacts(organisation_known=False))


def test_each_service_is_a_stream() -> None:
    assert list_service.stream == f"service:{uid(1)}"
