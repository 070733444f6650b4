"""What the referral says, by the names that a form fills from, such as `referral.function.stairs.now`."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from app.domain.case.form import ReferralForm


def referral_facts(form: ReferralForm) -> dict[str, list[Any]]:
    """Every part that is answered, each as a list of what a form's answers may hold; codes of a set are sorted."""
    return dict(_facts("referral", form))


def _facts(name: str, part: Any) -> Iterator[tuple[str, list[Any]]]:
    if part is None:
        return
    if is_dataclass(part):
        for each in fields(part):
            yield from _facts(f"{name}.{each.name}", getattr(part, each.name))
    elif isinstance(part, frozenset):
        yield name, sorted(str(code) for code in part)
    elif isinstance(part, date):
        yield name, [part.isoformat()]
    else:
        yield name, [part if isinstance(part, bool) else str(part)]
