"""A system that is archived: nobody works in it, everyone is told so in words, and nothing of it is lost."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from app.access import sessions
from app.database import Database
from app.domain.case.requests.state import Round
from app.domain.system import ArchiveSystem, RestoreSystem, SystemIsArchived
from app.domain.values import Actor, ActorKind, Role
from app.embedded import EmbeddedPostgres
from app.events.archiving import archive
from app.events.escalation.sweep import sweep
from app.events.midnight import freeze_nights
from app.events.timekeeper import let_expire
from app.events.verify import verify
from app.intake.silence import listen
from tests.api.desk import HUB, NURSE, Desk, refusal
from tests.events.in_a_bed import in_a_bed, no_longer
from tests.events.searching import a_search, a_service
from tests.facts import PASSWORD, Installation, username_of
from tests.intake.adt.feeding import Hospital
from tests.promises.screens import Desk as LiveDesk
from tests.promises.screens import hello, last_words
from tests.promises.serving import one_worker

BY = Actor(kind=ActorKind.SYSTEM, id="terminal")


async def put_away(place: Installation) -> None:
    """Archive the system."""
    command = ArchiveSystem(system_id=place.system, by=BY, at=datetime.now(UTC))
    await archive(place.database, place.hints, command)


async def take_back(place: Installation) -> None:
    """Restore it."""
    command = RestoreSystem(system_id=place.system, by=BY, at=datetime.now(UTC))
    await archive(place.database, place.hints, command)


async def signs_in(client: httpx.AsyncClient, place: Installation, password: str) -> str:
    """Where somebody is led who signs in."""
    form = {"username": username_of(place.system, Role.MANAGER), "password": password}
    answer = await client.post("/sign-in", data=form)
    client.cookies.clear()
    return answer.headers["location"]


async def test_whoever_was_signed_in_reads_and_commands_nothing_until_it_is_restored(at_desk: Desk) -> None:
    case, spell = await at_desk.referred()
    await at_desk.headers(HUB)  # signed in before
    await put_away(at_desk.place)
    head = await at_desk.head()
    for answer in (
        await at_desk.get(f"/cases/{case}"),
        await at_desk.get("/me", NURSE),
        await at_desk.put(f"/cases/{case}/acceptance", at_desk.manager()),
        await at_desk.put(f"/spells/{spell}/end", {"how": "discharged", "at": "2026-11-02T10:00:00Z"}, NURSE),
        await at_desk.post("/live/tickets", {}),
        await at_desk.post("/people/search", {"words": "Example"}),
    ):
        assert refusal(answer) == (403, "system-archived")
    assert await at_desk.head() == head
    page = await at_desk.client.get("/board", headers=await at_desk.headers(HUB))
    assert page.headers["location"].startswith("/sign-in")

    await take_back(at_desk.place)
    assert (await at_desk.put(f"/cases/{case}/acceptance", at_desk.manager())).status_code == 200
    async with at_desk.place.database.reads.acquire() as connection:
        assert (await verify(connection, at_desk.place.system)).broken_at is None


async def test_nobody_signs_in_and_only_who_knows_the_password_is_told_why(at_desk: Desk) -> None:
    place, client = at_desk.place, at_desk.client
    await put_away(place)
    assert await signs_in(client, place, PASSWORD) == "/sign-in?archived=1#archived"
    assert await signs_in(client, place, "a guess") == "/sign-in?refused=1#refused"
    await take_back(place)
    assert await signs_in(client, place, PASSWORD) == "/"


async def test_whoever_signed_in_may_sign_out_of_it(at_desk: Desk, database: Database) -> None:
    headers = await at_desk.headers(HUB)
    await put_away(at_desk.place)
    assert (await at_desk.client.post("/sign-out", headers=headers)).status_code == 303
    await take_back(at_desk.place)
    assert await sessions.who(database, headers["Cookie"].partition("=")[2]) is None


async def test_a_command_that_waited_for_its_turn_meanwhile_is_refused_in_words(place: Installation) -> None:
    _, spell = await place.admit()
    await put_away(place)
    with pytest.raises(SystemIsArchived):
        await place.do(place.referral(spell))


async def test_archived_twice_is_archived_once(at_desk: Desk) -> None:
    await put_away(at_desk.place)
    head = await at_desk.head()
    await put_away(at_desk.place)
    assert await at_desk.head() == head


async def test_a_message_stays_its_senders_who_is_told_why_and_is_taken_when_it_comes_again(hospital: Hospital) -> None:
    message, broken = hospital.write("A01"), hospital.write("A01").replace(b"ADT^A01", b"ORU^R01")
    await put_away(hospital.place)
    assert await hospital.send(message) == "AE system-archived"
    assert await hospital.send(broken) == "AR not-adt"
    assert await hospital.kept() == []
    await take_back(hospital.place)
    assert await hospital.send(message) == "AA"
    assert len(await hospital.beds()) == 1


async def test_nothing_falls_due_in_it_and_what_did_meanwhile_is_made_up(place: Installation) -> None:
    search, service = await a_search(place), await a_service(place)
    await search.ask(service, round_=Round.RANKED)
    in_bed, stay = await in_a_bed(place, days=5)
    await place.do(no_longer(in_bed, stay, datetime.now(UTC) - timedelta(days=2)))
    await put_away(place)
    later, head = datetime.now(UTC) + timedelta(days=3), await head_of(place)
    assert await let_expire(place.database, place.hints, later, place.system) == 0
    await freeze_nights(place.database, place.hints, later)
    await sweep(place.database, place.hints, later)
    await listen(place.database, place.hints, later, place.system)
    assert await head_of(place) == head
    await take_back(place)
    assert await let_expire(place.database, place.hints, later, place.system) >= 1
    await freeze_nights(place.database, place.hints, later)
    assert await place.database.reads.fetchval(_NIGHTS, place.system) >= 2


async def test_an_open_screen_is_told_and_lets_go(place: Installation, postgres: EmbeddedPostgres) -> None:
    async with (
        one_worker(postgres.url(role="app"), beat_seconds=0.2) as address,
        httpx.AsyncClient(base_url=f"http://{address}", trust_env=False, timeout=30) as client,
    ):
        desk = LiveDesk(client, await place.sign_in(client, Role.WARD_NURSE))
        async with desk.socket() as connection:
            await connection.send(hello(await desk.ticket(), ("spell",)))
            await connection.recv()
            await put_away(place)
            told, code = await last_words(connection)
    assert (code, told["code"]) == (4403, "system-archived")
    assert "archived" in told["detail"]


async def head_of(place: Installation) -> int:
    return int(await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system))


_NIGHTS = "SELECT count(*) FROM stay_night_1 WHERE system_id = $1"
