"""What is said of somebody since they left; the id in the path is made by who says it."""

from uuid import UUID

from pydantic import ConfigDict

from app.api.shapes import Body, FilledText, PastInstant
from app.domain.case.arriving.state import NoContact, ToldBy
from app.domain.case.arriving.taking_back import Said


class ArrivalIn(Body):
    """When they arrived, who saw it, and with `service_id` which service has them: only the one booked is believed."""

    model_config = ConfigDict(json_schema_extra={"example": {"at": "2026-10-27T11:20:00Z", "told_by": "crew"}})
    at: PastInstant
    told_by: ToldBy
    service_id: UUID | None = None


class FirstContactIn(Body):
    """When the service met them, and who of it did."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"at": "2026-10-27T12:05:00Z", "seen_by": "Rosa, reablement worker"}}
    )
    at: PastInstant
    seen_by: FilledText


class NoContactIn(Body):
    """When nobody met them, why, and what was done about it."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"at": "2026-10-27T12:10:00Z", "why": "no_access", "words": "Key safe empty. Rang the daughter."}
        }
    )
    at: PastInstant
    why: NoContact
    words: FilledText


class DeathIn(Body):
    """When they died, and in words what the hub should know."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"at": "2026-10-27T12:10:00Z", "words": "The daughter rang us this morning."}}
    )
    at: PastInstant
    words: FilledText | None = None


class SaidByMistakeIn(Body):
    """What had not happened, and why it was said."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"what": "arrival", "words": "That was the neighbour in the next bed."}}
    )
    what: Said
    words: FilledText
