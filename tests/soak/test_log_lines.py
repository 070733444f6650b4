"""A database that is away is said and expected; any other fault is found, in whichever form the log is written."""

import json
from collections.abc import Callable

import pytest

from tests.soak.log_lines import HELD, is_unexpected

AT = "2026-11-23T14:48:11.507440Z"


def as_text(level: str, event: str, **more: str) -> str:
    return " ".join([AT, f"[{level:<9}]", f"{event:<30}", *(f"{name}={value}" for name, value in more.items())])


def as_json(level: str, event: str, **more: str) -> str:
    return json.dumps({"time": AT, "level": level, "event": event, **more})


@pytest.mark.parametrize("form", [as_text, as_json])
def test_what_is_expected_and_what_is_not(form: Callable[..., str]) -> None:
    assert not is_unexpected(form("info", "lease taken", process="background"))
    assert not is_unexpected(form("warning", "child died", how="SIGKILL"))
    assert not is_unexpected(form("error", HELD, fault="ConnectionResetError", next_try_in="0.25"))
    assert is_unexpected(form("error", HELD, fault="KeyError", next_try_in="0.25"))
    assert is_unexpected(form("error", "mllp connection broke", fault="ConnectionResetError"))
    assert is_unexpected(form("critical", "anything"))


@pytest.mark.parametrize(
    "line",
    [
        "ERROR Exception in ASGI application process=web",
        "Traceback (most recent call last):",
        '  File "/app/main.py", line 3, in serve',
        "ERROR Task exception was never retrieved process=web",
        as_json("warning", "anything", exception="frames"),
    ],
)
def test_an_exception_is_found_however_it_is_told(line: str) -> None:
    assert is_unexpected(line)


def test_what_the_service_says_for_people_is_no_fault() -> None:
    assert not is_unexpected("Homeward is ready at http://127.0.0.1:8000")
    assert not is_unexpected("")
