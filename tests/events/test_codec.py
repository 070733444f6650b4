"""Events as they are stored: names for ever, words sealed, and every shape ever stored still read."""

import json
import re
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from app.domain.calendar import CALENDAR_EVENTS
from app.domain.case import CASE_EVENTS
from app.domain.codes.patient_classes import PatientClass
from app.domain.escalation import ESCALATION_EVENTS
from app.domain.feed import FEED_EVENTS
from app.domain.hub import HUB_EVENTS
from app.domain.importing import IMPORT_EVENTS
from app.domain.ladder import LADDER_EVENTS
from app.domain.person import PERSON_EVENTS
from app.domain.practice import PRACTICE_EVENTS
from app.domain.service import SERVICE_EVENTS
from app.domain.spell import SPELL_EVENTS
from app.domain.system import ARCHIVING_EVENTS, PLACE_EVENTS, STAFF_EVENTS
from app.domain.values import Actor, ActorKind, Role, Stream, Words
from app.events.codec import actor_json, decode, decode_actor, encode, has_words
from app.events.names import NAME_OF, NAMES
from app.events.sealing import ERASED, NoKey
from app.events.upcasts import UPCASTS
from tests.domain.given import uid
from tests.events.examples import EXAMPLES, KEY, STREAM

KEPT = Path(__file__).parent / "kept"
CANARY = "canary-5f3a"
OTHER_STREAM, OTHER_KEY = Stream("case:00000000-0000-4000-8000-000000000099"), bytes(32)
EVERY_NAME = sorted({*NAMES, *UPCASTS})


def words_of(event: Any) -> list[str]:
    """The fields of an event that hold words."""
    hints = get_type_hints(type(event))
    return [each.name for each in fields(event) if Words in (hints[each.name], *get_args(hints[each.name]))]


WORDED = [event for event in EXAMPLES.values() if words_of(event)]


def filled(event: Any) -> Any:
    """The event with the canary in each of its words."""
    return replace(event, **{name: Words(f"{CANARY} {name}") for name in words_of(event)})


def test_every_event_has_one_stored_name() -> None:
    kinds = (
        *(CASE_EVENTS, PERSON_EVENTS, SERVICE_EVENTS, FEED_EVENTS, SPELL_EVENTS),
        *(PLACE_EVENTS, STAFF_EVENTS, HUB_EVENTS, ARCHIVING_EVENTS),
        *(CALENDAR_EVENTS, LADDER_EVENTS, PRACTICE_EVENTS, IMPORT_EVENTS),
        ESCALATION_EVENTS,
    )
    assert set(NAME_OF) == {event for events in kinds for event in events}
    assert len(NAME_OF) == len(NAMES)


@pytest.mark.parametrize("name", EVERY_NAME)
def test_a_stored_name_is_words_and_a_number_and_no_path_to_a_class(name: str) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z_]+\.[0-9]+", name)
    assert not name.startswith("app.")


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_event_comes_back_as_it_was_recorded(name: str) -> None:
    for event in (EXAMPLES[name], filled(EXAMPLES[name])):
        stored, data = encode(event, KEY, STREAM)
        assert stored == name
        assert decode(stored, json.loads(json.dumps(data)), KEY, STREAM) == event


@pytest.mark.parametrize("name", EVERY_NAME)
def test_what_was_stored_once_is_read_for_ever(name: str) -> None:
    path = KEPT / f"{name}.json"
    if not path.is_file():
        shape = json.dumps(encode(EXAMPLES[name], KEY, STREAM)[1], indent=2) if name in EXAMPLES else "(see EXAMPLES)"
        pytest.fail(f"Give {name} an entry in tests/events/examples.py and keep its stored form in {path}:\n{shape}")
    assert decode(name, json.loads(path.read_text()), KEY, STREAM) == EXAMPLES[name]


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("spell.opened.1", {"patient_class": PatientClass.EMERGENCY}),
        ("spell.move_reversed.1", {"from_ward_id": uid(6), "from_bed": "B2"}),
        ("spell.leave_started.1", {"until": None}),
        ("spell.readiness_proposed.1", {"since": None}),
        ("spell.expected_discharge_changed.1", {"expected_on": None}),
        ("case.tracked.1", {"by_itself": True}),
        ("arriving.arrival_confirmed.1", {"offer_id": uid(122)}),
        ("arriving.no_contact_reported.1", {"offer_id": uid(122)}),
        ("arriving.taken_back.1", {"offer_id": uid(122)}),
        ("arriving.first_contact_made.1", {"review_daily": True}),
        ("escalation.acted.1", {"answers": False}),
        ("person.died.1", {"spell_id": uid(6)}),
        ("person.death_reversed.1", {"in_passing": True}),
    ],
)
def test_what_may_be_left_unsaid_is_kept_both_ways(name: str, more: dict[str, Any]) -> None:
    event = replace(EXAMPLES[name], **more)
    assert decode(name, json.loads(json.dumps(encode(event, KEY, STREAM)[1])), KEY, STREAM) == event


def test_a_kept_form_belongs_to_a_name_that_is_still_read() -> None:
    assert sorted(path.stem for path in KEPT.iterdir()) == EVERY_NAME


@pytest.mark.parametrize("event", WORDED, ids=lambda event: type(event).__name__)
def test_words_stand_nowhere_in_what_is_stored(event: Any) -> None:
    assert CANARY not in json.dumps(encode(filled(event), KEY, STREAM))
    assert has_words(filled(event))


@pytest.mark.parametrize("event", WORDED, ids=lambda event: type(event).__name__)
def test_with_the_key_gone_words_read_as_erased_and_the_rest_is_still_there(event: Any) -> None:
    name, data = encode(filled(event), KEY, STREAM)
    erased = replace(event, **dict.fromkeys(words_of(event), ERASED))
    assert decode(name, data, None, STREAM) == erased
    assert decode(name, data, OTHER_KEY, STREAM) == erased


@pytest.mark.parametrize("event", WORDED, ids=lambda event: type(event).__name__)
def test_words_moved_to_another_stream_do_not_open(event: Any) -> None:
    name, data = encode(filled(event), KEY, STREAM)
    assert CANARY not in str(decode(name, data, KEY, OTHER_STREAM))


@pytest.mark.parametrize("event", WORDED, ids=lambda event: type(event).__name__)
def test_words_are_not_recorded_without_a_key(event: Any) -> None:
    with pytest.raises(NoKey):
        encode(filled(event), None, STREAM)


def test_the_same_words_are_sealed_otherwise_each_time() -> None:
    once, again = (encode(EXAMPLES["referral.returned.1"], KEY, STREAM)[1]["words"] for _ in range(2))
    assert once != again


def test_no_words_need_no_key() -> None:
    silent = replace(EXAMPLES["case.closed.1"], words=None)
    assert not has_words(silent)
    assert encode(silent, None, STREAM) == (
        "case.closed.1",
        {"outcome": "other_hospital", "words": None, "closure_id": None},
    )


@pytest.mark.parametrize("name", sorted(NAMES))
def test_what_has_no_order_is_stored_sorted(name: str) -> None:
    event, data = EXAMPLES[name], encode(EXAMPLES[name], KEY, STREAM)[1]
    for each in fields(event):
        if isinstance(getattr(event, each.name), frozenset):
            assert all(one < next_ for one, next_ in pairwise(data[each.name]))


def test_what_has_an_order_keeps_it() -> None:
    assert encode(EXAMPLES["place.ward_added.1"], None, STREAM)[1]["beds"] == ["A1-02", "A1-01"]


@pytest.mark.parametrize(
    "by",
    [
        Actor(kind=ActorKind.STAFF, id="00000000-0000-4000-8000-000000000004", role=Role.HUB_LEAD),
        Actor(kind=ActorKind.FEED, id="pas"),
        Actor(kind=ActorKind.SYSTEM, id="timekeeper"),
    ],
    ids=lambda by: str(by.kind),
)
def test_who_did_it_comes_back_as_recorded(by: Actor) -> None:
    assert decode_actor(json.loads(actor_json(by))) == by
