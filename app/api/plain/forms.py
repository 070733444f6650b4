"""What a service can answer on a plain page: for each answer the body and the command of its route, and its fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.api.offer_bodies import (
    AssessmentIn,
    ConfirmationIn,
    CounterIn,
    DeclineIn,
    InPrincipleIn,
    InterestIn,
    QueryIn,
    YesTakenBackIn,
)
from app.api.plain.fields import Field, Kind
from app.api.shapes import Body
from app.domain.case.requests.answer import AnswerCommand
from app.domain.case.requests.answering import (
    Assessed,
    CounterOffer,
    DeclineOffer,
    HoldInPrinciple,
    OpenDetail,
    QueryOffer,
    RecordAssessed,
    TakeBackOffer,
)
from app.domain.case.requests.confirming import ConfirmOffer
from app.domain.case.requests.hub_side import FailStart
from app.views.phrases import plain


def _capitals(code: str) -> str:
    return plain(code).capitalize()


_UNITS = Field(name="units", label="What you keep for this person", kind=Kind.SEVERAL)
_OVER = Field(name="over_count", label="Take this person also where your last count has nothing free", kind=Kind.TICK)
_HOW = Field(
    name="how",
    label="How did you assess the needs?",
    kind=Kind.CHOICE,
    options=tuple((each, _capitals(each)) for each in Assessed),
)
_WHY_NOT = Field(name="code", label="Why not?", kind=Kind.CHOICE)


def _words(label: str) -> Field:
    return Field(name="words", label=label, kind=Kind.WORDS)


def _moment(name: str, label: str) -> Field:
    return Field(name=name, label=label, kind=Kind.MOMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainForm:
    """One answer. `what` is the last part of its route, `when` says of a card whether it can be answered so."""

    what: str
    title: str
    action: str
    done: str
    body: type[Body]
    command: type[AnswerCommand]
    fields: tuple[Field, ...] = ()
    when: Callable[[Mapping[str, Any]], bool] = lambda card: card["state"] != "confirmed"

    def choosing(self, name: str, options: list[tuple[str, str]]) -> "PlainForm":
        """This form with these to choose from in one field."""
        return replace(self, fields=tuple(each.among(options) if each.name == name else each for each in self.fields))


FORMS = {
    form.what: form
    for form in (
        PlainForm(
            what="interest",
            title="Interested: show the detail",
            action="Show the detail",
            done="You showed interest: the detail stands below. That is logged.",
            body=InterestIn,
            command=OpenDetail,
            when=lambda card: card["state"] != "confirmed" and not card["opened"],
        ),
        PlainForm(
            what="in-principle",
            title="Hold a place",
            action="Yes in principle: hold the place",
            done="You hold a place for this person.",
            body=InPrincipleIn,
            command=HoldInPrinciple,
            fields=(_UNITS, _moment("until", "Held until, at most 7 days"), _OVER),
        ),
        PlainForm(
            what="assessment",
            title="Say how you assessed",
            action="We assessed",
            done="It is noted how you assessed.",
            body=AssessmentIn,
            command=RecordAssessed,
            fields=(_HOW,),
            when=lambda card: card["state"] == "in_principle",
        ),
        PlainForm(
            what="confirmation",
            title="Confirm the start",
            action="Confirm: we take this person",
            done="You confirmed the start. Who it is stands below.",
            body=ConfirmationIn,
            command=ConfirmOffer,
            fields=(
                _moment("arrive_from", "Arrives or first visit from"),
                _moment("arrive_to", "Until"),
                _UNITS,
                _HOW,
                _OVER,
            ),
        ),
        PlainForm(
            what="query",
            title="Ask the hub",
            action="Ask",
            done="The hub was asked. Your time to answer stands still until it has answered.",
            body=QueryIn,
            command=QueryOffer,
            fields=(_words("What must you know?"),),
        ),
        PlainForm(
            what="counter",
            title="Propose another day",
            action="Propose",
            done="The hub was told what you could do.",
            body=CounterIn,
            command=CounterOffer,
            fields=(
                Field(name="start_on", label="You could start on", kind=Kind.DAY),
                _words("Or otherwise, in words"),
            ),
        ),
        PlainForm(
            what="decline",
            title="We cannot",
            action="Say no",
            done="The hub was told that you cannot.",
            body=DeclineIn,
            command=DeclineOffer,
            fields=(
                _WHY_NOT,
                Field(name="earliest", label="If you cannot start by then: your earliest start", kind=Kind.DAY),
                _words("In words; for another reason they are needed"),
            ),
        ),
        PlainForm(
            what="withdrawal",
            title="Take the yes back",
            action="Take it back",
            done="Your yes in principle is taken back.",
            body=YesTakenBackIn,
            command=TakeBackOffer,
            fields=(_words("Why?"),),
            when=lambda card: card["state"] in ("in_principle", "assessed"),
        ),
        PlainForm(
            what="failed-start",
            title="The start failed",
            action="The start failed",
            done="The hub was told that the start failed.",
            body=YesTakenBackIn,
            command=FailStart,
            fields=(_words("What happened?"),),
            when=lambda card: card["state"] == "confirmed",
        ),
    )
}
"""By the last part of the route."""
