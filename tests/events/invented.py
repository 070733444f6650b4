"""The invented people and places of the examples, by their ids."""

from app.domain.values import HubId, OrganisationId, PersonId, SiteId, SpellId, StaffId, WardId
from tests.domain.given import uid

PERSON, SPELL, HUB, STAFF = PersonId(uid(1)), SpellId(uid(2)), HubId(uid(3)), StaffId(uid(4))
WARD, OTHER_WARD, SITE, TRUST = WardId(uid(5)), WardId(uid(6)), SiteId(uid(7)), OrganisationId(uid(8))
OTHER_PERSON = PersonId(uid(10))
