"""The forms that an assessment is made with: FHIR R4 Questionnaires, one file a version, kept for ever.

They are data of the application and not of a system: a signed assessment is read with the form that it was made with.
What they ask is a local default; a new version is a new file, in force from its `effectivePeriod.start` on.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.assessment.form import Form
from app.domain.assessment.loading import load_form

TRUSTED_ASSESSMENT = "trusted-assessment"
RESTART = "restart"

_HERE = Path(__file__).parent


class Kept(NamedTuple):
    """A form, and the Questionnaire that it was read from."""

    form: Form
    questionnaire: dict[str, Any]


@cache
def kept_forms() -> dict[tuple[str, str], Kept]:
    """Every version of every form, by id and version. A file that cannot be asked faithfully stops the start."""
    found = [_kept(path) for path in sorted(_HERE.glob("*.json"))]
    return {(each.form.id, each.form.version): each for each in found}


def find_form(form_id: str, version: str) -> Form | None:
    """The form in this version, if there is one."""
    kept = kept_forms().get((form_id, version))
    return kept.form if kept else None


def forms_in_force(on: date) -> dict[str, Form]:
    """Of each form the version in force on a local date, by id."""
    begun = [each.form for each in kept_forms().values() if each.form.effective_from and each.form.effective_from <= on]
    by_start = sorted(begun, key=lambda form: (form.effective_from or on, form.version))
    return {form.id: form for form in by_start}


def title_of(form_id: str) -> str:
    """What a form is called, in its latest version; its id where it is not known."""
    titles = [each.form.title for (known, _), each in kept_forms().items() if known == form_id]
    return titles[-1] if titles else form_id


def item_text(link_id: str) -> str:
    """What an item asks, in the latest version that asks it; its linkId where none does."""
    places = [each.form.places[link_id] for each in kept_forms().values() if link_id in each.form.places]
    return places[-1].item.text if places else link_id


def _kept(path: Path) -> Kept:
    questionnaire = json.loads(path.read_text())
    return Kept(load_form(questionnaire), questionnaire)
