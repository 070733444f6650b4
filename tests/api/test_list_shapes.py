"""What is no list is refused in words; no text is a fault; and nobody sees a list who may not bring it in."""

from uuid import uuid4

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.values import Role
from tests.api.bringing import Bringing, a_list, a_row, told
from tests.api.desk import HUB, MANAGER, NURSE, Desk, refusal
from tests.facts import Installation
from tests.properties import a_few

ADA = "OKAFOR, Ada"


@pytest.fixture
async def ward(here: Desk, place: Installation) -> Desk:
    """A system of its own: a list is about whole wards."""
    return Desk(here.client, place)


async def test_another_system_sees_nothing_of_it(ward: Desk, elsewhere: Desk) -> None:
    brought = Bringing(ward, a_list(a_row(ADA)))
    await brought.put()
    head = await ward.head()
    for path in ("application", "undoing"):
        assert (await elsewhere.put(f"/lists/{brought.id}/{path}", {}, MANAGER)).status_code == 404
    assert (await elsewhere.get(f"/lists/{brought.id}", MANAGER)).status_code == 404
    theirs = Bringing(elsewhere, brought.text, id=brought.id, mapping=brought.mapping)
    assert told((await theirs.put()).json())[0][0] == "cannot"  # the ward is none of theirs
    assert await ward.head() == head


async def test_the_lists_that_came_in_are_listed_for_those_who_may(ward: Desk) -> None:
    brought = Bringing(ward, a_list(a_row(ADA)))
    await brought.put()
    assert (await ward.get("/lists", MANAGER)).json()["lists"] == []
    await brought.apply()
    [line] = (await ward.get("/lists", NURSE)).json()["lists"]
    assert (line["list_id"], line["rows"], line["by"], line["state"]) == (brought.id, 1, "Sam Manager", "applied")
    assert (await ward.get("/lists", HUB)).json()["lists"] == []
    assert (await ward.get(f"/lists/{brought.id}", HUB)).status_code == 403
    assert (await ward.get("/lists", Role.PROVIDER)).status_code == 403


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\x00b", "The text contains a NUL character, which cannot be stored. Remove it."),
        ("a\ud800", "The text contains half of a character (a lone surrogate). Type it again."),
        ("a" * (200 * 1024 + 1), "Use at most 200 KiB: bring the list in ward by ward."),
    ],
)
async def test_a_text_that_cannot_be_kept_is_refused_in_words(ward: Desk, text: str, words: str) -> None:
    body = {"kind": "ward_list", "text": text, "mapping": {"columns": []}}
    answer = await ward.put(f"/lists/{uuid4()}", body, MANAGER)
    assert refusal(answer) == (422, "wrong-shape")
    assert answer.json()["errors"] == [{"field": "text", "words": words}]


async def test_two_columns_cannot_be_one_thing(ward: Desk) -> None:
    body = {"kind": "ward_list", "text": "a,b", "mapping": {"columns": ["bed", "bed"]}}
    answer = await ward.put(f"/lists/{uuid4()}", body, MANAGER)
    assert answer.json()["errors"] == [{"field": "mapping.columns", "words": "Two columns cannot both be: Bed."}]


COLUMNS = st.lists(st.sampled_from(["name", "nhs_number", "birth_date", "ward", "bed", "admitted", None]), max_size=6)
TEXTS = st.text(max_size=200) | st.lists(st.text(max_size=9), max_size=12).map("\t".join)


@a_few(15)
@for_all(TEXTS, COLUMNS.filter(lambda columns: len(set(columns) - {None}) == len([c for c in columns if c])))
async def test_any_list_is_answered(here: Desk, text: str, columns: list[str | None]) -> None:
    mapping = {"columns": columns, "wards": {text[:99]: str(here.place.ward)}, "ward_id": str(here.place.ward)}
    body = {"kind": "ward_list", "text": text}
    headers = await here.headers(MANAGER) | {"Content-Type": "application/json"}
    list_id = uuid4()
    asked = [
        ("POST", "/lists/reading", body),
        ("PUT", f"/lists/{list_id}", body | {"mapping": mapping}),
        ("PUT", f"/lists/{list_id}/application", {}),
        ("PUT", f"/lists/{list_id}/undoing", {}),
        ("POST", "/lists/comparison", body | {"mapping": mapping}),
    ]
    for method, path, sent in asked:
        answer = await here.client.request(method, f"/api/v1{path}", content=Desk.json(sent), headers=headers)
        assert answer.status_code in {200, 404, 409, 422}, answer.text
