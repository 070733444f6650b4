"""Which medicines changed, over HTTP: told, put right with If-Match, and read on the person's page."""

from typing import Any
from uuid import uuid4

from tests.api.desk import CLINICIAN, HUB, NURSE, Desk, refusal, twice

STARTED = {"how": "started", "medicine": "Apixaban 5 mg, one in the morning & one at night", "why": "Blood clots."}
STOPPED = {"how": "stopped", "medicine": "Ibuprofen 400 mg", "why": "It can make you bleed."}


async def test_what_is_told_stands_on_the_case_and_on_the_persons_page_and_file(here: Desk) -> None:
    case, _ = await here.planning()
    told = {"changes": [STARTED, STOPPED]}
    assert await twice(here, f"/cases/{case}/medicines", told, CLINICIAN) == [1, 0]
    page = (await here.get(f"/cases/{case}", HUB)).json()
    part = page["medicines"]
    assert (part["changes"], part["of_this_stay"], part["by"]) == (told["changes"], True, "Sam Ward Clinician")
    assert page["timeline"][-1]["words"].startswith("Medicines: started “Apixaban 5 mg, one in the morning & one at")
    section = await _section(here, case)
    assert "New: Apixaban 5 mg, one in the morning & one at night. Why: Blood clots." in section["lines"]
    assert section["to_write"] == []
    file = await here.get(f"/cases/{case}/for-the-person/file", NURSE)
    assert "New: Apixaban 5 mg, one in the morning &amp; one at night. Why: Blood clots." in file.text


async def test_it_is_put_right_by_naming_what_is_put_right(here: Desk) -> None:
    case, _ = await here.referred()
    path = f"/cases/{case}/medicines"
    assert (await here.put(path, {"changes": []}, CLINICIAN)).json()["recorded"] == 1
    assert (await _section(here, case))["lines"][0].startswith("No medicine was changed in hospital.")
    right = {"changes": [STOPPED]}
    assert refusal(await here.put(path, right, CLINICIAN)) == (428, "match-required")
    assert refusal(await here.put(path, right, CLINICIAN, If_Match='"77"')) == (412, "match-failed")
    tag = (await here.get(f"/cases/{case}")).json()["medicines"]["etag"]
    assert (await here.put(path, right, CLINICIAN, If_Match=tag)).json()["recorded"] == 1
    assert (await _section(here, case))["lines"][1].startswith("Stopped, do not take it any more: Ibuprofen 400 mg.")


async def test_who_may_not_and_what_is_no_list_of_medicines_is_refused(here: Desk) -> None:
    case, _ = await here.referred()
    path = f"/cases/{case}/medicines"
    for role in (NURSE, HUB):
        assert refusal(await here.put(path, {"changes": [STOPPED]}, role)) == (403, "not-allowed")
    for wrong in ({"how": "halved"}, {"why": " "}, {"medicine": ""}):
        answer = await here.put(path, {"changes": [STARTED, STOPPED | wrong]}, CLINICIAN)
        assert refusal(answer) == (422, "wrong-shape")
        assert [each["field"] for each in answer.json()["errors"]] == [f"changes.1.{next(iter(wrong))}"]
    assert refusal(await here.put(path, {"changes": [STOPPED] * 41}, CLINICIAN)) == (422, "wrong-shape")
    assert refusal(await here.put(f"/cases/{uuid4()}/medicines", {"changes": []}, CLINICIAN)) == (404, "not-known")
    await here.put(f"/cases/{case}/closure", {"outcome": "no_longer_needed"})
    assert refusal(await here.put(path, {"changes": [STOPPED]}, CLINICIAN)) == (409, "case-is-closed")


async def _section(here: Desk, case: str) -> dict[str, Any]:
    page = (await here.get(f"/cases/{case}/for-the-person", NURSE)).json()
    return next(each for each in page["sections"] if each["key"] == "medicines")
