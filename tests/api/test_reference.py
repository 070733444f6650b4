"""A manager looks at a reference file, loads it, and sees what is loaded; a faulty one is refused line by line."""

from typing import Any

from app.domain.values import Role
from tests.api.desk import MANAGER, Desk, refusal
from tests.routing.files import COUNCILS, FILES, ICBS


async def kind(desk: Desk, name: str) -> dict[str, Any]:
    kinds = (await desk.get("/reference", MANAGER)).json()["kinds"]
    found: dict[str, Any] = next(each for each in kinds if each["kind"] == name)
    return found


async def test_a_file_is_previewed_loaded_and_again_changes_nothing(at_desk: Desk) -> None:
    assert await kind(at_desk, "icbs") == {
        "kind": "icbs",
        "says": "Integrated care boards",
        "headings": ["code", "name", "contact", "legal_start_date", "legal_end_date"],
        "holding": 0,
        "entries": 0,
        "last": None,
    }
    would = (await at_desk.post("/reference/icbs/preview", {"text": ICBS}, MANAGER)).json()
    assert (would["added"], (await kind(at_desk, "icbs"))["entries"]) == (2, 0)
    assert would["changes"][0] == "added: ZZ70 from 2022-07-01: name Moor and Fell ICB"
    assert (await at_desk.put("/reference/icbs", {"text": ICBS}, MANAGER)).json() == would
    again = (await at_desk.put("/reference/icbs", {"text": ICBS}, MANAGER)).json()
    assert (again["added"], again["unchanged"], again["changes"]) == (0, 2, [])
    shown = await kind(at_desk, "icbs")
    assert (shown["holding"], shown["entries"], shown["last"]["added"]) == (2, 2, 2)
    assert shown["last"]["by"] == "Sam Manager"


async def test_a_faulty_file_is_refused_with_its_lines_and_nothing_is_loaded(at_desk: Desk) -> None:
    for method in (at_desk.put, at_desk.post):
        path = "/reference/councils" if method == at_desk.put else "/reference/councils/preview"
        answer = await method(path, {"text": COUNCILS}, MANAGER)
        assert refusal(answer) == (409, "reference-faulty")
        assert answer.json()["faults_in_all"] == 3
        assert answer.json()["faults"][0] == {
            "line": 2,
            "column": "icb",
            "code": "not-loaded",
            "words": "“ZZ70” is not among the icbs loaded. Load those first.",
        }
    assert (await kind(at_desk, "councils"))["entries"] == 0


async def test_of_very_many_faults_the_first_hundred_are_told(at_desk: Desk) -> None:
    text = "code,name,legal_start_date\n" + "Z,,\n" * 120
    answer = (await at_desk.put("/reference/icbs", {"text": text}, MANAGER)).json()
    assert (len(answer["faults"]), answer["faults_in_all"]) == (100, 360)


async def test_a_kind_that_is_none_and_a_file_that_is_too_large_are_of_the_wrong_shape(at_desk: Desk) -> None:
    assert refusal(await at_desk.put("/reference/wards", {"text": ICBS}, MANAGER)) == (422, "wrong-shape")
    large = ICBS + "ZZ70,x,,20220701\n" * 13_000
    answer = await at_desk.put("/reference/icbs", {"text": large}, MANAGER)
    assert refusal(answer) == (422, "wrong-shape")
    assert "homeward reference load" in answer.json()["errors"][0]["words"]


async def test_only_a_manager_may_and_is_told_so(at_desk: Desk) -> None:
    for role in Role:
        abilities = (await at_desk.get("/me", role)).json()["may"]
        assert ("load_reference" in abilities) is (role is MANAGER)


async def load_all(desk: Desk) -> None:
    """The small country, loaded by the manager."""
    for name, text in FILES.items():
        assert (await desk.put(f"/reference/{name}", {"text": text}, MANAGER)).status_code == 200
