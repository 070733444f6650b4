"""What the feed says of being medically fit: a proposal."""

from datetime import date

import pytest

from app.intake.adt.medically_fit import MedicallyFit
from tests.intake.adt.messages import adt, codes, segment, understood


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"f22": "Y", "f24": "20260530"}, MedicallyFit(fit=True, since=date(2026, 5, 30))),
        ({"f22": "y"}, MedicallyFit(fit=True, since=None)),
        ({"f22": "N"}, MedicallyFit(fit=False, since=None)),
        ({"f22": '""'}, MedicallyFit(fit=False, since=None)),
        ({"f24": "202605301530"}, MedicallyFit(fit=None, since=date(2026, 5, 30))),
        ({"f1": "20260530", "f23": "x"}, None),
    ],
)
def test_it_is_said_denied_taken_back_or_only_dated(fields: dict[str, str], said: MedicallyFit | None) -> None:
    reading = understood(adt(more=segment("ZU1", **fields)))
    assert reading.medically_fit == said
    assert not reading.warnings


def test_without_its_segment_nothing_is_said() -> None:
    assert understood(adt()).medically_fit is None


def test_what_is_neither_yes_nor_no_is_doubted_and_left_out() -> None:
    reading = understood(adt(more=segment("ZU1", f22="SOON", f24="tomorrow")))
    assert reading.medically_fit is None
    assert codes(reading) == {"bad-medically-fit", "bad-date"}
