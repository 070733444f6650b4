"""The value that an event may keep of a routing is plain JSON, and the same when it is read again."""

from dataclasses import asdict

from hypothesis import given as for_all
from hypothesis import strategies as st
from pydantic import TypeAdapter

from app.domain.routing import HomeRoute

KEPT = TypeAdapter(HomeRoute)
FIELDS = ("council", "icb", "practice", "locality", "hub_id", "out_of_area", "circumstance")


@for_all(st.builds(HomeRoute, **dict.fromkeys(FIELDS, ...)))
def test_what_is_kept_of_a_routing_is_read_as_it_was(route: HomeRoute) -> None:
    assert KEPT.validate_python(KEPT.dump_python(route, mode="json")) == route


def test_it_holds_codes_and_ids_and_nothing_that_is_read() -> None:
    assert tuple(asdict(HomeRoute())) == FIELDS
