"""A service learns in steps: a card that names nobody, the detail on interest, and who it is with its own yes."""

from typing import Any
from uuid import uuid4

from app.api.plain.forms import FORMS
from tests.api.desk import HUB, PROVIDER, Desk, refusal
from tests.api.finding import PERSON, a_service, answer, arrival, asked, done, offer_of, packaged, says, soon
from tests.api.plain_desk import LIST
from tests.api.telling_assessment import CONTACT, tellingly_assessed

TELLING = [
    *("finch", "philomena", "birdham", "1qq", "960961", "960962", "xanthippe", "A1-01", "Ash ward"),
    *("phil", "perpetua", "quill", "ottoline", "960963", "960 964", "960964"),
]
"""What tells who somebody is, where they live, who is theirs, and where they lie."""


async def told_to_the_provider(here: Desk, service: str, offer: str) -> str:
    """Everything that the service's own staff can read of it, by HTTP and on the pages that need no script."""
    of_offer = [f"/offers/{offer}", f"/offers/{offer}/trusted-assessment"]
    paths = ["/offers", *of_offer, "/services", f"/services/{service}", "/tasks"]
    forms = [f"{LIST}/{offer}/{what}" for what in FORMS]
    headers = await here.headers(PROVIDER)
    plain = [(await here.client.get(page, headers=headers)).text for page in (LIST, f"{LIST}/{offer}", *forms)]
    return " ".join([*plain, *[(await here.get(path, PROVIDER)).text for path in paths]])


async def whose(here: Desk, case: str) -> list[str]:
    """The ids and numbers of the person, beside what everybody of these tests shares."""
    page = (await here.get(f"/cases/{case}")).json()
    number = page["person"]["nhs_number"]
    spaced = f"{number[:3]} {number[3:6]} {number[6:]}"
    return [case, page["case"]["person_id"], page["case"]["spell_id"], number, spaced]


async def test_nothing_tells_who_it_is_before_the_service_has_confirmed(at_desk: Desk) -> None:
    here = at_desk  # a system of its own: of those whom other tests confirmed a service may know who they are
    east, case = await a_service(here), await packaged(here)
    at_east = offer_of(await asked(here, case, east), east)
    telling = [*TELLING, *await whose(here, case)]
    await tellingly_assessed(here, case)

    async def is_blank() -> None:
        told = (await told_to_the_provider(here, east, at_east)).casefold()
        assert at_east in told
        assert [each for each in telling if each.casefold() in told] == []

    await is_blank()
    assert (await here.get(f"/offers/{at_east}", PROVIDER)).json()["detail"] is None
    await done(await says(here, at_east, "interest", answer(), PROVIDER))
    await is_blank()
    await done(await says(here, at_east, "trusted-assessment/reading", answer(), PROVIDER))
    await is_blank()
    signed = (await here.get(f"/offers/{at_east}/trusted-assessment", PROVIDER)).json()
    assert signed["answers"]["moving.carers"] == [1]
    assert signed["answers"]["goals.matters"] == ["[…] wants […] to come at ten."]
    assert signed["answers"]["person.next-of-kin"] == ["[…]"]
    await done(await says(here, at_east, "in-principle", answer(units=["am"], until=soon(24)), PROVIDER))
    await is_blank()
    detail = (await here.get(f"/offers/{at_east}", PROVIDER)).json()
    assert "fell." in detail["detail"]["why_in_hospital"]
    assert detail["detail"]["needs"]["needs"] == ["equipment", "meals"]
    assert (detail["words"], detail["person"]) == ("[…] prefers to be up by nine.", None)
    await done(await says(here, at_east, "confirmation", arrival(), PROVIDER))
    known = (await here.get(f"/offers/{at_east}", PROVIDER)).json()
    assert (known["person"]["family"], known["person"]["postcode"]) == (PERSON["family"], "ZZ97 1QQ")
    assert "Finch Row" in known["detail"]["why_in_hospital"]
    signed = (await here.get(f"/offers/{at_east}/trusted-assessment", PROVIDER)).json()
    assert (signed["answers"]["person.next-of-kin"], signed["seen_with"]) == ([CONTACT], "Perpetua Quill")


async def test_who_is_let_go_learns_nothing_more(here: Desk) -> None:
    east, west, case = await a_service(here), await a_service(here), await packaged(here)
    request = await asked(here, case, east, west)
    at_east, at_west = offer_of(request, east), offer_of(request, west)
    await done(await says(here, at_west, "interest", answer(), PROVIDER))
    await done(await says(here, at_east, "confirmation", arrival(), PROVIDER))
    page = (await here.get(f"/offers/{at_west}", PROVIDER)).json()
    assert (page["card"]["ended"], page["detail"], page["person"]) == ("another_confirmed", None, None)
    late = await says(here, at_west, "confirmation", arrival(), PROVIDER)
    assert refusal(late) == (409, "another-confirmed")


ANSWERS: list[tuple[str, dict[str, Any]]] = [
    ("interest", answer()),
    ("in-principle", answer(units=["am"], until=soon(24))),
    ("assessment", answer(how="remote")),
    ("confirmation", arrival()),
    ("counter", answer(words="Later.")),
    ("query", answer(words="Which sling?")),
    ("decline", answer(code="D01")),
    ("withdrawal", answer(words="No.")),
    ("failed-start", answer(words="No.")),
]


async def test_another_organisations_offer_is_as_if_there_were_none(here: Desk) -> None:
    theirs, case = await a_service(here, of_another=True), await packaged(here)
    offer = offer_of(await asked(here, case, theirs), theirs)
    head = await here.head()
    nothing = (await here.get(f"/offers/{uuid4()}", PROVIDER)).json()
    assert (await here.get(f"/offers/{offer}", PROVIDER)).json() == nothing
    for what, body in ANSWERS:
        assert refusal(await says(here, offer, what, body, PROVIDER)) == (404, "not-known")
    assert offer not in (await here.get("/offers", PROVIDER)).text
    assert offer in (await here.get("/offers", HUB)).text
    assert await here.head() == head
