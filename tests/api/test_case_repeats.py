"""What was answered once and is sent again late, over HTTP: it records nothing, whatever came between."""

from uuid import uuid4

from tests.api.desk import ADMITTED, BED_DECISION, LATER, MANAGER, NURSE, SLOT, Desk


async def test_what_stands_may_be_sent_again_after_the_person_left(here: Desk) -> None:
    case, _ = await here.referred()
    manager = {"case_manager": await here.member(role="case_manager")}
    told = [("acceptance", manager), ("pathway", BED_DECISION), ("leaving", SLOT), ("departure", {"left_at": LATER})]
    for stage, body in told:
        assert (await here.put(f"/cases/{case}/{stage}", body)).json()["recorded"] == 1
    await here.put(f"/staff/{manager['case_manager']}/leaving", {"left_at": LATER}, MANAGER)
    for stage, body in (*told, ("case-manager", manager)):
        again = await here.put(f"/cases/{case}/{stage}", body)
        assert (again.status_code, again.json()["recorded"]) == (200, 0)


async def test_who_is_back_in_hospital_stands_where_they_stood(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/departure", {"left_at": ADMITTED})
    for recorded in (1, 0):
        answer = await here.put(f"/cases/{case}/return-to-hospital", {"back_at": LATER}, NURSE)
        assert (answer.status_code, answer.json()["recorded"]) == (200, recorded)
    page = (await here.get(f"/cases/{case}")).json()
    assert (page["case"]["stage"], page["case"]["left_at"]) == ("planning", None)


async def test_an_acceptance_sent_late_does_not_accept_again_what_was_undone(here: Desk) -> None:
    case, _ = await here.referred()
    acceptance = here.manager() | {"acceptance_id": str(uuid4())}
    undoing = {"what": "acceptance", "words": "Accepted for the wrong hub.", "undo_id": str(uuid4())}
    anew = acceptance | {"acceptance_id": str(uuid4())}
    for stage, body, recorded in (
        ("acceptance", acceptance, 1),
        ("acceptance", acceptance, 0),
        ("undoing", undoing, 1),
        ("acceptance", acceptance, 0),
        ("acceptance", anew, 1),
        ("undoing", undoing, 0),
    ):
        answer = await here.put(f"/cases/{case}/{stage}", body)
        assert (answer.status_code, answer.json()["recorded"]) == (200, recorded)


async def test_a_closure_and_a_reopening_sent_late_undo_nothing(here: Desk) -> None:
    case, _ = await here.planning()
    closure = {"outcome": "no_longer_needed", "closure_id": str(uuid4())}
    reopening = {"words": "By mistake.", "reopening_id": str(uuid4())}
    closing_again = closure | {"closure_id": str(uuid4())}
    for stage, body, recorded in (
        ("closure", closure, 1),
        ("reopening", reopening, 1),
        ("closure", closure, 0),
        ("closure", closing_again, 1),
        ("reopening", reopening, 0),
    ):
        answer = await here.put(f"/cases/{case}/{stage}", body)
        assert (answer.status_code, answer.json()["recorded"]) == (200, recorded)
    assert (await here.get(f"/cases/{case}")).json()["case"]["stage"] == "closed"
