"""The example fills its hospital and its board by itself, through MLLP and HTTP only."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from app.embedded import EmbeddedPostgres
from app.example.flow import LIVE_CASES, MOST_LIVE_CASES
from app.example.places import HUB, WARDS
from app.example.roster import CASE_MANAGERS, Member
from tests.databases import create_with_tables
from tests.serving import on, served, until

NAME = "example"


@pytest.fixture
def nothing_yet(postgres: EmbeddedPostgres) -> Iterator[dict[str, str]]:
    """The settings of an example that is still to begin, in a database of its own that waits for no disk."""
    create_with_tables(postgres, NAME)
    example = {"HOMEWARD_EXAMPLE": "on", "HOMEWARD_EXAMPLE_PACE": "1", "HOMEWARD_WEB_WORKERS": "1"}
    yield on(postgres, NAME) | example
    postgres.drop_database(NAME)


def test_the_wards_and_every_column_of_the_board_fill_by_themselves(
    nothing_yet: dict[str, str], tmp_path: Path
) -> None:
    with served(tmp_path / "data", **nothing_yet) as homeward:
        until(lambda: "example is ready" in homeward.said() or None, "the first days are over", seconds=300)
        with httpx.Client(base_url=homeward.url, trust_env=False) as client:
            sign_in(client, CASE_MANAGERS[0])
            cases = client.get(f"/api/v1/cases?scope={HUB}").json()["rows"]
            people = sum(len(client.get(f"/api/v1/wards/{ward.id}/list").json()["rows"]) for ward in WARDS)
        said = homeward.said()

    columns = Counter(case["stage"] for case in cases)
    assert LIVE_CASES - 2 <= len(cases) <= MOST_LIVE_CASES
    assert all(columns[stage] >= 5 for stage in ("referred", "planning", "left_hospital"))
    assert all(columns[stage] >= 3 for stage in ("finding_a_service", "start_agreed", "ready_to_leave")), columns
    assert 0.6 < people / sum(ward.size for ward in WARDS) < 0.85
    assert "refused" not in said
    assert "child died" not in said


def sign_in(client: httpx.Client, member: Member) -> None:
    """As the form on the sign-in page does."""
    answer = client.post("/sign-in", data={"username": member.username, "password": member.password})
    assert answer.headers["location"] == "/"
