"""The settings of a feed: all defaults, what a hub may say instead, and what it may not."""

from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from app.domain.codes.patient_classes import PatientClass
from app.intake.settings import DEFAULT, FeedSettings, IdentifierTag, Trusted

WARD = UUID("00000000-0000-4000-8000-000000000001")


def test_nothing_said_is_the_default() -> None:
    assert FeedSettings.model_validate_json("{}") == DEFAULT
    assert DEFAULT.zone.key == "Europe/London"
    assert DEFAULT.trusted == set(Trusted)


def test_settings_read_back_from_their_own_text_and_equal_ones_are_equal_text() -> None:
    said = FeedSettings(
        time_zone="Europe/Dublin",
        nhs_tags=(IdentifierTag(authority="pas", type="nat"),),
        classes={"ward attender": PatientClass.OUTPATIENT},
        wards={"ELM": WARD, "Theatre": None},
        trusted=frozenset({Trusted.PLACE, Trusted.DEATH, Trusted.LEAVING}),
    )
    text = said.model_dump_json()
    assert FeedSettings.model_validate_json(text) == said
    again = said.model_copy(update={"trusted": frozenset({Trusted.LEAVING, Trusted.DEATH, Trusted.PLACE})})
    assert again.model_dump_json() == text


def test_codes_are_the_same_in_upper_and_lower_case() -> None:
    said = FeedSettings.model_validate({"classes": {" day case ": "day"}, "nhs_tags": [{"authority": "nhs"}]})
    assert said.classes == {"DAY CASE": PatientClass.DAY}
    assert said.nhs_tags == (IdentifierTag(authority="NHS"),)


@pytest.mark.parametrize(
    "said",
    [
        {"time_zone": "Europe/Ambleford"},
        {"time_zone": ""},
        {"time_zone": "Europe"},
        {"time_zone": "../London"},
        {"nhs_tags": [{}]},
        {"classes": {"I": "guest"}},
        {"admit_sources": {"85": "known_to_hub"}},
        {"wards": {"ELM": "ward 7"}},
        {"wards": {"E\0LM": None}},
        {"ward_component": 3},
        {"trusted": ["everything"]},
        {"silent_after_minutes": 0},
        {"waiting_after_minutes": 10**9},
        {"colour": "blue"},
    ],
)
def test_what_cannot_be_meant_is_not_taken(said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        FeedSettings.model_validate(said)


def test_settings_copied_with_another_zone_are_on_its_clock() -> None:
    assert DEFAULT.zone.key != DEFAULT.model_copy(update={"time_zone": "Asia/Kolkata"}).zone.key == "Asia/Kolkata"
