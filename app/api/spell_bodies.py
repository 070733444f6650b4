"""What a stay is told with: an admission, a bed, an end, a review, an expected date, leave, a need of the hub."""

from uuid import UUID

from pydantic import ConfigDict, Field

from app.api.home_shapes import AddressLines, Postcode, PracticeCode
from app.api.shapes import Body, Day, FilledText, Instant, PastInstant, ShortText
from app.domain.codes.criteria import Criterion
from app.domain.codes.discharge_reasons import DischargeReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.ways_out import WayOut
from app.domain.spell.criteria import ReviewOutcome

_WARD = "0d7c2f0e-6a3f-4f57-9a3e-1c5b7a2d8e22"


class PersonIn(Body):
    """Who is admitted, as the ward knows them."""

    family: ShortText
    given: ShortText
    birth_date: Day | None = None
    nhs_number: ShortText | None = None
    hospital_number: ShortText | None = None
    address: AddressLines = ()
    postcode: Postcode | None = None
    practice: PracticeCode | None = None


class AdmissionIn(Body):
    """An admission by hand."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "person": {
                    "family": "Okafor",
                    "given": "Ada",
                    "birth_date": "1941-03-02",
                    "nhs_number": "9990000018",
                    "postcode": "ZZ97 1AB",
                    "practice": "ZZ7001",
                },
                "ward_id": _WARD,
                "bed": "A1-04",
                "admitted_at": "2026-10-20T18:05:00Z",
            }
        }
    )
    person: PersonIn
    ward_id: UUID
    bed: ShortText
    admitted_at: PastInstant


class BedIn(Body):
    """Where the person is from `at` on."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"ward_id": _WARD, "bed": "A1-07", "at": "2026-10-21T09:00:00Z"}}
    )
    ward_id: UUID
    bed: ShortText
    at: PastInstant


class EndIn(Body):
    """How and when the person left."""

    model_config = ConfigDict(json_schema_extra={"example": {"how": "discharged", "at": "2026-10-22T11:30:00Z"}})
    how: WayOut
    at: PastInstant


class ReviewIn(Body):
    """One review: *meets* names at least one criterion, *no longer meets* none. No `at` means now."""

    model_config = ConfigDict(json_schema_extra={"example": {"outcome": "no_longer_meets", "criteria": []}})
    outcome: ReviewOutcome
    criteria: tuple[Criterion, ...] = Field(default=(), max_length=len(Criterion))
    words: FilledText | None = None
    at: PastInstant | None = None


class ExpectedDischargeIn(Body):
    """The date on which the person is expected to leave; null takes back what was said.

    `at` is when it was said on a page that had lost its connection; none means now.
    """

    model_config = ConfigDict(
        json_schema_extra={"example": {"expected_on": "2026-12-04", "reason": "waiting_for_tests"}}
    )
    expected_on: Day | None
    reason: DischargeReason | None = None
    words: FilledText | None = None
    at: PastInstant | None = None


class HubNeedIn(Body):
    """Whether the person needs the hub: yes, no or don't know. `at` is when it was said; none means now."""

    model_config = ConfigDict(json_schema_extra={"example": {"need": "dont_know", "at": "2026-10-21T10:40:00Z"}})
    need: HubNeed
    at: PastInstant | None = None


class LeaveIn(Body):
    """Since when the person is on leave, and until when if that is known."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"started_at": "2026-10-24T10:00:00Z", "until": "2026-10-25T17:00:00Z"}}
    )
    started_at: PastInstant
    until: Instant | None = None


class LeaveEndIn(Body):
    """When the person came back from leave; `words` say why where they never went."""

    model_config = ConfigDict(json_schema_extra={"example": {"at": "2026-10-25T16:40:00Z", "words": None}})
    at: PastInstant
    words: FilledText | None = None
