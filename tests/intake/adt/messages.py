"""Invented messages to build the tests' situations from. NHS numbers are from the range that is never issued."""

from datetime import UTC, datetime

from app.intake.adt.patient import Name
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Refused, Understood
from app.intake.settings import DEFAULT, FeedSettings

RECEIVED_AT = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
NHS_NUMBER = "9304026318"
OTHER_NHS_NUMBER = "9119129637"

MSH = "MSH|^~\\&|PAS|RXX01|HOMEWARD|HUB|20260601113000||ADT^A01|MSG0001|P|2.4"
EVN = "EVN|A01|20260601113000||||20260601112900"
PID = (
    f"PID|1||H123456^^^RXX^MR~{NHS_NUMBER}^^^NHS^NH||Marrow^Ida^^^Mrs^^L||19400229|F|||1 Mill Lane^^Ambleford^^ZZ9 9ZZ"
)
PV1 = "PV1|1|I|ELM^Bay 2^Bed 4^RXX01" + "|" * 16 + "V778899" + "|" * 25 + "20260601101500"


def adt(*, msh: str = MSH, evn: str = EVN, pid: str = PID, pv1: str = PV1, more: str = "") -> bytes:
    """A message of the usual segments, any of which may be said otherwise or left out."""
    return "".join(segment + "\r" for segment in (msh, evn, pid, pv1, more) if segment).encode()


def segment(name: str, **fields: str) -> str:
    """A segment with fields at their positions: `segment("PID", f3="H1", f13="01234")`."""
    at = {int(key[1:]): value for key, value in fields.items()}
    return "|".join([name, *(at.get(position, "") for position in range(1, max(at) + 1))])


def understood(raw: bytes, settings: FeedSettings | None = None, received_at: datetime = RECEIVED_AT) -> Understood:
    reading = understand(raw, received_at, settings or DEFAULT)
    assert isinstance(reading, Understood), reading
    return reading


def refused(raw: bytes) -> Refused:
    reading = understand(raw, RECEIVED_AT)
    assert isinstance(reading, Refused), reading
    return reading


def codes(reading: Understood) -> set[str]:
    return {warning.code for warning in reading.warnings}


def name(reading: Understood) -> Name:
    assert isinstance(reading.patient.name, Name), reading.patient.name
    return reading.patient.name
