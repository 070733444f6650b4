"""`homeward doctor`: each finding as it is made, and what to do about those that are not well."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.doctor import Finding, Health

LOOKS = {Health.WELL: ("✓ well", "green"), Health.LOOK: ("! look", "yellow"), Health.WRONG: ("✗ wrong", "red")}


def show(findings: Iterable[Finding], console: Console) -> bool:
    """A table of them all; whether nothing is wrong."""
    table = Table("", "what", "how it is", "what to do", box=SIMPLE)
    wrong = False
    with console.status("Looking at everything that Homeward stands on …"):
        for each in findings:
            words, style = LOOKS[each.health]
            table.add_row(Text(words, style), each.what, Text(each.words), Text(each.do))
            wrong = wrong or each.stops
    console.print(table)
    return not wrong


def show_json(findings: Iterable[Finding], console: Console) -> bool:
    """The same for a machine: a list of findings; whether nothing is wrong."""
    found = [*findings]
    console.print_json(json.dumps([asdict(each) for each in found]))
    return not any(each.stops for each in found)
