"""A FHIR R4 QuestionnaireResponse as it is brought in.

What FHIR has beside what is read here is passed over; what would change its meaning, or FHIR does not have, is refused.
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from app.api.assessment_bodies import MOST_ANSWERED, LinkId, can_be_kept
from app.api.shapes import Instant, ShortText
from app.domain.assessment.fhir_values import polymorphic
from app.domain.codes.assessors import SeenWhere

SIGNING = "urn:homeward:fhir:signing"
"""The extension that says who assessed, by what authority, and when and where they saw the person."""

_CHANGES_ITS_MEANING = {"modifierExtension", "implicitRules"}


class Told(BaseModel):
    """A part of a resource. `PASSED_OVER` is what FHIR has in it and nobody reads, as it does _names beside a value."""

    PASSED_OVER: ClassVar[frozenset[str]] = frozenset()
    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _as_it_stands(cls, told: Any) -> Any:
        if not isinstance(told, dict):
            return told
        if _CHANGES_ITS_MEANING & told.keys():
            raise ValueError("It has rules of its own (modifierExtension, implicitRules), which are not supported.")
        return {name: said for name, said in told.items() if name not in cls.PASSED_OVER and not name.startswith("_")}


class ItemTold(Told):
    """One item: a group with items, or a question with answers."""

    PASSED_OVER = frozenset({"id", "extension", "definition", "text"})
    linkId: LinkId
    answer: Annotated[list["AnswerTold"], Field(max_length=MOST_ANSWERED)] = []
    item: Annotated[list["ItemTold"], Field(max_length=MOST_ANSWERED)] = []


class AnswerTold(Told):
    """One answer: a value[x] of the question's type, and what stands beneath it."""

    model_config = ConfigDict(extra="allow")
    item: Annotated[list[ItemTold], Field(max_length=MOST_ANSWERED)] = []


class IdentifierTold(Told):
    """A number, and whose it is."""

    PASSED_OVER = frozenset({"id", "extension", "use", "type", "period", "assigner"})
    system: ShortText | None = None
    value: ShortText | None = None


class SubjectTold(Told):
    """Whom the answers are about."""

    PASSED_OVER = frozenset({"id", "extension", "type", "display"})
    reference: ShortText | None = None
    identifier: IdentifierTold | None = None


class SigningTold(Told):
    """What the signing extension says, part by part; a draft may leave any of it open."""

    competency: ShortText | None = None
    agreement: ShortText | None = None
    employer: ShortText | None = None
    seen_at: Instant | None = None
    seen_where: SeenWhere | None = None
    seen_with: ShortText | None = None


def _signing_of(extensions: Any) -> Any:
    """The parts of the one extension that is read here, by name."""
    if not isinstance(extensions, list):
        return extensions
    ours = [each for each in extensions if isinstance(each, dict) and each.get("url") == SIGNING]
    parts = ours[0].get("extension", ()) if ours else ()
    named = [each for each in parts if isinstance(each, dict)] if isinstance(parts, list) else []
    return {str(each.get("url")): polymorphic(each, "value")[1] for each in named}


def _part(name: str, type_: str, value: str) -> dict[str, Any]:
    return {"url": name, f"value{type_}": value}


_BESIDE = frozenset(
    {
        *("id", "meta", "language", "text", "contained", "identifier", "basedOn", "partOf", "encounter"),
        *("authored", "author", "source"),
    }
)


class QuestionnaireResponseIn(Told):
    """The answers to a form that Homeward has, in its version. To be signed it is completed, and has who assessed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "resourceType": "QuestionnaireResponse",
                "questionnaire": "urn:homeward:form:restart|1",
                "status": "completed",
                "extension": [
                    {
                        "url": SIGNING,
                        "extension": [
                            _part("competency", "Code", "occupational_therapist"),
                            _part("agreement", "Code", "home_care"),
                            _part("employer", "String", "Northmoor Hospitals"),
                            _part("seen_at", "DateTime", "2026-11-20T10:00:00Z"),
                            _part("seen_where", "Code", "on_ward"),
                        ],
                    }
                ],
                "item": [],
            }
        }
    )
    PASSED_OVER = _BESIDE
    resourceType: Literal["QuestionnaireResponse"]
    questionnaire: ShortText
    status: Literal["in-progress", "completed", "amended"]
    subject: SubjectTold | None = None
    signing: Annotated[
        SigningTold,
        BeforeValidator(_signing_of, json_schema_input_type=list[dict[str, Any]]),
        Field(alias="extension"),
    ] = SigningTold()
    item: Annotated[list[ItemTold], Field(max_length=MOST_ANSWERED), BeforeValidator(can_be_kept)] = []

    def items(self) -> list[dict[str, Any]]:
        """The items as plain JSON."""
        return [each.model_dump(exclude_unset=True) for each in self.item]
