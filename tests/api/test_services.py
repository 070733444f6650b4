"""Services over HTTP: what they say of themselves, who may say it, who is shown it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.domain.values import Role
from tests.api.desk import HUB, MANAGER, NURSE, PROVIDER, Desk, refusal

RUN = {"window": "morning", "carers": 2}
UNIT = {"key": "Morning double-ups", "commissioned": 8, "usable": 6, "occupied": 4, "contingency": 1, "run": RUN}
SAID = {"sectors": ["zz97 1", "ZZ98 4QQ"], "skills": ["nursing"], "phone": "01632 960123", "latest_arrival": "16:00"}


def ago(**time: float) -> str:
    return (datetime.now(UTC) - timedelta(**time)).isoformat()


def count(*units: dict[str, Any], at: str | None = None) -> dict[str, Any]:
    return {"counted_at": at or ago(minutes=1), "units": list(units or (UNIT,))}


async def listed(here: Desk, *, of_another: bool = False, **other: Any) -> str:
    """The id of a new service, of the organisation of the test's staff or of another one."""
    organisation, service = str(here.place.trust), str(uuid4())
    if of_another:
        organisation = str(uuid4())
        body = {"code": uuid4().hex[:8], "name": "Another provider", "kind": "provider"}
        await here.put(f"/organisations/{organisation}", body, MANAGER)
    body = {"name": f"Service {service}", "organisation_id": organisation, "line": "home_care", "pathway": "P1"}
    assert (await here.put(f"/services/{service}", body | other, MANAGER)).status_code == 200
    return service


SAYINGS: list[tuple[str, dict[str, Any]]] = [
    ("description", SAID),
    ("capacity", count(at="2026-11-20T09:00:00Z")),
    ("capacity/confirmation", {"looked_at": "2026-11-20T10:00:00Z"}),
    ("closure", {"why": "outbreak", "closed_at": "2026-11-20T10:00:00Z"}),
    ("reopening", {"reopened_at": "2026-11-20T11:00:00Z"}),
]


@pytest.mark.parametrize("role", [PROVIDER, HUB, MANAGER])
async def test_whoever_runs_a_service_or_rings_it_says_how_it_is_and_may_say_it_twice(here: Desk, role: Role) -> None:
    service = await listed(here)
    for part, body in SAYINGS:
        for recorded in (1, 0):
            answer = await here.put(f"/services/{service}/{part}", body, role)
            assert (part, answer.status_code, answer.json()["recorded"]) == (part, 200, recorded)


@pytest.mark.parametrize("part", [part for part, _ in SAYINGS])
async def test_a_provider_says_nothing_of_another_organisations_service(here: Desk, part: str) -> None:
    service, body = await listed(here, of_another=True), dict(SAYINGS)[part]
    head = await here.head()
    assert refusal(await here.put(f"/services/{service}/{part}", body, PROVIDER)) == (403, "not-allowed")
    assert await here.head() == head
    if part != "capacity/confirmation":
        assert (await here.put(f"/services/{service}/{part}", body, HUB)).status_code == 200


@pytest.mark.parametrize("part", [part for part, _ in SAYINGS])
async def test_of_a_service_that_is_not_listed_nothing_is_said(here: Desk, part: str) -> None:
    assert refusal(await here.put(f"/services/{uuid4()}/{part}", dict(SAYINGS)[part], PROVIDER)) == (404, "not-known")


async def test_another_description_names_the_one_that_it_replaces(here: Desk) -> None:
    path = f"/services/{await listed(here)}/description"
    first = await here.put(path, SAID, PROVIDER)
    other = SAID | {"phone": "01632 960999"}
    assert refusal(await here.put(path, other, HUB)) == (428, "match-required")
    assert refusal(await here.put(path, other, HUB, If_Match='"1"')) == (412, "match-failed")
    assert (await here.put(path, other, HUB, If_Match=first.headers["etag"])).status_code == 200
    page = (await here.get(path.removesuffix("/description"))).json()
    assert page["service"]["phone"] == "01632 960999"
    assert (await here.put(path, SAID, HUB, If_Match=page["etag"])).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (UNIT | {"usable": 9}, "more-than-there-is"),
        (UNIT | {"contingency": 2}, "too-much-kept-back"),
        (UNIT | {"run": None}, "unit-of-another-kind"),
    ],
    ids=str,
)
async def test_a_count_that_contradicts_itself_is_refused_by_name(here: Desk, wrong: dict[str, Any], code: str) -> None:
    answer = await here.put(f"/services/{await listed(here)}/capacity", count(wrong), PROVIDER)
    assert refusal(answer) == (409, code)
    assert answer.json()["unit"] == UNIT["key"]


async def test_the_latest_count_holds_and_an_older_one_is_refused(here: Desk) -> None:
    service = await listed(here)
    await here.put(f"/services/{service}/capacity", count(at=ago(hours=1)), PROVIDER)
    late = await here.put(f"/services/{service}/capacity", count(UNIT | {"occupied": 5}, at=ago(hours=2)), PROVIDER)
    assert refusal(late) == (409, "counted-since")
    twice = count(UNIT, UNIT)
    assert refusal(await here.put(f"/services/{service}/capacity", twice, HUB)) == (409, "unit-named-twice")


async def test_nothing_changed_needs_a_count_first(here: Desk) -> None:
    path = f"/services/{await listed(here)}/capacity/confirmation"
    assert refusal(await here.put(path, {"looked_at": ago(minutes=1)}, PROVIDER)) == (409, "nothing-declared")


async def test_a_service_looks_again_today_or_later(here: Desk) -> None:
    body = {"why": "own_pause", "until": "2026-01-02", "closed_at": ago(minutes=1)}
    answer = await here.put(f"/services/{await listed(here)}/closure", body, PROVIDER)
    assert refusal(answer) == (409, "looks-again-in-the-past")


@pytest.mark.parametrize(
    ("part", "body"),
    [
        ("description", SAID | {"sectors": ["London"]}),
        ("description", SAID | {"admits_on": ["someday"]}),
        ("description", SAID | {"latest_arrival": "16:00Z"}),
        ("capacity", count(UNIT | {"occupied": -1})),
        ("capacity", count(UNIT | {"run": {"window": "dawn"}})),
        ("capacity", {"counted_at": ago(minutes=1), "units": []}),
        ("capacity", count(at=ago(hours=-2))),
        ("capacity/confirmation", {}),
        ("closure", {"why": "holidays", "closed_at": ago(minutes=1)}),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
async def test_what_is_not_the_right_shape_is_answered_in_words(here: Desk, part: str, body: dict[str, Any]) -> None:
    answer = await here.put(f"/services/{await listed(here)}/{part}", body, PROVIDER)
    assert refusal(answer) == (422, "wrong-shape")


async def test_a_page_shows_what_is_free_how_old_the_count_is_and_its_history_in_words(here: Desk) -> None:
    service = await listed(here)
    for part, body in (("description", SAID), ("capacity", count(at=ago(hours=30)))):
        await here.put(f"/services/{service}/{part}", body, PROVIDER)
    old = (await here.get(f"/services/{service}", PROVIDER)).json()
    await here.put(f"/services/{service}/capacity/confirmation", {"looked_at": ago(minutes=1)}, HUB)
    page = (await here.get(f"/services/{service}", NURSE)).json()

    assert (old["unconfirmed"], page["unconfirmed"]) == (True, False)
    assert page["service"]["sectors"] == ["ZZ97 1", "ZZ98 4"]
    assert page["units"] == [
        {
            **{name: UNIT[name] for name in ("key", "commissioned", "usable", "occupied", "contingency")},
            "what": "Morning calls, 2 carers",
            "held": 0,
            "booked": 0,
            "spot": 0,
            "free": 1,
        }
    ]
    told = [(line["words"], line["role"]) for line in page["history"]]
    assert told[:3] == [
        ("Nothing changed since the last count.", "hub_lead"),
        ("Counted. Morning double-ups: 6 of 8 usable, 4 occupied, 1 kept back.", "provider"),
        (
            "Described. Patch: ZZ97 1, ZZ98 4. Can do: nursing. Admits on the days of its line until 16:00. "
            "Ring 01632 960123.",
            "provider",
        ),
    ]


async def test_the_directory_is_by_line_and_by_patch(at_desk: Desk) -> None:
    reach = {name: await listed(at_desk, name=name) for name in ("Anywhere", "Near", "Far")}
    await at_desk.put(f"/services/{reach['Near']}/description", {"sectors": ["ZZ97"]}, PROVIDER)
    await at_desk.put(f"/services/{reach['Far']}/description", {"sectors": ["ZZ98 1"]}, PROVIDER)
    await listed(at_desk, name="Beds", line="ic_unit", pathway="P2")

    async def names(query: str) -> list[str]:
        page = (await at_desk.get(f"/services?{query}")).json()
        return [each["name"] for each in page["services"]]

    assert await names("") == ["Anywhere", "Beds", "Far", "Near"]
    assert await names("line=home_care") == ["Anywhere", "Far", "Near"]
    assert await names("line=home_care&sector=zz97 1") == ["Anywhere", "Near"]
    assert refusal(await at_desk.get("/services?sector=ZZ97")) == (422, "wrong-shape")


async def test_a_provider_is_shown_its_own_services_and_everyone_else_all(at_desk: Desk) -> None:
    own, another = await listed(at_desk), await listed(at_desk, of_another=True)
    for role in Role:
        page = (await at_desk.get("/services", role)).json()
        assert {each["id"] for each in page["services"]} == ({own} if role is PROVIDER else {own, another})
    assert refusal(await at_desk.get(f"/services/{another}", PROVIDER)) == (403, "not-allowed")
    assert (await at_desk.get(f"/services/{another}", NURSE)).status_code == 200
    assert refusal(await at_desk.get(f"/services/{uuid4()}", PROVIDER)) == (404, "not-known")
