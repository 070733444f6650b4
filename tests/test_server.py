"""The parent and its children: whatever is killed comes back, and whatever is stopped stops whole."""

import asyncio
import os
import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from app.example.messages import Bed, Stay, message
from app.example.people import person
from app.intake.adt.sender import send
from app.processes.sockets import PortTaken, bound, port_of
from tests.serving import Served, is_alive, served, until
from tests.stopping import Manager

SERVICE_RESTARTS = 1012
"""A page reconnects at every code but 4403 (`web/live.js`)."""

EACH_ANEW = httpx.Limits(max_keepalive_connections=0)
"""Every visit is a connection of its own, so that any worker may get it."""


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("serve") / "data"


@pytest.fixture(scope="module")
def homeward(data_dir: Path) -> Iterator[Served]:
    """One server, empty, for the tests that leave it running."""
    with served(data_dir, EXAMPLE="off") as started:
        yield started


class Stopped(NamedTuple):
    """How a Homeward ended that was told to: with which exit code, with which code its screens were closed, and what
    ran then that had run before."""

    manager: Manager
    code: int
    screens_code: int | None
    left: list[int]


@pytest.fixture(scope="module")
def stopped(homeward: Served) -> Stopped:
    """The server told to stop, in the middle of work."""
    processes = [*homeward.children(), _postgres(homeward)]
    manager = Manager(_password_shown_by(homeward) or "none was shown")
    code, screens_code = asyncio.run(manager.sees_the_stop(homeward))
    return Stopped(manager, code, screens_code, [pid for pid in processes if is_alive(pid)])


@pytest.fixture(scope="module")
def restarted(homeward: Served, stopped: Stopped) -> Iterator[Served]:
    """The same data served once more."""
    with served(homeward.data_dir, EXAMPLE="off", HOMEWARD_WEB_WORKERS="1") as again:
        yield again


def test_a_killed_web_worker_comes_back_and_nobody_is_turned_away(homeward: Served) -> None:
    killed = homeward.child("web-1")

    with visiting(homeward) as visits:
        os.kill(killed, signal.SIGKILL)
        until(lambda: homeward.child("web-1") != killed or None, "another web worker runs")
        seen = len(visits)
        until(lambda: len(visits) > seen + 10 or None, "visits go on")

    assert set(visits) == {"welcome"}


@contextmanager
def visiting(homeward: Served) -> Iterator[list[str]]:
    """Somebody asks again and again while the block lasts, and is told so."""
    visits: list[str] = []
    leaving = threading.Event()

    def visit() -> None:
        with httpx.Client(base_url=homeward.url, timeout=5, trust_env=False, limits=EACH_ANEW) as browser:
            while not leaving.is_set():
                try:
                    visits.append(_visit(browser))
                except httpx.HTTPError as error:
                    visits.append(type(error).__name__)

    visitor = threading.Thread(target=visit)
    visitor.start()
    try:
        until(lambda: len(visits) or None, "somebody visits")
        yield visits
    finally:
        leaving.set()
        visitor.join()


def _visit(browser: httpx.Client) -> str:
    """What a browser comes to, which asks again when the worker it had reached died under its question."""
    for _ in range(2):
        with suppress(httpx.ReadError, httpx.RemoteProtocolError):
            answer = browser.get("/readyz")
            return "welcome" if answer.is_success else str(answer.status_code)
    return "died twice"


def test_a_killed_background_process_comes_back_and_hospitals_are_answered_again(homeward: Served) -> None:
    assert _answer(homeward) == "AA"
    killed = homeward.child("background")

    os.kill(killed, signal.SIGKILL)

    assert _answer(homeward) == "AA"
    assert homeward.child("background") != killed


def test_secrets_stand_in_no_command_line(homeward: Served) -> None:
    for pid in homeward.children():
        words = Path(f"/proc/{pid}/cmdline")
        if not words.exists():
            pytest.skip("This machine has no /proc to read command lines from.")
        assert b"postgresql" not in words.read_bytes()


def test_told_to_stop_it_tells_its_screens_to_come_back_and_all_of_it_stops(stopped: Stopped) -> None:
    assert (stopped.code, stopped.left) == (0, [])
    assert stopped.screens_code == SERVICE_RESTARTS
    assert stopped.manager.acknowledged


def test_the_next_start_finds_the_data(stopped: Stopped, restarted: Served) -> None:
    form = {"username": "manager", "password": stopped.manager.password}
    answer = httpx.post(f"{restarted.url}/sign-in", data=form, trust_env=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert _password_shown_by(restarted) is None


def test_a_screen_that_comes_back_goes_on_where_it_was_and_shows_all_that_was_acknowledged(
    stopped: Stopped, restarted: Served
) -> None:
    """PROMISE 12: sockets are told to reconnect, and nothing is lost."""
    manager = stopped.manager

    assert not asyncio.run(manager.comes_back(restarted))

    assert {*manager.acknowledged} <= {key for _, _, key in manager.shown.rows}


def test_no_child_outlives_a_killed_parent_and_the_next_start_takes_over_its_database(restarted: Served) -> None:
    killed = restarted
    children, left_over = killed.children(), _postgres(killed)

    killed.parent.kill()
    killed.parent.wait()

    until(lambda: not any(is_alive(pid) for pid in children) or None, "no child is left")
    assert is_alive(left_over)
    with served(killed.data_dir, EXAMPLE="off", HOMEWARD_WEB_WORKERS="1") as next_one:
        assert _postgres(next_one) != left_over
        assert not is_alive(left_over)


def test_a_port_that_is_taken_is_named_with_the_way_out() -> None:
    with bound("127.0.0.1", 0, "PORT=") as taken, pytest.raises(PortTaken) as refused:
        bound("127.0.0.1", port_of(taken), "PORT=", patience=0)

    assert "on 127.0.0.1 is taken by another program. Choose another with PORT=." in str(refused.value)


def _answer(homeward: Served) -> str:
    """How a new message is answered, with the patience of a hospital's system."""
    now = datetime.now(UTC)
    stay = Stay(person=person(1, 1), bed=Bed("A1", "A1-01"), admitted_at=now)

    async def ask() -> str:
        told = [message("A01", stay, at=now, sent_at=now)]
        (answer,) = [each async for each in send(told, "127.0.0.1", homeward.mllp_port)]
        return answer.code

    return asyncio.run(ask())


def _postgres(homeward: Served) -> int:
    """The process id of its database server."""
    return int((homeward.data_dir / "postgres" / "postmaster.pid").read_text().split()[0])


def _password_shown_by(homeward: Served) -> str | None:
    shown = re.search(r"manager with (\S+)\. It is not shown again", " ".join(homeward.said().split()))
    return shown and shown[1]
