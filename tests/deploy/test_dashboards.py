"""What is watched is there: each panel and each alert asks for figures that `/metrics` has, by their names."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from app.database import Database
from app.main import create_app
from app.settings import Settings

DEPLOY = Path(__file__).resolve().parent.parent.parent / "deploy"
DOCS = DEPLOY.parent / "docs"
TOKEN = "a-token-of-some-length"
DASHBOARD: dict[str, Any] = json.loads((DEPLOY / "grafana/homeward.json").read_text())
RULES: list[dict[str, Any]] = yaml.safe_load((DEPLOY / "prometheus/alerts.yml").read_text())["groups"][0]["rules"]

_SERIES = {"counter": ("",), "gauge": ("",), "histogram": ("_bucket", "_count", "_sum")}


@pytest.fixture(scope="module")
async def measured(database: Database) -> set[str]:
    """The name of every series that there can be."""
    app = create_app(Settings(example=False, metrics_token=TOKEN), database)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8000") as client:
        answer = await client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    families = [each for each in text_string_to_metric_families(answer.text) if _is_ours(each.name)]
    return {f"{each.name}{'_total' * (each.type == 'counter')}{end}" for each in families for end in _SERIES[each.type]}


def _is_ours(name: str) -> bool:
    return name.startswith("homeward_") and not name.endswith("_created")


def asked() -> Iterator[tuple[str, str]]:
    """Every panel and alert, with its expression."""
    for panel in DASHBOARD["panels"]:
        yield from ((panel["title"], target["expr"]) for target in panel["targets"])
    yield from ((rule["alert"], rule["expr"]) for rule in RULES)


@pytest.mark.parametrize(("by", "expression"), [*asked()])
def test_what_is_asked_for_is_measured(by: str, expression: str, measured: set[str]) -> None:
    names = set(re.findall(r"homeward_\w+", expression))
    assert names, by
    assert names <= measured, by


def test_everything_measured_is_on_the_dashboard(measured: set[str]) -> None:
    shown = " ".join(target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"])
    assert {re.sub("_(bucket|count|sum)$", "", name) for name in measured} <= {
        re.sub("_bucket$", "", name) for name in re.findall(r"homeward_\w+", shown)
    }


def test_what_an_alert_counts_is_there_from_the_start() -> None:
    """Of a series that begins with 1 no increase is seen: the first fault would ring nobody."""
    measures = "import app.measuring, prometheus_client as p; print(p.generate_latest().decode())"
    fresh = subprocess.run([sys.executable, "-c", measures], capture_output=True, check=True, text=True).stdout
    for rule in RULES:
        for name, label, values in re.findall(r'(homeward_\w+_total)\{(\w+)=~?"([^"]+)"', rule["expr"]):
            for value in values.split("|"):
                assert f'{name}{{{label}="{value}"}} 0.0' in fresh, rule["alert"]


def test_each_alert_says_what_is_wrong_and_what_to_do() -> None:
    for rule in RULES:
        assert rule["labels"]["severity"] in {"page", "ticket"}
        assert all(rule["annotations"][part].endswith(".") for part in ("summary", "do")), rule["alert"]
    assert len({rule["alert"] for rule in RULES}) == len(RULES)


def test_from_what_figure_on_to_look_is_said_as_it_is_alerted() -> None:
    said = re.findall(r"`(homeward_\w+)` (?:p99 |that stays )?above (\d+(?:\.\d+)?)", (DOCS / "operate.md").read_text())
    assert len(said) == 3
    for name, figure in said:
        assert [rule["alert"] for rule in RULES if re.search(rf"\b{name}(_bucket)?\b.* > {figure}$", rule["expr"])], (
            name
        )


def test_panels_have_ids_of_their_own_and_do_not_lie_on_each_other() -> None:
    panels = DASHBOARD["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    taken = [
        (x, y)
        for at in (panel["gridPos"] for panel in panels)
        for x in range(at["x"], at["x"] + at["w"])
        for y in range(at["y"], at["y"] + at["h"])
    ]
    assert len(set(taken)) == len(taken)
    assert max(x for x, _ in taken) < 24
