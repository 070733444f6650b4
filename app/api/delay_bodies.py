"""What is said of why somebody is still here: blockers, a reason set by hand, what is said of a frozen night."""

from pydantic import ConfigDict

from app.api.shapes import Body, FilledText, PastInstant
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner


class BlockerIn(Body):
    """What is in the way, whose it is, and whether it stops leaving. No `at` means since now."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "reason": "WB2",
                "owner": "council",
                "stops_leaving": True,
                "words": "Raised with the safeguarding team this morning.",
                "at": "2026-10-21T09:10:00Z",
            }
        }
    )
    reason: DelayReason
    owner: Owner
    stops_leaving: bool
    words: FilledText | None = None
    at: PastInstant | None = None


class MarkIn(Body):
    """Whether it stops leaving, from `at` on until what is told of a later time; no `at` means now."""

    model_config = ConfigDict(json_schema_extra={"example": {"stops_leaving": False}})
    stops_leaving: bool
    at: PastInstant | None = None


class OverIn(Body):
    """Since when it is over; no `at` means now."""

    model_config = ConfigDict(json_schema_extra={"example": {"at": "2026-10-22T14:00:00Z"}})
    at: PastInstant | None = None


class ReasonIn(Body):
    """The reason from `at` on, and in words why it is another than the derived one. No `at` means now."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"reason": "IP10", "words": "She pays for her own care, and her daughter arranges it."}
        }
    )
    reason: DelayReason
    words: FilledText
    at: PastInstant | None = None


class NightSaidIn(Body):
    """Another reason for a frozen night, and why."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"reason": "HP4", "words": "The place was free from noon; the crew came at six."}}
    )
    reason: DelayReason
    words: FilledText
