"""What the README and docs/ say of the project is so: settings as they are, links that lead somewhere."""

import re
from pathlib import Path

import pytest
import settings_table

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s#]+)(?:#[^)\s]*)?\)")


def test_the_settings_on_the_page_are_those_in_the_code() -> None:
    found = settings_table.PLACE.search(settings_table.PAGE.read_text())
    assert found
    renew = "`.venv/bin/python -m scripts.settings_table --write` renews it"
    assert found[0] == settings_table.table(), renew


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_every_link_leads_somewhere(page: Path) -> None:
    led = [link for link in LINK.findall(page.read_text()) if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in led if not (page.parent / link).exists()] == []
