"""Who edits a list of the hub sees it act: in what may be chosen, in what is refused, and in what was told before."""

from typing import Any
from uuid import uuid4

from tests.api.assessing import sign, signing
from tests.api.desk import BED_DECISION, PROVIDER, Desk, refusal
from tests.api.finding import a_package, a_service, answer, asked, done, offer_of, packaged, says

FESTIVAL = {"code": "L01", "words": "Festival week: no carer can get through", "family": "capacity"}
FERRY = {"code": "L1", "words": "The ferry does not run", "kind": "home", "until": True}
ISLES = {"code": "isles", "words": "Agreement of the isles"}


async def edit(here: Desk, kind: str, *more: dict[str, Any], without: str = "", **changes: dict[str, Any]) -> None:
    """A list with these lines more, without one, or with cells of a line changed."""
    held = (await here.get(f"/practice/{kind}")).json()
    lines = [line | changes.get(line["code"], {}) for line in held["lines"] if line["code"] != without]
    await done(await here.put(f"/practice/{kind}", {"lines": [*lines, *more]}, If_Match=held["etag"]))


async def offered(here: Desk, name: str) -> list[str]:
    return [each["code"] for each in (await here.get("/codes", PROVIDER)).json()[name]]


async def told(here: Desk, case: str) -> str:
    return str((await here.get(f"/cases/{case}")).json()["timeline"])


async def test_a_decline_code_that_the_hub_adds_is_offered_chosen_and_told_for_ever(at_desk: Desk) -> None:
    east, west, case = await a_service(at_desk), await a_service(at_desk), await packaged(at_desk)
    request = await asked(at_desk, case, east, west)
    no = answer(code="L01")
    refused = await says(at_desk, offer_of(request, east), "decline", no, PROVIDER)
    assert refusal(refused) == (409, "no-such-decline")
    await edit(at_desk, "decline_codes", FESTIVAL, without="D01")
    assert {"L01", "D01", "D22"} & {*await offered(at_desk, "declines")} == {"L01"}
    await done(await says(at_desk, offer_of(request, east), "decline", no, PROVIDER))
    other = await says(at_desk, offer_of(request, west), "decline", answer(code="D01"), PROVIDER)
    assert refusal(other) == (409, "no-such-decline")

    await edit(at_desk, "decline_codes", without="L01")
    [offer, _] = (await at_desk.get(f"/cases/{case}/requests")).json()["requests"][0]["offers"]
    assert offer["why_not"] == FESTIVAL["words"]
    assert "cannot, festival week: no carer can get through" in await told(at_desk, case)
    assert (await done(await says(at_desk, offer_of(request, east), "decline", no, PROVIDER)))["recorded"] == 0


async def test_how_old_a_count_may_be_and_what_a_line_is_called_follow_the_list_at_once(at_desk: Desk) -> None:
    service = await a_service(at_desk)

    async def unconfirmed() -> list[bool]:
        [listed] = (await at_desk.get("/services?line=reab")).json()["services"]
        [match] = (await at_desk.post("/services/matches", a_package())).json()["matches"]
        page = (await at_desk.get(f"/services/{service}")).json()
        return [listed["unconfirmed"], not match["confirmed"], page["unconfirmed"]]

    assert await unconfirmed() == [False] * 3  # it was counted an hour ago
    await edit(at_desk, "service_lines", reab={"count_hours": 1, "words": "Back on your feet"})
    assert await unconfirmed() == [True] * 3
    [line] = [each for each in (await at_desk.get("/codes")).json()["service_lines"] if each["code"] == "reab"]
    assert (line["words"], line["count_hours"], line["pathways"]) == ("Back on your feet", 1, ["P1"])
    assert "back on your feet" in str((await at_desk.get(f"/services/{service}")).json()["history"])


async def test_a_line_is_given_on_the_pathways_that_the_list_says_and_asked_for_while_it_is_listed(
    at_desk: Desk,
) -> None:
    east, case = await a_service(at_desk), await packaged(at_desk)
    request, body = f"/cases/{case}/requests/{uuid4()}", {"round": "broadcast", "services": [east]}
    await edit(at_desk, "service_lines", reab={"pathway": "P2"})
    assert refusal(await at_desk.put(request, body)) == (409, "line-of-another-pathway")
    await edit(at_desk, "service_lines", without="reab")
    assert refusal(await at_desk.put(request, body)) == (409, "line-not-used")
    [line] = [each for each in (await at_desk.get("/codes")).json()["service_lines"] if each["code"] == "reab"]
    assert (line["words"], line["pathways"]) == ("Reablement at home", [])
    assert "Package needed: Reablement at home" in await told(at_desk, case)


async def test_what_a_service_needs_to_accept_is_that_of_its_line_or_its_own(at_desk: Desk) -> None:
    service, (case, _) = await a_service(at_desk), await at_desk.planning()
    await done(await sign(at_desk, case, str(uuid4()), signing()))

    async def missing() -> set[str]:
        [gap] = (await at_desk.get(f"/cases/{case}/assessment-gap?service_id={service}")).json()["gaps"]
        return {each["link_id"] for each in gap["missing"]}

    assert "home.access" in await missing()
    await edit(at_desk, "service_lines", reab={"needs_to_accept": "bed"})
    assert "home.access" not in await missing()
    await edit(at_desk, "service_lines", reab={"needs_to_accept": None})
    assert await missing() == set()
    own = {"sectors": [], "skills": [], "admits_on": ["mon"], "needs_to_accept": ["home.access"]}
    await done(await at_desk.put(f"/services/{service}/description", own, PROVIDER))
    assert await missing() == {"home.access"}


async def test_the_agreements_that_an_assessor_relies_on_are_the_hubs_own_list(at_desk: Desk) -> None:
    case, _ = await at_desk.planning()
    own, first = str(uuid4()), str(uuid4())
    await done(await sign(at_desk, case, first, signing()))
    await edit(at_desk, "assessment_agreements", ISLES, without="home_care")
    assert "isles" in {each["code"] for each in (await at_desk.get("/assessment-forms")).json()["agreements"]}
    await done(await sign(at_desk, case, own, signing(agreement="isles")))
    gone = await sign(at_desk, case, str(uuid4()), signing())
    assert refusal(gone) == (409, "assessor-without-authority")
    timeline = await told(at_desk, case)
    assert "under: Agreement of the isles" in timeline
    assert "under: Trusted assessment for home care" in timeline


async def test_a_reason_against_home_that_the_hub_adds_is_given_and_one_it_takes_out_is_refused(at_desk: Desk) -> None:
    case, _ = await at_desk.planning()
    bed = BED_DECISION | {"needed": "P2", "why_not_home": "L1"}
    assert refusal(await at_desk.put(f"/cases/{case}/pathway", bed)) == (409, "no-such-reason")
    await edit(at_desk, "why_not_home", FERRY, without="H15")
    assert "L1" in await offered(at_desk, "why_not_home")
    assert refusal(await at_desk.put(f"/cases/{case}/pathway", bed)) == (409, "limit-without-end")
    await done(await at_desk.put(f"/cases/{case}/pathway", bed | {"limit_until": "2027-11-01"}))
    assert refusal(await at_desk.put(f"/cases/{case}/pathway", BED_DECISION, If_Match='"3"')) == (409, "no-such-reason")
    await edit(at_desk, "why_not_home", without="L1")
    assert "Why not home: The ferry does not run." in await told(at_desk, case)
    assert (await at_desk.get(f"/cases/{case}")).json()["pathway"]["why_not_home_words"] == "The ferry does not run"


async def test_a_case_given_a_bed_for_want_of_home_counts_so_after_the_list_changed(at_desk: Desk) -> None:
    case, _ = await at_desk.planning()
    await done(await at_desk.put(f"/cases/{case}/pathway", BED_DECISION))
    await edit(at_desk, "why_not_home", H15={"unmet_p1": False})
    shown = (await at_desk.get(f"/cases/{case}")).json()
    assert shown["case"]["unmet_p1"]
